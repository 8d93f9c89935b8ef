"""What somebody with database and files in hand might try so that the audit stays green."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, text

from casework.adapters.anchor import AnchorFile
from casework.adapters.vault import KeyFileVault
from casework.errors import IntegrityFault
from casework.models import Blob, Event
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.bureau import Bureau

OPENERS = {
    "sqlite": ("DROP TRIGGER events_no_update",),
    "postgresql": ("DROP TRIGGER events_append_only ON events",),
}
HASH = "ab" * 32


def change(office: Bureau, *statements: str) -> None:
    """Run statements past the product."""
    with office.app.database.engine.begin() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount != 0, statement


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """A case that was completed and registered; everything about it is sound."""
    bureau.receive()
    bureau.ask_to_complete()
    bureau.complete()
    bureau.assess({})
    bureau.register()
    assert bureau.sound() == ()
    return bureau


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("update facts set at = '2024-09-18 02:00:00' where name = 'diregistrasi'", "facts:"),
        ("update dispatches set received_at = '2024-09-20 02:00:00'", "dispatches:"),
        ("update findings set met = not met where id = 1", "findings:"),
        ("update meetings set decision = 'tidak_diregistrasi'", "meetings:"),
        ("update cases set received_at = '2024-09-18 02:00:00'", "cases:"),
        ("update cases set stage = 'kajian'", "cases:"),
        ("update parties set category = 'asn' where role = 'respondent'", "parties:"),
        ("update parties set identity_id = null where role = 'reporter'", "parties:"),
        ("delete from dispatches", "dispatches:"),
    ],
)
def test_what_a_date_rests_on_cannot_be_changed_unseen(
    office: Bureau, statement: str, part: str
) -> None:
    change(office, statement)
    assert any(part in fault for fault in office.sound())


def test_an_older_state_of_a_row_cannot_be_put_back_by_swapping_ids(office: Bureau) -> None:
    row = office.limit("perbaikan")
    assert row.state == "met"
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        told = [
            event.id
            for event in work.session.scalars(select(Event).order_by(Event.seq))
            if f"deadlines:{row.id}" in event.detail.get("digests", {})
        ]
    # Were the order of events that of their ids, the limit could be open again.
    change(
        office,
        *OPENERS[office.app.database.engine.dialect.name],
        f"update events set id = 999999 where id = {told[0]}",
        f"update deadlines set state = 'open', closed_at = null where id = {row.id}",
    )
    assert any(f"deadlines:{row.id}" in fault for fault in office.sound())


def test_bytes_after_the_end_of_a_sealed_file_are_found(office: Bureau) -> None:
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        blob = work.session.scalars(select(Blob).where(Blob.sealed)).first()
    assert blob is not None
    file: Path = office.app.settings.var / "files" / blob.path
    file.chmod(0o640)
    file.write_bytes(file.read_bytes() + b"x")
    assert any(f"blobs:{blob.id}" in fault for fault in office.sound())


def test_a_value_that_cannot_be_read_is_a_finding_and_no_crash(office: Bureau) -> None:
    if office.app.database.engine.dialect.name == "sqlite":
        change(
            office,
            *OPENERS["sqlite"],
            "update events set detail = '{' where seq = 3",
            "update deadlines set derivation = '[' where id = 1",
            "update documents set created_at = 'kemarin' where id = 1",
        )
    change(office, "update blobs set wrapped_key = null where id = 1")
    assert office.sound()


@pytest.mark.parametrize("sealed", [b"", b"x", bytes(20), bytes(61)])
def test_a_cut_off_value_is_a_fault_of_integrity(sealed: bytes) -> None:
    with pytest.raises(IntegrityFault):
        KeyFileVault(bytes(32)).open(sealed, "identity:1")


def test_a_torn_line_of_the_anchors_does_not_spoil_the_next(tmp_path: Path) -> None:
    anchors = AnchorFile(tmp_path / "anchors.log")
    anchors.append([(1, 1, HASH)])
    with anchors.path.open("ab") as file:
        file.write(b"1 2 \xff\xffab")
    anchors.append([(1, 3, HASH)])
    anchors.append([(1, 4, HASH)])
    assert list(anchors.read()) == [(1, 1, HASH), (1, 3, HASH), (1, 4, HASH)]


@pytest.mark.parametrize("lost", [40, 600])
def test_anchors_that_a_power_cut_took_are_written_anew(office: Bureau, lost: int) -> None:
    """The file is not forced to the disk: after a cut its end may be torn or missing."""
    file = office.app.anchors.path
    whole = file.read_bytes()
    file.write_bytes(whole[:-lost])
    assert office.sound() == ()
    assert office.app.settle_anchors() == 1
    with office.app.database.read() as session:
        assert set(audit.heads(session)) <= set(office.app.anchors.read())
    assert office.sound() == ()
    opener = OPENERS[office.app.database.engine.dialect.name][0].replace("update", "delete")
    newest = "select max(seq) from events"
    change(office, opener, f"delete from events where seq = ({newest})")
    assert office.sound()
