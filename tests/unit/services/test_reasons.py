"""A reason stands in the record, which everybody reads: none may tell who reported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.bootstrap import App
from casework.errors import BadInput
from casework.models import ClarificationSession
from casework.services.acts.any_stage import extension, plain_acts
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import voiding
from casework.services.acts.registration import kajian_awal, withdrawal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import pleno, review
from casework.services.acts.review.pleno import Decision
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases.record import attempts, disclosure
from casework.services.core.work import Work
from tests import desk
from tests.bureau import ARTICLE, ORALLY, Bureau
from tests.conftest import SettableClock

REPORTER = desk.REPORTER
Act = Callable[[str], object]


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    office = Bureau(app, clock)
    office.at("2024-09-19T10:00:00")
    office.receive()
    office.assess()
    return office


def opening(office: Bureau) -> Act:
    (reporter,) = office.parties("reporter")

    def act(reason: str) -> object:
        with office.app.unit_of_work(office.actor("coordinator")) as work:
            return disclosure.read(work, reporter.id, reason)

    return act


def sending_back(office: Bureau) -> Act:
    office.act("case_officer", kajian_awal.propose_registration)

    def send(work: Work, case_id: int, version: int, reason: str) -> object:
        return plain_acts.perform(work, case_id, "kembalikan_kajian_awal", version, {}, reason)

    return lambda reason: office.attempt("commissioner", send, reason)


def invited(office: Bureau) -> None:
    """The reporter is invited by a letter that has its number and has not left."""
    office.register()
    people = [one.id for one in office.parties("reporter")]
    at = office.app.now() + timedelta(hours=1)
    office.act("case_officer", sessions.invite, people, at, "Kantor")
    office.issue("undangan_klarifikasi")


def voiding_a_letter(office: Bureau) -> Act:
    invited(office)
    (letter,) = office.documents("undangan_klarifikasi")

    def act(reason: str) -> object:
        with office.app.unit_of_work(office.actor("chair")) as work:
            return voiding.void(work, letter.id, reason, office.case(work).version)

    return act


def calling_off_a_session(office: Bureau) -> Act:
    invited(office)
    session = office.read(lambda work: work.session.scalar(select(ClarificationSession.id)))

    def act(reason: str) -> object:
        with office.app.unit_of_work(office.actor("case_officer")) as work:
            return sessions.call_off(work, session or 0, office.case(work).version, reason)

    return act


def withdrawing(office: Bureau) -> Act:
    return lambda reason: office.attempt("intake_officer", withdrawal.withdraw, reason)


def extending(office: Bureau) -> Act:
    office.register()
    return lambda reason: office.attempt("coordinator", extension.extend, reason)


def missing_a_session(office: Bureau) -> Act:
    invited(office)
    office.later(hours=2)
    session = office.read(lambda work: work.session.scalar(select(ClarificationSession.id)))

    def act(reason: str) -> object:
        with office.app.unit_of_work(office.actor("case_officer")) as work:
            version = office.case(work).version
            return sessions.absent(work, session or 0, version, reason, ORALLY)

    return act


def judging_a_requirement(office: Bureau) -> Act:
    (name, *_) = office.read(
        lambda work: tuple(work.law.edition(office.case(work).edition).requirements)
    )
    return lambda reason: office.attempt(
        "case_officer", kajian_awal.assess, {name: Verdict(met=False, reason=reason)}
    )


def proposing_a_refusal(office: Bureau) -> Act:
    judging_a_requirement(office)("Belum ada.")
    return lambda reason: office.attempt("case_officer", kajian_awal.propose_refusal, reason)


def registering(office: Bureau) -> Act:
    office.act("case_officer", kajian_awal.propose_registration)
    return lambda reason: office.attempt(
        "commissioner", pleno.register, office.meeting(reason=reason)
    )


def proposing(office: Bureau) -> Act:
    office.register()
    office.invite()
    office.hear()
    office.act("case_officer", sessions.close)
    people = [one.id for one in office.parties()]

    def save(reason: str) -> object:
        judged = {one: [Proposal("hukum_lainnya", ARTICLE, (), reason)] for one in people}
        kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", judged)
        return office.attempt("case_officer", review.save, kajian)

    return save


def deciding(office: Bureau) -> Act:
    proposing(office)("Terbukti.")
    office.act("coordinator", review.submit)
    people = [one.id for one in office.parties()]

    def decide(reason: str) -> object:
        judged = {one: [Decision("hukum_lainnya", ARTICLE, reason)] for one in people}
        return office.attempt("chair", pleno.decide, office.meeting(), judged)

    return decide


@pytest.mark.parametrize(
    "prepared",
    [
        opening, sending_back, voiding_a_letter, calling_off_a_session, withdrawing, extending,
        missing_a_session, judging_a_requirement, proposing_a_refusal, registering, proposing,
        deciding,
    ],
)  # fmt: skip
def test_a_reason_that_names_the_reporter_is_refused_and_the_try_recorded(
    bureau: Bureau, prepared: Callable[[Bureau], Act]
) -> None:
    act = prepared(bureau)
    for told in (REPORTER.name.upper(), REPORTER.phone, REPORTER.identity_number):
        with pytest.raises(BadInput, match="sebutan samarannya"):
            act(f"Ada yang keliru tentang {told}.")
    tried = bureau.events(attempts.NAMED)
    assert len(tried) == 3
    assert {str(event.detail["field"]).partition("-")[0] for event in tried} == {"alasan"}
    act("Ada yang keliru tentang pelapor.")
    assert bureau.sound() == ()
