"""What a paper learned to say later is left out of its data while it says nothing.

The identifier of a PDF is made of the data: an older paper is drawn again with the same bytes.
"""

from __future__ import annotations

from typing import Any

import pytest

from casework.adapters.pdf import Renderer
from casework.document_data import from_plain, to_plain
from tests.unit.papers.samples import sample, words_of

TOLD = {"article": "Pasal 188", "outcome": "Tindak pidana", "destinations": []}
JUDGED = {"article": "Pasal 188", "outcome": "Tindak pidana", "elements": []}


@pytest.mark.parametrize(
    ("form", "several"),
    [("pemberitahuan_status_terlapor", TOLD), ("kutipan_kajian", JUDGED)],
)
def test_one_outcome_says_what_it_always_said(form: str, several: dict[str, Any]) -> None:
    one = sample(form)
    assert "several" not in to_plain(from_plain(form, one))
    more = to_plain(from_plain(form, {**one, "several": [several, several]}))
    assert more["several"] == [several, several]


def test_only_a_further_row_of_the_status_notice_says_so() -> None:
    values = sample("pemberitahuan_status")
    row = values["outcomes"][0]
    values["outcomes"] = [row, {**row, "further": True}]
    first, second = to_plain(from_plain("pemberitahuan_status", values))["outcomes"]
    assert "further" not in first
    assert second["further"] is True


def test_only_minutes_that_were_not_read_back_say_so(renderer: Renderer) -> None:
    form, values = "berita_acara_klarifikasi", sample("berita_acara_klarifikasi")
    assert "unread" not in to_plain(from_plain(form, values))
    drawn = renderer.render(form, "pemilihan-2024", {**values, "unread": True}, draft=False)
    assert "tidak dibacakan kembali" in " ".join(words_of(drawn).split())
