"""What a correction moves: limits that began twice, and a way out that is found later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from sqlalchemy import select

from casework.errors import ActRefused
from casework.models import Deadline, Outcome
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.corrections import fact_correction, respondents
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import dispatches, referral
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import kajian_awal, withdrawal
from casework.services.core.work import Work
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.unit.services.test_limits import CRIME, moment, reviewed


def test_a_file_that_went_twice_has_two_limits_each_with_its_own_beginning(bureau: Bureau) -> None:
    bureau.at("2024-09-19T10:00:00")
    bureau.receive(suspects_crime=True)
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review("pidana", CRIME)
    bureau.decide("pidana", CRIME)
    bureau.forward()
    bureau.at("2024-10-14T10:00:00")
    for act, fact, at in (
        ("catat_diterima_penyidik", "diterima_penyidik", "2024-09-20T10:00:00"),
        ("catat_berkas_ke_penuntut", "berkas_diterima_penuntut", "2024-10-01T10:00:00"),
        ("catat_berkas_dikembalikan", "berkas_dikembalikan", "2024-10-09T10:00:00"),
        ("catat_berkas_ke_penuntut", "berkas_diterima_penuntut", "2024-10-10T10:00:00"),
    ):
        told = {fact: moment(at)}
        bureau.act("case_officer", plain(act, told))

    def returned() -> list[tuple[str, str]]:
        query = select(Deadline).where(Deadline.rule == "pengembalian_berkas").order_by(Deadline.id)
        rows = bureau.read(lambda work: list(work.session.scalars(query)))
        return [(row.started_at, row.state) for row in rows]

    first, second = returned()
    assert first[1] == "late_met"
    earlier = moment("2024-10-10T09:00:00")
    fact = "berkas_diterima_penuntut"
    bureau.act("coordinator", fact_correction.correct, fact, earlier, "Salah jam.")
    kept, moved = returned()
    assert kept == first
    assert moved[0] != second[0]


def plain(act: str, at: Mapping[str, datetime]) -> Callable[[Work, int, int], object]:
    """An act without a page of its own."""
    return lambda work, case, version: plain_acts.perform(work, case, act, version, at, "Perlu.")


def test_a_way_out_that_is_found_later_holds_the_case_until_its_letter_left(bureau: Bureau) -> None:
    """Nothing was drafted, because nobody was competent; then the respondent is another one."""
    reviewed(bureau, respondents=(Respondent("Pak RT", "rt_rw", region="kaur"),))
    bureau.decide()
    (outcome,) = bureau.read(lambda work: list(work.session.scalars(select(Outcome.id))))
    bureau.act("case_officer", referral.draft, {outcome: "Tidak ada instansi."})
    assert bureau.documents("penerusan_hukum_lainnya") == []
    (party,) = bureau.parties()
    bureau.act("coordinator", respondents.correct, party.id, "asn", "kaur", "Ternyata ASN.")
    bureau.act("secretariat", referral.status_notice)
    bureau.issue("pemberitahuan_status")
    bureau.dispatch()
    with pytest.raises(ActRefused):
        bureau.act("coordinator", referral.stop)
    (letter,) = bureau.documents("penerusan_hukum_lainnya")
    assert letter.state == "draft"
    bureau.issue()
    bureau.dispatch()
    bureau.act("secretariat", referral.forward)
    assert bureau.stage == "tindak_lanjut"


def test_a_withdrawn_report_that_is_traced_waits_for_no_completion(bureau: Bureau) -> None:
    """The proof that the letter to complete arrived comes back after the report was withdrawn."""
    bureau.at("2024-09-19T10:00:00")
    bureau.receive()
    bureau.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    bureau.issue()
    bureau.dispatch()
    bureau.act("intake_officer", withdrawal.withdraw, "Pelapor mencabut.")
    bureau.later(hours=1)
    begun = {"penelusuran_dimulai": bureau.app.now()}
    bureau.act("case_officer", plain("jadikan_informasi_awal", begun))
    (letter,) = bureau.documents("pemberitahuan_kelengkapan")
    bureau.later(hours=1)
    sending = Sending("pos", bureau.app.now(), bureau.app.now(), unsigned_reason=IN_INK)
    bureau.act("secretariat", dispatches.record, letter.id, sending)
    assert bureau.stage == "penelusuran"
    assert bureau.limit("penelusuran").state == "open"
    assert bureau.limit("perbaikan").state == "tidak ada"
    assert bureau.sound() == ()
