"""Many letters in one go: one print file, stopped and gone on with, joined once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select, update

from casework.bootstrap import App
from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Blob, Bundle, Document, Event, Outbox
from casework.services.acts.any_stage import issuing
from casework.services.acts.clarification import sessions
from casework.services.acts.parties import Respondent
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import bundles
from casework.services.upkeep import effects
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.one_page import OnePage

MANY = 34


@pytest.fixture
def office(app: App, clock: SettableClock) -> Bureau:
    """Thirty-four people invited, the invitations numbered; nothing is drawn yet."""
    office = Bureau(app, clock)
    office.app = replace(office.app, renderer=OnePage())
    people = tuple(Respondent(f"Terlapor {n}", "asn", region="kaur") for n in range(1, MANY + 1))
    office.receive(respondents=people)
    office.register()
    at = office.app.now() + timedelta(hours=1)
    ids = [one.id for one in office.parties()]
    office.act("case_officer", sessions.invite, ids, at, "Kantor")
    letters = [one.id for one in office.documents("undangan_klarifikasi")]
    office.attempt("chair", issuing.issue, letters)
    return office


def request(office: Bureau, role: str = "chair") -> int:
    """A bundle of all invitations."""
    ids = [one.id for one in office.documents("undangan_klarifikasi")]
    with office.app.unit_of_work(office.actor(role)) as work:
        return bundles.request(work, office.case_id, ids).id


def standing(office: Bureau, bundle: int) -> tuple[str, int]:
    found = office.read(lambda work: bundles.standing(work, office.case_id, bundle))
    return found.bundle.state, found.drawn


def some(office: Bureau, count: int) -> None:
    """Draw so many of the waiting papers."""
    for _turn in range(count):
        with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            jobs: list[Job] = outbox.claim(work, "uji", kinds=["render_issued"])
        effects.carry_out(office.app, jobs[0])


def test_thirty_four_letters_become_one_file(office: Bureau) -> None:
    bundle = request(office)
    assert standing(office, bundle) == ("gathering", 0)
    some(office, 3)
    assert standing(office, bundle) == ("gathering", 3)
    office.settle()
    assert standing(office, bundle) == ("done", MANY)
    with office.app.reading(office.actor("chair")) as work:
        blob = work.session.get_one(Blob, work.session.get_one(Bundle, bundle).blob_id)
        pdf = b"".join(work.store.read(blob.path, blob.wrapped_key))
        # Invitations name people: the joined file is sealed on disk like each of them.
        assert blob.sealed
    assert len(PdfReader(BytesIO(pdf)).pages) == MANY
    assert office.sound() == ()


def test_stopping_leaves_the_rest_undrawn_until_somebody_goes_on(office: Bureau) -> None:
    bundle = request(office)
    some(office, 5)
    with office.app.unit_of_work(office.actor("chair")) as work:
        bundles.cancel(work, office.case_id, bundle)
    office.settle()
    assert standing(office, bundle) == ("cancelled", 5)
    with pytest.raises(BadInput), office.app.unit_of_work(office.actor("chair")) as work:
        bundles.cancel(work, office.case_id, bundle)
    with office.app.unit_of_work(office.actor("secretariat")) as work:
        bundles.resume(work, office.case_id, bundle)
    office.settle()
    assert standing(office, bundle) == ("done", MANY)
    drawn = select(func.count()).where(Event.action == "surat_terbit",
                                       Event.subject.startswith("documents:"))  # fmt: skip
    made = select(func.count()).where(Document.issued_blob_id.is_not(None))
    count = office.read(lambda work: (work.session.scalar(drawn), work.session.scalar(made)))
    assert count[0] == count[1]
    assert office.sound() == ()


def test_a_paper_another_bundle_waits_for_is_not_stopped(office: Bureau) -> None:
    first, second = request(office), request(office)
    with office.app.unit_of_work(office.actor("chair")) as work:
        bundles.cancel(work, office.case_id, first)
    office.settle()
    assert standing(office, second) == ("done", MANY)
    with office.app.unit_of_work(office.actor("chair")) as work:
        bundles.resume(work, office.case_id, first)
    office.settle()
    assert standing(office, first) == ("done", MANY)


def test_who_may_not_and_what_cannot(office: Bureau) -> None:
    with pytest.raises(NotPermitted):
        request(office, "commissioner")
    with office.app.unit_of_work(office.actor("chair")) as work:
        for wanted in ([], [999]):
            with pytest.raises(BadInput):
                bundles.request(work, office.case_id, wanted)
    bundle = request(office)
    other = Bureau(office.app, office.clock, "07.08")
    other.app = office.app
    with (
        pytest.raises(NotFound),
        office.app.unit_of_work(other.actor("chair")) as work,
    ):
        bundles.cancel(work, office.case_id, bundle)


def test_a_process_killed_while_joining_leaves_it_to_be_joined_once(office: Bureau) -> None:
    bundle = request(office)
    some(office, MANY)
    code = (
        "from dataclasses import replace; from casework.bootstrap import build; "
        "from casework.services.upkeep import effects; from casework.settings import Settings; "
        "app = build(Settings.from_env()); effects.drain(app)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "CASEWORK_FAILPOINT": "bundle.before-commit"},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert standing(office, bundle) == ("joining", MANY)
    with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.execute(update(Outbox).values(lease_until=None, lease_owner=""))
    office.settle()
    assert standing(office, bundle) == ("done", MANY)
    joined = select(func.count()).where(Event.action == "berkas_cetak_dibuat")
    assert office.read(lambda work: work.session.scalar(joined)) == 1
    assert office.sound() == ()
