"""The desk: the nearest limit on top, only what can be done now, one click to do it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, CaseLine, Deadline, Office, OfficerRole
from casework.services.cases import lines
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.statements import heard
from tests.web.reporting import receive
from tests.web.steps import act, all_met, received, to_clarification, to_registration
from tests.web.visitor import Visitor, report, words
from webui.desk import page as desk

AsRole = Callable[[str], Visitor]


def buttons(visitor: Visitor, path: str = "/") -> list[str]:
    """The acts a page offers as buttons, in order."""
    page = html.fromstring(visitor.get(path).text)
    found = page.xpath("//main//div[@class='do']//a")
    return [" ".join(one.text_content().split()) for one in found]


def test_the_case_with_the_least_time_is_on_top(as_role: AsRole, clock: SettableClock) -> None:
    received(as_role)
    clock.set("2024-09-20T09:00:00+07:00")
    receive(as_role("intake_officer"), report(peristiwa="Peristiwa lain"))
    officer = as_role("case_officer")
    assert [one.split()[-1][:2] for one in buttons(officer)] == ["01", "02"]
    clock.set("2024-09-21T09:00:00+07:00")
    shown = words(officer.get("/"))
    assert "1 jatuh hari ini" in shown
    assert shown.index("01/LP") < shown.index("02/LP")
    clock.set("2024-09-22T00:00:00+07:00")
    assert "lewat 0 menit" in words(officer.get("/"))


def test_a_limit_holds_to_its_last_second(as_role: AsRole, clock: SettableClock) -> None:
    received(as_role)
    clock.set("2024-09-21T23:59:59.900+07:00")
    assert "sisa" in words(as_role("case_officer").get("/"))


def spoken(app: App, visitor: Visitor) -> int:
    """How many statements the desk takes."""
    with heard(app) as said:
        assert visitor.get("/").status_code == 200
    return len(said)


@pytest.mark.parametrize("role", ["case_officer", "coordinator", "secretariat", "supervisor"])
def test_it_takes_the_same_statements_for_many_cases(app: App, as_role: AsRole, role: str) -> None:
    to_clarification(app, as_role)
    visitor = as_role(role)
    visitor.get("/")
    one = spoken(app, visitor)
    for number in range(5):
        receive(as_role("intake_officer"), report(peristiwa=f"Peristiwa {number}"))
    drain(app)
    assert spoken(app, visitor) <= one + 3  # the walk back is read where a limit takes time
    assert one < 45


def test_what_does_not_fit_is_told_and_lies_in_the_list(
    app: App, as_role: AsRole, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST_ROWS", 2)
    monkeypatch.setattr(desk, "MOST_WAITING", 1)
    for day in (19, 20, 21, 22, 22):
        clock.set(f"2024-09-{day}T09:00:00+07:00")
        receive(as_role("intake_officer"), report(peristiwa=f"Peristiwa {day}"))
    officer, auditor = as_role("case_officer"), as_role("auditor")
    page = html.fromstring(officer.get("/").text)
    assert [one.split()[-1][:2] for one in buttons(officer)] == ["01", "02"]
    (told,) = page.xpath("//p[@class='rest']")
    said = " ".join(told.text_content().split())
    assert "3 perkara lagi lebih longgar" in said
    assert "(1 dalam tujuh hari; 2" not in said
    assert "(3 dalam tujuh hari)" in said
    (counts,) = page.xpath("//p[contains(@class, 'counts')]")
    told_counts = " ".join(counts.text_content().split())
    assert told_counts.startswith("1 lewat batas")  # all of them: the rest has more time
    assert "0+ atau lebih dalam tujuh hari" in told_counts
    shown = words(officer.get(told.xpath(".//a/@href")[0]))
    assert [f"0{n}/LP" in shown for n in (1, 2, 3, 4, 5)] == [False, False, True, True, True]
    (told,) = html.fromstring(auditor.get("/").text).xpath("//p[@class='rest']")
    assert "4 perkara lagi menunggu petugas lain" in " ".join(told.text_content().split())


def test_a_case_of_another_office_waits_for_its_officers(app: App, as_role: AsRole) -> None:
    """Whoever supervises sees it; no button leads to an act that would be refused."""
    to_registration(app, as_role)
    with app.database.write() as session:
        office = session.scalars(select(Office).where(Office.code == "07.05")).one()
        case, line = session.get_one(Case, 1), session.get_one(CaseLine, 1)
        case.office_id = line.office_id = office.id
        here = session.scalars(select(Office.id).where(Office.code == "07.00")).one()
        office.parent_id = here
        chair = session.scalars(
            select(OfficerRole).where(OfficerRole.role == "chair", OfficerRole.office_id == here)
        ).one()
        session.add(OfficerRole(officer_id=chair.officer_id, office_id=here, role="supervisor",
                                starts=chair.starts))  # fmt: skip
    visitor = as_role("chair")
    assert 'href="/perkara/1"' in visitor.get("/").text
    assert buttons(visitor) == []
    assert "menunggu ketua, anggota" in words(visitor.get("/"))


def test_only_what_can_be_done_now_waits_for_an_officer(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    assert [one for one in buttons(officer) if "Nilai syarat" in one]
    act(officer, "/perkara/1/syarat", all_met(app))
    assert [one.split(" 0")[0] for one in buttons(officer)] == ["Ajukan registrasi"]
    act(officer, "/perkara/1/ajukan-registrasi")
    assert buttons(officer) == []
    assert "menunggu" in words(officer.get("/"))
    assert [one.split(" 0")[0] for one in buttons(as_role("chair"))] == [
        "Registrasi laporan", "Putuskan tidak diregistrasi"]  # fmt: skip


def test_recording_a_session_is_offered_only_while_one_waits(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    assert [one.split(" 0")[0] for one in buttons(officer)] == ["Undang klarifikasi"]
    act(officer, "/perkara/1/klarifikasi/undang", {
        "pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"})  # fmt: skip
    offered = [one.split(" 0")[0] for one in buttons(officer)]
    assert offered == ["Catat berita acara klarifikasi", "Catat ketidakhadiran"]


def test_the_list_is_filtered_by_address(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("auditor")
    assert "01/LP" in words(visitor.get("/perkara/?cari=serbaguna&tahap=kajian_awal"))
    for nothing in ("?cari=100%25", "?tahap=selesai", "?tahap='", "?kantor=99"):
        page = visitor.get(f"/perkara/{nothing}")
        assert page.status_code == 200
        assert "Tidak ada perkara yang cocok" in words(page)


def test_every_final_stage_leaves_the_desk(app: App, as_role: AsRole) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    here = 'href="/perkara/1"'
    assert here in coordinator.get("/").text
    finals = {one.id for one in app.law.editions["pemilihan-2020"].stages.values() if one.final}
    assert {"dihentikan", "digabung", "bukan_temuan", "selesai", "dicabut"} <= finals
    for stage in sorted(finals):
        with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            case = work.session.get_one(Case, 1)
            case.stage = stage
            lines.renew(work, [case])
        assert here not in coordinator.get("/").text, stage


def test_a_stopped_case_with_a_letter_to_send_stays_until_it_left(
    app: App, as_role: AsRole
) -> None:
    to_registration(app, as_role)
    act(as_role("chair"), "/perkara/1/pleno/tidak-diregistrasi", {"alasan": "Syarat kurang."})
    drain(app)
    assert 'href="/perkara/1"' in as_role("chair").get("/").text


def test_what_has_no_limit_is_counted_too(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    assert "1 kemudian atau tanpa batas" in words(as_role("chair").get("/"))


def test_the_nearest_limit_stands_once_in_the_file(as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get("/perkara/1").text)
    assert len(page.xpath("//*[contains(@class, 'limit ')]//*[@data-left]")) >= 1
    assert not page.xpath("//section[@id='tenggat']")
    assert page.xpath("//a[@href='/perkara/1/berkas/tenggat' and contains(., 'Semua batas')]")


def test_a_letter_that_waits_for_the_chair_says_since_when(
    app: App, as_role: AsRole, clock: SettableClock
) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/klarifikasi/undang", {
        "pihak": ["1", "2"], "waktu": "2024-09-20T13:00", "tempat": "Kantor"})  # fmt: skip
    clock.set("2024-09-20T18:00:00+07:00")
    shown = words(officer.get("/"))
    assert "menunggu diterbitkan, sudah" in shown
    assert "(+1)" in shown
    assert "menunggu diterbitkan, sudah" in words(as_role("chair").get("/"))


def test_whoever_supervises_reads_how_late_an_office_is(
    as_role: AsRole, clock: SettableClock
) -> None:
    received(as_role)
    clock.set("2024-10-16T23:00:00+07:00")
    supervisor = as_role("supervisor")
    page = html.fromstring(supervisor.get("/").text)
    (row,) = page.xpath("//section[@aria-labelledby='kantor']//tbody/tr")
    assert row.xpath("string(./td[@data-label='Lewat batas'])").strip() == "1"
    assert "24 hari" in row.xpath("string(./td[@data-label='Paling lama lewat'])")
    late = row.xpath(".//a[contains(@href, 'lewat=1')]/@href")[0]
    assert "01/LP" in words(supervisor.get(late))
    assert page.xpath("//li[contains(@class, 'due') and contains(@class, 'late')]")
    assert "1 lewat batas, menunggu petugas lain" in words(supervisor.get("/"))


def test_only_what_cannot_wait_is_a_solid_button(as_role: AsRole, clock: SettableClock) -> None:
    received(as_role)
    officer = as_role("case_officer")

    def solid() -> list[str]:
        page = html.fromstring(officer.get("/").text)
        return list(page.xpath("//div[@class='do']/a[not(contains(@class, 'soft'))]/@href"))

    assert solid() == []
    clock.set("2024-09-21T09:00:00+07:00")
    assert solid() == ["/perkara/1/syarat"]


def test_a_week_ahead_shows_what_ends_on_each_day(as_role: AsRole) -> None:
    received(as_role)
    page = html.fromstring(as_role("case_officer").get("/").text)
    days = page.xpath("//section[contains(@class, 'week-strip')]/ol/li")
    assert len(days) == 8
    assert [len(one.xpath("./ul/li")) for one in days][:4] == [0, 0, 1, 0]
    (pin,) = days[2].xpath(".//a[contains(@class, 'pin')]")
    assert pin.get("href") == "/perkara/1"
    assert "Kajian awal" in pin.text_content()


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("legal_reviewer", "Dipakai, belum terkonfirmasi"),
        ("auditor", "Kepala rantai sekarang"),
        ("administrator", "Pemeriksaan sistem"),
    ],
)
def test_a_desk_without_cases_shows_the_work_of_its_role(
    as_role: AsRole, role: str, told: str
) -> None:
    received(as_role)
    shown = words(as_role(role).get("/"))
    assert told in shown
    assert "0 lewat batas" not in shown
    assert "Tidak ada yang menunggu Anda" not in shown


def test_the_first_act_is_the_one_that_meets_the_nearest_limit(app: App) -> None:
    """Whatever the order of the rules: what ends first is offered first."""
    edition = app.law.editions["pemilihan-2020"]
    acts = {
        one.id: SimpleNamespace(id=one.id)
        for one in edition.acts.values()
        if one.id in ("putuskan_pleno", "undang_klarifikasi", "catat_tindak_lanjut")
    }
    meets = {key: [one.rule for one in edition.acts[key].meets] for key in acts}
    rule = next(rules[0] for rules in meets.values() if rules)
    nearest = next(key for key, rules in meets.items() if rules and rules[0] == rule)
    given = sorted(acts.values(), key=lambda one: one.id == nearest)
    found = desk.nearest_first(edition, given, [Deadline(rule=rule)])  # type: ignore[arg-type]  # only the id is asked for
    assert found[0].id == nearest


def test_the_chair_sees_the_agenda_of_the_pleno_and_what_was_worked_on_last(
    app: App, as_role: AsRole
) -> None:
    to_registration(app, as_role)
    page = html.fromstring(as_role("chair").get("/").text)
    (agenda,) = page.xpath("//section[@aria-labelledby='agenda-pleno']")
    assert "01/LP" in agenda.text_content()
    assert not page.xpath("//section[@aria-labelledby='jatuh']")
    officer = html.fromstring(as_role("case_officer").get("/").text)
    (last,) = officer.xpath("//section[@aria-labelledby='terakhir']//a/@href")
    assert last == "/perkara/1"
    assert not page.xpath("//section[@aria-labelledby='terakhir']")


def test_a_week_without_a_limit_is_not_drawn(as_role: AsRole) -> None:
    page = html.fromstring(as_role("case_officer").get("/").text)
    assert not page.xpath("//section[contains(@class, 'week-strip')]")


def test_it_says_how_many_more_papers_wait_for_a_signature_and_where(
    app: App, as_role: AsRole
) -> None:
    for number in range(7):
        receive(as_role("intake_officer"), report(peristiwa=f"Peristiwa {number}"))
    drain(app)
    page = html.fromstring(as_role("intake_officer").get("/").text)
    (section,) = page.xpath("//section[@aria-labelledby='ttd']")
    count = int(section.xpath("string(.//*[@class='count-of'])"))
    (rest,) = section.xpath(".//a[@href='/dokumen?keadaan=unsigned']")
    assert count >= 7
    assert rest.text == f"{count - 5} lagi menunggu tanda tangan"
    assert as_role("intake_officer").get("/dokumen?keadaan=unsigned").status_code == 200
