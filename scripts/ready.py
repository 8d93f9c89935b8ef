"""Wait until web pages, Prefect and worker are healthy, then print where to go; then just stay.

It is a line of the `Procfile`: when it gives up, honcho ends the others too.
"""

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


def answers(url: str) -> bool:
    """True when the address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


def doctor() -> str:
    """What the doctor complains of; empty when all is well."""
    done = subprocess.run([CASEWORK, "doctor"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def wait(web: str, prefect: str) -> str:
    """Wait for all of them; the last complaint when the time is over, else empty."""
    end = time.monotonic() + LIMIT_SECONDS
    complaint = ""
    while time.monotonic() < end:
        complaint = "".join(
            f"no answer from {url}\n"
            for url in (f"{web}/health/ready", f"{prefect}/api/health")
            if not answers(url)
        )
        complaint = complaint or doctor()
        if not complaint:
            return ""
        time.sleep(1)
    return complaint


def main() -> None:
    web = f"http://127.0.0.1:{os.environ['CASEWORK_WEB_PORT']}"
    prefect = f"http://127.0.0.1:{os.environ['CASEWORK_PREFECT_PORT']}"
    if complaint := wait(web, prefect):
        sys.exit(f"not healthy after {LIMIT_SECONDS} seconds:\n{complaint}")
    print(f"\nReady: {os.environ.get('CASEWORK_PUBLIC_URL') or web}   (flow runs: {prefect})")
    if os.environ["CASEWORK_MODE"] == "training":
        subprocess.run([CASEWORK, "accounts"], check=False)
    print("Ctrl-C ends everything; the data stays under", os.environ["CASEWORK_VAR"], flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
