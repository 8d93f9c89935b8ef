"""The status notice counts people as respondents and matters without a person as objects."""

from __future__ import annotations

from typing import Any

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import sample, words_of

FORM = "pemberitahuan_status"


def _notice(renderer: Renderer, things: int, people: int) -> str:
    row = sample(FORM)["outcomes"][0]
    rows: list[dict[str, Any]] = [{**row, "respondent": f"Terlapor {n}"} for n in range(people)]
    rows += [{**row, "respondent": f"Lokasi {n}", "thing": True} for n in range(things)]
    drawn = renderer.render(FORM, "pemilihan-2024", {**sample(FORM), "outcomes": rows}, draft=False)
    return " ".join(words_of(drawn).split())


def test_objects_are_not_counted_among_respondents(renderer: Renderer) -> None:
    told = _notice(renderer, things=1, people=3)
    assert "Hasil untuk 3 (tiga) terlapor dan 1 (satu) objek tercantum dalam lampiran" in told
    assert "Terlapor dan objek" in told


def test_objects_alone_are_objects(renderer: Renderer) -> None:
    told = _notice(renderer, things=4, people=0)
    assert "Hasil untuk 4 (empat) objek tercantum" in told


def test_people_alone_are_respondents(renderer: Renderer) -> None:
    told = _notice(renderer, things=0, people=4)
    assert "Hasil untuk 4 (empat) terlapor tercantum" in told
    assert "objek" not in told
