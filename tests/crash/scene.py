"""The installation at the moment before the kill: work of every kind is due, none is done."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

from sqlalchemy import select

from casework.adapters import rulebook
from casework.bootstrap import App, build
from casework.engine.law import Law
from casework.models import Case, Document, Office, Officer, Party
from casework.services.acts import acts
from casework.services.acts.any_stage import issuing, plain_acts
from casework.services.acts.clarification import sessions
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Pleno, Seat
from casework.services.cases.evidence import Upload
from casework.services.core import outbox
from casework.services.core.batches import SWEPT
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import bundles
from casework.services.kerawanan import rounds
from casework.services.kerawanan.rounds import NewRound
from casework.services.people import nudges, officers, training
from casework.services.people.officers import holders
from casework.settings import Settings
from tests import desk
from tests.conftest import SettableClock
from tests.crash.post import Post
from tests.one_page import OnePage
from tests.own_examiner import OwnExaminer
from tests.warm import CompiledStatements

START = "2024-09-19T09:00:00+07:00"
FORM = "formulir-{}"
STATEMENTS = CompiledStatements()
"""Children go on with what their parent has compiled."""


@cache
def law() -> Law:
    """The law, read once: children begin with what their parent has read."""
    return rulebook.load()


def place(url: str, folder: Path, *, draws: bool = False) -> App:
    """The installation in a folder; papers are blank unless they are to be drawn."""
    clock = SettableClock(folder / "clock")
    if not clock.file.exists():
        clock.set(START)
    settings = Settings(mode="test", var=folder / "var", database_url=url, clock=clock.spec)
    app = replace(build(settings, law()), mailer=Post(folder / "post"))
    STATEMENTS.lend(app.database)
    app = replace(app, examiner=OwnExaminer(app))
    return app if draws else replace(app, renderer=OnePage())


def furnish(url: str, folder: Path) -> None:
    """Offices, staff, and three cases: one invited to clarification, two just received.

    The invitations are numbered and asked for as one print file. The third case lies at the office
    below, whose limits the province is about to take over.
    """
    app = place(url, folder)
    clock = SettableClock(folder / "clock")
    desk.furnish(app)
    first = desk.receive(app, FORM.format(1))
    _register(app, first.id)
    clock.shift(timedelta(days=2))
    desk.receive(app, FORM.format(2))
    # The first case stood still half its limit; nobody moves it, so the office above is told soon.
    with app.unit_of_work(desk.officer(app, "koordinator.bengkulu")) as work:
        nudges.nudge(work, first.id)
    with app.unit_of_work(_officer(app, "penerima.lebong", training.LEBONG)) as work:
        acts.open_case(work, "terima_laporan", replace(desk.REPORT, key=FORM.format(3)))
    # The limits of the first case are over now, those of the second are near.
    # It is past the hour of the daily messages, too.
    clock.shift(timedelta(days=1, hours=23))
    app.close()


def _register(app: App, case_id: int) -> None:
    def act(login: str, service: object, *rest: object) -> None:
        with app.unit_of_work(desk.officer(app, login)) as work:
            version = work.session.get_one(Case, case_id).version
            service(work, case_id, version, *rest)  # type: ignore[operator]  # any service

    with app.reading(desk.officer(app, "penangan.bengkulu")) as work:
        case = work.session.get_one(Case, case_id)
        wanted = work.law.edition(case.edition, case.revision).requirements
        members = holders(work.session, case.office_id, ("commissioner", "chair"), work.now.date())
        people = list(work.session.scalars(select(Party.id).where(Party.case_id == case_id)))
    act(
        "penangan.bengkulu",
        kajian_awal.assess,
        {name: Verdict(True, "Diperiksa pada berkas.") for name in wanted},
    )
    act("penangan.bengkulu", kajian_awal.propose_registration)
    seats = tuple(Seat(one.id, one.name, present=True, position="setuju") for one in members)
    act("ketua.bengkulu", pleno.register, Pleno(app.now(), seats))
    at = app.now() + timedelta(hours=1)
    act("penangan.bengkulu", sessions.invite, people, at, "Kantor")
    invitations = select(Document.id).where(
        Document.case_id == case_id, Document.kind == "undangan_klarifikasi"
    )
    with app.reading(desk.officer(app, "ketua.bengkulu")) as work:
        letters = list(work.session.scalars(invitations.order_by(Document.id)))
    act("ketua.bengkulu", issuing.issue, letters)
    with app.unit_of_work(desk.officer(app, "ketua.bengkulu")) as work:
        bundles.request(work, case_id, letters)


def _officer(app: App, login: str, code: str) -> Actor:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        row = work.session.scalars(select(Officer).where(Officer.login == login)).one()
        office = work.session.scalars(select(Office).where(Office.code == code)).one()
        return officers.actor(work.session, row, office, app.today(office.zone))


def ask_for_answers(app: App) -> None:
    """A round of the vulnerability map is open, unless it is already, and its reminder is due."""
    with app.unit_of_work(desk.officer(app, "koordinator.bengkulu")) as work:
        if rounds.rounds(work):
            return
        office, end = work.actor.office_id, work.now + timedelta(days=7)
        row = rounds.open_round(
            work, NewRound("pemetaan-bengkulu", "Putaran 1", date(2023, 1, 1), end, [office])
        )
        ((sheet, _office),) = rounds.sheets_of(work, row)
        outbox.put(
            work, key="kerawanan:now", kind="prevention", flow=SWEPT, case_id=None,
            payload={"sheet_id": sheet.id, "rung": 0},
        )  # fmt: skip


def take_over(app: App) -> None:
    """The office above takes the case of the one below, unless it has it already."""
    with app.reading(Actor.system(NO_OFFICE)) as work:
        below = select(Case.id, Case.version).join(Office, Office.id == Case.office_id)
        left = work.session.execute(below.where(Office.code == training.LEBONG)).first()
    if left is None:
        return
    actor = desk.officer(app, "koordinator.bengkulu")
    supervising = replace(actor, roles=actor.roles | {"supervisor"})
    with app.unit_of_work(supervising) as work:
        at = {"diambil_alih": work.now}
        plain_acts.perform(work, left.id, "ambil_alih", left.version, at, "Perhatian publik.")


def submit(app: App, seed: int) -> Case:
    """The form that an officer sends, and sends again when no answer came."""
    proof = BytesIO(random.Random(seed).randbytes(2000))
    file = app.store.put(proof, sealed=bool(seed % 2), limit=1 << 20)
    upload = Upload(file, "bukti.bin", "Rekaman")
    return desk.receive(app, FORM.format(f"baru-{seed}"), evidence=(upload,))
