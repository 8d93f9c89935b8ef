"""The child process that reads one uploaded PDF and ends; whatever it meets, only it is hurt."""

from __future__ import annotations

import resource
import sys
from io import BytesIO

MEMORY, CPU_SECONDS = 1 << 30, 20
MOST_PAGES = 40


def main() -> None:
    """Read a PDF, write its text; any fault ends the process with another code than 0."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from pypdf import PdfReader

    for page in PdfReader(BytesIO(sys.stdin.buffer.read())).pages[:MOST_PAGES]:
        sys.stdout.buffer.write(page.extract_text().encode(errors="replace") + b"\n")


if __name__ == "__main__":
    main()
