"""The worked example of the guide for lawyers is true: its blocks make the edition it promises."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from casework.adapters import rulebook
from casework.engine.counting import Unit
from casework.engine.deadline import compute
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.proof import check
from casework.engine.refusals import RuleFileFault

GUIDE = Path(__file__).parents[3] / "docs" / "writing-rules.md"
BLOCK = re.compile(r"```yaml\n# (add to|new) rules/(\S+?)(?: under (\w+))?\n(.*?)```", re.DOTALL)


def texts() -> dict[str, str]:
    found = rulebook.texts(rulebook.root())
    for how, path, place, body in BLOCK.findall(GUIDE.read_text("utf-8")):
        if how == "new":
            found[path] = body
        elif place:
            found[path] = found[path].replace(f"{place}:\n", f"{place}:\n{body}", 1)
        else:
            found[path] += body
    return found


@pytest.fixture(scope="module")
def merged() -> Law:
    return parse(texts())


def test_the_guide_shows_every_step() -> None:
    assert len(BLOCK.findall(GUIDE.read_text("utf-8"))) == 5


def test_the_new_edition_differs_where_the_amendment_says_so_and_nowhere_else(merged: Law) -> None:
    old, new = merged.edition("pemilihan-2025"), merged.edition("pemilihan-2027")
    rule = new.deadline("perbaikan")
    assert (rule.length, rule.unit) == (3, Unit.WORKING_DAYS)
    assert set(new.requirements) - set(old.requirements) == {"telepon_pelapor"}
    assert set(old.requirements) - set(new.requirements) == {"fotokopi_identitas"}
    same = set(new.deadlines) - {"perbaikan"}
    assert {name: new.deadlines[name] for name in same} == {
        name: old.deadlines[name] for name in same
    }
    assert (new.acts, new.routes, new.articles) == (old.acts, old.routes, old.articles)


def test_the_day_it_begins_is_the_day_the_old_one_ends(merged: Law) -> None:
    assert merged.edition_on("pemilihan", date(2027, 2, 28)).id == "pemilihan-2025"
    assert merged.edition_on("pemilihan", date(2027, 3, 1)).id == "pemilihan-2027"


def test_the_proof_accepts_it(merged: Law) -> None:
    assert [fault.story for fault in check(merged, "pemilihan-2027")] == []


def test_the_example_is_what_the_engine_computes(merged: Law) -> None:
    due = compute(
        merged.edition("pemilihan-2027").deadline("perbaikan"),
        datetime.fromisoformat("2027-04-01T10:00:00+07:00"),
        calendar=merged.calendar,
        zone="Asia/Jakarta",
    )
    assert due.due.date() == date(2027, 4, 6)


def test_the_slip_the_guide_warns_of_is_named_with_file_and_line() -> None:
    slipped = texts()
    path = "pemilihan-2027/deadlines.yaml"
    slipped[path] = slipped[path].replace("working_days", "hari_kerja")
    with pytest.raises(
        RuleFileFault, match=r"pemilihan-2027/deadlines\.yaml baris 5.*working_days"
    ):
        parse(slipped)


def test_a_wrong_example_is_contradicted() -> None:
    slipped = texts()
    path = "pemilihan-2027/deadlines.yaml"
    slipped[path] = slipped[path].replace("due: 2027-04-06", "due: 2027-04-07")
    stories = [fault.story for fault in check(parse(slipped), "pemilihan-2027")]
    assert len(stories) == 1
    assert "2027-04-06" in stories[0]
