"""Letters drafted anew, respondents corrected, answers with their own date: through the pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document, Evidence, Referral, ReferralItem
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.people import training
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.web.visitor import Visitor, errors, upload, words
from webui.app import create_app

SignedIn = Callable[[str], Visitor]
REDRAFT = "/perkara/1/penerusan/ulang"
CORRECT = "/perkara/1/koreksi-terlapor"
BOARD = "/perkara/1/tindak-lanjut"


@pytest.fixture
def office(app: App, clock: SettableClock) -> Bureau:
    """The letter to the civil-service commission is issued; the next day it is no more."""
    office = Bureau(app, clock)
    office.at("2024-08-19")
    day = office.app.today("Asia/Jakarta")
    office.receive(
        event_date=day,
        known_date=day,
        stage_reason="Untuk diuji.",
        respondents=(Respondent("Pegawai", "asn", region="kaur"),),
    )
    office.register()
    office.invite()
    office.hear()
    office.review()
    office.decide()
    office.act("case_officer", referral.draft)
    office.at("2024-08-23T10:00:00")
    office.issue()
    return office


@pytest.fixture
def as_login(office: Bureau) -> SignedIn:
    """A visitor of the training staff by the first word of the login."""
    flask = create_app(office.app)

    def visitor(login: str) -> Visitor:
        one = Visitor(flask)
        assert one.sign_in(f"{login}.bengkulu", training.PASSWORD).status_code == 303
        return one

    return visitor


def letters(office: Bureau) -> list[tuple[str, str]]:
    """Addressee and state of every letter."""
    query = select(Referral.addressee, Document.state).join(
        Document, Document.id == Referral.document_id
    )
    return office.read(
        lambda work: [(row[0], row[1]) for row in work.session.execute(query.order_by(Referral.id))]
    )


def test_a_letter_to_the_wrong_agency_is_refused_and_drafted_anew(
    office: Bureau, as_login: SignedIn
) -> None:
    office.at("2024-08-24T09:00:00")
    desk, officer = as_login("sekretariat"), as_login("penangan")
    (letter,) = office.documents("penerusan_hukum_lainnya")
    typed = {
        "dokumen": str(letter.id),
        "saluran": "kurir",
        "alasan_belum_ttd": "Di atas kertas",
        "dikirim": "2024-08-24T08:30",
    }
    refused = desk.submit("/perkara/1/surat/penyampaian", typed)
    assert refused.status_code == 422
    assert "Badan Kepegawaian Negara" in words(refused)
    assert "Susun ulang surat penerusan" in words(refused)
    assert f'class="button" href="{REDRAFT}"' in officer.get("/perkara/1").text
    assert set(errors(officer.submit(REDRAFT, {"alasan": "\n"}))) == {"alasan"}
    done = officer.submit(REDRAFT, {"alasan": "Kewenangan beralih kepada BKN."})
    assert done.status_code == 303
    assert letters(office) == [
        ("Komisi Aparatur Sipil Negara", "void"),
        ("Badan Kepegawaian Negara", "planned"),
    ]
    shown = words(officer.get("/perkara/1/berkas/dokumen"))
    assert "batal" in shown
    assert "1 surat dibatalkan dan 1 surat baru" in shown


def test_nobody_is_told_to_draft_anew_what_is_right(office: Bureau, as_login: SignedIn) -> None:
    officer = as_login("penangan")
    assert f'class="button" href="{REDRAFT}"' not in officer.get("/perkara/1").text
    page = officer.submit(REDRAFT, {"alasan": "Ingin surat baru."})
    assert page.status_code == 422
    assert "masih sama" in words(page)


def test_a_respondent_is_corrected_with_a_reason(office: Bureau, as_login: SignedIn) -> None:
    coordinator = as_login("koordinator")
    (party,) = office.parties()
    page = coordinator.get(f"{CORRECT}?terlapor={party.id}")
    assert coordinator.fields(page)["kategori"] == "asn"
    assert coordinator.fields(page)["wilayah"] == "kaur"
    typed = {"kategori": "rt_rw", "alasan": "Ia ketua RT."}
    lost = coordinator.submit(CORRECT, {**typed, "terlapor": str(party.id)})
    assert lost.status_code == 422
    assert "tidak diketahui" in errors(lost)["tanpa_tujuan"]
    typed |= {"tanpa_tujuan": "Tidak ada instansi yang diketahui."}
    assert coordinator.submit(CORRECT, typed, page=lost).status_code == 303
    assert [state for _addressee, state in letters(office)] == ["void"]


def test_an_answer_keeps_its_own_date_and_letter(office: Bureau, as_login: SignedIn) -> None:
    office.dispatch(office.app.now())
    office.act("secretariat", referral.forward)
    office.at("2024-09-10T09:00:00")
    officer = as_login("penangan")
    page = officer.get(BOARD)
    items = html.fromstring(page.text).xpath("//input[@name='terlapor']/@value")
    typed: dict[str, object] = {"terlapor": items, "status": "followed_up"}
    undated = officer.submit(BOARD, typed, page=page)
    assert "Isi kapan instansi menjawab." in errors(undated)["dijawab"]
    typed |= {"dijawab": "2024-09-03T10:00", "balasan": upload(b"Surat KASN", "balasan.pdf")}
    assert officer.submit(BOARD, typed, page=undated).status_code == 303
    item, proof = office.read(
        lambda work: (
            work.session.scalars(select(ReferralItem)).one(),
            work.session.scalars(select(Evidence)).one(),
        )
    )
    assert item.answered_at is not None
    assert item.answered_at.isoformat() == "2024-09-03T03:00:00+00:00"
    assert item.reply_evidence_id == proof.id
    shown = officer.get("/perkara/1/berkas/penanganan")
    assert f'href="/bukti/{proof.id}"' in shown.text
    assert "3 Sep 2024" in words(shown)
