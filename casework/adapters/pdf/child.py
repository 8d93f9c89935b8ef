"""The child process that draws: one job a line in, one length-prefixed answer out.

It ends when its parent does (end of input), keeps within a memory limit, and touches neither
database nor case files.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import struct
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from casework.adapters.pdf.draw import Drawer

DONE, REFUSED, NO_EMBLEM = b"+", b"-", b"e"
HEADER = struct.Struct(">cI")


def main() -> None:
    """Serve jobs until the input ends; `argv` holds the memory limit in bytes."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A drawn letter leaves circles behind that would wait for the collector beyond the limit.
    gc.set_threshold(700, 10, 10)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing a library prints may be taken for an answer
    drawers: dict[str, Drawer] = {}
    for line in sys.stdin.buffer:
        _answer(answers, *_perform(drawers, json.loads(line)))


def _perform(drawers: dict[str, Drawer], job: dict[str, Any]) -> tuple[bytes, bytes]:
    import jinja2
    from weasyprint.urls import FatalURLFetchingError

    from casework.adapters.pdf.draw import Drawer, PictureLost
    from casework.errors import RenderFailed

    try:
        drawer = drawers.get(job["version"])
        if drawer is None:
            drawer = drawers[job["version"]] = Drawer(job["form"], job["metadata"], job["files"])
        return DONE, drawer.draw(job["data"], job["emblem"], draft=job["draft"])
    except RenderFailed as refusal:
        return REFUSED, str(refusal).encode()
    except PictureLost:
        if job["emblem"]:
            return NO_EMBLEM, b""
        return REFUSED, f"Gambar pada templat {job['form']} tidak dapat digambar.".encode()
    except jinja2.TemplateError as fault:
        return REFUSED, f"Templat {job['form']} keliru: {fault.message}".encode()
    except FatalURLFetchingError:
        return REFUSED, f"Templat {job['form']} menunjuk berkas di luar foldernya.".encode()
    except MemoryError:
        return REFUSED, f"Dokumen {job['form']} terlalu besar untuk digambar.".encode()


def _answer(answers: BinaryIO, status: bytes, body: bytes) -> None:
    answers.write(HEADER.pack(status, len(body)))
    answers.write(body)
    answers.flush()


if __name__ == "__main__":
    main()
