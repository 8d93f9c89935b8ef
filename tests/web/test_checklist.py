"""The checklist of the initial review: quotes, reasons, the letter beside it, the ways it opens."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from tests.web.reporting import receive
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, errors, report, upload, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/syarat"


def letter(visitor: Visitor) -> list[str]:
    page = html.fromstring(visitor.get(PATH).text)
    return [
        " ".join(one.text_content().split()) for one in page.xpath("//ol[@data-lacks='letter']/li")
    ]


def test_what_is_not_met_stands_in_the_letter_beside_it(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first, *others = app.law.editions["pemilihan-2020"].requirements.values()
    assert letter(officer) == []
    assert "surat tidak diperlukan" in words(officer.get(PATH))
    act(officer, PATH, {**all_met(app), f"syarat-{first.id}": "tidak",
                        f"alasan-{first.id}": "Alamat belum ada"})  # fmt: skip
    (line,) = letter(officer)
    assert line == f"{first.title}: Alamat belum ada ({first.basis.citation})"
    page = words(officer.get(PATH))
    assert f"{len(others)} terpenuhi · 1 belum terpenuhi · 0 belum dinilai" in page
    assert "terbuka Minta kelengkapan" in page
    assert "belum bisa Ajukan registrasi" in page


def test_what_is_asked_for_is_read_once_more_before_the_letter_is_drafted(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first, *_others = app.law.editions["pemilihan-2020"].requirements.values()
    missing = {f"syarat-{first.id}": "tidak", f"alasan-{first.id}": "Alamat belum ada"}
    act(officer, PATH, {**all_met(app), **missing})
    page = html.fromstring(officer.get("/perkara/1/minta-kelengkapan").text)
    (line,) = page.xpath("//section[@aria-labelledby='diminta']//li")
    said = " ".join(line.text_content().split())
    assert said == f"{first.title}: Alamat belum ada ({first.basis.citation})"
    act(officer, "/perkara/1/minta-kelengkapan")


def test_a_reason_why_something_was_missing_goes_when_it_is_met(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first, second, *_others = app.law.editions["pemilihan-2020"].requirements
    missing = {f"syarat-{first}": "tidak", f"alasan-{first}": "Alamat belum ada"}
    act(officer, PATH, {**missing, f"syarat-{second}": "ya", f"alasan-{second}": "Sesuai KTP"})
    # Only the answer is changed; the reason stands in its field as it was sent.
    act(officer, PATH, {f"syarat-{first}": "ya"})
    fields = officer.fields(officer.get(PATH))
    assert fields[f"alasan-{first}"].strip() == ""
    assert fields[f"alasan-{second}"].strip() == "Sesuai KTP"
    act(officer, PATH, {f"alasan-{first}": "Alamat menurut KTP"})
    assert officer.fields(officer.get(PATH))[f"alasan-{first}"].strip() == "Alamat menurut KTP"


def test_every_requirement_shows_its_article_and_mark(app: App, as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get(PATH).text)
    wanted = app.law.editions["pemilihan-2020"].requirements.values()
    shown = page.xpath("//div[@data-requirement]")
    assert [one.get("data-requirement") for one in shown] == [
        one.title for one in sorted(wanted, key=lambda one: one.group.value)
    ]
    for one in shown:
        assert one.xpath(".//span[contains(@class, 'mark')]")


def test_what_was_reported_is_read_beside_the_questions(as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get(PATH).text)
    (told,) = page.xpath("//section[@aria-labelledby='fakta']")
    shown = " ".join(told.text_content().split())
    assert "KejadianMinggu, 15 Sep 2024 DiketahuiSenin, 16 Sep 2024 DiterimaKamis" in shown
    for text in ("Kepala Desa Satu", "B-1 Foto pertemuan", "Gedung serbaguna, Kota Bengkulu"):
        assert text in shown
    assert "Budi Santoso" not in shown


def test_each_requirement_shows_what_the_facts_say_and_none_is_answered(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get(PATH).text)
    said = {one.get("data-requirement"): one.get("data-suggested")
            for one in page.xpath("//div[@data-requirement]")}  # fmt: skip
    titles = {
        key: one.title for key, one in app.law.editions["pemilihan-2020"].requirements.items()
    }
    assert said[titles["waktu_penyampaian"]] == "met"
    assert said[titles["dua_alat_bukti"]] == "unmet"
    assert said[titles["kesesuaian_tanda_tangan"]] == "person"
    assert not page.xpath("//input[@type='radio'][@checked]")
    shown = " ".join(page.text_content().split())
    assert "Laporan diterima: Kamis, 19 September 2024" in shown
    assert "Penyampaian laporan oleh pelapor berakhir Senin, 23 September 2024 pukul 24.00" in shown
    assert "Baru ada 1 dari 2 berkas bukti" in shown
    assert "Budi Santoso" not in shown


def test_one_click_takes_every_suggestion_and_leaves_what_a_person_must_see(
    as_role: AsRole,
) -> None:
    received(as_role)
    officer = as_role("case_officer")
    answer = officer.submit(PATH, {"terima": "1"})
    assert answer.headers["Location"].endswith(PATH)
    shown = words(officer.get(PATH))
    assert "Usulan diterima. 3 syarat lagi harus dilihat dan dijawab orang." in shown
    fields = officer.fields(officer.get(PATH))
    assert fields["syarat-waktu_penyampaian"] == "ya"
    assert fields["syarat-dua_alat_bukti"] == "tidak"
    assert fields["alasan-dua_alat_bukti"].strip() == "Baru ada 1 dari 2 berkas bukti yang diminta."
    seen = ("identitas_terlapor", "kesesuaian_tanda_tangan", "uraian_kejadian")
    assert not [one for one in seen if fields.get(f"syarat-{one}")]
    act(officer, PATH, {f"syarat-{one}": "ya" for one in seen})
    assert "7 terpenuhi · 2 belum terpenuhi · 0 belum dinilai" in words(officer.get(PATH))


def test_a_verdict_against_the_facts_needs_its_reason(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    typed: dict[str, object] = {"syarat-dua_alat_bukti": "ya", "syarat-bukti": "ya"}
    refused = officer.submit(PATH, typed)
    assert refused.status_code == 422
    told = errors(refused)["alasan-dua_alat_bukti"]
    assert "Baru ada 1 dari 2 berkas bukti yang diminta" in told
    assert officer.fields(refused)["syarat-dua_alat_bukti"] == "ya"
    act(officer, PATH, {**typed, "alasan-dua_alat_bukti": "Video diserahkan pada kepingan."})


def test_facts_that_changed_since_the_page_was_opened_are_shown_again(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    old = officer.get(PATH)
    file = {"bukti": upload(b"%PDF-1.7 lain", "lain.pdf"), "bukti_keterangan": "Video"}
    act(officer, "/perkara/1/bukti/baru", dict(file))
    refused = officer.submit(PATH, {"terima": "1"}, page=old)
    assert refused.status_code == 422
    assert "kini diusulkan terpenuhi" in errors(refused)["syarat-dua_alat_bukti"]
    assert officer.submit(PATH, {"terima": "1"}, page=refused).status_code == 303


def test_a_late_report_leads_to_the_notice_and_not_to_a_letter_of_completion(
    app: App, as_role: AsRole
) -> None:
    late = report(tanggal_kejadian="2024-09-01", tanggal_diketahui="2024-09-02")
    receive(as_role("intake_officer"), late)
    officer = as_role("case_officer")
    typed = {name: value for name, value in all_met(app).items() if "waktu_penyampaian" not in name}
    act(officer, PATH, {**typed, "terima": "1"})
    shown = words(officer.get(PATH))
    assert "terbuka Usul tidak diregistrasi" in shown
    assert "belum bisa Minta kelengkapan" in shown
    page = html.fromstring(officer.get(PATH).text)
    (follows,) = page.xpath("//div[@data-follows and not(@hidden)]")
    notice = " ".join(follows.text_content().split())
    assert "Pemberitahuan tentang Status Laporan" in notice
    assert "yang ini tidak dapat dilengkapi lagi" in notice
    asked = words(officer.get("/perkara/1/minta-kelengkapan"))
    assert "yang tidak dapat dilengkapi lagi" in asked
    assert "Perbawaslu 8/2020 Pasal 9" in asked
    fields = officer.fields(officer.get("/perkara/1/usul-tidak-registrasi"))
    assert "lewat 10 hari" in fields["alasan"]
    act(officer, "/perkara/1/usul-tidak-registrasi")


def test_what_was_judged_leads_to_the_act_that_it_opens(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    some = officer.submit(PATH, {"syarat-waktu_penyampaian": "ya"})
    assert some.headers["Location"] == "/perkara/1"
    every = officer.submit(PATH, all_met(app))
    assert every.headers["Location"] == "/perkara/1/ajukan-registrasi"
