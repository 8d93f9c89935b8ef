"""Receiving a report step by step: kept, resumed, checked, sent once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from lxml import html
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Case, Draft, Party
from casework.services.cases.record import identity
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.reporting import begin, fill, go, receive, send, typed
from tests.web.steps import received
from tests.web.visitor import Visitor, errors, report, upload, words

AsRole = Callable[[str], Visitor]


def count(app: App, table: type) -> int:
    with app.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_report_in_steps_becomes_one_report_with_a_receipt(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    page = visitor.get(f"{base}/periksa")
    for said in ("Budi Santoso", "Minggu, 15 September 2024", "Senin, 16 September 2024",
                 "Kepala desa", "Kabupaten Seluma", "Foto pertemuan", "SHA-256"):  # fmt: skip
        assert said in words(page), said
    answer = send(visitor, base)
    assert answer.headers["Location"] == "/laporan/diterima/1"
    page = visitor.get("/laporan/diterima/1")
    assert "01/LP/PG/Prov/07.00/IX/2024" in words(page)
    assert "sedang dibuat" in words(page)
    drain(app)
    page = visitor.get("/laporan/diterima/1")
    (slip,) = html.fromstring(page.text).xpath("//a[contains(., 'Cetak tanda bukti')]/@href")
    assert visitor.get(slip).data.startswith(b"%PDF")
    with visitor.get("/bukti/1") as file:
        assert file.data == b"%PDF-1.7 bukti"
    assert (count(app, Case), count(app, Party), count(app, Draft)) == (1, 2, 0)


def test_a_number_that_is_not_of_this_card_is_said_before_sending_and_refuses_nothing(
    as_role: AsRole,
) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    assert "tampaknya bukan NIK" not in words(visitor.get(f"{base}/periksa"))
    told = typed("pelapor", pelapor__identity_number="1771041509900001",
                 pelapor__birth_date="1990-09-16", pelapor__sex="perempuan")  # fmt: skip
    go(visitor, f"{base}/pelapor", told)
    page = words(visitor.get(f"{base}/periksa"))
    assert "Tanggal lahir pada nomor berbeda dari yang ditulis." in page
    assert "Jenis kelamin pada nomor berbeda dari yang ditulis." in page
    assert "PP 37/2007 sekunder" in page
    assert send(visitor, base).headers["Location"] == "/laporan/diterima/1"


def test_a_telephone_number_is_doubted_kept_as_typed_and_stored_in_one_spelling(
    app: App, as_role: AsRole
) -> None:
    visitor, said = as_role("intake_officer"), "tidak dikenal sebagai nomor jaringan mana pun"
    base = fill(visitor)
    go(visitor, f"{base}/pelapor", typed("pelapor", pelapor__phone="0811"))
    page = visitor.get(f"{base}/periksa")
    assert said in words(page)
    assert html.fromstring(page.text).xpath("//li/a[normalize-space()='0811']/@href")
    go(visitor, f"{base}/pelapor", typed("pelapor", pelapor__phone="0811 7300 0001"))
    assert said not in words(visitor.get(f"{base}/periksa"))
    send(visitor, base)
    with app.reading(Actor.system(NO_OFFICE)) as work:
        party = work.session.scalars(select(Party).where(Party.identity_id.is_not(None))).one()
        person = identity.unseal(work, party)
    assert (person.phone, person.phone_e164) == ("0811 7300 0001", "+6281173000001")
    assert person.telephone == "0811-7300-0001"


def test_a_name_where_everybody_reads_is_said_before_sending(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    assert "tertulis dalam" not in words(visitor.get(f"{base}/periksa"))
    told = typed("peristiwa", uraian="Menurut Budi  santoso, pukul 10.00.")
    go(visitor, f"{base}/peristiwa", told)
    page = visitor.get(f"{base}/periksa")
    assert "alamat pelapor atau saksi tertulis dalam: Uraian kejadian." in words(page)
    (way,) = html.fromstring(page.text).xpath("//div[@id='nama']//a/@href")
    assert way.startswith(f"{base}/peristiwa")
    # It is a word to the officer, never a refusal.
    assert send(visitor, base).status_code == 303
    assert count(app, Case) == 1


def test_sending_twice_is_one_report(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    page = visitor.get(f"{base}/periksa")
    first = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=page)
    second = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=page)
    assert first.headers["Location"] == second.headers["Location"] == "/laporan/diterima/1"
    assert visitor.get(f"{base}/pelapor").headers["Location"] == "/laporan/diterima/1"
    assert count(app, Case) == 1


def test_a_draft_that_changed_in_another_window_is_not_sent_unseen(
    app: App, as_role: AsRole
) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    page = visitor.get(f"{base}/periksa")
    go(visitor, f"{base}/peristiwa", typed("peristiwa", tempat="Tempat lain"))
    answer = visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=page)
    assert answer.status_code == 409
    assert "Peristiwa" in html.fromstring(answer.text).xpath("//section[@role='alert']//li/text()")
    assert count(app, Case) == 0
    assert visitor.submit(f"{base}/periksa", {"kirim": "1"}, page=answer).status_code == 303


def test_it_is_resumed_from_the_desk_by_its_officer_alone(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    answer = go(visitor, f"{base}/peristiwa", {**typed("peristiwa"), "tempat": ""}, "nanti")
    assert answer.headers["Location"] == "/"
    desk = visitor.get("/")
    assert "Kepala desa pada pertemuan bakal calon" in words(desk)
    assert f"{base}/pelapor" in desk.text
    assert visitor.fields(visitor.get(f"{base}/peristiwa"))["judul"] == typed("peristiwa")["judul"]
    for other in ("case_officer", "coordinator"):
        assert as_role(other).get(f"{base}/peristiwa").status_code == 403
    stored = [file.read_bytes() for file in app.settings.var.rglob("*") if file.is_file()]
    assert not any(b"pertemuan bakal calon" in content for content in stored)


def test_another_intake_officer_does_not_find_it(flask: object, as_role: AsRole) -> None:
    base = begin(as_role("intake_officer"))
    other = Visitor(flask, "intake_officer-kepahiang")  # type: ignore[arg-type]  # the application
    for place in ("pelapor", "bukti", "periksa", "buang"):
        assert other.get(f"{base}/{place}").status_code == 404


def test_a_refused_step_keeps_what_was_typed(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    answer = go(visitor, f"{base}/pelapor", {"pelapor-name": "Budi", "jenis_pelapor": "pemilih"})
    assert answer.status_code == 422
    assert "Belum diisi" in errors(answer)["pelapor-address"]
    assert visitor.fields(visitor.get(f"{base}/pelapor"))["pelapor-name"] == "Budi"
    assert "belum lengkap" in words(visitor.get(f"{base}/terlapor"))


def test_what_is_missing_is_listed_with_the_way_to_it(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    go(visitor, f"{base}/peristiwa", typed("peristiwa"))
    page = visitor.get(f"{base}/periksa")
    ways = html.fromstring(page.text).xpath("//section[@role='alert']//a/@href")
    assert f"{base}/pelapor?periksa=1&kembali=periksa#pelapor-name" in ways
    step = visitor.get(f"{base}/pelapor?periksa=1&kembali=periksa")
    assert "Belum diisi" in errors(step)["pelapor-name"]
    assert send(visitor, base).status_code == 422
    assert count(app, Case) == 0
    again = visitor.submit(f"{base}/pelapor?kembali=periksa", {**typed("pelapor"), "lanjut": "1"})
    assert again.headers["Location"] == f"{base}/periksa"


def test_many_respondents_come_from_a_pasted_list(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    lines = "\n".join(f"{n}. Warga {n}; Jabatan {n}; ASN; Kab. Kaur" for n in range(1, 39))
    text = (
        f"{lines}\nOrang Kota\tStaf\tkepala desa\tKota Bengkulu\nOrang Lain; Staf; raja; Bengkulu"
    )
    answer = visitor.submit(f"{base}/terlapor", {"daftar": text, "tambah": "daftar"})
    assert answer.headers["Location"] == f"{base}/terlapor#terlapor"
    rows = visitor.fields(visitor.get(f"{base}/terlapor"))
    assert (rows["terlapor-0-name"], rows["terlapor-0-category"]) == ("Warga 1", "asn")
    assert (rows["terlapor-0-position"], rows["terlapor-0-region"]) == ("Jabatan 1", "kaur")
    assert (rows["terlapor-38-category"], rows["terlapor-38-region"]) == (
        "kepala_desa", "kota_bengkulu")  # fmt: skip
    # Nothing is guessed: no such category, and two places are called Bengkulu.
    assert (rows["terlapor-39-category"], rows["terlapor-39-region"]) == ("", "")
    answer = go(visitor, f"{base}/terlapor", {})
    assert answer.status_code == 422
    assert "Belum diisi" in errors(answer)["terlapor-39-category"]
    answer = visitor.submit(f"{base}/terlapor", {"hapus": "terlapor-39"})
    assert answer.status_code == 303
    assert go(visitor, f"{base}/terlapor", {}).status_code == 303
    assert "terlapor-38-name" in visitor.fields(visitor.get(f"{base}/terlapor"))


def test_rows_are_added_and_removed_without_javascript(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    for name in ("Wati", "Joko"):
        page = visitor.submit(f"{base}/terlapor", {"tambah": "saksi"})
        place = re.search(r"saksi-\d+", page.headers["Location"])
        assert place
        visitor.submit(f"{base}/terlapor", {f"{place[0]}-name": name, "lanjut": "1"})
    visitor.submit(f"{base}/terlapor", {"hapus": "saksi-0"})
    rows = visitor.fields(visitor.get(f"{base}/terlapor"))
    assert rows["saksi-0-name"] == "Joko"
    assert "saksi-1-name" not in rows


def test_a_late_report_is_flagged_never_refused_and_the_officer_says_why(
    app: App, as_role: AsRole
) -> None:
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=9))
    visitor = as_role("intake_officer")
    base = fill(visitor)
    assert "Disampaikan sesudah batas pelaporan" in words(visitor.get(f"{base}/peristiwa"))
    assert send(visitor, base, catatan_terlambat="Baru pulang berlayar").status_code == 303
    with app.database.read() as session:
        assert session.scalars(select(Case.late_reason)).one() == "Baru pulang berlayar"
    assert "Baru pulang berlayar" in words(as_role("case_officer").get("/perkara/1"))


def test_a_report_like_another_is_offered_while_it_is_typed(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("intake_officer")
    base = begin(visitor)
    sent = {**typed("peristiwa"), "tempat": "Gedung serba guna Kota Bengkulu"}
    live = visitor.client.post(f"{base}/mirip", data={"csrf_token": visitor.token(), **sent})
    assert "01/LP/PG/Prov/07.00/IX/2024" in live.text
    assert "tempat mirip" in live.text
    go(visitor, f"{base}/peristiwa", sent)
    assert "Mungkin peristiwa yang sama" in words(visitor.get(f"{base}/periksa"))
    assert "hanya yang paling mirip" in words(visitor.get(f"{base}/periksa"))
    other = {**sent, "tempat": "Pasar Kaur", "peristiwa": "Membagikan uang"}
    live = visitor.client.post(f"{base}/mirip", data={"csrf_token": visitor.token(), **other})
    assert "01/LP" not in live.text


def test_a_step_keeps_itself_while_somebody_types(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    sent = {
        "csrf_token": visitor.token(),
        "uraian": "Pukul 10",
        "pelapor-address": "bukan di sini",
    }
    answer = visitor.client.post(f"{base}/peristiwa/simpan", data=sent)
    assert "tersimpan pukul" in answer.get_json()["text"]
    assert visitor.fields(visitor.get(f"{base}/peristiwa"))["uraian"].strip() == "Pukul 10"
    assert visitor.fields(visitor.get(f"{base}/pelapor"))["pelapor-address"] == ""
    long = visitor.client.post(f"{base}/peristiwa/simpan", data={**sent, "uraian": "x" * (1 << 20)})
    assert long.status_code == 422


def test_it_is_thrown_away_after_a_question(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    visitor.submit(f"{base}/bukti", {"berkas": upload(), "unggah": "1"})
    assert "tidak dapat dikembalikan" in words(visitor.get(f"{base}/buang"))
    assert visitor.submit(f"{base}/buang").headers["Location"] == "/laporan/mulai"
    assert visitor.get(f"{base}/pelapor").status_code == 404
    assert count(app, Draft) == 0
    sealed = (app.settings.var / "files" / "sealed").rglob("*")
    assert not [one for one in sealed if one.is_file()]


def test_an_event_outside_the_stages_asks_why_and_keeps_what_was_typed(
    app: App, as_role: AsRole
) -> None:
    visitor = as_role("intake_officer")
    base = begin(visitor)
    days = {"tanggal_kejadian": "2023-09-15", "tanggal_diketahui": "2024-09-16"}
    assert "alasan_tahapan" not in visitor.get(f"{base}/peristiwa").text
    page = go(visitor, f"{base}/peristiwa", typed("peristiwa", **days))
    assert page.status_code == 422
    assert "di luar tahapan" in errors(page)["tanggal_kejadian"]
    assert visitor.fields(page)["tanggal_kejadian"] == "2023-09-15"
    why = {"alasan_tahapan": "Baliho lama masih terpasang."}
    assert visitor.submit(f"{base}/peristiwa", {**why, "lanjut": "1"}, page=page).status_code == 303
    receive(visitor, report(**days, **why))
    assert "Baliho lama masih terpasang." in words(visitor.get("/perkara/1"))


def test_a_paper_report_is_recorded_with_the_hour_it_came_in(app: App, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    base = fill(visitor)
    refused = send(visitor, base, diterima_pada="2024-09-18T21:30")
    assert refused.status_code == 422
    assert "waktu terima berbeda" in words(refused)
    answer = send(visitor, base, diterima_pada="2024-09-18T21:30",
                  alasan_diterima="Formulir kertas diterima piket malam.")  # fmt: skip
    assert answer.status_code == 303
    shown = words(visitor.get("/perkara/1"))
    assert "Rabu, 18 September 2024, 21.30 WIB" in shown
    assert "Formulir kertas diterima piket malam." in shown
    assert "Jumat, 20 September 2024, 24.00 WIB" in shown
