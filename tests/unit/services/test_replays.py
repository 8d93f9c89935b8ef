"""The same form again, ids of another case, and numbers that must not be lost."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.adapters.vault import KeyFileVault
from casework.errors import BadInput, Conflict, NotFound
from casework.models import Case, Number, Outcome
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import dispatches
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import kajian_awal, opening, same_event
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work
from casework.simulation.steps.letters import IN_INK
from tests.bureau import ARTICLE, Bureau
from tests.desk import REPORT, REPORTER


def numbers(bureau: Bureau) -> int:
    """How many numbers were given out."""
    counted = select(func.count()).select_from(Number)
    return bureau.read(lambda work: work.session.scalar(counted)) or 0


def test_the_same_form_is_the_same_report_however_its_text_was_typed(bureau: Bureau) -> None:
    typed = {"event_place": " Cafe\u0301 ", "account": "satu\r\ndua"}
    assert bureau.receive(**typed) == bureau.receive(**typed)
    assert numbers(bureau) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"witnesses": (Person(name="Saksi"),)},
        {"suspects_crime": True},
        {"title": "Lain"},
        {"reporter": replace(REPORTER, address="Jalan Lain")},
        {"respondents": (replace(REPORT.respondents[0], position="Kepala Desa"),)},
    ],
)
def test_the_same_form_with_anything_changed_is_not_taken_for_the_first(
    bureau: Bureau, changes: dict[str, Any]
) -> None:
    bureau.receive()
    with pytest.raises(Conflict, match="isi yang berbeda"):
        bureau.receive(**changes)


def test_nobody_can_try_names_against_the_mark_of_a_form(bureau: Bureau) -> None:
    bureau.receive()
    kept = bureau.read(lambda work: work.session.scalars(select(Case.submission_hash)).one())
    vault = bureau.app.vault
    begins = bureau.app.law.acts["terima_laporan"].begins
    assert begins is not None
    told = opening.told(begins, replace(REPORT, key="laporan-1"))
    assert kept == vault.mark(told, "submission")
    assert kept != hashlib.sha256(told).hexdigest()
    assert kept != KeyFileVault(bytes(32)).mark(told, "submission")
    assert kept != vault.mark(told, "lain")


def test_a_letter_ticked_twice_takes_one_number(bureau: Bureau) -> None:
    bureau.receive()
    bureau.assess({"bukti": "Tidak ada."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    (letter,) = bureau.documents("pemberitahuan_kelengkapan")
    before = numbers(bureau)
    issued = bureau.act("chair", issuing.issue, [letter.id, letter.id])
    assert len(issued) == 1
    assert numbers(bureau) == before + 1


def test_the_proof_of_a_delivery_belongs_to_the_case_of_the_letter(bureau: Bureau) -> None:
    other = bureau.receive("lain")
    file = bureau.app.store.put(BytesIO(b"bukti"), sealed=False, limit=100)
    proof = bureau.act("secretariat", lambda work, _case, _version: evidence.add(
        work, other, Upload(file, "bukti.jpg", "Tanda terima")
    ))  # fmt: skip
    bureau.receive("satu")
    bureau.assess({"bukti": "Tidak ada."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    bureau.issue()
    (letter,) = bureau.documents("pemberitahuan_kelengkapan")
    sending = Sending("langsung", bureau.app.now(), None, "", proof.id, unsigned_reason=IN_INK)
    with pytest.raises(NotFound, match="bukti"):
        bureau.act("secretariat", dispatches.record, letter.id, sending)


def test_two_reports_checked_late_offer_each_other_once(bureau: Bureau) -> None:
    first = bureau.receive("satu")
    bureau.receive("dua")

    def late(work: Work, _case: int, _version: int) -> None:
        same_event.refresh(work, work.session.get_one(Case, first))

    bureau.act("case_officer", late)
    offered = bureau.read(lambda work: same_event.suggestions(work, bureau.case(work)))
    assert len(offered) == 1


def test_an_article_of_no_violation_is_a_known_one_and_kept(bureau: Bureau) -> None:
    bureau.receive()
    bureau.register()
    bureau.invite()
    bureau.hear()
    with pytest.raises(BadInput, match="tidak ada dalam edisi"):
        bureau.review("bukan_pelanggaran", "x" * 400)
    one = Proposal("bukan_pelanggaran", ARTICLE)
    proposals = {party.id: [one] for party in bureau.parties()}
    bureau.act("case_officer", review.save, Kajian("Fakta.", "Analisis.", "Simpulan.", proposals))
    bureau.act("coordinator", review.submit)
    with pytest.raises(BadInput, match="tidak ada dalam edisi"):
        bureau.decide("bukan_pelanggaran", "x" * 400)
    bureau.decide("bukan_pelanggaran", ARTICLE)
    query = select(Outcome.article).distinct()
    assert bureau.read(lambda work: list(work.session.scalars(query))) == [ARTICLE]
    with pytest.raises(BadInput):
        bureau.act("chair", issuing.issue, [])
