"""Meetings from before keep their seal: nothing is known of when they closed or who took notes."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Meeting
from casework.models.handling import Purpose, Ruling
from casework.services.acts.review import acknowledgement
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows

HELD = datetime(2024, 9, 27, 3, tzinfo=UTC)
SEAT = {"officer_id": 1, "name": "Anggota", "present": True, "position": "setuju"}


def test_an_older_meeting_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="penerusan")
        session.add(case)
        session.flush()
        row = Meeting(
            case_id=case.id, purpose=Purpose.RULING, held_at=HELD, members=1, attendance=[SEAT],
            decision=Ruling.RULED,
        )  # fmt: skip
        session.add(row)
        session.flush()
        sealed = row_digest(row)
    command.downgrade(configuration(database_url), "0030")
    upgrade(database_url)
    with database.write() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.number, meeting.closed_at, meeting.recorded_at) == ("", None, None)
        assert row_digest(meeting) == sealed
        assert acknowledgement.missing(meeting) == []
        meeting.number = "1"
        assert row_digest(meeting) != sealed
