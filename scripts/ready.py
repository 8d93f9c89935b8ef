"""Wait until web pages, Prefect and worker are healthy, then print where to go; then just stay.

It is a line of the `Procfile`: when it gives up, honcho ends the others too.
"""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

LIMIT_SECONDS = 180
CASEWORK = Path(sys.executable).with_name("casework")
NEEDED = frozenset(
    {"basis data", "migrasi", "folder data", "Prefect", "huruf", "setelan", "pekerja"}
)
"""What has to be well before anybody can work; the rest people cure on the running system."""


def answers(url: str, body: bytes | None = None) -> bool:
    """True when the address answers 200, to a POST where there is a body."""
    question = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(question, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def doctor() -> tuple[str, str]:
    """What the doctor complains of: what nobody can work without, and what may wait."""
    done = subprocess.run(
        [CASEWORK, "doctor", "--json"], capture_output=True, text=True, check=False
    )
    try:
        checks = json.loads(done.stdout)["checks"]
    except ValueError:
        return done.stdout + done.stderr, ""
    wrong = {one["name"]: f"{one['name']}: {one['text']}\n" for one in checks if not one["ok"]}
    return (
        "".join(text for name, text in wrong.items() if name in NEEDED),
        "".join(text for name, text in wrong.items() if name not in NEEDED),
    )


def wait(web: str, prefect: str) -> tuple[str, str]:
    """Wait for all of them; the last complaint when the time is over, and what may wait."""
    end = time.monotonic() + LIMIT_SECONDS
    complaint = later = ""
    while time.monotonic() < end:
        complaint = "".join(
            f"no answer from {url}\n"
            # Prefect's health page does not look at its database; a count does.
            for url, body in ((f"{web}/health/ready", None), (f"{prefect}/api/flows/count", b"{}"))
            if not answers(url, body)
        )
        if not complaint:
            complaint, later = doctor()
        if not complaint:
            return "", later
        time.sleep(1)
    return complaint, later


def main() -> None:
    web = f"http://127.0.0.1:{os.environ['CASEWORK_WEB_PORT']}"
    prefect = f"http://127.0.0.1:{os.environ['CASEWORK_PREFECT_PORT']}"
    complaint, later = wait(web, prefect)
    if complaint:
        sys.exit(f"not healthy after {LIMIT_SECONDS} seconds:\n{complaint}")
    if later:
        print(f"\nTo be looked at:\n{later}", end="")
    print(f"\nReady: {os.environ.get('CASEWORK_PUBLIC_URL') or web}   (flow runs: {prefect})")
    if os.environ["CASEWORK_MODE"] == "training":
        subprocess.run([CASEWORK, "accounts"], check=False)
    print("Ctrl-C ends everything; the data stays under", os.environ["CASEWORK_VAR"], flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
