"""One changed byte anywhere, or a removed row, turns `casework audit verify` red."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from casework.models import Blob
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit_check
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.bureau import Bureau

OPENERS = {
    "sqlite": ("DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete"),
    "postgresql": ("DROP TRIGGER events_append_only ON events",),
}


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """A case with a limit, drawn papers, evidence and a letter with its number."""
    bureau.receive()
    file = bureau.app.store.put(BytesIO(b"bukti foto"), sealed=False, limit=1000)
    bureau.act(
        "intake_officer", lambda work, case, _: evidence.add(work, case, Upload(file, "f", "Foto"))
    )
    bureau.ask_to_complete()
    assert bureau.sound() == ()
    return bureau


def change(office: Bureau, *statements: str) -> None:
    """What somebody with the database in hand could do."""
    with office.app.database.engine.begin() as connection:
        for statement in statements:
            assert _run(connection, statement), statement


def _run(connection: Connection, statement: str) -> bool:
    return connection.execute(text(statement)).rowcount != 0


def permit(office: Bureau) -> tuple[str, ...]:
    """The triggers of the database stand in the way; whoever owns it can take them off."""
    return OPENERS[office.app.database.engine.dialect.name]


def blob_file(office: Bureau, kind: str) -> Path:
    """Where the bytes of a paper or of evidence lie on disk."""
    column = {"evidence": "blob_id", "documents": "issued_blob_id"}[kind]
    query = text(f"select {column} from {kind} where {column} is not null order by id")
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        blob = work.session.get_one(Blob, work.session.scalar(query))
    return office.app.settings.var / "files" / blob.path


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("update deadlines set due = '2024-09-22T23:59:59+07:00' where id = 2", "deadlines:2"),
        ("update deadlines set state = 'met' where rule = 'perbaikan'", "deadlines:"),
        ("update documents set number = '195/PP.00.01/K/09/2024' where number like '194/%'",
         "documents:"),
        ("update numbers set seq = 7 where seq = 6", "numbers:"),
        ("update evidence set description = 'Lain'", "evidence:"),
        ("update blobs set size = size + 1 where id = 1", "blobs:1"),
        ("delete from evidence", "tidak ada lagi"),
        ("update chain_heads set seq = seq - 1", "kepala rantai"),
    ],
)  # fmt: skip
def test_a_changed_row_is_found(office: Bureau, statement: str, part: str) -> None:
    change(office, statement)
    assert any(part in fault for fault in office.sound())


def test_the_database_itself_refuses_to_change_an_event(office: Bureau) -> None:
    with pytest.raises(Exception, match="hanya dapat ditambah"):
        change(office, "update events set action = 'lain' where seq = 3")


def test_a_changed_event_is_found(office: Bureau) -> None:
    change(office, *permit(office)[:1], "update events set action = 'lain' where seq = 3")
    assert any("isinya berubah" in fault for fault in office.sound())


def last(office: Bureau) -> str:
    """The condition of the newest event of the office at hand."""
    return "id = (select max(id) from events)"


def test_a_removed_last_event_is_found(office: Bureau) -> None:
    change(office, *permit(office), f"delete from events where {last(office)}")
    assert any("kepala rantai" in fault for fault in office.sound())


def test_a_removed_last_event_is_found_even_with_the_head_put_back(office: Bureau) -> None:
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        row = work.session.execute(
            text(f"select office_id, seq, prev_hash from events where {last(office)}")
        ).one()
    change(
        office,
        *permit(office),
        f"delete from events where {last(office)}",
        f"update chain_heads set seq = {row.seq - 1}, hash = '{row.prev_hash}' "
        f"where office_id = {row.office_id}",
    )
    assert any("jangkar" in fault for fault in office.sound())


@pytest.mark.parametrize("kind", ["evidence", "documents"])
def test_one_changed_byte_in_a_file_is_found(office: Bureau, kind: str) -> None:
    file = blob_file(office, kind)
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.chmod(0o640)
    file.write_bytes(bytes(content))
    assert any("blobs:" in fault for fault in office.sound())


@pytest.mark.parametrize("kind", ["evidence", "documents"])
def test_a_file_that_is_gone_is_found(office: Bureau, kind: str) -> None:
    blob_file(office, kind).unlink()
    assert any("tidak ada di penyimpanan" in fault for fault in office.sound())


def test_every_stored_row_is_in_the_chain(office: Bureau) -> None:
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        report = audit_check.verify(work, office.app.anchors.read())
        blobs = len(work.session.scalars(select(Blob)).all())
    assert report.green
    assert report.files == blobs > 2
    assert report.rows > blobs
