"""The text of an uploaded PDF: whatever the file is, the pages go on serving."""

from __future__ import annotations

import random
import zlib

import pytest

from casework.adapters import scan
from casework.services.documents.scans import printed_codes

CODE = "ABCD-EFGH-JKMN"
FONT = b"/Resources << /Font << /F1 5 0 R >> >>"
KEPT = b"BT /F1 12 Tf (Kode verifikasi: " + CODE.encode() + b") Tj ET"


def pdf(drawn: bytes, *, pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>") -> bytes:
    """A PDF of one page with this drawn on it."""
    packed = zlib.compress(drawn)
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R %s >>" % FONT,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + head + table + tail


def test_the_code_in_the_text_is_read() -> None:
    assert printed_codes(scan.text_of(pdf(KEPT))) == [CODE]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xff\xd8\xff picture", id="a picture"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7\n" + b"1 0 obj\n<<" * 10_000, id="cut off"),
        pytest.param(
            pdf(KEPT, pages=b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), id="a circle of pages"
        ),
        pytest.param(pdf(b"BT " + b"(a) Tj " * 20_000_000), id="unpacks to 140 MB"),
        pytest.param(
            pdf(b"BT /F1 12 Tf " + b"(a) Tj 1 0 0 1 1 1 Tm " * 300_000 + b" ET"), id="hours of work"
        ),
    ],
)
def test_a_hostile_file_has_no_text_and_takes_nobodys_time(content: bytes) -> None:
    assert printed_codes(scan.text_of(content, seconds=5)) == []


def test_spoilt_files_never_raise() -> None:
    chance, whole = random.Random(7), pdf(KEPT)
    for _turn in range(6):
        spoilt = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            spoilt[chance.randrange(9, len(spoilt))] = chance.randrange(256)
        scan.text_of(bytes(spoilt))
