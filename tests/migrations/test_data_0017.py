"""What was decided before allegations were counted is the first of its respondent, both ways.

The rows stay what the record says they are; a respondent with several articles goes no way down.
"""

from __future__ import annotations

from typing import Any

import pytest
from alembic import command
from sqlalchemy import text

from casework.bootstrap import App
from casework.commands.migrate import configuration, lock, upgrade
from casework.engine import chain
from casework.models import Outcome
from casework.services.acts.parties import Respondent
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Decision
from casework.services.cases.record import audit
from tests.bureau import Bureau
from tests.conftest import SettableClock

BEFORE = "0016"
KEPT = (
    "SELECT party_id, violation_class, article, reason FROM opinions ORDER BY id",
    "SELECT party_id, violation_class, article, reason FROM outcomes ORDER BY id",
    "SELECT referral_id, party_id, state FROM referral_items ORDER BY id",
)
LINKS = (
    "SELECT COUNT(*) FROM referral_items JOIN outcomes ON outcomes.id = outcome_id "
    "AND outcomes.party_id = referral_items.party_id"
)


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    office = Bureau(app, clock)
    office.receive(respondents=(Respondent("Pegawai", "asn", region="kaur"),))
    office.register()
    office.invite()
    office.hear()
    office.review()
    return office


def rows(bureau: Bureau, query: str) -> list[Any]:
    with bureau.app.database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def faults(bureau: Bureau) -> list[str]:
    """What the audit finds, but for what is newer than the steps down and lost on them.

    A requirement judged before 0026 has no word of the facts, and a meeting held before 0031 none
    of its end and of who took the minutes.
    """
    newer = ("findings:", "meetings:")
    return [fault for fault in bureau.sound() if not fault.startswith(newer)]


def test_an_old_case_is_whole_after_down_and_up(bureau: Bureau, database_url: str) -> None:
    bureau.decide()
    bureau.forward()
    before = [rows(bureau, query) for query in KEPT]
    assert all(before)
    command.downgrade(configuration(database_url), BEFORE)
    assert [rows(bureau, query) for query in KEPT] == before
    upgrade(database_url)
    assert [rows(bureau, query) for query in KEPT] == before
    assert set(rows(bureau, "SELECT number FROM opinions")) == {(1,)}
    assert set(rows(bureau, "SELECT number FROM outcomes")) == {(1,)}
    assert rows(bureau, LINKS) == [(len(before[2]),)]
    lock(bureau.app)  # as the command does after the steps
    assert faults(bureau) == []


def test_the_record_knows_an_old_row_as_it_was_sealed(bureau: Bureau) -> None:
    bureau.decide()

    def both(work: Any) -> tuple[str, str]:
        row = work.session.query(Outcome).first()
        old = ("id", "case_id", "party_id", "meeting_id", "violation_class", "article", "reason",
               "no_destination_reason")  # fmt: skip
        return audit.row_digest(row), chain.digest({name: getattr(row, name) for name in old})

    now, sealed = bureau.read(both)
    assert now == sealed


def test_a_changed_number_is_found(bureau: Bureau) -> None:
    bureau.decide()
    with bureau.app.database.engine.begin() as connection:
        connection.execute(text("UPDATE outcomes SET number = 2"))
    assert any("outcomes:" in fault for fault in bureau.sound())


def test_several_articles_go_no_way_down(bureau: Bureau, database_url: str) -> None:
    both = [Decision("hukum_lainnya", "hukum-lain"), Decision("hukum_lainnya", "perda")]
    decisions = {one.id: both for one in bureau.parties()}
    bureau.act("chair", pleno.decide, bureau.meeting(), decisions)
    before = rows(bureau, KEPT[1])
    with pytest.raises(RuntimeError, match="beberapa pasal"):
        command.downgrade(configuration(database_url), BEFORE)
    upgrade(database_url)
    assert rows(bureau, KEPT[1]) == before
    lock(bureau.app)  # as the command does after the steps
    assert faults(bureau) == []
