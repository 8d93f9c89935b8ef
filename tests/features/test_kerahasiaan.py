"""kerahasiaan.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import text

from casework.models import Base
from casework.services.cases.record import disclosure
from tests.bureau import Bureau
from tests.desk import REPORTER
from tests.features.conftest import ROLES, Attempt

scenarios("kerahasiaan.feature")


@when(parsers.re(r'(?P<who>.+) membuka identitas pelapor dengan alasan "(?P<reason>.*)"'))
def read(kantor: Bureau, upaya: Attempt, who: str, reason: str) -> None:
    (reporter,) = kantor.parties("reporter")

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[who])) as work:
            assert disclosure.read(work, reporter.id, reason).name == REPORTER.name

    upaya.make(act)


@then("pembukaan itu tercatat beserta alasannya")
def recorded(kantor: Bureau) -> None:
    (event,) = kantor.events("identitas_dibuka")
    assert event.detail["reason"] == "Mencocokkan surat kuasa"
    assert event.actor_id


@then("tidak ada pembukaan yang tercatat")
def not_recorded(kantor: Bureau) -> None:
    assert kantor.events("identitas_dibuka") == []


@then("nama pelapor tidak terbaca di tabel mana pun")
def unreadable(kantor: Bureau) -> None:
    secrets = (REPORTER.name, REPORTER.identity_number, REPORTER.address)
    with kantor.app.database.read() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(text(f"select * from {table.name}")):
                for value in row:
                    plain = bytes(value) if isinstance(value, memoryview) else value
                    shown = plain.decode("latin-1") if isinstance(plain, bytes) else str(plain)
                    assert not any(secret in shown for secret in secrets), table.name
