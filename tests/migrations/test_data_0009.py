"""Papers and numbers from before signed copies and inserted numbers: nothing is lost, both ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Blob, Document, Number, Signature
from casework.services.cases.record import audit
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def office_id(database: Database) -> int:
    """An issued letter with its number, a number put after it, and a signed copy."""
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="tindak_lanjut")
        blob = Blob(sha256="a" * 64, size=1, media_type="application/pdf", path="satu",
                    stored_at=AT)  # fmt: skip
        session.add_all([case, blob])
        session.flush()
        paper = Document(
            case_id=case.id, kind="penerusan_administrasi", title="Penerusan", state="issued",
            edition="pemilihan-2020", revision="1", number="194/K/2024", dated=AT,
            issued_blob_id=blob.id, verify_code="kode-1", created_at=AT,
        )  # fmt: skip
        session.add_all([paper, _number(office.id, 194), _number(office.id, 194, 1)])
        session.flush()
        session.add(
            Signature(document_id=paper.id, ordinal=1, way="basah", base_blob_id=blob.id,
                      blob_id=blob.id, signer_name="Ketua", signed_at=AT)
        )  # fmt: skip
        return office.id


def _number(office_id: int, seq: int, inserted: int | None = None) -> Number:
    text = f"{seq}{f'.{inserted}' if inserted else ''}/K/2024"
    return Number(office_id=office_id, series="surat", year=2024, seq=seq, inserted=inserted,
                  text=text, taken_at=AT)  # fmt: skip


def test_down_and_up_keep_letters_and_ordinary_numbers_as_they_were_sealed(
    database: Database, database_url: str, office_id: int
) -> None:
    with database.read() as session:
        before = audit.row_digest(session.scalars(select(Document)).one())
        sealed = audit.row_digest(session.scalars(select(Number).where(Number.id == 1)).one())
    command.downgrade(configuration(database_url), "0008")
    upgrade(database_url)
    with database.read() as session:
        (paper,) = session.scalars(select(Document)).all()
        (number,) = session.scalars(select(Number)).all()
        assert (number.seq, number.inserted) == (194, None)
        assert audit.row_digest(paper) == before
        assert audit.row_digest(number) == sealed
        assert session.scalars(select(Signature)).all() == []


@pytest.mark.parametrize("inserted", [None, 1])
def test_a_number_is_given_once(database: Database, office_id: int, inserted: int | None) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(_number(office_id, 194, inserted))


def test_a_signed_copy_has_its_place_once(database: Database, office_id: int) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(
            Signature(document_id=1, ordinal=1, way="pades", base_blob_id=1, blob_id=1,
                      signer_name="Anggota", signed_at=AT)
        )  # fmt: skip
