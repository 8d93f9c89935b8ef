"""penerusan.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import func, select

from casework.models import Outcome, Referral, ReferralItem
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Decision
from tests.bureau import ARTICLE, Bureau
from tests.features.conftest import Attempt

scenarios("penerusan.feature")

PEOPLE = (
    Respondent("Kepala Desa Satu", "kepala_desa", region="seluma"),
    Respondent("Kepala Desa Dua", "kepala_desa", region="kaur"),
    Respondent("Pegawai", "asn", region="kaur"),
    Respondent("Ketua RT", "rt_rw", region="kaur"),
    Respondent("Warga", "masyarakat", region="kaur"),
)


@given("perkara dengan beberapa terlapor siap diputus")
def ready(kantor: Bureau) -> None:
    kantor.at("2024-09-23T09:00:00")
    kantor.receive(respondents=PEOPLE)
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review()


def decisions(kantor: Bureau, article: str = ARTICLE) -> dict[int, list[Decision]]:
    """Everybody but the citizen violated a rule of another law."""
    return {
        one.id: [
            Decision("bukan_pelanggaran")
            if one.category == "masyarakat"
            else Decision("hukum_lainnya", article, "Terbukti.")
        ]
        for one in kantor.parties()
    }


@given("perkara dengan beberapa terlapor sudah diputus")
def decided(kantor: Bureau) -> None:
    ready(kantor)
    kantor.act("chair", pleno.decide, kantor.meeting(), decisions(kantor))


@when("pleno memutus semua kecuali seorang")
def one_left_out(kantor: Bureau, upaya: Attempt) -> None:
    some = dict(list(decisions(kantor).items())[1:])
    upaya.make(lambda: kantor.act("chair", pleno.decide, kantor.meeting(), some))


@when(parsers.parse('pleno memutus dengan pasal "{article}"'))
def unknown_article(kantor: Bureau, upaya: Attempt, article: str) -> None:
    found = decisions(kantor, article)
    upaya.make(lambda: kantor.act("chair", pleno.decide, kantor.meeting(), found))


@when("penangan menyusun penerusan tanpa alasan")
def no_reason(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", referral.draft))


@when("penangan menyusun penerusan dengan alasan untuk ketua RT")
def with_reason(kantor: Bureau, upaya: Attempt) -> None:
    nobody = {one.id for one in kantor.parties() if one.category == "rt_rw"}
    outcomes = kantor.read(lambda work: list(work.session.scalars(select(Outcome))))
    without = {
        one.id: "Tidak ada instansi yang diketahui." for one in outcomes if one.party_id in nobody
    }
    upaya.make(lambda: kantor.act("case_officer", referral.draft, without))


@when("semua surat diterbitkan dan dikirim")
def sent(kantor: Bureau) -> None:
    kantor.issue()
    kantor.dispatch()


@when("pelapor diberi tahu status laporannya")
def reporter_told(kantor: Bureau) -> None:
    kantor.act("secretariat", referral.status_notice)
    sent(kantor)


@when("setiap instansi menjawab")
def answered(kantor: Bureau) -> None:
    items = kantor.read(lambda work: list(work.session.scalars(select(ReferralItem.id))))
    kantor.act("case_officer", followup.record, items, "followed_up")


@then("surat penerusan tertuju kepada")
def addressed(kantor: Bureau, datatable: list[list[str]]) -> None:
    query = (
        select(Referral.addressee, func.count(ReferralItem.id))
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .group_by(Referral.addressee)
    )
    found = kantor.read(lambda work: {row[0]: row[1] for row in work.session.execute(query)})
    assert found == {name: int(count) for name, count in datatable[1:]}
