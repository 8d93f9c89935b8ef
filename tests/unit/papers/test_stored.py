"""Data of documents as they were stored: read back, written again the same, refused when unfit.

`stored.json` holds what the first release of each form stored; issued documents hold data like it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casework.document_data import FORMS, from_plain, to_plain
from casework.errors import RenderFailed

STORED: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("stored.json").read_text(encoding="utf-8")
)


def test_every_form_has_stored_data() -> None:
    assert set(STORED) == set(FORMS)


@pytest.mark.parametrize("form", STORED)
def test_stored_data_are_read_and_written_again_the_same(form: str) -> None:
    paper = from_plain(form, STORED[form])
    assert type(paper) is FORMS[form]
    # Text for text, the order of the fields too: the identifier of a PDF is made of it.
    assert json.dumps(to_plain(paper)) == json.dumps(STORED[form])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"secret": "Siti Rahasia"}, "penerusan_pidana.secret"),
        ({"reference": ["Siti Rahasia"]}, "penerusan_pidana.reference"),
        ({"reference": 7}, "penerusan_pidana.reference"),
        ({"copies": "Siti Rahasia"}, "penerusan_pidana.copies"),
        ({"copies": ["KPU", None]}, "penerusan_pidana.copies[1]"),
        ({"signatory": {"position": "Ketua"}}, "penerusan_pidana.signatory.name"),
        ({"recipient": None}, "penerusan_pidana.recipient"),
        ({"recipient": {"name": "x", "rank": "Siti Rahasia"}}, "penerusan_pidana.recipient.rank"),
        ({"verification": {"code": "1", "url": True}}, "penerusan_pidana.verification.url"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place_and_never_shown(
    change: dict[str, Any], place: str
) -> None:
    with pytest.raises(RenderFailed) as refusal:
        from_plain("penerusan_pidana", {**STORED["penerusan_pidana"], **change})
    assert f"pada {place}. Periksa" in str(refusal.value)
    assert "Siti" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_truth_values_are_no_texts_and_no_numbers() -> None:
    minutes = STORED["berita_acara_klarifikasi"]
    assert minutes["unread"] is True
    for wrong in (1, "true", None):
        with pytest.raises(RenderFailed, match=r"klarifikasi\.unread"):
            from_plain("berita_acara_klarifikasi", {**minutes, "unread": wrong})


def test_a_form_nobody_knows_is_refused() -> None:
    with pytest.raises(RenderFailed, match="tidak dikenal"):
        from_plain("lain", {})
