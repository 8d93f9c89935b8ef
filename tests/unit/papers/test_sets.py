"""Three of the twenty sets of `make test-documents`, and what the checks of all twenty find."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from casework.adapters.pdf import Renderer
from tests.documents import archive, checks, pictures, sets
from tests.unit.papers.conftest import Drawn
from tests.unit.papers.samples import EDITION, LAYOUTS, sample


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_a_sample_is_as_a_paper_must_be(drawn: Drawn, edition: str, form: str) -> None:
    assert list(checks.faults(drawn(form, edition))) == []


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_a_sample_looks_like_its_reference_pictures(drawn: Drawn, edition: str, form: str) -> None:
    assert list(pictures.faults(drawn(form, edition), edition, form)) == []


# The gate draws each form with one of the three; the next form with the next one.
HARD = [
    pytest.param(
        edition,
        form,
        name,
        marks=() if (place + turn) % len(sets.IN_THE_GATE) == 0 else pytest.mark.thorough,
    )
    for place, (edition, form) in enumerate(LAYOUTS)
    for turn, name in enumerate(sets.IN_THE_GATE)
]


@pytest.mark.parametrize(("edition", "form", "name"), HARD)
def test_hard_data_stay_a_paper(renderer: Renderer, edition: str, form: str, name: str) -> None:
    data, draft = sets.make(name, sample(form, edition))
    pdf = renderer.render(form, edition, data, draft=draft)
    assert list(checks.faults(pdf, draft=draft, texts=sets.LITERAL.get(name, ()))) == []


def test_there_are_twenty_sets_and_each_changes_something() -> None:
    assert len(sets.SETS) == 20
    values = sample("pemberitahuan_status")
    for name in sets.SETS:
        assert sets.make(name, values)[0] != values, name


def test_the_checks_see_what_is_wrong(drawn: Drawn) -> None:
    good = drawn("undangan_klarifikasi")
    text = checks.pages(good)[0]
    _, bottom, right, top = text.runs[0]
    moved = checks.Page(text.text, ((20, bottom, right, top), *text.runs[1:]))
    assert list(checks.outside(moved))
    assert list(checks.overprinted(checks.Page("", (text.runs[0], text.runs[0]))))
    assert list(checks.counted(text, 1, 2))
    assert list(checks.literal([text], ["tidak tertulis di sini"]))
    assert {fault.split(":")[0] for fault in checks.structure(bare(good))} >= {
        "its language is not Indonesian",
        "it is not tagged",
        "it does not claim PDF/A-2a",
    }
    assert list(checks.headings(["/H2", "/H1"]))
    assert not list(checks.headings(["/H1", "/H2", "/H3", "/H2", "/H1"]))
    assert list(checks.lists([("/LI", ["/Lbl", "/P"])]))
    other = drawn("kutipan_kajian")
    assert list(pictures.faults(other, EDITION, "undangan_klarifikasi"))


def bare(pdf: bytes) -> bytes:
    """The same pages without language, tags and archival claim."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        del opened.Root.Lang
        del opened.Root.MarkInfo
        opened.Root.Metadata.write(opened.Root.Metadata.read_bytes().replace(b"pdfaid", b"x"))
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("clause", "spoil"),
    [
        ("6.1.3", lambda pdf: pdf.trailer.__delitem__("/ID")),
        ("6.2.3", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
        ("6.2.11.7", lambda pdf: _fonts(pdf, "/Type0")[0].__delitem__("/ToUnicode")),
        ("6.2.11.3", lambda pdf: _fonts(pdf, "/CIDFontType2")[0].__delitem__("/CIDToGIDMap")),
        ("6.2.11:", lambda pdf: _fonts(pdf, "/Type0")[0].update({"/Subtype": pikepdf.Name.Type3})),
        ("6.1.7", lambda pdf: pdf.pages[0].Contents.update({"/F": pikepdf.String("lain.bin")})),
        ("6.2.9", lambda pdf: pdf.pages[0].Contents.update({"/Subtype": pikepdf.Name.PS})),
        ("6.7.3", lambda pdf: pdf.pages[0].obj.__delitem__("/StructParents")),
    ],
)
def test_a_file_that_is_no_archive_is_seen(
    drawn: Drawn, clause: str, spoil: Callable[[Any], None]
) -> None:
    sound = drawn("tanda_bukti")
    with pikepdf.open(BytesIO(sound)) as pdf:
        assert not list(archive.faults(sound, pdf))
        assert "6.1.2" in " ".join(archive.faults(b"%PDF-2.0\n1 0 obj", pdf))
        spoil(pdf)
        assert clause in " ".join(archive.faults(sound, pdf))


def _fonts(pdf: Any, kind: str) -> list[Any]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        and one.get("/Type") == "/Font"
        and one.get("/Subtype") == kind
    ]
