"""surat_kantor_asal.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Number
from casework.services.acts.corrections import respondents
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import redraft, referral, voiding
from casework.services.documents import papers
from tests.antarkantor import office_id, take
from tests.bureau import Bureau
from tests.features.conftest import Attempt, Between

scenarios("surat_kantor_asal.feature")


@given(
    parsers.parse(
        'kantor "{code}" sudah menomori surat penerusan kepada KPU sebelum '
        'perkaranya diambil alih kantor "{above}"'
    )
)
def numbered_below(kantor: Bureau, antara: Between, code: str, above: str) -> None:
    below = heard_below(kantor, antara(code))
    edition = kantor.app.law.editions["pemilihan-2020"]
    article = next(
        key for key, one in edition.articles.items() if one.violation_class == "administrasi"
    )
    below.review("administrasi", article)
    below.decide("administrasi", article)
    below.act("case_officer", referral.draft)
    below.issue()
    take(antara(above), ("coordinator", "supervisor"))
    kantor.settle()


def heard_below(kantor: Bureau, below: Bureau) -> Bureau:
    """A case of the office below, up to what was heard; the office above looks at it too."""
    kantor.at("2024-09-19T10:00:00")
    below.receive("laporan-kabupaten", respondents=(Respondent("Calon", "calon", region="kaur"),))
    kantor.case_id = below.case_id
    below.register()
    below.invite()
    below.hear()
    return below


@given(
    parsers.parse(
        'kantor "{code}" sudah menomori pemberitahuan status sebelum perkaranya diambil alih '
        'kantor "{above}"'
    )
)
def notice_below(kantor: Bureau, antara: Between, code: str, above: str) -> None:
    below = heard_below(kantor, antara(code))
    below.review("bukan_pelanggaran", "")
    below.decide("bukan_pelanggaran", "")
    below.act("secretariat", referral.status_notice)
    below.issue("pemberitahuan_status")
    take(antara(above), ("coordinator", "supervisor"))
    kantor.settle()


@when(
    parsers.re(
        r'ketua kantor "(?P<code>[^"]*)" membatalkan pemberitahuan status itu karena '
        r'"(?P<reason>[^"]*)"'
    )
)
def voids(antara: Between, upaya: Attempt, code: str, reason: str) -> None:
    office = antara(code)
    (letter,) = office.documents("pemberitahuan_status")

    def act() -> None:
        with office.app.unit_of_work(office.actor("chair")) as work:
            voiding.void(work, letter.id, reason, office.case(work).version)
        office.settle()

    upaya.make(act)


@when(
    parsers.re(
        r'kantor "(?P<code>[^"]*)" menyusun ulang surat penerusan karena "(?P<reason>[^"]*)"'
    )
)
def drafts_again(antara: Between, upaya: Attempt, code: str, reason: str) -> None:
    upaya.make(lambda: antara(code).act("case_officer", redraft.redraft, reason))


@when(
    parsers.re(
        r'kantor "(?P<code>[^"]*)" membetulkan kategori terlapor menjadi "(?P<category>\w+)" '
        r'karena "(?P<reason>[^"]*)"'
    )
)
def puts_right(antara: Between, upaya: Attempt, code: str, category: str, reason: str) -> None:
    office = antara(code)
    (party,) = office.parties()
    upaya.make(
        lambda: office.act("coordinator", respondents.correct, party.id, category, "kaur", reason)
    )


@then(parsers.parse('nomor surat itu dijelaskan dalam register kantor "{code}" dengan "{reason}"'))
def explained(kantor: Bureau, antara: Between, code: str, reason: str) -> None:
    papers_of = kantor.read(lambda work: papers.of_case(work, kantor.case(work)))
    (old,) = [one for one in papers_of if one.state == "void"]
    office = antara(code).read(lambda work: office_id(work, code))
    rows = kantor.read(
        lambda work: list(work.session.scalars(select(Number).where(Number.text == old.number)))
    )
    assert [(one.void_reason, one.office_id) for one in rows] == [(reason, office)]


@then(parsers.parse('surat penerusan pengganti dapat dinomori dan dikirim kantor "{code}"'))
def goes_out(antara: Between, code: str) -> None:
    office = antara(code)
    office.issue("penerusan_administrasi")
    office.dispatch()
    office.act("secretariat", referral.forward)
    assert office.stage == "tindak_lanjut"


@then(parsers.parse('penggantinya dapat dinomori dan dikirim kantor "{code}"'))
def notice_goes_out(antara: Between, code: str) -> None:
    office = antara(code)
    office.issue("pemberitahuan_status")
    office.dispatch()
    office.act("coordinator", referral.stop)
    assert office.stage == "selesai"
