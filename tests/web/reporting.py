"""Ways to take a report down step by step through the pages."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.web.visitor import Typed, Visitor, report, told, upload, words

STEPS = ("pelapor", "peristiwa", "terlapor", "bukti")


PLACES = {"jenis_pelapor": "pelapor", "nama_sendiri": "periksa"}
PLACES |= dict.fromkeys(("diterima_pada", "alasan_diterima", "catatan_terlambat"), "periksa")


def belongs(name: str, step: str) -> bool:
    group = name.split("-")[0] if "-" in name else "peristiwa"
    return PLACES.get(name, "terlapor" if group == "saksi" else group) == step


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


def hand_in(visitor: Visitor, typed: Typed | None = None) -> TestResponse:
    """Take a report down; what the first step answers that refuses it, else the sending.

    Files are named as rows of one form would name them: ``bukti-0-berkas``.
    """
    every, base = report() if typed is None else typed, begin(visitor)
    token = visitor.token()
    for step in STEPS:
        sent = {name: value for name, value in every.items() if belongs(name, step)}
        for one in files(sent) if step == "bukti" else [sent]:
            here = {key: value for key, value in one.items() if value is not None}
            answer = visitor.client.post(
                f"{base}/{step}",
                data={**here, "csrf_token": token, "lanjut": "1"},
                content_type="multipart/form-data" if step == "bukti" else None,
            )
            if answer.status_code != 303:
                return answer
    return send(visitor, base, **{name: every[name] for name in every if belongs(name, "periksa")})


def files(sent: Typed) -> list[Typed]:
    """One upload after the other."""
    rows: dict[str, Typed] = {}
    for name, value in sent.items():
        _bukti, row, field = name.split("-")
        rows.setdefault(row, {})[field] = value
    return list(rows.values())


def receive(visitor: Visitor, typed: Typed | None = None) -> None:
    """Take a report down that must be accepted."""
    given = report() if typed is None else typed
    answer = visitor.kept(f"hand in {told(given)}", lambda: hand_in(visitor, given))
    assert answer.code == 303, answer.text[:1500]
