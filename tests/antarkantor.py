"""What two offices do with one case between them, for tests."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from casework.errors import NotFound, NotPermitted
from casework.models import Case, Notice, Office, Officer
from casework.services.acts.any_stage import issuing, plain_acts
from casework.services.acts.recommendation import dispatches
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.cases import access
from casework.services.cases.record import disclosure
from casework.services.core.work import Work
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau


def office_id(work: Work, code: str) -> int:
    return work.session.scalars(select(Office.id).where(Office.code == code)).one()


def plain(office: Bureau, act: str, fact: str, why: str, other: str | None = None) -> None:
    """One act that dates a moment now and says why."""

    def service(work: Work, case: int, version: int) -> Case:
        to = office_id(work, other) if other else None
        return plain_acts.perform(work, case, act, version, {fact: work.now}, why, to)

    office.act("coordinator", service)


def send(office: Bureau, code: str) -> None:
    plain(office, "limpahkan", "dilimpahkan", "Terlapor berada di wilayah itu.", code)


def dispatch(office: Bureau) -> None:
    """The chair issues the letter, the secretariat sends it."""
    [letter] = [one for one in office.documents("pelimpahan") if one.state in ("planned", "draft")]
    office.act("chair", issuing.issue, [letter.id])
    office.act(
        "secretariat",
        dispatches.record,
        letter.id,
        Sending("langsung", office.app.now(), unsigned_reason=IN_INK),
    )


def receive(office: Bureau, proof: str = "Agenda 12/IX") -> None:
    plain(office, "terima_pelimpahan", "pelimpahan_diterima", proof)


def assess(office: Bureau) -> None:
    wanted = office.read(
        lambda work: tuple(work.law.edition(work.session.get_one(Case, office.case_id).edition)
                           .requirements)
    )  # fmt: skip
    verdicts = {name: Verdict(True, "Diperiksa pada berkas.") for name in wanted}
    office.act("case_officer", kajian_awal.assess, verdicts)


def sees(office: Bureau, role: str = "coordinator") -> bool:
    def look(work: Work) -> bool:
        try:
            access.remembered(work, office.case_id)
        except NotFound:
            return False
        return True

    return office.read(look, role)


def told(office: Bureau, words: str) -> list[str]:
    """What the coordinator of an office was told in these words."""

    def look(work: Work) -> list[str]:
        mine = select(Notice.subject).join(Officer, Officer.id == Notice.officer_id)
        return [
            one
            for one in work.session.scalars(mine.where(Officer.id == work.actor.officer_id))
            if words in one
        ]

    return office.read(look)


def take(office: Bureau, roles: tuple[str, ...]) -> None:
    """A coordinator with these roles takes the case of an office below."""
    actor = replace(office.actor("coordinator"), roles=frozenset(roles))
    with office.app.unit_of_work(actor) as work:
        version = work.session.get_one(Case, office.case_id).version
        at = {"diambil_alih": work.now}
        plain_acts.perform(work, office.case_id, "ambil_alih", version, at, "Perhatian publik.")


def opens(office: Bureau, role: str) -> bool:
    """Does the role's holder open the identity of the reporter?"""
    [reporter] = office.parties("reporter")
    with office.app.unit_of_work(office.actor(role)) as work:
        try:
            disclosure.read(work, reporter.id, "Memeriksa alamat surat")
        except NotPermitted:
            return False
    return True
