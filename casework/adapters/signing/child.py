"""The child process that signs: one paper, then it ends, and the passphrase with its memory.

Everything comes through the pipe. It keeps within limits of memory and time and opens one file
itself, the PKCS#12 file it is told.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import sys
from typing import BinaryIO

HEADER = struct.Struct(">III")
DONE, REFUSED = b"+", b"-"
MEMORY, CPU_SECONDS = 2 << 30, 60


def main() -> None:
    """Read an order, a passphrase and a PDF; answer with the signed PDF or a refusal."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold the passphrase
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing a library prints may be taken for an answer
    order, passphrase, pdf = read_parts(sys.stdin.buffer)
    from casework.adapters.signing.refusal import Refused
    from casework.adapters.signing.stamping import sign

    try:
        told, signed = sign(json.loads(order), passphrase, pdf)
    except Refused as refusal:
        text = json.dumps({"field": refusal.field, "text": refusal.text}).encode()
        write_parts(answers, text, REFUSED, b"")
    else:
        write_parts(answers, json.dumps(told).encode(), DONE, signed)


def read_parts(pipe: BinaryIO) -> tuple[bytes, bytes, bytes]:
    """Three pieces, each of the length the header says; raises EOFError when one is cut off."""
    sizes = HEADER.unpack(exactly(pipe, HEADER.size))
    first, second, third = (exactly(pipe, size) for size in sizes)
    return first, second, third


def write_parts(pipe: BinaryIO, first: bytes, second: bytes, third: bytes) -> None:
    """The other side of `read_parts`."""
    pipe.write(HEADER.pack(len(first), len(second), len(third)))
    for part in (first, second, third):
        pipe.write(part)
    pipe.flush()


def exactly(pipe: BinaryIO, size: int) -> bytes:
    """The next `size` bytes of the pipe; raises EOFError when it ends before."""
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


if __name__ == "__main__":
    main()
