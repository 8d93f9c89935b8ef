"""dokumen.feature"""

from __future__ import annotations

import json
from io import BytesIO

import pikepdf
import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.adapters.pdf import Renderer
from casework.document_data import to_plain
from casework.errors import BadInput, RenderFailed
from casework.models import Document, Office, Outcome
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.cases.record import identity
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.documents.data.build import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt
from tests.features.test_temuan import ended, fixed, found, informed
from tests.unit.papers.samples import words_of

scenarios("dokumen.feature")
# Steps of the findings, told in the same words here.
given(parsers.parse('pengawas mencatat temuan yang ditemukan "{found}" pada "{moment}"'))(found)
given(parsers.parse('informasi awal dicatat dengan penelusuran mulai "{moment}"'))(informed)
when(parsers.parse('pleno menetapkan temuan pada "{moment}"'))(fixed)
when("koordinator menghentikan penelusuran")(ended)

TO_RESPONDENTS = ("pemberitahuan_status_terlapor", "kutipan_kajian")


def plain(office: Bureau, document: Document) -> dict[str, object]:
    """What a paper would print now."""
    return office.read(
        lambda work: to_plain(build(work, work.session.get_one(Document, document.id)))
    )


def text(office: Bureau, kind: str) -> str:
    """All that the one paper of a kind would print."""
    [document] = office.documents(kind)
    return json.dumps(plain(office, document), ensure_ascii=False)


def office_id(office: Bureau, code: str) -> int:
    return office.read(
        lambda work: work.session.scalars(select(Office.id).where(Office.code == code)).one()
    )


def protected(office: Bureau) -> list[str]:
    """Every value by which a reporter or witness could be known."""

    def known(work: Work) -> list[str]:
        people = [
            identity.unseal(work, party)
            for party in office.parties("reporter", "witness")
            if party.identity_id is not None
        ]
        return [
            mark
            for one in people
            for mark in (one.name, one.phone, one.address, one.email, one.identity_number)
            if mark
        ]

    return office.read(known)


@given("laporan diterima di kantor provinsi")
def received(kantor: Bureau) -> None:
    kantor.at("2024-09-19T10:00:00")
    kantor.receive(
        respondents=(Respondent("Terlapor Uji", "kepala_desa", region="seluma"),),
        witnesses=(Person(name="Saksi Kanari", address="Jalan Kanari 7", phone="0800000077"),),
    )


@given("laporan diregistrasi dan semua pihak diklarifikasi")
def heard(kantor: Bureau) -> None:
    received(kantor)
    kantor.register()
    kantor.invite()
    kantor.hear()


@given("perkara sudah diteruskan")
def forwarded(kantor: Bureau) -> None:
    heard(kantor)
    kantor.review()
    kantor.later(hours=1)
    kantor.decide()
    kantor.forward()


@given(parsers.parse('batas "{rule}" tidak ditunggu lagi sejak "{moment}"'))
def not_waited_for(kantor: Bureau, rule: str, moment: str) -> None:
    kantor.at(moment)
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        assert deadlines.drop(work, kantor.case(work), rule)


@given("judul perkara memuat nama pelapor")
def titled(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor("coordinator")) as work:
        kantor.case(work).title = "Laporan pelapor  UJI tentang kepala desa"


@when(parsers.parse('perkara itu dilimpahkan ke kantor "{code}" pada "{moment}"'))
def delegated(kantor: Bureau, code: str, moment: str) -> None:
    move(kantor, "limpahkan", "dilimpahkan", moment, office_id(kantor, code))


@when("perkara itu dilimpahkan tanpa memilih kantor")
def nowhere(kantor: Bureau, upaya: Attempt) -> None:
    with pytest.raises(BadInput) as refusal:
        move(kantor, "limpahkan", "dilimpahkan", "2024-09-20T13:00:00", None)
    upaya.refusal = refusal.value


def move(kantor: Bureau, act: str, fact: str, moment: str, other: int | None) -> None:
    kantor.at(moment)
    at = {fact: kantor.app.now()}
    kantor.act(
        "coordinator",
        lambda work, case, version: plain_acts.perform(
            work, case, act, version, at, "Terlapor berada di wilayah kantor itu.", other
        ),
    )


@when(parsers.parse('penanganan dihentikan pada "{moment}" dengan alasan "{reason}"'))
def stopped(kantor: Bureau, moment: str, reason: str) -> None:
    kantor.at(moment)
    at = {"penanganan_dihentikan": kantor.app.now()}
    kantor.act(
        "coordinator",
        lambda work, case, version: plain_acts.perform(
            work, case, "hentikan_penanganan", version, at, reason
        ),
    )


@when("terlapor diberi tahu dengan kutipan kajian")
def told(kantor: Bureau) -> None:
    ids = kantor.read(lambda work: list(work.session.scalars(select(Outcome.party_id))))
    kantor.attempt("secretariat", referral.draft_notices, ids, excerpt=True)


@then(parsers.parse('dokumen "{kind}" ada dan menyebut "{words}"'))
def says(kantor: Bureau, kind: str, words: str) -> None:
    [document] = kantor.documents(kind)
    assert document.state == "issued"
    assert words in text(kantor, kind)


@then(parsers.parse('dokumen "{kind}" tidak memuat pelapor'))
def unnamed(kantor: Bureau, kind: str) -> None:
    marks = protected(kantor)
    assert marks
    assert not [mark for mark in marks if mark in text(kantor, kind)]


@then(parsers.parse('laporan akhir menceritakan tahap "{stage}" pada hari "{day}"'))
def narrated(kantor: Bureau, stage: str, day: str) -> None:
    [document] = kantor.documents("laporan_akhir")
    told = plain(kantor, document)["stages"]
    assert isinstance(told, list)
    days = {one["title"]: [each["day"] for each in one["days"]] for one in told}
    assert day in days[stage]


@then("laporan akhir memuat batas waktu")
def reported(kantor: Bureau, datatable: list[list[str]]) -> None:
    [document] = kantor.documents("laporan_akhir")
    limits = plain(kantor, document)["limits"]
    assert isinstance(limits, list)
    assert [[one["title"], one["result"]] for one in limits] == datatable[1:]


@then(parsers.parse('surat "{kind}" menunggu sebagai konsep untuk ketua kantor "{code}"'))
def waits(kantor: Bureau, kind: str, code: str) -> None:
    [document] = kantor.documents(kind)
    assert document.state == "draft"
    name = kantor.read(
        lambda work: work.session.scalars(select(Office.name).where(Office.code == code)).one()
    )
    assert f'"name": "Ketua {name}"' in text(kantor, kind)


@then(parsers.parse('surat itu meneruskan batas "{title}"'))
def goes_on(kantor: Bureau, title: str) -> None:
    assert title in text(kantor, "pelimpahan")


@then("surat itu tidak memuat pelapor")
def letter_unnamed(kantor: Bureau) -> None:
    unnamed(kantor, "pelimpahan")


@then(parsers.parse('isian itu ditolak dengan "{words}"'))
def refused(upaya: Attempt, words: str) -> None:
    assert words in str(upaya.refusal)


@then("setiap berita acara klarifikasi disertai keterangan di bawah sumpah")
def sworn(kantor: Bureau) -> None:
    minutes = [one.about for one in kantor.documents("berita_acara_klarifikasi")]
    assert minutes
    assert [one.about for one in kantor.documents("keterangan_sumpah")] == minutes


@then(parsers.parse('surat "{first}" dan "{second}" menunggu sebagai konsep'))
def both_wait(kantor: Bureau, first: str, second: str) -> None:
    kantor.settle()
    for kind in (first, second):
        letters = kantor.documents(kind)
        assert len(letters) == len(kantor.parties("respondent"))
        assert {one.state for one in letters} == {"draft"}


@then("isi dan keterangan berkas kedua PDF itu tidak memuat identitas yang dilindungi")
def nobody(kantor: Bureau, renderer: Renderer) -> None:
    marks = protected(kantor)
    assert marks
    for kind in TO_RESPONDENTS:
        document = kantor.documents(kind)[0]
        pdf = renderer.render(kind, document.edition, plain(kantor, document), draft=True)
        with pikepdf.open(BytesIO(pdf)) as opened:
            described = opened.Root.Metadata.read_bytes().decode() + str(dict(opened.docinfo))
        shown = words_of(pdf) + described
        assert not [mark for mark in marks if mark in shown]


@then("surat itu tidak dapat digambar dan pesannya tidak menyebut nama siapa pun")
def held_back(kantor: Bureau) -> None:
    for kind in TO_RESPONDENTS:
        with pytest.raises(RenderFailed, match="memuat identitas") as refusal:
            text(kantor, kind)
        assert not [mark for mark in protected(kantor) if mark in str(refusal.value)]
