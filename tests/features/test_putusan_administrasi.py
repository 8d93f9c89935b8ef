"""putusan_administrasi.feature"""

from __future__ import annotations

from datetime import date
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.edition import Edition
from casework.errors import NotPermitted
from casework.models import Case, Document
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import referral
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.documents.data import build
from casework.services.people import choices
from tests.bureau import ARTICLE, Bureau
from tests.features.conftest import Attempt
from webui.cases import cautions
from webui.cases.cautions import Caution

scenarios("putusan_administrasi.feature")
CHOICE = "jalan_rekomendasi"
ADMINISTRATIVE = "administrasi"


@given(parsers.parse("perkara tahun {year:d} siap dikaji"))
def ready(kantor: Bureau, year: int) -> None:
    month = 9 if year == 2024 else 3
    kantor.at(f"{year}-{month:02}-18T10:00:00")
    days = {"event_date": date(year, month, 15), "known_date": date(year, month, 17)}
    reason = "" if year == 2024 else "Terjadi setelah pemungutan suara."
    kantor.receive(key=f"perkara-{year}", stage_reason=reason, **days)
    edition = kantor.read(lambda work: kantor.case(work).edition)
    assert edition == {2024: "pemilihan-2020", 2026: "pemilihan-2025"}[year]
    kantor.register()
    kantor.invite()
    kantor.hear()


def article(kantor: Bureau, violation_class: str) -> str:
    if violation_class != ADMINISTRATIVE:
        return ARTICLE
    edition: Edition = kantor.read(lambda work: work.law.edition(kantor.case(work).edition))
    return next(
        key for key, one in edition.articles.items() if one.violation_class == ADMINISTRATIVE
    )


def judge(kantor: Bureau, violation_class: str) -> None:
    kantor.review(violation_class, article(kantor, violation_class))
    kantor.decide(violation_class, article(kantor, violation_class))


def switch(kantor: Bureau, role: str, reason: str, *, on: bool = True) -> None:
    with kantor.app.unit_of_work(kantor.actor(role)) as work:
        choices.change(work, work.actor.office_id, CHOICE, on, reason)


@when("kajian mengusulkan pelanggaran administrasi")
def proposed(kantor: Bureau, upaya: Attempt) -> None:
    kantor.act("case_officer", sessions.close)
    key = article(kantor, ADMINISTRATIVE)
    proposals = {one.id: [Proposal(ADMINISTRATIVE, key, (), "Usul.")] for one in kantor.parties()}
    kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals)
    upaya.make(lambda: kantor.act("case_officer", review.save, kajian))


@given(parsers.parse('kajian mengusulkan "{kind}" dan diajukan ke pleno'))
def brought(kantor: Bureau, kind: str) -> None:
    kantor.review(kind, article(kantor, kind))


@when("pleno memutus pelanggaran administrasi")
def decided(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.decide(ADMINISTRATIVE, article(kantor, ADMINISTRATIVE)))


@when(parsers.parse('kajian dan pleno menyatakan "{kind}"'))
def judged(kantor: Bureau, kind: str) -> None:
    judge(kantor, kind)


@given("kajian dan pleno sudah menyatakan pelanggaran administrasi")
def judged_before(kantor: Bureau) -> None:
    judge(kantor, ADMINISTRATIVE)


@given("surat penerusan sudah terbit")
def issued(kantor: Bureau) -> None:
    kantor.act("case_officer", referral.draft)
    kantor.issue()


@when("surat penerusan disusun")
def drafted(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", referral.draft))


@when("surat penerusan dikirim")
def sent(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(kantor.dispatch)


@given(parsers.parse('administrator menyalakan jalan rekomendasi karena "{reason}"'))
def switched_on(kantor: Bureau, reason: str) -> None:
    switch(kantor, "administrator", reason)


@when(parsers.parse('administrator mematikan jalan rekomendasi karena "{reason}"'))
def switched_off(kantor: Bureau, reason: str) -> None:
    switch(kantor, "administrator", reason, on=False)


@when("administrator menyalakan jalan rekomendasi tanpa alasan")
def without_reason(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: switch(kantor, "administrator", " "))


@when("koordinator menyalakan jalan rekomendasi")
def by_another(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: switch(kantor, "coordinator", "Perlu."))


@then(parsers.parse('ditolak dengan menyebut "{first}" dan "{second}"'))
def refused(upaya: Attempt, first: str, second: str) -> None:
    assert upaya.refusal is not None, "tidak ditolak"
    assert first in str(upaya.refusal)
    assert second in str(upaya.refusal)


@then(parsers.parse('penolakan itu menyebut jalan keluarnya "{cure}"'))
def cured(upaya: Attempt, cure: str) -> None:
    assert cure in str(upaya.refusal)


@then("ditolak karena alasannya belum ditulis")
def reason_missing(kantor: Bureau, upaya: Attempt) -> None:
    assert "Alasan" in str(upaya.refusal)
    assert not kantor.read(lambda work: work.law.chose(kantor.code, CHOICE))


@then("ditolak karena bukan wewenangnya")
def not_theirs(upaya: Attempt) -> None:
    assert isinstance(upaya.refusal, NotPermitted)


def cautioned(kantor: Bureau) -> tuple[Caution, ...]:
    return kantor.read(lambda work: cautions.of_case(work, _case(kantor, work)))


def _case(kantor: Bureau, work: Any) -> Case:
    return kantor.case(work)


@then(parsers.parse('perkara memperingatkan "{words}"'))
def warned(kantor: Bureau, words: str) -> None:
    assert any(words in one.text for one in cautioned(kantor))


@then(parsers.parse('perkara tidak memperingatkan "{words}"'))
def not_warned(kantor: Bureau, words: str) -> None:
    assert not any(words in one.text for one in cautioned(kantor))


@then(parsers.parse('peringatan itu menyebut alasan "{reason}"'))
def warned_why(kantor: Bureau, reason: str) -> None:
    (one,) = cautioned(kantor)
    assert (one.reason, bool(one.who)) == (reason, True)


@then("pilihan kantor tercatat pada jejak dengan alasannya")
def recorded(kantor: Bureau) -> None:
    (event,) = kantor.events(choices.ACTION)
    assert event.detail["on"] is True
    assert event.detail["reason"] == "Surat Bawaslu Bengkulu tentang masa peralihan"


@then("perkara berada pada tahap penerusan")
def at_referral(kantor: Bureau) -> None:
    assert kantor.stage == "penerusan"


@then("surat kepada KPU merekomendasikan, dan waktunya sejak rekomendasi diterima")
def recommends(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.refusal is None, upaya.refusal
    (letter,) = kantor.documents("penerusan_administrasi")
    found: Any = kantor.read(lambda work: build(work, work.session.get_one(Document, letter.id)))
    assert found.block.perihal == "Rekomendasi Pelanggaran Administrasi Pemilihan"
    assert " merekomendasikan kepada " in found.request
    assert "sejak rekomendasi diterima" in found.request
