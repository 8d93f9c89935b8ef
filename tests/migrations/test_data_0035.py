"""Respondents from before keep their number as it was typed, and their seal."""

from __future__ import annotations

from alembic import command
from sqlalchemy import select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Party
from casework.services.cases.record.audit import row_digest
from casework.services.core import phone
from tests.migrations import rows


def test_a_number_from_before_stays_as_it_was_typed(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        row = Party(
            case_id=case.id, role="respondent", ordinal=1, label="Terlapor", phone="0811 7300 0001"
        )
        session.add(row)
        session.flush()
        sealed = row_digest(row)
    command.downgrade(configuration(database_url), "0034")
    upgrade(database_url)
    with database.write() as session:
        party = session.scalars(select(Party)).one()
        assert (party.phone, party.phone_e164) == ("0811 7300 0001", None)
        assert phone.shown(party.phone, party.phone_e164 or "") == "0811 7300 0001"
        assert row_digest(party) == sealed
        party.phone_e164 = phone.e164(party.phone)
        assert row_digest(party) != sealed
