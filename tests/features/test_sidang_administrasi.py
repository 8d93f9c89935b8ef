"""sidang_administrasi.feature"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.edition import Edition
from casework.models import Document, Hearing, Outcome, ReferralItem
from casework.services.acts.clarification import sessions as clarification
from casework.services.acts.corrections import ruling_correction
from casework.services.acts.hearing import panel, rulings, sessions
from casework.services.acts.hearing.panel import Appointed
from casework.services.acts.hearing.rulings import Resolution
from casework.services.acts.hearing.sessions import Fixed, Held
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno, review
from casework.services.acts.review.pleno import Decision, Pleno, Seat
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases import hearings
from casework.services.documents.data import build
from casework.services.people import choices, exclusions
from tests.bureau import Bureau
from tests.desk import REPORT
from tests.features.conftest import ROLES, Attempt, plainly
from webui.cases import cautions

scenarios("sidang_administrasi.feature")

CHOICE, CLASS = "jalan_sidang", "administrasi"
AMAR = ("Menyatakan Terlapor terbukti.", "Memerintahkan KPU memperbaiki tata cara.")
ALL = ("pembacaan_laporan", "jawaban_terlapor"), ("pembuktian", "kesimpulan")


@given("laporan pelanggaran administrasi tahun 2026 sampai pada pleno registrasi")
def reported(kantor: Bureau) -> None:
    kantor.at("2026-03-18T10:00:00")
    days = {"event_date": date(2026, 3, 15), "known_date": date(2026, 3, 17)}
    kantor.receive(key="sidang-1", stage_reason="Terjadi setelah pemungutan suara.", **days)
    kantor.assess()
    kantor.act("case_officer", kajian_awal.propose_registration)


@given("laporan itu juga memuat dugaan pidana")
def criminal(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        kantor.case(work).suspects_crime = True


@given(parsers.parse('administrator menyalakan jalan sidang karena "{reason}"'))
def switched_on(kantor: Bureau, reason: str) -> None:
    switch(kantor, reason, on=True)


@when(parsers.parse('administrator mematikan jalan sidang karena "{reason}"'))
def switched_off(kantor: Bureau, reason: str) -> None:
    switch(kantor, reason, on=False)


def switch(kantor: Bureau, reason: str, *, on: bool) -> None:
    with kantor.app.unit_of_work(kantor.actor("administrator")) as work:
        choices.change(work, work.actor.office_id, CHOICE, on, reason)


def tried(upaya: Attempt, act: Callable[[], object]) -> None:
    """An act of the middle of a story, whose refusal a later step may ask for."""
    if upaya.refusal is None:
        upaya.make(act)


@when("pleno meregistrasi laporan untuk disidangkan")
def registered(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("commissioner", pleno.register_for_hearing, kantor.meeting()))


@given("laporan diregistrasi untuk disidangkan")
def is_registered(kantor: Bureau) -> None:
    kantor.act("commissioner", pleno.register_for_hearing, kantor.meeting())


@given("laporan diregistrasi seperti biasa")
def registered_as_ever(kantor: Bureau) -> None:
    kantor.act("commissioner", pleno.register, kantor.meeting())


@when("koordinator mengalihkan perkara ke sidang")
def moved(kantor: Bureau) -> None:
    kantor.later(minutes=5)
    at = {"dialihkan_ke_sidang": kantor.app.now()}
    kantor.act("coordinator", plainly("alihkan_ke_sidang", at))


@when("kajian mengusulkan pelanggaran administrasi tanpa sidang")
def proposed(kantor: Bureau, upaya: Attempt) -> None:
    kantor.act("commissioner", pleno.register, kantor.meeting())
    kantor.invite()
    kantor.hear()
    kantor.act("case_officer", clarification.close)
    proposals = {
        one.id: [Proposal(CLASS, article(kantor), (), "Usul.")] for one in kantor.parties()
    }
    kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals)
    upaya.make(lambda: kantor.act("case_officer", review.save, kajian))


def article(kantor: Bureau) -> str:
    edition: Edition = kantor.read(lambda work: work.law.edition(kantor.case(work).edition))
    return next(key for key, one in edition.articles.items() if one.violation_class == CLASS)


def appointed(kantor: Bureau, missing: int = 0, reason: str = "") -> Appointed:
    ids, chairs, secretary = kantor.read(
        lambda work: (
            [one.id for one in panel.members(work, kantor.case(work))],
            panel.chairs(work, kantor.case(work)),
            panel.secretaries(work, kantor.case(work))[0].id,
        )
    )
    presiding = next(one for one in ids if one in chairs)
    sitting = [presiding, *(one for one in ids if one != presiding)]
    return Appointed(
        kantor.app.now(), sitting[: len(sitting) - missing], presiding, secretary, reason
    )


@given("majelis lengkap ditetapkan")
def appoint(kantor: Bureau) -> None:
    pemilu = kantor.read(lambda work: kantor.case(work).regime == "pemilu")
    kantor.at("2024-02-23T08:00:00" if pemilu else "2026-03-25T08:00:00")
    kantor.act("chair", panel.appoint, appointed(kantor))


@when(parsers.re(r'ketua menetapkan majelis dengan satu anggota kurang(?: karena "(?P<why>.+)")?'))
def appointed_less(kantor: Bureau, upaya: Attempt, why: str | None) -> None:
    kantor.at("2026-03-25T08:00:00")
    told = appointed(kantor, missing=1, reason=why or "")
    upaya.make(lambda: kantor.act("chair", panel.appoint, told))


def fix(kantor: Bureau, agenda: Sequence[str]) -> Hearing:
    ids = [one.id for one in kantor.parties("reporter", "respondent")][:2]
    at = kantor.app.now() + timedelta(hours=1)
    return kantor.act("secretariat", sessions.fix, Fixed(at, "Ruang sidang", agenda, ids))


@given(parsers.parse('para pihak dipanggil untuk acara "{agenda}"'))
def fixed(kantor: Bureau, agenda: str) -> None:
    fix(kantor, agenda.split(", "))


@when(parsers.parse('sekretariat memanggil para pihak untuk acara "{agenda}"'))
def fix_tried(kantor: Bureau, upaya: Attempt, agenda: str) -> None:
    upaya.make(lambda: fix(kantor, agenda.split(", ")))


def held(kantor: Bureau, **changes: Any) -> Held:
    """The session that was fixed, an hour later: everybody was there and all was finished."""
    row, seats = kantor.read(
        lambda work: (
            hearings.fixed(work, kantor.case(work)),
            [one["officer_id"] for one in _panel(kantor, work).members],
        )
    )
    opened = row.scheduled_at if row else kantor.app.now()
    if opened == kantor.app.now():
        kantor.later(minutes=10)
    told = Held(
        at=opened,
        closed_at=kantor.app.now(),
        panel=seats,
        attended=dict.fromkeys(row.summoned if row else (), ""),
        agenda=row.agenda if row else (),
        course="Ketua majelis membuka sidang; para pihak menyampaikan keterangannya.",
    )
    return replace(told, **changes)


def _panel(kantor: Bureau, work: Any) -> Any:
    return hearings.panel(work, kantor.case(work))


def sit(kantor: Bureau, agenda: Sequence[str]) -> None:
    fix(kantor, agenda)
    kantor.issue()
    kantor.dispatch(kantor.app.now())
    kantor.later(hours=2)
    kantor.act("secretariat", sessions.hold, held(kantor))


@given(parsers.parse('sidang dengan acara "{agenda}" sudah berlangsung'))
def sat(kantor: Bureau, agenda: str) -> None:
    sit(kantor, agenda.split(", "))


@when("sidang dicatat tanpa kehadiran terlapor")
def held_without(kantor: Bureau, upaya: Attempt) -> None:
    kantor.later(hours=2)
    upaya.make(lambda: kantor.act("secretariat", sessions.hold, held(kantor, attended={})))


@when("sidang dicatat tanpa acara yang selesai")
def held_in_part(kantor: Bureau) -> None:
    kantor.later(hours=2)
    kantor.act("secretariat", sessions.hold, held(kantor, agenda=()))


@then(parsers.parse('berita acara sidang menyebut acara "{agenda}"'))
def minutes_tell(kantor: Bureau, agenda: str) -> None:
    assert paper(kantor, "berita_acara_sidang").agenda == (agenda,)


@when("sidang dicatat dengan menyebut nama pelapor")
def held_naming(kantor: Bureau, upaya: Attempt) -> None:
    kantor.later(hours=2)
    assert REPORT.reporter is not None
    told = held(kantor, course=f"{REPORT.reporter.name} menerangkan peristiwanya.")
    upaya.make(lambda: kantor.act("secretariat", sessions.hold, told))


@when(parsers.parse('sekretariat menunda sidang karena "{reason}"'))
def postponed(kantor: Bureau, reason: str) -> None:
    kantor.act("secretariat", sessions.postpone, reason)


@then("semua panggilan sidang itu batal")
def void(kantor: Bureau) -> None:
    states = [one.state for one in kantor.documents("panggilan_sidang")]
    assert states == ["void", "void"]


@then(parsers.parse("sidang ke-{number:d} dijadwalkan"))
def is_fixed(kantor: Bureau, upaya: Attempt, number: int) -> None:
    assert upaya.refusal is None, upaya.refusal
    row = kantor.read(lambda work: hearings.fixed(work, kantor.case(work)))
    assert row is not None
    assert row.number == number


@when("ketua menutup pemeriksaan")
def closed(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("chair", sessions.close))


@given("pemeriksaan selesai")
def examined(kantor: Bureau) -> None:
    appoint(kantor)
    for agenda in ALL:
        sit(kantor, agenda)
    kantor.act("chair", sessions.close)


def resolution(kantor: Bureau, kind: str = CLASS, present: int = 9) -> Resolution:
    members = kantor.read(lambda work: _panel(kantor, work).members)
    seats = tuple(
        Seat(one["officer_id"], one["name"], here := n < present, "setuju" if here else "")
        for n, one in enumerate(members)
    )
    key = article(kantor) if kind == CLASS else ""
    decisions = {one.id: [Decision(kind, key, "Alasan majelis.")] for one in kantor.parties()}
    return Resolution(
        Pleno(kantor.app.now(), seats), decisions, "Majelis menilai bukti bersesuaian.", AMAR
    )


@when(parsers.parse('majelis bermusyawarah dengan hasil "{kind}"'))
def resolved_as(kantor: Bureau, upaya: Attempt, kind: str) -> None:
    upaya.make(lambda: kantor.act("chair", rulings.resolve, resolution(kantor, kind)))


@when("majelis bermusyawarah dengan satu anggota saja")
def resolved_alone(kantor: Bureau, upaya: Attempt) -> None:
    told = resolution(kantor, present=1)
    upaya.make(lambda: kantor.act("chair", rulings.resolve, told))


@when("majelis bermusyawarah tanpa amar")
def resolved_bare(kantor: Bureau, upaya: Attempt) -> None:
    told = replace(resolution(kantor), amar=(" ",))
    upaya.make(lambda: kantor.act("chair", rulings.resolve, told))


@given("majelis bermusyawarah dan menyusun putusan")
def resolved(kantor: Bureau) -> None:
    kantor.act("chair", rulings.resolve, resolution(kantor))


def read_out(kantor: Bureau) -> None:
    kantor.later(hours=1)
    kantor.act("chair", rulings.read_out, held(kantor, course=""), "Ruang sidang")


@when("ketua membacakan putusan")
def reads(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: read_out(kantor))


@when(parsers.parse('majelis membacakan putusan "{kind}"'))
def rules(kantor: Bureau, kind: str) -> None:
    examined(kantor)
    kantor.act("chair", rulings.resolve, resolution(kantor, kind))
    read_out(kantor)


@given(parsers.parse('putusan dibacakan dan sampai pada KPU pada "{moment}"'))
def delivered(kantor: Bureau, moment: str) -> None:
    rules(kantor, CLASS)
    kantor.act("case_officer", referral.draft)
    kantor.at(moment)
    kantor.issue()
    kantor.dispatch(kantor.app.now())
    kantor.act("secretariat", referral.forward)


@when("surat penyampaian putusan disusun dan dikirim")
def sent(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.refusal is None, upaya.refusal
    kantor.forward()


@when(parsers.parse('KPU menindaklanjuti pada "{moment}"'))
def answered(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    items = kantor.read(lambda work: list(work.session.scalars(select(ReferralItem.id))))
    kantor.act(
        "secretariat", followup.record, items, "followed_up", "Menurut surat KPU.",
        answered_at=kantor.app.now(),
    )  # fmt: skip


@when("pleno meralat putusan itu")
def corrected(kantor: Bureau, upaya: Attempt) -> None:
    decisions = {one.id: [Decision("bukan_pelanggaran", "", "A.")] for one in kantor.parties()}
    meeting = replace(kantor.meeting(), reason="Keliru.")
    upaya.make(lambda: kantor.act("chair", ruling_correction.correct, meeting, decisions))


@then(parsers.parse('ditolak dengan penjelasan "{words}"'))
def refused(upaya: Attempt, words: str) -> None:
    assert upaya.refusal is not None, "tidak ditolak"
    assert words in str(upaya.refusal)


@then(parsers.parse('perkara memperingatkan "{words}" dengan tanda "{mark}"'))
def warned(kantor: Bureau, words: str, mark: str) -> None:
    (one,) = kantor.read(lambda work: cautions.of_case(work, kantor.case(work)))
    assert words in one.text
    assert one.mark == mark


@then(parsers.parse('peringatan itu menyebut alasan "{reason}" dan petugasnya'))
def warned_why(kantor: Bureau, reason: str) -> None:
    (one,) = kantor.read(lambda work: cautions.of_case(work, kantor.case(work)))
    assert (one.reason, bool(one.who), one.at is not None) == (reason, True, True)


@then(parsers.parse('batas "{rule}" jatuh pada "{due}" dengan tanda "{mark}"'))
def due_at(kantor: Bureau, rule: str, due: str, mark: str) -> None:
    limit = kantor.limit(rule)
    assert (limit.due, limit.verification) == (due, mark)


@then("setiap dokumen sidang ada")
def drawn(kantor: Bureau, datatable: Sequence[Sequence[str]]) -> None:
    found = {kind: len(kantor.documents(kind)) for kind, _number in datatable[1:]}
    assert found == {kind: int(number) for kind, number in datatable[1:]}


def paper(kantor: Bureau, kind: str) -> Any:
    (document,) = kantor.documents(kind)
    return kantor.read(lambda work: build(work, work.session.get_one(Document, document.id)))


@then("surat kepada KPU memuat amar dan hari pembacaan")
def letter(kantor: Bureau) -> None:
    found = paper(kantor, "penerusan_administrasi")
    assert found.amar == AMAR
    assert found.read == "hari Rabu, 25 Maret 2026"
    assert found.enclosures == ("Salinan putusan",)
    assert "paling lama 7 (tujuh) hari sejak putusan diterima" in found.request


@then("putusan memuat pertimbangan dan amar tanpa nama pelapor")
def ruling(kantor: Bureau) -> None:
    found = paper(kantor, "putusan_administrasi")
    assert found.amar == AMAR
    assert found.considerations == "Majelis menilai bukti bersesuaian."
    assert {one.verdict for one in found.verdicts} == {
        "Terbukti melakukan pelanggaran administrasi Pemilihan"
    }
    assert len(found.panel) == len(kantor.read(lambda work: _panel(kantor, work).members))
    assert REPORT.reporter is not None
    assert REPORT.reporter.name not in repr(found)
    assert not any("8 Tahun 2022" in one for one in found.legal)


@then("pemberitahuan kepada pelapor dan terlapor menyebut putusan yang dibacakan, bukan pleno")
def told(kantor: Bureau, upaya: Attempt) -> None:
    kantor.act("secretariat", referral.status_notice)
    one = kantor.parties()[0].id
    upaya.make(lambda: kantor.act("secretariat", referral.draft_notices, [one], excerpt=True))
    assert "tidak ada kajian yang dikutip" in str(upaya.refusal)
    kantor.act("secretariat", referral.draft_notices, [one])
    reporter = paper(kantor, "pemberitahuan_status")
    assert "dibacakan dalam sidang hari Rabu, 25 Maret 2026" in reporter.explanation
    assert "pleno" not in reporter.explanation
    assert paper(kantor, "pemberitahuan_status_terlapor").read == "hari Rabu, 25 Maret 2026"


@given("seorang anggota majelis dikecualikan dari perkara")
def kept_away(kantor: Bureau) -> None:
    member = kantor.read(lambda work: _panel(kantor, work).members)[-1]["officer_id"]
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        exclusions.keep_away_by_hand(work, kantor.case_id, member, "Saudara terlapor.")


@when("ketua menetapkan majelis yang baru dan menutup pemeriksaan")
def replaced(kantor: Bureau) -> None:
    kantor.act("chair", panel.appoint, appointed(kantor))
    kantor.act("chair", sessions.close)


@then("tidak ada surat kepada KPU yang dapat disusun")
def nothing_to_send(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", referral.draft))
    assert upaya.refusal is not None
    assert kantor.documents("penerusan_administrasi") == []


@then(parsers.parse('putusan terbaca oleh "{reader}" dan tidak oleh "{other}"'))
def readable(kantor: Bureau, reader: str, other: str) -> None:
    def reads(role: str) -> bool:
        def look(work: Any) -> bool:
            row = hearings.ruling(work, kantor.case(work))
            assert row is not None
            return hearings.may_read(work, kantor.case(work), row)

        return kantor.read(look, ROLES[role])

    assert (reads(reader), reads(other)) == (True, False)


@then("belum ada hasil yang tercatat")
def undecided(kantor: Bureau) -> None:
    assert kantor.read(lambda work: work.session.scalars(select(Outcome)).all()) == []
    (event,) = kantor.events("putuskan_majelis")
    assert not {"outcomes", "decisions", "amar"} & set(event.detail)
