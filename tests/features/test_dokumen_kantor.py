"""dokumen_kantor.feature"""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.document_data import to_plain
from casework.errors import NotPermitted
from casework.models import ClarificationSession, Document
from casework.services.acts.clarification import sessions
from casework.services.acts.registration import completion
from casework.services.cases.evidence import Upload
from casework.services.documents import files, receipts
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.desk import REPORT
from tests.features.conftest import ROLES, Attempt

scenarios("dokumen_kantor.feature")


def plain(kantor: Bureau, kind: str) -> dict[str, Any]:
    document = kantor.documents(kind)[0]
    return kantor.read(
        lambda work: to_plain(build(work, work.session.get_one(Document, document.id)))
    )


@when(parsers.parse('yang diundang tidak hadir dengan keterangan "{why}"'))
def stayed_away(kantor: Bureau, why: str) -> None:
    kantor.invite()
    kantor.later(hours=3)
    first = kantor.read(lambda work: work.session.scalars(select(ClarificationSession.id)).first())
    assert first is not None
    kantor.act(
        "case_officer", lambda work, _case, version: sessions.absent(work, first, version, why)
    )


@then("berita acara ketidakhadiran menyebut undangan, penyampaian, dan keterangan itu")
def tells(kantor: Bureau) -> None:
    told = plain(kantor, "berita_acara_ketidakhadiran")
    letter = kantor.documents("undangan_klarifikasi")[0]
    assert told["letter"].startswith(f"Nomor {letter.number} tanggal ")
    assert told["delivered"].startswith("dikirim ")
    assert told["reason"] == "Tidak datang sampai pukul 12.00."
    assert told["person"]["name"]


@then(parsers.parse('"{kind}" tersegel dan dapat dibuka oleh "{role}"'))
def opens(kantor: Bureau, kind: str, role: str) -> None:
    (paper,) = kantor.documents(kind)
    assert paper.confidential
    with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
        files.open_pdf(work, paper.id)


@then(parsers.parse('"{kind}" tidak dapat dibuka oleh "{role}"'))
def stays_shut(kantor: Bureau, kind: str, role: str) -> None:
    (paper,) = kantor.documents(kind)
    with (
        pytest.raises(NotPermitted),
        kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work,
    ):
        files.open_pdf(work, paper.id)


@then(parsers.parse('berita acara pencabutan menyebut pelapor, alasan, dan "{place}"'))
def withdrawn(kantor: Bureau, place: str) -> None:
    told = plain(kantor, "berita_acara_pencabutan")
    assert REPORT.reporter is not None
    assert told["reporter"]["name"] == REPORT.reporter.name
    assert told["reason"]
    assert told["bases"][0]["citation"].startswith(place)


@when(parsers.parse('pelapor menyerahkan "{what}" sebagai kelengkapan'))
def brought(kantor: Bureau, what: str) -> None:
    file = kantor.app.store.put(BytesIO(b"rekaman"), sealed=False, limit=100)
    upload = Upload(file, "rekaman.txt", what, "text/plain")
    kantor.act(
        "intake_officer", completion.receive, kantor.app.now(), "Rekaman diserahkan.", [upload]
    )


@then(parsers.parse('tanda terima kelengkapan memuat "{what}"'))
def receipted(kantor: Bureau, what: str) -> None:
    told = plain(kantor, "tanda_terima_kelengkapan")
    (item,) = told["items_received"]
    assert item["title"].endswith(what)


@when("undangan disusun")
def drafted(kantor: Bureau) -> None:
    ids = [one.id for one in kantor.parties("reporter", "respondent")]
    at = kantor.app.now() + timedelta(hours=3)
    kantor.act("case_officer", sessions.invite, ids, at, "Kantor")


@when("ketua menerbitkan undangan")
def issued(kantor: Bureau) -> None:
    kantor.issue("undangan_klarifikasi")


@when(parsers.re("(?P<role>sekretariat|penangan) meminta tanda terima undangan pertama"))
def asked(kantor: Bureau, upaya: Attempt, role: str) -> None:
    letter = kantor.documents("undangan_klarifikasi")[0]

    def ask() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            receipts.request(work, letter.id)
        kantor.settle()

    upaya.make(ask)


@then("tanda terima surat memuat nomor dan tujuan undangan pertama")
def sheet(kantor: Bureau) -> None:
    told, letter = plain(kantor, "tanda_terima_surat"), plain(kantor, "undangan_klarifikasi")
    assert told["block"] == letter["block"]
    assert told["recipient"] == letter["recipient"]
    assert kantor.documents("tanda_terima_surat")[0].confidential


@then("hanya ada satu tanda terima surat")
def once(kantor: Bureau) -> None:
    assert len(kantor.documents("tanda_terima_surat")) == 1


@then(parsers.parse('pengumuman menyebut "{status}"'))
def announced(kantor: Bureau, status: str) -> None:
    told = plain(kantor, "pengumuman_status")
    assert told["status"] == status
    assert told["report_number"]


@then("pengumuman tidak menyebut pelapor, terlapor, dan judul perkara")
def nameless(kantor: Bureau) -> None:
    text = json.dumps(plain(kantor, "pengumuman_status"), ensure_ascii=False)
    assert REPORT.reporter is not None
    names = [REPORT.reporter.name, *(one.label for one in kantor.parties())]
    title = kantor.read(lambda work: kantor.case(work).title)
    assert [one for one in (*names, title) if one in text] == []
