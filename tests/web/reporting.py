"""Ways to take a report down step by step through the pages."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.web.visitor import Typed, Visitor, report, upload, words

STEPS = ("pelapor", "peristiwa", "terlapor", "saksi", "bukti", "uraian")


def belongs(name: str, step: str) -> bool:
    return {
        "jenis_pelapor": "pelapor", "uraian": "uraian",
    }.get(name, name.split("-")[0] if "-" in name else "peristiwa") == step  # fmt: skip


def typed(step: str, **changes: object) -> Typed:
    """The fields of the usual report that one step asks for."""
    every = {**report(), **{name.replace("__", "-"): value for name, value in changes.items()}}
    return {name: value for name, value in every.items() if belongs(name, step)}


def begin(visitor: Visitor) -> str:
    """Begin a report; gives the address of its steps."""
    answer = visitor.submit("/laporan/mulai")
    assert answer.status_code == 303
    return answer.headers["Location"].rsplit("/", 1)[0]


def go(visitor: Visitor, path: str, sent: Typed, button: str = "lanjut") -> TestResponse:
    return visitor.submit(path, {**sent, button: "1"})


def fill(visitor: Visitor, **changes: object) -> str:
    """All steps but the sending."""
    base = begin(visitor)
    for n, step in enumerate(STEPS):
        sent = typed(step, **changes)
        if step == "bukti":
            sent = {"berkas": upload(), "keterangan": "Foto pertemuan"}
        answer = go(visitor, f"{base}/{step}", sent)
        assert answer.status_code == 303, (step, words(answer))
        following = (*STEPS, "periksa")[n + 1]
        assert answer.headers["Location"] == f"{base}/{following}"
    return base


def send(visitor: Visitor, base: str, **typed_more: object) -> TestResponse:
    return visitor.submit(f"{base}/periksa", {**typed_more, "kirim": "1"})
