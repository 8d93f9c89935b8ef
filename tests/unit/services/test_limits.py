"""Dates that must be defended: what opens, meets, extends and re-derives a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.errors import BadInput
from casework.models import Completion, Deadline, Outcome, ReferralItem
from casework.services.acts.any_stage import extension
from casework.services.acts.corrections import fact_correction
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import dispatches, referral
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import completion, kajian_awal, withdrawal
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Decision
from casework.services.deadlines import deadlines
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau

CRIME = "uu-187a-1"


def moment(text: str) -> datetime:
    """An hour in Bengkulu."""
    return datetime.fromisoformat(f"{text}+07:00")


def registered(bureau: Bureau, **changes: Any) -> None:
    """A case registered on Thursday 2024-09-19 at nine: handling ends on Sunday."""
    bureau.receive(**changes)
    bureau.register()


def reviewed(bureau: Bureau, **changes: Any) -> None:
    """A case before the pleno, at ten."""
    registered(bureau, **changes)
    bureau.invite()
    bureau.hear()
    bureau.review()


def letter(bureau: Bureau, kind: str, sent: str, received: str | None = None) -> None:
    """One issued letter sent, and received when that is known."""
    (document,) = bureau.documents(kind)
    sending = Sending(
        "langsung", moment(sent), moment(received) if received else None, unsigned_reason=IN_INK
    )
    bureau.act("secretariat", dispatches.record, document.id, sending)


def asked(bureau: Bureau) -> None:
    """The letter to complete is issued; its way to the reporter is not recorded yet."""
    bureau.receive()
    bureau.assess({"bukti": "Tidak ada."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    bureau.issue()


def test_a_receipt_recorded_after_the_completion_starts_no_running_limit(bureau: Bureau) -> None:
    asked(bureau)
    bureau.at("2024-09-20T15:00")
    bureau.complete()
    bureau.at("2024-09-21")
    letter(bureau, "pemberitahuan_kelengkapan", "2024-09-19T10:00", "2024-09-19T11:00")
    limit = bureau.limit("perbaikan")
    assert (limit.state, limit.due) == ("met", "2024-09-21T23:59:59+07:00")
    bureau.at("2024-09-22T01:00")
    bureau.settle()
    assert bureau.events("tenggat_lewat") == []
    assert bureau.sound() == ()


def test_a_receipt_recorded_later_tells_that_the_completion_was_late(bureau: Bureau) -> None:
    asked(bureau)
    bureau.at("2024-09-23T09:00")
    bureau.complete()
    letter(bureau, "pemberitahuan_kelengkapan", "2024-09-19T10:00", "2024-09-19T11:00")
    assert bureau.limit("perbaikan").state == "late_met"
    assert bureau.read(lambda work: work.session.scalars(select(Completion.late)).one())
    assert bureau.sound() == ()


def test_a_crime_is_counted_from_the_hour_of_the_decision(bureau: Bureau) -> None:
    reviewed(bureau)
    bureau.at("2024-09-20T08:00")
    meeting = replace(bureau.meeting(), held_at=moment("2024-09-19T16:20"))
    ruling = {one.id: [Decision("pidana", CRIME, "Alasan.")] for one in bureau.parties()}
    bureau.act("chair", pleno.decide, meeting, ruling, "Belum tampak sebelum pleno.")
    assert bureau.limit("penerusan_pidana").due == "2024-09-20T16:20:00+07:00"


def test_a_decision_of_the_last_evening_recorded_after_midnight_is_in_time(bureau: Bureau) -> None:
    reviewed(bureau)
    bureau.at("2024-09-23T00:20")
    meeting = replace(bureau.meeting(), held_at=moment("2024-09-22T23:40"))
    ruling = {one.id: [Decision("bukan_pelanggaran", "", "Alasan.")] for one in bureau.parties()}
    bureau.act("chair", pleno.decide, meeting, ruling)
    assert bureau.limit("penanganan").state == "met"


def test_a_pleno_cannot_have_been_held_before_its_matter_existed(bureau: Bureau) -> None:
    bureau.receive()
    bureau.assess()
    bureau.act("case_officer", kajian_awal.propose_registration)
    early = replace(bureau.meeting(), held_at=moment("2024-09-18T10:00"))
    with pytest.raises(BadInput, match="sebelum"):
        bureau.act("commissioner", pleno.register, early)
    bureau.act("commissioner", pleno.register, bureau.meeting())


def test_the_last_letter_ends_the_handling_and_a_second_sending_changes_nothing(
    bureau: Bureau,
) -> None:
    reviewed(bureau, respondents=(Respondent("Kades", "kepala_desa", region="seluma"),))
    bureau.decide()
    bureau.act("case_officer", referral.draft)
    bureau.at("2024-09-22T23:40")
    bureau.issue()
    bureau.dispatch()
    assert bureau.limit("penanganan").state == "met"
    bureau.at("2024-09-23T00:30")
    bureau.settle()
    assert bureau.events("tenggat_lewat") == []
    again = bureau.documents("penerusan_hukum_lainnya")[0].id
    bureau.act(
        "secretariat",
        dispatches.record,
        again,
        Sending("pos", bureau.app.now(), unsigned_reason=IN_INK),
    )
    bureau.act("secretariat", referral.forward)
    assert bureau.limit("penanganan").state == "met"
    assert bureau.sound() == ()


def test_the_term_of_a_crime_is_met_by_its_own_letter(bureau: Bureau) -> None:
    people = (
        Respondent("Kades", "kepala_desa", region="seluma"), Respondent("Warga", "masyarakat"),
    )  # fmt: skip
    reviewed(bureau, respondents=people)
    one, two = bureau.parties()
    ruling = {
        one.id: [Decision("hukum_lainnya", "hukum-lain", "Alasan.")],
        two.id: [Decision("pidana", CRIME, "Alasan.")],
    }
    bureau.act("chair", pleno.decide, bureau.meeting(), ruling, "Belum tampak sebelum pleno.")
    bureau.draft()
    bureau.issue("penerusan_pidana")
    bureau.dispatch()
    assert bureau.limit("penerusan_pidana").state == "met"
    assert bureau.limit("penanganan").state == "open"
    bureau.at("2024-09-21T09:00")
    bureau.settle()
    bureau.issue()
    bureau.dispatch()
    bureau.act("secretariat", referral.forward)
    assert bureau.limit("penerusan_pidana").state == "met"
    assert bureau.limit("penanganan").state == "met"
    assert bureau.events("tenggat_lewat") == []


def test_the_handling_ends_when_nobody_is_left_to_be_referred(bureau: Bureau) -> None:
    reviewed(bureau, respondents=(Respondent("Ketua RT", "rt_rw"),))
    bureau.decide()
    query = select(Outcome.id)
    (outcome,) = bureau.read(lambda work: list(work.session.scalars(query)))
    bureau.act("case_officer", referral.draft, {outcome: "Tidak ada lembaga yang berwenang."})
    assert bureau.limit("penanganan").state == "met"


def test_an_extended_limit_names_the_article_that_extends_it(bureau: Bureau) -> None:
    registered(bureau)
    before = bureau.limit("penanganan").citation
    bureau.act("coordinator", extension.extend, "Perlu keterangan tambahan.")
    limit = bureau.limit("penanganan")
    assert limit.citation != before
    assert "ayat (6)" in limit.citation
    assert "2 (dua) hari" in limit.quote
    assert bureau.sound() == ()


def test_an_extended_limit_stays_extended_when_it_is_counted_anew(bureau: Bureau) -> None:
    registered(bureau)
    short = bureau.limit("penanganan").due
    bureau.act("coordinator", extension.extend, "Perlu keterangan tambahan.")
    limit = bureau.limit("penanganan")
    assert limit.due > short
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        (again,) = deadlines.count_anew(work, bureau.case(work), {limit.id})
        assert (again.due, again.citation) == (limit.due, limit.citation)


def test_a_correction_judges_a_limit_again_that_was_met(bureau: Bureau) -> None:
    bureau.receive()
    assert bureau.limit("penyampaian_laporan").state == "met"
    bureau.act(
        "coordinator",
        fact_correction.correct,
        "diketahui",
        moment("2024-09-15T00:00"),
        "Salah catat.",
    )
    assert bureau.limit("penyampaian_laporan").due == "2024-09-22T23:59:59+07:00"
    assert bureau.read(lambda work: bureau.case(work).known_date).isoformat() == "2024-09-15"
    assert bureau.sound() == ()


def test_a_corrected_receipt_of_the_letter_tells_that_the_completion_was_late(
    bureau: Bureau,
) -> None:
    bureau.receive()
    bureau.at("2024-09-19T18:00")
    bureau.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    (letter,) = bureau.issue()
    bureau.at("2024-09-20")
    sending = Sending(
        "langsung", moment("2024-09-19T18:00"), moment("2024-09-20T09:00"), unsigned_reason=IN_INK
    )
    bureau.act("secretariat", dispatches.record, letter.id, sending)
    bureau.at("2024-09-22T20:00")
    bureau.complete()
    assert bureau.limit("perbaikan").state == "met"
    bureau.act(
        "coordinator", fact_correction.correct, "surat_kelengkapan_diterima",
        moment("2024-09-19T20:00"), "Tanda terima menyebut hari Kamis.",
    )  # fmt: skip
    limit = bureau.limit("perbaikan")
    assert (limit.due[:10], limit.state) == ("2024-09-21", "late_met")
    assert bureau.sound() == ()


def test_a_corrected_hour_of_the_completion_is_judged_anew(bureau: Bureau) -> None:
    bureau.receive()
    bureau.ask_to_complete()
    bureau.at("2024-09-22T09:00")
    bureau.complete()
    assert bureau.limit("perbaikan").state == "late_met"
    bureau.act(
        "coordinator", fact_correction.correct, "kelengkapan_diterima",
        moment("2024-09-21T15:00"), "Diserahkan Sabtu, dicatat Minggu.",
    )  # fmt: skip
    assert bureau.limit("perbaikan").state == "met"
    assert not bureau.read(lambda work: work.session.scalars(select(Completion.late)).one())
    assert bureau.sound() == ()


def test_a_limit_that_had_run_out_runs_again_when_its_date_moves_on(bureau: Bureau) -> None:
    bureau.receive()
    bureau.ask_to_complete()
    bureau.at("2024-09-22T09:00")
    bureau.settle()
    assert bureau.limit("perbaikan").state == "expired"
    bureau.act(
        "coordinator", fact_correction.correct, "surat_kelengkapan_diterima",
        moment("2024-09-20T09:00"), "Surat diterima Jumat.",
    )  # fmt: skip
    assert bureau.limit("perbaikan").state == "open"
    bureau.at("2024-09-23T00:10")
    bureau.settle()
    assert bureau.limit("perbaikan").state == "expired"
    bureau.act("case_officer", completion.lapse)
    assert bureau.sound() == ()


def test_a_date_cannot_be_corrected_out_of_the_order_of_events(bureau: Bureau) -> None:
    registered(bureau)
    for name, at in (
        ("diregistrasi", "2024-09-18T09:00"),
        ("diketahui", "2024-09-14T09:00"),
        ("laporan_diterima", "2024-09-16T09:00"),
    ):
        with pytest.raises(BadInput, match="sebelum"):
            bureau.act("coordinator", fact_correction.correct, name, moment(at), "Salah catat.")


def test_nothing_runs_once_a_report_is_withdrawn(bureau: Bureau) -> None:
    bureau.receive()
    bureau.act("intake_officer", withdrawal.withdraw, "Pelapor mencabut.")
    bureau.later(days=9)
    bureau.settle()
    assert bureau.events("tenggat_lewat") == []
    running = select(func.count()).where(Deadline.state.in_(("open", "expired")))
    assert bureau.read(lambda work: work.session.scalar(running)) == 0


def test_an_answer_is_expected_so_many_days_from_today_in_bengkulu(bureau: Bureau) -> None:
    """Half past midnight there is the day before in UTC."""
    reviewed(bureau, respondents=(Respondent("Kepala Desa", "kepala_desa", region="seluma"),))
    bureau.at("2024-09-20T00:30:00")
    bureau.decide()
    bureau.act("case_officer", referral.draft)
    days = bureau.read(lambda work: set(work.session.scalars(select(ReferralItem.expected))))
    assert days == {date(2024, 9, 20) + timedelta(days=referral.ANSWER_DAYS)}
