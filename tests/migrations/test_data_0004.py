"""Letters and answers from before rounds and answer dates: nothing is lost, both ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Document, Meeting, Outcome, Party, Referral, ReferralItem
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)
RECORDED = datetime(2024, 10, 14, 3, 0, tzinfo=UTC)


@pytest.fixture
def case_id(database: Database) -> int:
    """A case with an answered letter to KPU, drafted twice."""
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="tindak_lanjut")
        session.add(case)
        session.flush()
        party = Party(case_id=case.id, role="respondent", ordinal=1, label="Terlapor")
        session.add(party)
        meeting = Meeting(case_id=case.id, purpose="putusan", held_at=AT, members=5,
                          decision="diputuskan")  # fmt: skip
        session.add(meeting)
        session.flush()
        outcome = Outcome(case_id=case.id, party_id=party.id, meeting_id=meeting.id,
                          violation_class="administrasi")  # fmt: skip
        session.add(outcome)
        session.flush()
        for number, state in ((1, "planned"), (2, "followed_up")):
            paper = Document(
                case_id=case.id, kind="penerusan_administrasi", about="kpu", round=number,
                title="Penerusan", edition="pemilihan-2020", revision="1",
                verify_code=f"kode-{number}", created_at=AT,
            )  # fmt: skip
            session.add(paper)
            session.flush()
            letter = Referral(
                case_id=case.id, destination="kpu", addressee="KPU", round=number,
                violation_class="administrasi", document_id=paper.id, citation="Pasal 139",
                verification="secondary",
            )  # fmt: skip
            session.add(letter)
            session.flush()
            session.add(
                ReferralItem(referral_id=letter.id, party_id=party.id, state=state,
                             outcome_id=outcome.id, updated_at=RECORDED,
                             answered_at=AT if number == 2 else None)
            )  # fmt: skip
        return case.id


def test_down_and_up_keep_every_letter_and_date_the_answers(
    database: Database, database_url: str, case_id: int
) -> None:
    command.downgrade(configuration(database_url), "0003")
    with database.engine.connect() as connection:
        before = connection.execute(text("SELECT destination FROM referrals ORDER BY id")).all()
    assert [row[0] for row in before] == ["kpu:1", "kpu"]
    upgrade(database_url)
    with database.read() as session:
        letters = session.scalars(select(Referral).order_by(Referral.id)).all()
        items = session.scalars(select(ReferralItem).order_by(ReferralItem.id)).all()
    assert [(one.case_id, one.round) for one in letters] == [(case_id, 1), (case_id, 1)]
    # What is known of an old answer is the moment it was recorded.
    assert [(one.state, one.answered_at) for one in items] == [
        ("planned", None),
        ("followed_up", RECORDED),
    ]


def test_a_round_of_a_letter_exists_once(database: Database, case_id: int) -> None:
    with database.read() as session:
        paper = session.scalars(select(Document)).first()
    assert paper
    twin = Referral(case_id=case_id, destination="kpu", addressee="KPU", round=2,
                    violation_class="administrasi", document_id=paper.id, citation="",
                    verification="secondary")  # fmt: skip
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(twin)
