"""berkas_pidana.feature"""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.adapters import rulebook
from casework.document_data import to_plain
from casework.engine.papers.crime_file import Assigned
from casework.errors import NotPermitted
from casework.models import Document, Evidence
from casework.services.acts.clarification import assignment
from casework.services.acts.recommendation import crime_file, dispatches, referral, voiding
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.review import discussions, pleno
from casework.services.acts.review.pleno import Decision
from casework.services.cases.discussions import overrides
from casework.services.cases.evidence import Upload
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work
from casework.services.documents import archive, bundles, files
from casework.services.documents.data import build
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.desk import REPORT
from tests.features.conftest import ROLES, Attempt
from webui.cases.files_page import papers_of

scenarios("berkas_pidana.feature")

CRIME = "uu-187a-1"
WITNESS = Person(name="Saksi Karangan", address="Jalan Saksi 2")
WHY = "Diserahkan langsung oleh penyidik."


def settle(kantor: Bureau, upaya: Attempt, filled: dict[str, Filled]) -> None:
    upaya.make(lambda: kantor.act("case_officer", crime_file.settle, filled))


def reasons(kantor: Bureau, why: str = WHY) -> dict[str, Filled]:
    items = kantor.read(lambda work: tuple(work.law.edition(kantor.case(work).edition).file_items))
    return dict.fromkeys(items, Filled(reason=why))


def plain(kantor: Bureau, kind: str) -> dict[str, Any]:
    document = kantor.documents(kind)[-1]
    return kantor.read(
        lambda work: to_plain(build(work, work.session.get_one(Document, document.id)))
    )


@given("pleno memutus tindak pidana sesudah kedua pembahasan")
def decided(kantor: Bureau) -> None:
    kantor.at("2024-09-20T09:40:00")
    file = kantor.app.store.put(BytesIO(b"rekaman"), sealed=False, limit=100)
    kantor.receive(
        suspects_crime=True,
        witnesses=(WITNESS,),
        evidence=(Upload(file, "video.txt", "Rekaman pembagian uang", "text/plain"),),
    )
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review("pidana", CRIME)
    kantor.decide("pidana", CRIME)


@given("perkara lain diputus tanpa pembahasan kedua")
def undiscussed(kantor: Bureau) -> None:
    kantor.receive("laporan-2", suspects_crime=True)
    kantor.register()
    kantor.act("coordinator", discussions.first, kantor.discussion())
    kantor.invite()
    kantor.hear()
    kantor.review("pidana", CRIME)
    ruling = {one.id: [Decision("pidana", CRIME, "Alasan.")] for one in kantor.parties()}
    kantor.act("chair", pleno.decide, kantor.meeting(), ruling, "Jaksa tidak hadir sampai akhir.")


@given(parsers.parse('aturan perkara mewajibkan "{item}"'))
def required(kantor: Bureau, item: str) -> None:
    file = "pemilihan-2020/criminal_file.yaml"
    text = rulebook.texts(rulebook.root())[file]
    changed = text.replace(f"  - id: {item}\n", f"  - id: {item}\n    required: true\n")
    assert changed != text
    kantor.app = replace(kantor.app, law=rulebook.load(instead={file: changed}))


@when("berkas ditetapkan dengan alasan, tanpa menyatakan tetap diteruskan")
def not_meant(kantor: Bureau, upaya: Attempt) -> None:
    settle(kantor, upaya, reasons(kantor))


@when("berkas ditetapkan dengan alasan dan dinyatakan tetap diteruskan")
def meant(kantor: Bureau, upaya: Attempt) -> None:
    filled = reasons(kantor)
    upaya.make(lambda: kantor.act("case_officer", crime_file.settle, filled, nevertheless=True))


@then(parsers.parse('penyimpangan pada perkara menyebut "{what}"'))
def overridden(kantor: Bureau, what: str) -> None:
    (row,) = kantor.read(lambda work: list(overrides(work, kantor.case(work))))
    assert what in row.what
    assert WHY in row.reason


@when("penangan menyusun penerusan")
def drafted(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", referral.draft))


@when("berkas ditetapkan dengan alasan untuk yang tidak ada")
def settled(kantor: Bureau, upaya: Attempt) -> None:
    settle(kantor, upaya, reasons(kantor))
    assert upaya.refusal is None, upaya.refusal


@when("berkas ditetapkan tanpa alasan apa pun")
def bare(kantor: Bureau, upaya: Attempt) -> None:
    settle(kantor, upaya, {})


@when(parsers.parse('berkas ditetapkan dengan bukti pertama sebagai "{item}"'))
def proven(kantor: Bureau, upaya: Attempt, item: str) -> None:
    first = kantor.read(
        lambda work: work.session.scalar(
            select(Evidence.id).where(Evidence.case_id == kantor.case_id).order_by(Evidence.id)
        )
    )
    assert first is not None
    settle(kantor, upaya, reasons(kantor) | {item: Filled(evidence=[first])})


@when("berkas ditetapkan dengan alasan yang menyebut nama pelapor")
def naming(kantor: Bureau, upaya: Attempt) -> None:
    assert REPORT.reporter is not None
    settle(kantor, upaya, reasons(kantor, f"Masih dibawa {REPORT.reporter.name}."))


@when(parsers.parse('koordinator menyiapkan surat tugas untuk "{name}" dan ketua menerbitkannya'))
def assigned(kantor: Bureau, name: str) -> None:
    people = [Assigned(name=name, position="Staf")]
    kantor.act("coordinator", assignment.assign, people, "melaksanakan penyelidikan")
    assert plain(kantor, "surat_tugas")["assigned"] == [{"name": name, "position": "Staf"}]
    kantor.issue("surat_tugas")


@then(parsers.parse('surat penerusan melampirkan "{what}"'))
def encloses(kantor: Bureau, what: str) -> None:
    assert plain(kantor, "penerusan_pidana")["enclosures"][0] == what


@then("daftar isi berkas memuat")
def holds(kantor: Bureau, datatable: list[list[str]]) -> None:
    rows = {title: (told, state) for _n, title, told, state in
            plain(kantor, "daftar_isi_berkas")["rows"]}  # fmt: skip
    for title, told, state in datatable[1:]:
        assert told in rows[title][0], rows[title]
        assert rows[title][1] == state


@then(parsers.parse('"{kind}" tersegel'))
def sealed(kantor: Bureau, kind: str) -> None:
    (paper,) = kantor.documents(kind)
    assert paper.confidential
    assert WITNESS.name in json.dumps(plain(kantor, kind), ensure_ascii=False)


@then(parsers.parse('"{kind}" tidak menyebut pelapor dan saksi'))
def nameless(kantor: Bureau, kind: str) -> None:
    assert REPORT.reporter is not None
    text = json.dumps(plain(kantor, kind), ensure_ascii=False)
    assert not [one.name for one in (REPORT.reporter, WITNESS) if one.name in text]


FORMS = "pemilihan-2020/forms.yaml"
COPY = "penerusan_pidana_kepolisian"
ADDED = f"""
  - id: {COPY}
    title: Salinan untuk Kepolisian
    kind: record
    flow: recommendation
    printed_by: [secretariat, head_of_secretariat]
    signatories: [chair]
    citation: {{law: uu-7-2017, article: "476", paragraph: "3"}}
    quote: disampaikan secara tertulis dan paling sedikit memuat
    verification: confirmed
    source: https://id.scribd.com/document/503958751/pasal-476-554
"""


@given("aturan perkara meminta nama dan alamat pelapor pada penerusan pidana")
def asked_for(kantor: Bureau) -> None:
    # Pemilu takes no case yet, so its rule is laid upon the edition that does.
    text = rulebook.texts(rulebook.root())[FORMS]
    head, form, rest = text.partition("  - id: penerusan_pidana\n")
    rest = rest.replace("    secret: false\n", f"    secret: false\n    sealed_copy: {COPY}\n", 1)
    law = rulebook.load(instead={FORMS: f"{head}{form}{rest.rstrip()}{ADDED}"})
    kantor.app = replace(kantor.app, law=law)


@when("surat penerusan disusun dan diterbitkan")
def issued(kantor: Bureau) -> None:
    kantor.act("case_officer", referral.draft)
    kantor.issue("penerusan_pidana")


@when("ketua membatalkan surat penerusan itu")
def voided(kantor: Bureau) -> None:
    (letter,) = kantor.documents("penerusan_pidana")
    kantor.act(
        "chair",
        lambda work, _case, version: voiding.void(
            work, letter.id, "Terlapor salah ketik.", version
        ),
    )


@then("tidak ada salinan untuk Kepolisian")
def no_copy(kantor: Bureau) -> None:
    assert kantor.documents(COPY) == []


@then("salinan untuk Kepolisian batal")
def void(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents(COPY)] == ["void"]


@then("salinan untuk Kepolisian memuat nama dan alamat pelapor dengan nomor surat yang sama")
def names(kantor: Bureau) -> None:
    assert REPORT.reporter is not None
    (copy,), letter = kantor.documents(COPY), plain(kantor, "penerusan_pidana")
    told = plain(kantor, COPY)
    assert copy.confidential
    assert (told["reporter_name"], told["reporter_address"]) == (
        REPORT.reporter.name,
        REPORT.reporter.address,
    )
    assert told["block"] == letter["block"]
    (naming,) = told["naming"]
    assert naming.startswith("Pasal 476 ayat (3) Undang-Undang Nomor 7 Tahun 2017 sebagaimana")


def opened(kantor: Bureau, role: str) -> None:
    (copy,) = kantor.documents(COPY)
    with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
        files.open_pdf(work, copy.id)


@then(parsers.parse('salinan itu dibuka oleh "{role}" dan pembukaannya tercatat'))
def open_to(kantor: Bureau, role: str) -> None:
    opened(kantor, role)
    (copy,) = kantor.documents(COPY)
    assert f"documents:{copy.id}" in [one.subject for one in kantor.events("dokumen_dibuka")]


@then(parsers.parse('"{kind}" dicetak oleh "{role}" dan pembukaannya tercatat'))
def printed_by(kantor: Bureau, kind: str, role: str) -> None:
    (paper,) = kantor.documents(kind)
    kantor.settle()
    with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
        bundle = bundles.request(work, kantor.case_id, [paper.id])
    assert kantor.read(lambda work: [one.id for one in bundles.of_bundle(work, bundle)]) == [
        paper.id
    ]
    with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
        files.open_pdf(work, paper.id)
    assert f"documents:{paper.id}" in [one.subject for one in kantor.events("dokumen_dibuka")]


@then(parsers.parse('"{kind}" tertutup bagi "{role}"'))
def shut(kantor: Bureau, kind: str, role: str) -> None:
    (paper,) = kantor.documents(kind)
    with (
        pytest.raises(NotPermitted),
        kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work,
    ):
        files.open_pdf(work, paper.id)


@then("tidak ada surat yang menunggu penyampaian")
def nothing_waits(kantor: Bureau) -> None:
    kantor.dispatch()
    assert [one.state for one in kantor.documents("surat_tugas")] == ["issued"]

    def waits(work: Work) -> list[str]:
        lines = papers_of(work, kantor.case(work))
        return [one.kind for one in lines if one.leaves and one.state == "issued"]

    assert kantor.read(waits) == []


@then(parsers.parse('"{kind}" dapat diarsipkan'))
def to_be_filed(kantor: Bureau, kind: str) -> None:
    (paper,) = kantor.documents(kind)
    assert kantor.read(
        lambda work: archive.may_file(work, work.session.get_one(Document, paper.id))
    )


@when(parsers.parse('sekretariat mencatat penyampaian "{kind}"'))
def sent(kantor: Bureau, upaya: Attempt, kind: str) -> None:
    (paper,) = kantor.documents(kind)
    sending = Sending("langsung", kantor.app.now(), unsigned_reason=IN_INK)
    upaya.make(lambda: kantor.act("secretariat", dispatches.record, paper.id, sending))
