"""What `make run` does after set-up: check the ports, bring the database up to date, start all.

The processes of the `Procfile` are held by honcho; this process turns into honcho at the end, so
that one signal reaches everything.
"""

import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PORTS = {"CASEWORK_WEB_PORT": "8000", "CASEWORK_PREFECT_PORT": "4200"}


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of every process: what was given, and a training set-up for the rest."""
    env = {"CASEWORK_MODE": "training", "CASEWORK_VAR": "var", **PORTS, **given}
    env["CASEWORK_VAR"] = str((ROOT / env["CASEWORK_VAR"]).resolve())
    return {"PYTHONUNBUFFERED": "1", **env}


def port_problem(name: str, value: str) -> str:
    """Why the port cannot be used, with the variable that moves it; empty when it can."""
    if not value.isdecimal() or not 0 < int(value) < 65536:
        return f"{name}={value} is not a port number (1 to 65535)"
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(value)))
        except OSError as fault:
            free = int(value) + 1
            return (
                f"port {value} cannot be used ({fault.strerror}). "
                f"Choose another, for example: {name}={free} make run"
            )
    return ""


def hold(var: Path) -> str:
    """Take the lock of this data folder, kept until the last process ends; say who has it."""
    try:
        var.mkdir(parents=True, exist_ok=True)
        handle = os.open(var / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as fault:
        return f"{var} cannot be written ({fault.strerror}); CASEWORK_VAR names another folder"
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return f"the system already runs on {var}; CASEWORK_VAR names another folder"
    os.set_inheritable(handle, True)
    return ""


def casework(env: Mapping[str, str], *arguments: str) -> None:
    """Run one command of the product; its own line has said what is wrong if it fails."""
    done = subprocess.run([BIN / "casework", *arguments], env=env, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def main() -> None:
    env = environment(os.environ)
    problems = [port_problem(name, env[name]) for name in PORTS]
    if env["CASEWORK_WEB_PORT"] == env["CASEWORK_PREFECT_PORT"]:
        problems.append("CASEWORK_WEB_PORT and CASEWORK_PREFECT_PORT name the same port")
    problems = [problem for problem in problems if problem] or [hold(Path(env["CASEWORK_VAR"]))]
    if any(problems):
        sys.exit("\n".join(f"run: {problem}" for problem in problems))
    casework(env, "migrate")
    if env["CASEWORK_MODE"] == "training":
        casework(env, "demo", "--if-empty")
    os.chdir(ROOT)
    os.execve(BIN / "honcho", ["honcho", "start"], env)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
