"""A report at the desk of the training office, as small as the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Office, Officer
from casework.services.acts import acts
from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import Opening
from casework.services.cases.record.identity import Person
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers, training

OFFICE = "07.00"

REPORTER = Person(
    name="Pelapor Uji",
    birth_place="Bengkulu",
    birth_date="1990-01-01",
    sex="L",
    occupation="Guru",
    citizenship="WNI",
    address="Jalan Uji 1",
    phone="0800000001",
    identity_number="0000000000000001",
)

REPORT = Opening(
    key="",
    election="gubernur-bengkulu-2024",
    reporter=REPORTER,
    reporter_kind="pemilih",
    respondents=(Respondent(name="Terlapor Uji", category="kepala_desa"),),
    event_what="Kepala desa menghadiri pertemuan bakal calon",
    event_place="Gedung Uji, Bengkulu",
    event_date=date(2024, 9, 15),
    known_date=date(2024, 9, 17),
    account="Pelapor melihat kepala desa hadir dan mengenakan tanda bakal calon.",
)

TELLING = Opening(
    key="",
    election="gubernur-bengkulu-2024",
    event_what="Kepala desa menghadiri pertemuan bakal calon",
    event_place="Gedung Uji, Bengkulu",
    event_date=date(2024, 9, 15),
    account="Pengawas melihat kepala desa hadir.",
    source="Laporan hasil pengawasan 01/LHP/2024",
    at=None,
    respondents=(Respondent(name="Terlapor Uji", category="kepala_desa", region="seluma"),),
)


def furnish(app: App) -> None:
    """Offices and staff of the training set."""
    with app.unit_of_work(Actor(None, "Pemasangan", NO_OFFICE, frozenset())) as work:
        training.seed(work)


def officer(app: App, login: str) -> Actor:
    """A member of staff, ready to act at the province's office."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        row = work.session.scalars(select(Officer).where(Officer.login == login)).one()
        office = work.session.scalars(select(Office).where(Office.code == OFFICE)).one()
        return officers.actor(work.session, row, office, app.today(office.zone))


def receive(app: App, key: str = "laporan-1", **changes: object) -> Case:
    """Take a report in; gives its case."""
    with app.unit_of_work(officer(app, "penerima.bengkulu")) as work:
        return acts.open_case(work, "terima_laporan", replace(REPORT, key=key, **changes))  # type: ignore[arg-type]  # fields by name
