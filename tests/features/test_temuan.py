"""temuan.feature and informasi_awal.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers import BeritaAcaraPleno
from casework.models import Document, Meeting, Number
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import tracing
from casework.services.acts.review import pleno
from casework.services.core.work import Work
from casework.services.documents.data.build import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("temuan.feature", "informasi_awal.feature")
NAMED = (Respondent("Kepala Desa Uji", "kepala_desa", region="seluma"),)


@given(parsers.parse('pengawas mencatat temuan yang ditemukan "{found}" pada "{moment}"'))
def found(kantor: Bureau, found: str, moment: str) -> None:
    kantor.at(found)
    at = kantor.app.now()
    kantor.at(moment)
    kantor.find(at)


@given("pengawas mencatat temuan tentang barang tanpa pemilik yang diketahui")
def found_thing(kantor: Bureau) -> None:
    thing = Respondent("Baliho di taman kota", "objek")
    kantor.find(kantor.app.now(), "temuan-barang", respondents=(thing,))


@given(parsers.parse('informasi awal dicatat dengan penelusuran mulai "{moment}"'))
def informed(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.inform()


@when(parsers.parse('pleno menetapkan temuan pada "{moment}"'))
def fixed(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    kantor.at(moment)
    upaya.make(lambda: kantor.act("chair", pleno.fix, kantor.meeting()))


@when("pleno tanpa kuorum menetapkan temuan")
def not_enough(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("chair", pleno.fix, kantor.meeting(absent=3)))


@when(parsers.parse('hasil penelusuran diajukan sebagai temuan pada "{moment}"'))
def proposed(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    kantor.at(moment)
    upaya.make(
        lambda: kantor.act("case_officer", tracing.propose, kantor.app.now(), "LHP 1", NAMED)
    )


@when("hasil penelusuran diajukan sebagai temuan tanpa terlapor")
def nobody_named(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", tracing.propose, kantor.app.now(), "LHP 1"))


@when("koordinator menghentikan penelusuran")
def ended(kantor: Bureau, upaya: Attempt) -> None:
    at = {"penelusuran_dihentikan": kantor.app.now()}
    upaya.make(
        lambda: kantor.act(
            "coordinator",
            lambda work, case, version: plain_acts.perform(
                work, case, "hentikan_penelusuran", version, at, "Tidak ditemukan bukti."
            ),
        )
    )


@when("temuan itu ditangani sampai diteruskan")
def handled(kantor: Bureau) -> None:
    kantor.act("commissioner", pleno.register, kantor.meeting())
    kantor.invite()
    kantor.hear()
    kantor.review()
    kantor.later(hours=1)
    kantor.decide()
    kantor.forward()


@when("temuan tentang barang itu ditangani sampai diteruskan")
def thing_handled(kantor: Bureau) -> None:
    articles = kantor.read(lambda work: work.law.edition(kantor.case(work).edition).articles)
    wrong = next(key for key, one in articles.items() if one.violation_class == "administrasi")
    kantor.act("commissioner", pleno.register, kantor.meeting())
    kantor.review("administrasi", wrong)
    kantor.decide("administrasi", wrong)
    kantor.forward()


@then("belum ada nomor perkara yang terpakai")
def unnumbered(kantor: Bureau) -> None:
    assert kantor.read(lambda work: kantor.case(work).receipt_number) == ""
    assert kantor.read(lambda work: kantor.case(work).registration_number) == ""
    assert kantor.read(lambda work: list(work.session.scalars(select(Number.id)))) == []


@then(parsers.parse('nomor temuan "{number}"'))
def numbered(kantor: Bureau, number: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).registration_number) == number


@then("perkara itu tanpa pelapor")
def nobody_reported(kantor: Bureau) -> None:
    assert kantor.parties("reporter") == []


@then("tidak ada surat kepada pelapor")
def no_letter(kantor: Bureau) -> None:
    assert kantor.documents("pemberitahuan_status") == []


@then(parsers.parse('berita acara rapat menyebut "{text}"'))
def minutes(kantor: Bureau, text: str) -> None:
    [paper] = kantor.documents("berita_acara_pleno")
    assert paper.state == "numbered", "it waits for the other member"
    kantor.acknowledge()
    [paper] = kantor.documents("berita_acara_pleno")
    assert paper.state == "issued"

    def decision(work: Work) -> str:
        shown = build(work, work.session.get_one(Document, paper.id))
        assert isinstance(shown, BeritaAcaraPleno)
        return shown.decision

    assert text in kantor.read(decision)
    purposes = kantor.read(lambda work: list(work.session.scalars(select(Meeting.purpose))))
    assert purposes == ["temuan"]
