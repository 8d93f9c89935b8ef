"""The end of a deadline, once a number, is a time: the same one, and sealed as it was before."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select, text

from casework.adapters.database import Database
from casework.bootstrap import App
from casework.commands.migrate import configuration, upgrade
from casework.models import Deadline, Question
from casework.services.cases.record.audit import row_digest
from tests.bureau import Bureau
from tests.conftest import SettableClock

BEFORE = "0024"
END = datetime(2024, 10, 24, 16, 59, 59, tzinfo=UTC)
# What the versions with the number sealed of the two rows below.
SEALED = (
    "84b9b50831b855fdc6daacfb2598cfe1ee97cc83d5d533fe92158a0a474136a1",
    "3941b2cb5d5c15873c486d40e63e453e1043fab0703e151d22b535d30759fc8a",
)


def ends(database: Database, table: str, column: str) -> dict[int, object]:
    with database.engine.connect() as connection:
        rows = connection.execute(text(f"SELECT id, {column} FROM {table}"))  # our own names
        return {row[0]: row[1] for row in rows}


def asked(app: App, clock: SettableClock) -> Bureau:
    """A deadline that was met, one that ran out and is asked about, on one case."""
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.at("2024-09-22T00:00:30")
    bureau.settle()
    assert bureau.limit("kajian_awal").state == "expired"
    return bureau


def test_every_end_stays_what_it_was_both_ways(
    app: App, clock: SettableClock, database_url: str
) -> None:
    bureau = asked(app, clock)
    with app.database.read() as session:
        limits = {one.id: one.due for one in session.scalars(select(Deadline))}
        (question,) = session.scalars(select(Question))
    assert len(limits) > 1
    command.downgrade(configuration(database_url), BEFORE)
    numbers = {key: int(datetime.fromisoformat(due).timestamp()) for key, due in limits.items()}
    assert ends(app.database, "deadlines", "due_epoch") == numbers
    assert ends(app.database, "questions", "due_epoch") == {
        question.id: numbers[question.deadline_id]
    }
    upgrade(database_url)
    with app.database.read() as session:
        for row in session.scalars(select(Deadline)):
            assert row.due_at == datetime.fromisoformat(row.due)
        assert session.scalars(select(Question.due_at)).all() == [question.due_at]
    assert bureau.sound() == ()


def test_what_earlier_versions_sealed_is_what_is_sealed_now() -> None:
    limit = Deadline(
        id=7, case_id=1, rule="penyidikan", title="Penyidikan", edition="pemilihan-2020",
        revision="1", started_at="2024-10-04T10:00:00+07:00", due="2024-10-24T23:59:59+07:00",
        safe="2024-10-23T23:59:59+07:00", due_at=END, unit="working_days", extended=False,
        extension_reason="", provisional=False, citation="Pasal 146", quote="",
        verification="secondary", on_expiry="", derivation=[], state="expired", closed_at=None,
    )  # fmt: skip
    question = Question(
        id=3, case_id=1, deadline_id=7, due_at=END, known=False, effect="Tidak diketahui.",
        citation="Pasal 146", verification="secondary", roles=["case_officer"], asked_at=END,
        answer="", answered_at=None, answered_by=None,
    )  # fmt: skip
    assert (row_digest(limit), row_digest(question)) == SEALED


def test_the_open_ones_are_found_by_their_index_after_it(
    database: Database, database_url: str
) -> None:
    for revision in (BEFORE, "head"):
        if revision == "head":
            upgrade(database_url)
        else:
            command.downgrade(configuration(database_url), revision)
        with database.engine.connect() as connection:
            (index,) = (
                one
                for one in inspect(connection).get_indexes("deadlines")
                if one["name"] == "ix_deadlines_open_due"
            )
        assert index["column_names"] == ["due_at" if revision == "head" else "due_epoch"]
        assert any("open" in str(one) for one in index["dialect_options"].values())
