"""belum_dijawab.feature"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Outcome, ReferralItem
from casework.models.referral import Referral
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Decision
from casework.services.cases import unanswered
from casework.services.cases.unanswered import Letter, Wanted
from tests.bureau import ARTICLE, Bureau
from tests.conftest import SettableClock

scenarios("belum_dijawab.feature")

LEBONG = "07.08"


@pytest.fixture
def kantor(app: App, clock: SettableClock) -> Bureau:
    return Bureau(app, clock, LEBONG)


def waiting(kantor: Bureau) -> list[Letter]:
    return kantor.read(lambda work: unanswered.letters(work, Wanted()))


def letter(kantor: Bureau, agency: str) -> Letter:
    return next(one for one in waiting(kantor) if one.addressee == agency)


def items(kantor: Bureau, agency: str) -> list[int]:
    query = (
        select(ReferralItem.id)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.addressee == agency)
        .order_by(ReferralItem.id)
    )
    return kantor.read(lambda work: list(work.session.scalars(query)))


@given("perkara dengan 34 terlapor diteruskan ke lembaganya")
def many(kantor: Bureau) -> None:
    kantor.at("2024-10-04T09:00:00")
    people = [
        *(Respondent(f"Pegawai {number}", "asn", region="lebong") for number in range(1, 32)),
        Respondent("Kepala Desa", "kepala_desa", region="lebong"),
        Respondent("Ketua BPD", "bpd", region="lebong"),
        Respondent("Calon", "calon", region="lebong"),
    ]
    kantor.receive(respondents=tuple(people))
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review()
    edition = kantor.app.law.editions["pemilihan-2020"]
    rule = next(
        key for key, one in edition.articles.items() if one.violation_class == "administrasi"
    )
    decisions = {
        one.id: [
            Decision("administrasi", rule, "Alat peraga di tempat terlarang.")
            if one.category == "calon"
            else Decision("hukum_lainnya", ARTICLE, "Terbukti.")
        ]
        for one in kantor.parties()
    }
    kantor.act("chair", pleno.decide, kantor.meeting(), decisions)
    assert kantor.read(lambda work: len(list(work.session.scalars(select(Outcome))))) == 34
    kantor.act("case_officer", referral.draft)
    kantor.issue()
    kantor.dispatch()
    kantor.act("secretariat", referral.forward)


@when(parsers.parse('satu terlapor pada surat "{agency}" gagal terkirim karena "{why}"'))
def one_failed(kantor: Bureau, agency: str, why: str) -> None:
    kantor.act("secretariat", followup.record, items(kantor, agency)[:1], "failed", why)


@when(parsers.parse('terlapor lain pada surat "{agency}" ditindaklanjuti'))
def others_followed(kantor: Bureau, agency: str) -> None:
    kantor.act("secretariat", followup.record, items(kantor, agency)[1:], "followed_up")


@when(parsers.parse('yang gagal pada surat "{agency}" dikirim ulang dan diharapkan "{day}"'))
def sent_again(kantor: Bureau, agency: str, day: str) -> None:
    failed = items(kantor, agency)[:1]
    kantor.act(
        "secretariat", followup.record, failed, "sent", "Dikirim ulang.", date.fromisoformat(day)
    )


@then("yang belum dijawab")
def listed(kantor: Bureau, datatable: list[list[str]]) -> None:
    found = []
    for one in waiting(kantor):
        assert one.limit is not None
        due = one.limit.due_at.astimezone(ZoneInfo(one.zone)).date().isoformat()
        found.append([str(one.open), str(one.failed), due, str(one.state)])
    assert found == datatable[1:]


@then(parsers.parse('batas jawaban itu berdasar "{article}"'))
def cited(kantor: Bureau, article: str) -> None:
    (one,) = waiting(kantor)
    assert one.limit is not None
    assert article in one.limit.citation


@then("tidak ada yang belum dijawab")
def nothing(kantor: Bureau) -> None:
    assert waiting(kantor) == []


@then("yang belum dijawab menurut lembaga")
def by_agency(kantor: Bureau, datatable: list[list[str]]) -> None:
    found = sorted([one.addressee, str(one.open), str(one.failed)] for one in waiting(kantor))
    assert found == sorted(datatable[1:])


@then(
    parsers.parse(
        'surat "{agency}" menunggu {open_:d} terlapor, {failed:d} gagal, keadaan "{state}"'
    )
)
def stands(kantor: Bureau, agency: str, open_: int, failed: int, state: str) -> None:
    one = letter(kantor, agency)
    assert (one.open, one.failed, one.state) == (open_, failed, state)
