"""The first schema with data in it: rows come back as they went in, events only grow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from casework.adapters.database import Database
from casework.models import Event, Office, Officer

AT = datetime(2024, 9, 21, 23, 59, 59, tzinfo=timezone(timedelta(hours=7)))
NAME = "Kantor ‏Uji – “ñ” 🗳"


@pytest.fixture
def office_id(database: Database) -> int:
    with database.write() as session:
        office = Office(
            code="07.00",
            name=NAME,
            level="provinsi",
            zone="Asia/Jakarta",
            region_code="17",
            city="Bengkulu",
            letterhead={"lines": [NAME]},
        )
        session.add(office)
        session.flush()
        session.add(
            Event(
                office_id=office.id, seq=1, at=AT, role="", action="uji", detail={"a": [1, NAME]},
                prev_hash="0" * 64, hash="1" * 64,
            )
        )  # fmt: skip
        return office.id


def test_what_went_in_comes_out(database: Database, office_id: int) -> None:
    with database.read() as session:
        office = session.get_one(Office, office_id)
        event = session.scalars(select(Event)).one()
        assert (office.name, office.letterhead) == (NAME, {"lines": [NAME]})
        assert event.at == AT
        assert event.at.tzinfo is UTC
        assert event.detail == {"a": [1, NAME]}


@pytest.mark.parametrize("statement", [update(Event).values(action="lain"), delete(Event)])
def test_an_event_is_neither_changed_nor_removed(
    database: Database, office_id: int, statement: object
) -> None:
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(statement)  # type: ignore[call-overload]  # update or delete
    with database.read() as session:
        assert session.scalars(select(Event.action)).one() == "uji"


def test_a_login_exists_once(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add_all([Officer(login="sama", name="A"), Officer(login="sama", name="B")])


def test_a_time_without_zone_is_refused(database: Database, office_id: int) -> None:
    with pytest.raises(Exception, match="needs a zone"), database.write() as session:
        session.execute(select(Event).where(Event.at == datetime(2024, 9, 21)))  # noqa: DTZ001  # a naive time is the point
