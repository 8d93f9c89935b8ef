"""Unsent forms: sealed, one officer's own, given back as typed, gone after a while."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Draft, Event
from casework.services.core import drafts
from casework.services.core.work import Actor, Work
from tests.bureau import Bureau

PAGE = "/perkara/1/kajian"
TYPED = {"fakta": "Pertemuan terjadi.", "hasil-2": ["pidana", "etik"], "nama": "Budi Santoso"}


def keep(bureau: Bureau, role: str = "case_officer", **more: object) -> drafts.Kept:
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        return drafts.keep(work, PAGE, TYPED, **more)  # type: ignore[arg-type]  # passed on


def found(bureau: Bureau, role: str = "case_officer") -> drafts.Kept | None:
    return bureau.read(lambda work: drafts.find(work, PAGE), role)


def rows(work: Work) -> list[Draft]:
    return list(work.session.scalars(select(Draft)))


def test_what_was_typed_comes_back_to_the_officer_who_typed_it_alone(bureau: Bureau) -> None:
    keep(bureau, seen=4)
    mine = found(bureau)
    assert mine is not None
    assert (mine.content, mine.seen, mine.revision) == (TYPED, 4, 1)
    assert found(bureau, "coordinator") is None
    assert bureau.read(lambda work: drafts.mine(work, "/perkara/"), "coordinator") == []
    assert [one.page for one in bureau.read(lambda work: drafts.mine(work), "case_officer")] == [
        PAGE
    ]


def test_nothing_of_it_can_be_read_in_the_database_or_the_record(bureau: Bureau) -> None:
    before = bureau.read(lambda work: len(work.session.scalars(select(Event)).all()))
    keep(bureau)
    (row,) = bureau.read(rows)
    assert b"Budi" not in row.sealed
    assert bureau.read(lambda work: len(work.session.scalars(select(Event)).all())) == before


def test_keeping_again_replaces_it_and_counts(bureau: Bureau) -> None:
    first = keep(bureau)
    bureau.later(minutes=1)
    second = keep(bureau, revision=first.revision)
    assert (second.revision, second.begun_at) == (2, first.begun_at)
    assert second.saved_at > first.saved_at
    assert len(bureau.read(rows)) == 1


def test_another_window_is_told_which_fields_changed(bureau: Bureau) -> None:
    first = keep(bureau)
    keep(bureau, revision=first.revision)
    with (
        pytest.raises(Conflict) as clash,
        bureau.app.unit_of_work(bureau.actor("case_officer")) as work,
    ):
        drafts.keep(work, PAGE, {**TYPED, "fakta": "Lain."}, revision=first.revision)
    assert clash.value.changes == ("fakta",)
    mine = found(bureau)
    assert mine is not None
    assert mine.content["fakta"] == "Pertemuan terjadi."


def test_a_draft_that_was_sent_does_not_come_back_by_a_late_keeping(bureau: Bureau) -> None:
    first = keep(bureau)
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        assert drafts.drop(work, PAGE)
        assert not drafts.drop(work, PAGE)
    assert found(bureau) is None
    with pytest.raises(Conflict, match="sudah dikirim"):
        keep(bureau, revision=first.revision)
    assert found(bureau) is None
    assert keep(bureau, revision=0).revision == 1


def test_after_its_time_it_is_not_given_back_and_removed(bureau: Bureau) -> None:
    keep(bureau)
    bureau.later(seconds=(drafts.KEPT_FOR - timedelta(seconds=1)).total_seconds())
    assert found(bureau) is not None
    bureau.later(seconds=1)
    assert found(bureau) is None
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        assert drafts.sweep(work) == 1
    assert bureau.read(rows) == []


def test_it_has_a_measure_and_an_owner(bureau: Bureau) -> None:
    with (
        pytest.raises(BadInput, match="1 MB"),
        bureau.app.unit_of_work(bureau.actor("case_officer")) as work,
    ):
        drafts.keep(work, PAGE, {"fakta": "x" * drafts.MOST_BYTES})
    with pytest.raises(NotPermitted), bureau.app.unit_of_work(Actor.system(1)) as work:
        drafts.keep(work, PAGE, TYPED)
    assert bureau.read(rows) == []
