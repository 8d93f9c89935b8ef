"""An office sets whom its limits remind: rungs that fired stay, later ones follow its ladder."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from casework.engine.rule import Rung
from casework.errors import BadInput, CaseworkError, NotFound, NotPermitted
from casework.models import Notice, Outbox, RuleRevision
from casework.services.core.work import Work
from casework.services.deadlines import ladders
from casework.services.deadlines.ladders import Standing
from casework.services.people import offices
from casework.services.upkeep import digest
from tests.bureau import Bureau

HOUR = timedelta(hours=1)
RULE = "kajian_awal"
WHY = "Koordinator ingin diingatkan lebih awal."
NEW = (Rung(30 * HOUR, ("coordinator",)), Rung(2 * HOUR, ("chair",)), Rung(-HOUR, ("coordinator",)))


def change(
    bureau: Bureau, rungs: tuple[Rung, ...] = NEW, role: str = "administrator", why: str = WHY,
    rule: str = RULE,
) -> RuleRevision:  # fmt: skip
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        return ladders.change(work, work.actor.office_id, rule, rungs, why)


def now(bureau: Bureau) -> Standing:
    def look(work: Work) -> Standing:
        return ladders.of_rule(work, work.actor.office_id, RULE)[1]

    return bureau.read(look, "administrator")


def waiting(bureau: Bureau) -> list[timedelta]:
    """How long before the limit each waiting reminder stands."""
    limit = bureau.limit(RULE)
    due = datetime.fromisoformat(limit.due)
    query = (
        select(Outbox.not_before)
        .where(Outbox.kind == "reminder", Outbox.state == "waiting")
        .where(Outbox.key.contains(f"deadline-{limit.id}:"))
        .order_by(Outbox.not_before)
    )
    return bureau.read(lambda work: [due - at for at in work.session.scalars(query)])


def test_a_running_limit_follows_the_new_ladder(bureau: Bureau) -> None:
    bureau.receive()
    given = now(bureau).given
    assert waiting(bureau) == [one.before for one in given]
    change(bureau)
    assert waiting(bureau) == [one.before for one in NEW]
    told = now(bureau)
    assert (told.given, told.own) == (given, NEW)
    (event,) = bureau.events(ladders.ACTION)
    assert event.detail["limits"] == 1
    assert bureau.sound() == ()
    later = datetime.fromisoformat(bureau.limit(RULE).due) - 2 * HOUR
    bureau.clock.set(later)
    bureau.settle()
    bodies = bureau.read(lambda work: work.session.scalars(select(Notice.body)).all())
    assert any("2 jam sebelum batas" in text for text in bodies)
    assert waiting(bureau) == [-HOUR]


def test_rungs_that_fired_do_not_come_again(bureau: Bureau) -> None:
    bureau.receive()
    bureau.clock.set(datetime.fromisoformat(bureau.limit(RULE).due) - 20 * HOUR)
    bureau.settle()
    before = bureau.read(lambda work: work.session.query(Notice).count())
    change(bureau)
    assert waiting(bureau) == [2 * HOUR, -HOUR]
    bureau.settle()
    assert bureau.read(lambda work: work.session.query(Notice).count()) == before


def test_a_new_limit_begins_with_it_and_back_again(bureau: Bureau) -> None:
    change(bureau)
    bureau.receive()
    assert waiting(bureau) == [one.before for one in NEW]
    change(bureau, ())
    assert now(bureau).own is None
    assert waiting(bureau) == [one.before for one in now(bureau).given]


def test_another_office_keeps_its_own(bureau: Bureau) -> None:
    change(bureau)
    lebong = Bureau(bureau.app, bureau.clock, "07.08")
    lebong.receive(election="bupati-lebong-2024")
    assert waiting(lebong) == [one.before for one in now(bureau).given]
    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        there = next(one for one in offices.governed(work) if one.code == "07.08")
        ladders.change(work, there.id, RULE, NEW, WHY)
    assert waiting(lebong) == [one.before for one in NEW]


def test_the_daily_message_names_the_roles_of_the_ladder(bureau: Bureau) -> None:
    bureau.receive()
    limit = bureau.limit(RULE)

    def concerned(work: Work) -> frozenset[str]:
        return digest.concerned(work, bureau.case(work), limit)

    assert "chair" not in bureau.read(concerned)
    change(bureau)
    assert "chair" in bureau.read(concerned)


@pytest.mark.parametrize(
    ("rungs", "story"),
    [
        ((Rung(-HOUR, ("chair",)), Rung(timedelta(0), ("chair",))), "sebelum batas"),
        ((Rung(HOUR, ()),), "satu peran"),
        ((Rung(HOUR, ("raja",)),), "satu peran"),
        ((Rung(HOUR, ("chair",)), Rung(HOUR, ("coordinator",))), "waktu yang sama"),
        ((Rung(timedelta(days=9), ("chair",)),), "sebelum jam mulai"),
        (tuple(Rung(n * HOUR, ("chair",)) for n in range(1, 15)), "Paling banyak"),
    ],
)
def test_what_would_remind_too_late_or_nobody_is_refused(
    bureau: Bureau, rungs: tuple[Rung, ...], story: str
) -> None:
    with pytest.raises(BadInput, match=story):
        change(bureau, rungs)
    assert now(bureau).own is None


def test_only_the_administrator_and_with_a_reason(bureau: Bureau) -> None:
    for role in ("coordinator", "chair"):
        with pytest.raises(NotPermitted):
            change(bureau, role=role)
    with pytest.raises(CaseworkError, match="belum diisi"):
        change(bureau, why="")
    with pytest.raises(NotFound):
        change(bureau, rule="tidak_ada")
