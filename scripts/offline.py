"""The tests without a network: a name space that has the loopback device and nothing else.

Every Python process in it writes down whom it tried to reach (`tests/offline/hook`); whoever is not
this machine is a fault of the product or of a test.
"""

import array
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOOK = ROOT / "tests" / "offline" / "hook"
TOLD = "CASEWORK_TEST_CONNECTS"
INSIDE = "CASEWORK_TEST_APART"
_GET, _SET, _UP = 0x8913, 0x8914, 0x1


def apart() -> tuple[str, ...]:
    """The words before a command that put it apart; root stays root, others keep their number."""
    if os.geteuid() == 0:
        return ("unshare", "--net")
    return ("unshare", "--map-current-user", "--keep-caps", "--net")


def raise_loopback() -> None:
    """Switch the loopback device of this name space on; it has no other."""
    with socket.socket() as probe:
        request = array.array("B", struct.pack("16sH14x", b"lo", 0))
        fcntl.ioctl(probe, _GET, request, True)
        (flags,) = struct.unpack_from("H", request, 16)
        fcntl.ioctl(probe, _SET, struct.pack("16sH14x", b"lo", flags | _UP))


def run(steps: Sequence[str]) -> int:
    """Run steps of the gate apart; 1 as well when somebody tried to leave, 3 when none can be."""
    if (
        shutil.which("unshare") is None
        or subprocess.run([*apart(), "true"], check=False).returncode
    ):
        print("test: this machine gives no network name space")
        return 3
    with tempfile.TemporaryDirectory(prefix="casework-apart") as name:
        told = Path(name) / "connects"
        paths = (str(HOOK), os.environ.get("PYTHONPATH", ""))
        env = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in paths if path),
            TOLD: str(told),
            INSIDE: "1",
        }
        # A server outside cannot be reached from in there.
        env.pop("CASEWORK_TEST_POSTGRES_URL", None)
        command = [*apart(), sys.executable, "-m", "scripts.test", *steps]
        code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
        watched = Path(f"{told}.watched").read_text(encoding="utf-8").splitlines()
        tried = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    for line in dict.fromkeys(tried):
        print(f"  LEFT     {line}")
    print(f"{len(watched)} processes watched, {len(tried)} attempts to leave")
    return 1 if tried or not watched else code
