"""The checklist of the initial review: quotes, reasons, the letter beside it, the ways it opens."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from tests.web.steps import act, received
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/syarat"


def letter(visitor: Visitor) -> list[str]:
    page = html.fromstring(visitor.get(PATH).text)
    return [" ".join(one.text_content().split()) for one in page.xpath("//ol[@data-letter]/li")]


def test_what_is_not_met_stands_in_the_letter_beside_it(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first, *others = app.law.editions["pemilihan-2020"].requirements.values()
    assert letter(officer) == []
    assert "surat ini tidak diperlukan" in words(officer.get(PATH))
    judged = {f"syarat-{one.id}": "ya" for one in others}
    act(officer, PATH, {**judged, f"syarat-{first.id}": "tidak",
                        f"alasan-{first.id}": "Alamat belum ada"})  # fmt: skip
    (line,) = letter(officer)
    assert line == f"{first.title}: Alamat belum ada ({first.basis.citation})"
    page = words(officer.get(PATH))
    assert f"{len(others)} terpenuhi · 1 belum · 0 belum dinilai" in page
    assert "terbuka Minta kelengkapan" in page
    assert "belum bisa Ajukan registrasi" in page


def test_what_is_asked_for_is_read_once_more_before_the_letter_is_drafted(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first, *others = app.law.editions["pemilihan-2020"].requirements.values()
    missing = {f"syarat-{first.id}": "tidak", f"alasan-{first.id}": "Alamat belum ada"}
    act(officer, PATH, {**{f"syarat-{one.id}": "ya" for one in others}, **missing})
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
    (told,) = page.xpath("//details[contains(summary, 'Isi laporan')]")
    shown = " ".join(told.text_content().split())
    assert "kejadian Minggu, 15 Sep 2024, diketahui Senin, 16 Sep 2024" in shown
    for text in ("Kepala Desa Satu", "B-1 Foto pertemuan", "Gedung serbaguna, Kota Bengkulu"):
        assert text in shown
    assert "Budi Santoso" not in shown
