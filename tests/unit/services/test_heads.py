"""The heads of all chains leave the machine every day, stamped where a service is set."""

from __future__ import annotations

import hashlib
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from asn1crypto import keys, tsp  # type: ignore[import-untyped]  # it has no types
from asn1crypto import x509 as asn1
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper
from sqlalchemy import select, text

from casework.adapters.anchor import kept
from casework.adapters.signing.timestamp import TimeStamps
from casework.cli import cli
from casework.errors import BadInput, DeliveryFailed
from casework.models import Event
from casework.services.cases.record import audit, audit_check, disclosure
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import digest, effects, heads
from tests.bureau import Bureau
from tests.unit.services.test_rewritten_history import OPENERS

NOBODY = Actor.system(NO_OFFICE)


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """A report of yesterday; it is time for the message of the day everywhere."""
    bureau.receive()
    bureau.at("2024-09-20T07:31:00")
    return bureau


def send(office: Bureau) -> list[str]:
    """Let the day begin; gives the messages with heads, as they were mailed."""
    digest.plan(office.app)
    effects.drain(office.app)
    return [mail.text for mail in office.mailbox.messages if "Kepala jejak audit" in mail.subject]


def test_two_people_get_the_heads_of_all_chains_and_the_command_takes_them(office: Bureau) -> None:
    with office.app.database.read() as session:
        before = set(audit.heads(session))
    bodies = send(office)
    assert len(bodies) == heads.HOW_MANY
    found = kept(bodies[0])
    assert {one[0] for one in found} == {one[0] for one in before}
    with office.app.reading(NOBODY) as work:
        report = audit_check.verify(work, office.app.anchors.read(), found)
    assert report.faults == ()
    (event,) = office.events(heads.SENT)
    assert len(set(event.detail["to"])) == heads.HOW_MANY
    assert "stamp" not in event.detail


def test_the_daily_message_bears_the_head_of_its_office(office: Bureau) -> None:
    send(office)
    daily = [one.text for one in office.mailbox.messages if one.subject.startswith("Ringkasan")]
    assert daily
    assert all(len(kept(body)) == 1 for body in daily)


def test_they_are_sent_once_a_day(office: Bureau) -> None:
    assert len(send(office)) == heads.HOW_MANY
    office.later(hours=2)
    assert len(send(office)) == heads.HOW_MANY
    office.later(days=1)
    assert len(send(office)) == 2 * heads.HOW_MANY


def test_a_chain_cut_behind_the_heads_that_were_sent_is_found(office: Bureau) -> None:
    (reporter,) = office.parties("reporter")
    with office.app.unit_of_work(office.actor("coordinator")) as work:
        disclosure.read(work, reporter.id, "Mencocokkan alamat surat")
    send(office)
    with office.app.database.engine.begin() as connection:
        for opener in OPENERS[connection.dialect.name]:
            connection.execute(text(opener))
    with office.app.database.write() as session:
        read = session.scalars(select(Event).where(Event.action == "identitas_dibuka")).one()
        later = session.scalars(
            select(Event).where(Event.office_id == read.office_id, Event.seq >= read.seq)
        ).all()
        place = {"seq": read.seq - 1, "hash": read.prev_hash, "office": read.office_id}
        for event in later:
            session.delete(event)
        session.execute(
            text("update chain_heads set seq = :seq, hash = :hash where office_id = :office"),
            place,
        )
    faults = office.sound()
    assert any("sebagai kepala rantai" in fault for fault in faults), faults


def test_the_two_are_chosen_on_the_record(office: Bureau) -> None:
    two = ["auditor.bengkulu", "penelaah.bengkulu"]
    chosen = CliRunner().invoke(cli, ["audit", "recipients", *two])
    assert chosen.exit_code == 0, chosen.output
    send(office)
    told = {one.to for one in office.mailbox.messages if "Kepala jejak audit" in one.subject}
    assert told == {f"{login}@latihan.invalid" for login in two}
    with office.app.unit_of_work(NOBODY) as work, pytest.raises(BadInput):
        heads.choose(work, ["auditor.bengkulu", "auditor.bengkulu"])
    assert office.sound() == ()


def test_heads_are_stamped_by_a_service_and_openssl_agrees(office: Bureau, tmp_path: Path) -> None:
    with authority(tmp_path) as url:
        office.app = replace(office.app, stamper=TimeStamps(url))
        send(office)
    folder = tmp_path / "cap"
    done = CliRunner().invoke(cli, ["audit", "stamps", str(folder)])
    assert done.exit_code == 0, done.output
    (data,), (token,) = folder.glob("*.txt"), folder.glob("*.tst")
    assert kept(data.read_text())
    command = ["openssl", "ts", "-verify", "-token_in", "-in", str(token), "-data", str(data),
               "-CAfile", str(tmp_path / "tsa.pem")]  # fmt: skip
    good = subprocess.run(command, capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stderr
    data.write_text(data.read_text().replace("a", "b"))
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    assert office.sound() == ()


def test_a_service_that_does_not_answer_keeps_no_heads_back(office: Bureau) -> None:
    silent = TimeStamps("http://127.0.0.1:9/tsa")
    with pytest.raises(DeliveryFailed):
        silent.stamp(hashlib.sha256(b"x").digest())
    office.app = replace(office.app, stamper=silent)
    bodies = send(office)
    assert len(bodies) == heads.HOW_MANY
    assert all("Tanpa cap waktu" in body for body in bodies)


@contextmanager
def authority(folder: Path) -> Iterator[str]:
    """A time-stamping service on this machine; its certificate lies in `tsa.pem`."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Penanda waktu uji")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "tsa.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    stamper = DummyTimeStamper(
        asn1.Certificate.load(certificate.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(secret),
    )

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = stamper.request_tsa_response(asked).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
