"""A lawyer reads a regulation on screen: its page beside the entry, one answer after another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html
from sqlalchemy import func, select
from weasyprint import HTML

from casework.adapters.regulation import recognises
from casework.bootstrap import App
from casework.models import Blob, Event, RegulationText, RuleRevision
from tests.unit.regulation.test_amendments import NEW
from tests.unit.regulation.test_made import scan
from tests.web.visitor import Visitor, errors, upload, words

AsRole = Callable[[str], Visitor]
HOME = "/aturan/baca/"
ONE = "/aturan/baca/1/"
KEY = "pemilihan-2020/syarat/waktu_penyampaian"
BODY = """<h3>BAB I<br>PENANGANAN</h3><h3>Pasal 8</h3>
<p>(1) Laporan disampaikan secara tertulis.</p><p>(2) Laporan dikaji.</p>
<h3>Pasal 9</h3><p>(1) Pengawas menyusun kajian awal.</p><p>(2) Kajian awal meneliti syarat.</p>
<p>(3) Kajian awal memilah Laporan.</p><p>(4) Syarat formal meliputi:</p>
<p>a. identitas pelapor;</p><p>b. nama dan alamat/domisili terlapor;</p>
<p>c. paling lama 7 (tujuh) Hari terhitung sejak diketahuinya dan/atau ditemukannya dugaan
pelanggaran; dan</p>
<p>d. kesesuaian tanda tangan dalam formulir Laporan dengan kartu identitas.</p>"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    content: bytes = HTML(string=BODY).write_pdf()
    return content


@pytest.fixture
def lawyer(as_role: AsRole, pdf: bytes) -> Visitor:
    """A lawyer who had the regulation read."""
    visitor = as_role("legal_reviewer")
    typed = {"peraturan": "perbawaslu-8-2020", "naskah": upload(pdf, "perbawaslu.pdf")}
    done = visitor.submit(HOME, typed)
    assert done.status_code == 303, words(done)[:600]
    assert done.headers["Location"].endswith(ONE)
    return visitor


def count(app: App, table: type[Blob | RegulationText | RuleRevision]) -> int:
    with app.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_regulation_is_read_and_its_entries_wait(lawyer: Visitor) -> None:
    text = words(lawyer.get(ONE))
    for said in ("Perbawaslu 8/2020", "1 halaman", "Sama kata demi kata pada pasalnya",
                 "Sahkan bersama-sama", "Tidak terbaca: Pasal 1, Pasal 2"):  # fmt: skip
        assert said in text
    uncited = words(lawyer.get(f"{ONE}tanpa-entri"))
    assert "BAB I PENANGANAN" in uncited
    assert "Pasal 8 ayat (2)" in uncited
    assert "Pasal 9 ayat (4)" not in uncited
    assert "Perbawaslu 8/2020" in words(lawyer.get(HOME))
    assert "Baca peraturan" in words(lawyer.get("/aturan/"))


def test_a_file_that_cannot_be_read_is_refused_and_not_kept(as_role: AsRole, app: App) -> None:
    visitor = as_role("legal_reviewer")
    for content, said in ((b"%PDF-1.7 rusak", "rusak"), (b"halo", "bukan PDF")):
        typed = {"peraturan": "perbawaslu-8-2020", "naskah": upload(content)}
        refused = visitor.submit(HOME, typed)
        assert refused.status_code == 422
        assert said in errors(refused)["naskah"]
    assert visitor.submit(HOME, {"peraturan": "perbawaslu-8-2020"}).status_code == 422
    assert count(app, Blob) == count(app, RegulationText) == 0


def test_a_match_is_confirmed_from_its_page_and_the_next_follows(lawyer: Visitor, app: App) -> None:
    address = f"{ONE}cocok?kelompok=sama&entri={KEY}"
    page = lawyer.get(address)
    text = words(page)
    assert "Pasal 9 ayat (4) huruf c" in text
    assert "Disampaikan paling lama tujuh hari sejak diketahui" in text
    fields = lawyer.fields(page)
    assert fields["entri"] == KEY
    assert str(fields["kutipan"]).strip().startswith("paling lama 7 (tujuh) Hari terhitung sejak")
    picture = page.data.decode().partition('<img src="')[2].partition('"')[0]
    drawn = lawyer.get(picture.replace("&amp;", "&"))
    assert drawn.mimetype == "image/png"
    assert drawn.data.startswith(b"\x89PNG")
    assert lawyer.get(f"{ONE}halaman/9.png").status_code == 404
    done = lawyer.submit(address, {"jawab": "sahkan"})
    assert done.status_code == 303
    assert "entri=" in done.headers["Location"]
    assert KEY not in done.headers["Location"]
    assert "Disahkan sebagai revisi pemilihan-2020@1.1." in words(
        lawyer.get(done.headers["Location"])
    )
    assert lawyer.get(address).status_code == 404, "it waits no more"
    entry = words(lawyer.get("/aturan/pemilihan-2020/syarat/waktu_penyampaian"))
    assert "halaman 1" in entry
    assert "naskah PDF SHA-256" in entry


def test_the_note_and_the_article_are_those_of_the_part_that_waits(lawyer: Visitor) -> None:
    part = "pemilihan-2020/batas/penyampaian_laporan%23on_expiry_basis"
    page = lawyer.get(f"{ONE}cocok?entri={part}")
    assert "Merujuk: perbawaslu-8-2020 Pasal 9" in words(page)
    assert str(lawyer.fields(page)["catatan"]).strip() == "", "that of the entry is another one"


def test_not_this_is_recorded_and_skipping_changes_nothing(lawyer: Visitor, app: App) -> None:
    address = f"{ONE}cocok?entri={KEY}"
    before = lawyer.get(address).data.decode()
    assert 'data-key="l"' in before
    assert 'accesskey="l"' in before
    done = lawyer.submit(address, {"jawab": "bukan"})
    assert done.status_code == 303
    assert "bukan bunyi entri itu" in words(lawyer.get(done.headers["Location"]))
    assert count(app, RuleRevision) == 0
    assert lawyer.get(address).status_code == 404


def test_correcting_begins_with_the_source(lawyer: Visitor) -> None:
    page = lawyer.get("/aturan/pemilihan-2020/syarat/waktu_penyampaian/betulkan?naskah=1&halaman=1")
    assert str(lawyer.fields(page)["sumber"]).endswith("halaman 1")


def test_a_batch_is_confirmed_after_its_sample(lawyer: Visitor, app: App) -> None:
    drawn = lawyer.client.post(f"{ONE}sampel", data={"csrf_token": lawyer.token()})
    assert drawn.status_code == 303
    address = drawn.headers["Location"]
    page = lawyer.get(address)
    keys = [one.partition('"')[0] for one in page.data.decode().split('name="sesuai" value="')[1:]]
    assert len(keys) >= 2
    refused = lawyer.submit(address, {"sesuai": keys[1:]})
    assert refused.status_code == 422
    assert "belum dinyatakan sesuai" in words(refused)
    assert count(app, RuleRevision) == 0
    assert lawyer.submit(address, {"sesuai": keys}).status_code == 303
    with app.database.read() as session:
        row = session.scalars(select(RuleRevision).order_by(RuleRevision.id)).first()
        assert row is not None
        assert len(row.changes) == len(keys)
        assert "sampel 1" in row.reason


def test_only_a_legal_reviewer_reads(as_role: AsRole) -> None:
    assert as_role("coordinator").get(HOME).status_code == 403
    assert "Baca peraturan" not in words(as_role("coordinator").get("/aturan/"))


def test_correcting_from_a_match_leads_to_the_next(lawyer: Visitor, app: App) -> None:
    group = "?kelompok=sama"
    page = lawyer.get(f"{ONE}cocok{group}&entri={KEY}")
    (way,) = html.fromstring(page.text).xpath("//a[@data-key='b']/@href")
    typed = {"alasan": "Dibaca.", "nilai-title": "Disampaikan tepat waktu",
             "nilai-verification": "secondary"}  # fmt: skip
    done = lawyer.submit(way, typed)
    assert done.status_code == 303, errors(done)
    assert count(app, RuleRevision) > 0
    there = done.headers["Location"]
    assert there.startswith(f"{ONE}cocok?")
    assert "kelompok=sama" in there
    assert f"entri={KEY}" not in there
    # Without a match it leads back to the entry, as before.
    plain = "/aturan/pemilihan-2020/syarat/kesesuaian_tanda_tangan/betulkan"
    kept = lawyer.submit(plain, {**typed, "sumber": "Naskah"})
    assert kept.headers["Location"].endswith("/syarat/kesesuaian_tanda_tangan")


CHANGES = "/aturan/baca/2/perubahan/"


@pytest.fixture
def amending(lawyer: Visitor) -> Visitor:
    """The lawyer, who also had the regulation read that amends the first."""
    content = HTML(string="".join(f"<p>{one}</p>" for one in NEW.splitlines())).write_pdf()
    typed = {"peraturan": "perbawaslu-9-2024", "naskah": upload(content, "perubahan.pdf")}
    assert lawyer.submit(HOME, typed).status_code == 303
    return lawyer


def test_a_change_is_read_word_by_word_and_answered_with_a_reason(
    amending: Visitor, as_role: AsRole, app: App
) -> None:
    assert "Baca perubahannya" in words(amending.get("/aturan/baca/2/"))
    assert "Baca perubahannya" not in words(amending.get(ONE))
    text = words(amending.get(f"{CHANGES}?atas=1&edisi=pemilihan-2020"))
    assert "Pasal 10A" in text
    assert "menunggu jawaban" in text
    way = f"{CHANGES}entri?atas=1&edisi=pemilihan-2020&entri={KEY}"
    page = amending.get(way)
    shown = html.fromstring(page.text)
    assert shown.xpath("//del[normalize-space()='7']")
    assert shown.xpath("//ins[normalize-space()='5']")
    assert errors(amending.submit(way, {"jawab": "terima"}))["alasan"]
    assert as_role("coordinator").get(way).status_code == 403
    done = amending.submit(way, {"jawab": "terima", "alasan": "Lima hari sekarang."})
    assert done.status_code == 303
    assert not done.headers["Location"].endswith(f"entri={KEY}")
    again = words(amending.get(f"{CHANGES}?atas=1&edisi=pemilihan-2020"))
    assert "Lima hari sekarang." in again
    assert "diterima" in again
    assert "sudah tercatat" in words(
        amending.submit(way, {"jawab": "terima", "alasan": "Lima hari sekarang."})
    )
    old = amending.submit(way, {"jawab": "tolak", "alasan": "Keliru.", "dilihat": "0" * 64})
    assert "tidak sama lagi" in words(old)
    with app.database.read() as session:
        (event,) = session.scalars(select(Event).where(Event.action == "perubahan_dijawab"))
        assert (event.detail["entry"], event.detail["accepted"]) == (KEY, True)
    assert count(app, RuleRevision) == 0, "no rule moves by it"
    # An answer is given to what was read: once the entry says something else, it waits again.
    way = "/aturan/pemilihan-2020/syarat/waktu_penyampaian/betulkan"
    typed = {"nilai-quote": "paling lama 7 (tujuh) Hari", "nilai-verification": "secondary",
             "alasan": "Dipendekkan.", "sumber": "Naskah."}  # fmt: skip
    revised = amending.submit(way, typed)
    assert revised.status_code == 303, errors(revised)
    listed = words(amending.get(f"{CHANGES}?atas=1&edisi=pemilihan-2020"))
    assert "Lima hari sekarang." not in listed


def test_what_was_read_from_a_picture_is_confirmed_one_by_one(as_role: AsRole, pdf: bytes) -> None:
    if not recognises():
        pytest.skip("tesseract with Indonesian is not installed")
    lawyer = as_role("legal_reviewer")
    typed = {"peraturan": "perbawaslu-8-2020", "naskah": upload(scan(pdf, 1), "pindaian.pdf")}
    assert lawyer.submit(HOME, typed).status_code == 303
    shown = words(lawyer.get(ONE))
    assert "pengenalan huruf (OCR), jadi hurufnya dapat keliru: halaman 1" in shown
    assert "Sama kata demi kata pada pasalnya" in shown
    assert "Sahkan bersama-sama" not in shown
    match = f"{ONE}cocok?entri={KEY}"
    assert "Bandingkan kata demi kata sebelum mengesahkan" in words(lawyer.get(match))
    assert lawyer.submit(match, {"jawab": "sahkan"}).status_code == 303
    entry = words(lawyer.get("/aturan/pemilihan-2020/syarat/waktu_penyampaian"))
    assert "halaman 1, pindaian, dibaca dengan OCR" in entry
