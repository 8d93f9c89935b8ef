"""Whoever may write the database and the anchor file cannot write another history unseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import select, text

from casework.adapters.vault import KeyFileVault
from casework.cli import cli
from casework.commands.migrate import lock
from casework.engine import chain
from casework.errors import SettingsError
from casework.models import Event, Officer
from casework.services.cases.record import audit, audit_check, boundary, disclosure
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.bureau import Bureau

OPENERS = {
    "sqlite": ("DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete"),
    "postgresql": ("DROP TRIGGER events_append_only ON events",),
}
NOBODY = Actor.system(NO_OFFICE)


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """A case of two days, with the record open to whoever owns the database."""
    bureau.receive()
    bureau.later(days=1)
    bureau.ask_to_complete()
    assert bureau.sound() == ()
    run(bureau, *OPENERS[bureau.app.database.engine.dialect.name])
    return bureau


def run(office: Bureau, *statements: str, **values: Any) -> None:
    with office.app.database.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement), values)


def rewrite(office: Bureau, vault: KeyFileVault | None) -> None:
    """Say that somebody else did everything, and make chain, heads and anchors fit."""
    with office.app.database.write() as session:
        heads: dict[int, tuple[int, str]] = {}
        for event in session.scalars(select(Event).order_by(Event.office_id, Event.seq)):
            event.actor_id = 1
            event.prev_hash = heads.get(event.office_id, (0, chain.GENESIS))[1]
            event.hash = chain.link(
                event.office_id, event.seq, event.prev_hash, audit.event_body(event)
            )
            if vault is not None:
                message = chain.authenticated(event.office_id, event.seq, event.hash)
                event.mac = vault.authenticate(message)
            heads[event.office_id] = event.seq, event.hash
        session.flush()
        lines = [
            f"{event.office_id} {event.seq} {event.hash}\n"
            for event in session.scalars(select(Event).order_by(Event.id))
        ]
        for office_id, (seq, hash_) in heads.items():
            session.execute(
                text("update chain_heads set seq = :seq, hash = :hash where office_id = :office"),
                {"seq": seq, "hash": hash_, "office": office_id},
            )
    office.app.anchors.path.write_text("".join(lines))


def test_a_rewritten_chain_is_found_although_chain_and_anchors_fit(office: Bureau) -> None:
    rewrite(office, vault=None)
    faults = office.sound()
    assert faults
    assert all("kodenya tidak dibuat dengan kunci induk" in fault for fault in faults)


def test_codes_made_with_another_key_are_found(office: Bureau) -> None:
    rewrite(office, KeyFileVault(bytes(32)))
    assert any("kodenya tidak dibuat dengan kunci induk" in fault for fault in office.sound())


def test_codes_taken_away_are_found(office: Bureau) -> None:
    rewrite(office, vault=None)
    run(office, "update events set mac = null")
    assert any("kejadian terakhir tidak berkode" in fault for fault in office.sound())


def test_a_code_missing_in_the_middle_is_found(office: Bureau) -> None:
    run(office, "update events set mac = null where seq = 2")
    assert any("tidak berkode" in fault for fault in office.sound())


def test_the_key_of_the_codes_is_derived_and_is_no_other_key(office: Bureau) -> None:
    master = office.app.settings.master_key.read_bytes()
    vault = KeyFileVault(master)
    assert vault.authenticate(b"x") == office.app.vault.authenticate(b"x")
    assert vault.authenticate(b"x") != vault.mark(b"x", "")
    assert vault.authenticate(b"x") != KeyFileVault(bytes(32)).authenticate(b"x")


def test_a_removed_anchor_file_is_found(office: Bureau) -> None:
    office.app.anchors.path.unlink()
    assert any("berkas jangkar" in fault for fault in office.sound())


def test_an_anchor_file_that_began_anew_is_found(office: Bureau) -> None:
    office.app.anchors.path.unlink()
    office.later(hours=1)
    office.receive("laporan-2")
    assert any("berkas jangkar" in fault for fault in office.sound())
    office.app.settle_anchors()
    assert any("berkas jangkar" in fault for fault in office.sound())


@pytest.mark.parametrize("kept", [1, 5])
def test_a_cut_anchor_file_is_found(office: Bureau, kept: int) -> None:
    lines = office.app.anchors.path.read_text().splitlines(keepends=True)
    office.app.anchors.path.write_text("".join(lines[:kept]))
    assert any("berkas jangkar" in fault for fault in office.sound())
    office.app.settle_anchors()
    assert any("berkas jangkar" in fault for fault in office.sound())


def test_an_anchor_file_without_its_middle_is_found(office: Bureau) -> None:
    office.later(days=1)
    office.receive("laporan-2")
    lines = office.app.anchors.path.read_text().splitlines(keepends=True)
    office.app.anchors.path.write_text("".join(lines[:3] + lines[-3:]))
    assert any("berkas jangkar" in fault for fault in office.sound())


def test_the_end_of_the_record_cut_off_with_its_anchors_is_found_by_heads_kept_elsewhere(
    office: Bureau,
) -> None:
    (reporter,) = office.parties("reporter")
    with office.app.unit_of_work(office.actor("coordinator")) as work:
        disclosure.read(work, reporter.id, "Mencocokkan alamat surat")
    with office.app.database.read() as session:
        heads = audit.heads(session)
    _cut(office)
    assert office.sound() == ()
    with office.app.reading(NOBODY) as work:
        report = audit_check.verify(work, office.app.anchors.read(), heads)
    assert any("jangkar simpanan" in fault for fault in report.faults)


def _cut(office: Bureau) -> None:
    """Take the newest event (an identity was read) away with everything that tells of it."""
    newest = "(select max(id) from events)"
    with office.app.database.engine.begin() as connection:
        last = connection.execute(
            text(f"select office_id, seq, prev_hash, detail from events where id = {newest}")
        ).one()
        detail = last.detail if isinstance(last.detail, dict) else json.loads(last.detail)
        assert not detail.get("digests")
        connection.execute(text(f"delete from events where id = {newest}"))
        connection.execute(
            text("update chain_heads set seq = :seq, hash = :hash where office_id = :office"),
            {"seq": last.seq - 1, "hash": last.prev_hash, "office": last.office_id},
        )
    lines = office.app.anchors.path.read_text().splitlines(keepends=True)
    office.app.anchors.path.write_text(
        "".join(line for line in lines if not line.startswith(f"{last.office_id} {last.seq} "))
    )


@pytest.fixture
def older(office: Bureau) -> Bureau:
    """The installation as a version without codes, and with fewer sealed tables, left it."""
    with office.app.database.write() as session:
        heads: dict[int, str] = {}
        for event in session.scalars(select(Event).order_by(Event.office_id, Event.seq)):
            digests = {
                name: digest
                for name, digest in event.detail.get("digests", {}).items()
                if not name.startswith(("officers:", "officer_roles:", "offices:"))
            }
            event.detail = {**event.detail, "digests": digests}
            event.mac = None
            event.prev_hash = heads.get(event.office_id, chain.GENESIS)
            event.hash = chain.link(
                event.office_id, event.seq, event.prev_hash, audit.event_body(event)
            )
            heads[event.office_id] = event.hash
        session.flush()
        for office_id, hash_ in heads.items():
            session.execute(
                text("update chain_heads set hash = :hash where office_id = :office"),
                {"hash": hash_, "office": office_id},
            )
    office.app.anchors.path.unlink()
    assert any("casework migrate" in fault for fault in office.sound())
    return office


def test_an_older_record_is_locked_once_and_told_of(older: Bureau) -> None:
    assert lock(older.app) > 0
    assert older.sound() == ()
    assert lock(older.app) == 0
    locked = older.events(boundary.LOCKED)
    assert len({event.office_id for event in locked}) == len(locked) > 1
    assert all(event.detail["before"] == event.seq - 1 for event in locked)


def test_an_older_record_cannot_be_changed_once_it_is_locked(older: Bureau) -> None:
    lock(older.app)
    with older.app.database.write() as session:
        event = session.scalars(select(Event).where(Event.mac.is_(None))).first()
        assert event is not None
        event.actor_id = 1
    assert any("isinya berubah" in fault for fault in older.sound())


def test_a_code_alone_does_not_lock_an_older_record(older: Bureau) -> None:
    older.later(minutes=1)
    older.receive("laporan-2")
    assert any("bukan kejadian yang mengunci jejak" in fault for fault in older.sound())


def test_a_chair_made_by_statement_is_found(office: Bureau) -> None:
    with office.app.database.write() as session:
        officer = session.scalars(select(Officer).order_by(Officer.id)).first()
        assert officer is not None
        session.execute(
            text(
                "insert into officer_roles (officer_id, office_id, role, starts) "
                "values (:officer, 1, 'chair', '2024-01-01')"
            ),
            {"officer": officer.id},
        )
    assert any("officer_roles:" in fault and "tidak pernah" in fault for fault in office.sound())


def test_what_a_lost_anchor_file_held_is_written_anew_on_the_record(office: Bureau) -> None:
    office.app.anchors.path.unlink()
    assert office.app.anchor_again(Actor.system(1), "Disk rusak") > 0
    assert office.sound() == ()
    (event,) = office.events("jangkar_ditulis_ulang")
    assert event.detail["reason"] == "Disk rusak"
    assert office.app.anchor_again(Actor.system(1), "Sekali lagi") == 0


def test_the_command_compares_with_heads_that_were_kept(office: Bureau, tmp_path: Path) -> None:
    printed = CliRunner().invoke(cli, ["audit", "heads"])
    kept = tmp_path / "pesan.txt"
    kept.write_text(f"> Kepala rantai hari ini:\n> {printed.output}")
    good = CliRunner().invoke(cli, ["audit", "verify", "--anchors", str(kept)])
    assert (good.exit_code, "kepala rantai dari" in good.output) == (0, True), good.output
    (reporter,) = office.parties("reporter")
    with office.app.unit_of_work(office.actor("coordinator")) as work:
        disclosure.read(work, reporter.id, "Mencocokkan alamat surat")
    kept.write_text(CliRunner().invoke(cli, ["audit", "heads"]).output.upper())
    _cut(office)
    bad = CliRunner().invoke(cli, ["audit", "verify", "--anchors", str(kept)])
    assert (bad.exit_code, "jangkar simpanan" in bad.output) == (1, True), bad.output
    kept.write_text("tidak ada apa-apa")
    nothing = CliRunner().invoke(cli, ["audit", "verify", "--anchors", str(kept)])
    assert isinstance(nothing.exception, SettingsError)
