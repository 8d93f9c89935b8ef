"""Choices, questions and urgent notices: what was there before stays, both ways."""

from __future__ import annotations

from datetime import time

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Deadline, Notice, Officer, Preference, Question
from tests.migrations import rows
from tests.migrations.rows import AT


@pytest.fixture
def asked(database: Database) -> tuple[int, int]:
    """An officer with quiet hours and a reminder, a case with a question about its limit."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="petugas", name="Petugas")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id, stage="kajian_awal")
        session.add(case)
        session.flush()
        limit = Deadline(
            case_id=case.id, rule="kajian_awal", title="Kajian awal", edition="pemilihan-2020",
            revision="1", started_at=AT.isoformat(), due=AT.isoformat(), safe=AT.isoformat(),
            due_at=AT, unit="calendar_days", citation="Pasal 9",
            verification="secondary", state="expired", derivation=[],
        )  # fmt: skip
        session.add(limit)
        session.flush()
        session.add_all([
            Notice(key="satu", officer_id=officer.id, case_id=case.id, subject="Uji", body="Uji",
                   ends_at=AT, created_at=AT),
            Preference(officer_id=officer.id, channels=["email"], quiet_from=time(21),
                       quiet_until=time(6), handle="0" * 32, sealed=b"x", changed_at=AT),
            _question(case.id, limit),
        ])  # fmt: skip
        return officer.id, limit.id


def _question(case_id: int, limit: Deadline) -> Question:
    return Question(case_id=case_id, deadline_id=limit.id, due_at=limit.due_at, known=False,
                    effect="Tidak diketahui.", citation="Pasal 9", verification="secondary",
                    roles=["coordinator"], asked_at=AT)  # fmt: skip


def test_down_and_up_keep_every_notice(
    database: Database, database_url: str, asked: tuple[int, int]
) -> None:
    command.downgrade(configuration(database_url), "0005")
    upgrade(database_url)
    with database.read() as session:
        (notice,) = session.scalars(select(Notice)).all()
        assert (notice.officer_id, notice.subject, notice.ends_at) == (asked[0], "Uji", None)
        assert session.scalars(select(Preference)).all() == []
        assert session.scalars(select(Question)).all() == []
        assert session.get_one(Deadline, asked[1]).state == "expired"


def test_quiet_hours_are_read_as_they_were_written(
    database: Database, asked: tuple[int, int]
) -> None:
    with database.read() as session:
        row = session.get_one(Preference, asked[0])
        assert (row.quiet_from, row.quiet_until) == (time(21), time(6))


def test_an_expiry_is_asked_about_once(database: Database, asked: tuple[int, int]) -> None:
    with database.read() as session:
        limit = session.get_one(Deadline, asked[1])
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(_question(limit.case_id, limit))
