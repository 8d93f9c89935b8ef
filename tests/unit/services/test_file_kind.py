"""What a file is by its content: programs and strangers never pass, whatever their name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import BadInput
from casework.services.cases import file_kind

NAMES = st.sampled_from(["a.pdf", "a.jpg", "a.mp4", "a.docx", "a.txt", "a", "a.bin", "A.PDF"])
PROGRAMS = st.sampled_from([b"MZ", b"\x7fELF", b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe"])


@given(name=NAMES, head=PROGRAMS, rest=st.binary(max_size=64))
def test_no_program_passes(name: str, head: bytes, rest: bytes) -> None:
    with pytest.raises(BadInput, match="program"):
        file_kind.check(name, head + rest)


@given(content=st.binary(max_size=64).filter(lambda one: b"%PDF-" not in one))
def test_only_a_pdf_passes_as_one(content: bytes) -> None:
    with pytest.raises(BadInput):
        file_kind.check("surat.PDF", content)


@given(name=NAMES, content=st.binary(max_size=64))
def test_what_passes_is_what_its_content_says(name: str, content: bytes) -> None:
    try:
        found = file_kind.check(name, content)
    except BadInput:
        return
    assert found == file_kind.media_type(content)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", b"\n\n%PDF-1.4", "application/pdf"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("a.mov", b"\x00\x00\x00\x14ftypqt  ", "video/quicktime"),
        ("a.opus", b"OggS\x00", "audio/ogg"),
        ("a.docx", b"PK\x03\x04", "application/zip"),
        ("chat.txt", "Pukul 10.00 — hadir".encode(), "text/plain"),
        ("tanpa-nama", b"\xff\xd8\xff", "image/jpeg"),
    ],
)
def test_usual_evidence_passes(name: str, content: bytes, kind: str) -> None:
    assert file_kind.check(name, content) == kind
