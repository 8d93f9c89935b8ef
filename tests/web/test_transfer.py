"""One case goes from the province to Kepahiang through the pages of both offices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Document, Evidence, Office, Party
from casework.services.cases.access import CONTENT_ROLES
from casework.services.upkeep import effects
from tests.conftest import SettableClock
from tests.staff import settle
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, errors, upload, words
from webui.cases.file_page import PARTS
from webui.core.access import PERMISSIONS

AsRole = Callable[[str], Visitor]
HAND_OVER, RECEIVE = "/perkara/1/tindakan/limpahkan", "/perkara/1/tindakan/terima_pelimpahan"
WHY = "Terlapor berada di Kabupaten Kepahiang."
HERE, THERE, THIRD = "07.00", "07.05", "07.08"
ROLES = sorted(CONTENT_ROLES - {"sistem"})


@pytest.fixture
def offices(app: App, flask: Flask) -> dict[str, int]:
    """Kepahiang and Lebong lie below the province; all have staff."""
    settle(app, THIRD, "-lebong")
    with app.database.write() as session:
        rows = {one.code: one for one in session.scalars(select(Office))}
        for code in (THERE, THIRD):
            rows[code].parent_id = rows[HERE].id
        return {code: row.id for code, row in rows.items()}


@pytest.fixture
def there(flask: Flask) -> Callable[[str], Visitor]:
    """Officers of Kepahiang by role."""
    return lambda role: Visitor(flask, f"{role}-kepahiang")


def later(app: App, **step: float) -> None:
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(**step))


def sent(app: App, as_role: AsRole, offices: dict[str, int]) -> None:
    """Asked over, the letter issued and sent."""
    received(as_role)
    effects.drain(app)
    typed: dict[str, object] = {"alasan": WHY, "kantor": str(offices[THERE])}
    act(as_role("coordinator"), HAND_OVER, typed)
    effects.drain(app)
    with app.database.read() as session:
        letter = session.scalars(select(Document.id).where(Document.kind == "pelimpahan")).one()
    act(as_role("chair"), "/perkara/1/surat/terbitkan", {"dokumen": [str(letter)]})
    effects.drain(app)
    later(app, minutes=5)
    act(
        as_role("secretariat"),
        "/perkara/1/surat/penyampaian",
        {"dokumen": str(letter), "saluran": "langsung", "alasan_belum_ttd": "Di atas kertas"},
    )
    effects.drain(app)


def every_part(case: str = "/perkara/1") -> Iterator[str]:
    yield case
    for part in PARTS:
        yield f"{case}/berkas/{part}"


def test_from_one_desk_to_the_other(
    app: App, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    sent(app, as_role, offices)
    desk = there("coordinator").get("/")
    assert "Catat penerimaan pelimpahan" in words(desk)
    assert "pelimpahan menunggu diterima" in words(there("coordinator").get("/pemberitahuan"))
    page = there("coordinator").get("/perkara/1")
    assert "Pelimpahan menunggu diterima kantor Anda" in words(page)
    assert "sekunder" in words(page)
    assert errors(there("coordinator").submit(RECEIVE, {"alasan": ""})).keys() == {"alasan"}
    act(there("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX, diterima Nilam Sari"})
    effects.drain(app)
    page = there("coordinator").get("/perkara/1")
    assert "Agenda 12/IX" in words(page)
    assert "Nilai syarat" in words(there("case_officer").get("/"))
    assert "06/LP" not in words(as_role("case_officer").get("/"))
    mine = as_role("coordinator").get("/perkara/1")
    assert "Kantor Anda hanya dapat membacanya" in words(mine)
    assert "Tidak ada langkah yang menunggu Anda" in mine.text
    with app.database.read() as session:
        assert session.get_one(Case, 1).office_id == offices[THERE]


def test_lists_and_search_of_both_offices(
    app: App, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    sent(app, as_role, offices)
    title = "Kepala desa pada pertemuan bakal calon"
    assert title not in words(there("coordinator").get("/perkara/"))
    assert title in words(there("coordinator").get("/perkara/?pelimpahan=ya"))
    assert title in words(there("coordinator").get("/perkara/?cari=pertemuan"))
    act(there("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX"})
    assert title in words(there("coordinator").get("/perkara/"))
    assert title not in words(as_role("coordinator").get("/perkara/"))
    assert title in words(as_role("coordinator").get("/perkara/?pelimpahan=ya"))
    assert title in words(as_role("coordinator").get("/perkara/?cari=pertemuan"))
    # By what it is asked without, nobody learns what became of it.
    without = as_role("coordinator").get("/perkara/?cari=pertemuan+-pasal:uu-188")
    assert title not in words(without)


def test_a_third_office_learns_nothing(
    app: App, flask: Flask, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    """Before, between and after: the pages of the case are as those of one that never was."""
    thirds = [Visitor(flask, f"{role}-lebong") for role in (*ROLES, "supervisor")]

    def hidden() -> None:
        for third in thirds:
            of_one(third)

    def of_one(third: Visitor) -> None:
        for path in (
            *every_part(),
            HAND_OVER,
            RECEIVE,
            "/perkara/1/tindakan/kembalikan_pelimpahan",
        ):
            mine, never = third.get(path), third.get(path.replace("/1", "/999"))
            assert mine.status_code == never.status_code, path
            assert mine.status_code in (403, 404), path
        assert "bakal calon" not in words(third.get("/perkara/?cari=pertemuan&pelimpahan=ya"))

    sent(app, as_role, offices)
    hidden()
    act(there("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX"})
    hidden()


def test_each_role_of_both_offices_reads_the_case(
    app: App, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    sent(app, as_role, offices)
    receivers = [there(role) for role in ROLES]
    both = [*receivers, *(as_role(role) for role in ROLES)]
    for one, path in product(receivers, every_part()):
        assert one.get(path).status_code == 200, path
    act(there("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX"})
    for one, path in product(both, every_part()):
        assert one.get(path).status_code == 200, path


def test_the_slower_sender_sees_that_the_case_is_gone(
    app: App, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    sent(app, as_role, offices)
    page = as_role("case_officer").get("/perkara/1/syarat")
    act(there("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX"})
    met = all_met(app)
    clash = as_role("case_officer").submit("/perkara/1/syarat", met, page=page)
    assert clash.status_code == 403
    assert "kantor Anda hanya dapat membacanya" in words(clash)


def test_only_the_offices_of_the_law_are_offered(as_role: AsRole, offices: dict[str, int]) -> None:
    received(as_role)
    page = as_role("coordinator").get(HAND_OVER)
    assert "Kepahiang" in words(page)
    wrong = as_role("coordinator").submit(HAND_OVER, {"alasan": WHY, "kantor": str(offices[HERE])})
    assert wrong.status_code == 422


def test_the_books_name_the_office_a_letter_goes_to(
    app: App, as_role: AsRole, offices: dict[str, int]
) -> None:
    sent(app, as_role, offices)
    with app.database.read() as session:
        there = session.get_one(Office, offices[THERE]).name
    secretariat = as_role("secretariat")
    for path in ("/dokumen/buku/agenda", "/dokumen?jenis=pelimpahan", "/perkara/1/berkas/dokumen"):
        shown = words(secretariat.get(path))
        assert there in shown, path
        assert "Pelapor" not in shown, path


WITNESS = {
    "kedudukan": "witness", "nama": "Cut Nyak Uji", "alamat": "Jalan Baru 3",
    "alasan": "Baru ditemukan.",
}  # fmt: skip
LATER = ("Rekaman susulan", "KTP susulan", "Camat Susulan", "Lengkapi susulan")


def added(app: App, officers: AsRole) -> dict[str, list[int]]:
    """Plain and sealed evidence, a witness, a respondent, a paper; gives the new keys by table."""
    before = keys(app)
    officer = officers("case_officer")
    for words_, sealed in (("Rekaman susulan", None), ("KTP susulan", "y")):
        file = upload(words_.encode(), "catatan.txt")
        act(
            officer,
            "/perkara/1/bukti/baru",
            {"bukti": file, "bukti_keterangan": words_, "rahasia": sealed},
        )
    act(officer, "/perkara/1/pihak/tambah", dict(WITNESS))
    typed = {"kedudukan": "respondent", "nama": "Camat Susulan", "alasan": "Disebut saksi."}
    act(officer, "/perkara/1/pihak/tambah", {**typed, "kategori": "asn"})
    judged = all_met(app)
    lack = {"syarat-dua_alat_bukti": "tidak", "alasan-dua_alat_bukti": "Lengkapi susulan."}
    act(officer, "/perkara/1/syarat", {**judged, **lack})
    act(officer, "/perkara/1/minta-kelengkapan")
    effects.drain(app)
    with app.database.read() as session:
        letter = session.scalars(
            select(Document.id).where(Document.kind == "pemberitahuan_kelengkapan")
        ).one()
    act(officers("chair"), "/perkara/1/surat/terbitkan", {"dokumen": [str(letter)]})
    effects.drain(app)
    return since(app, before)


def since(app: App, before: dict[str, list[int]]) -> dict[str, list[int]]:
    return {name: sorted({*now} - {*before[name]}) for name, now in keys(app).items()}


def keys(app: App) -> dict[str, list[int]]:
    with app.database.read() as session:
        return {
            one.__tablename__: list(session.scalars(select(one.id)))
            for one in (Evidence, Party, Document)
        }


def urls(rows: dict[str, list[int]]) -> list[str]:
    """Every address of a thing of the case."""
    found = [f"/bukti/{key}" for key in rows["evidence"]]
    found += [f"/perkara/1/pihak/{key}/identitas" for key in rows["parties"]]
    for key in rows["documents"]:
        found += [f"/dokumen/{key}", f"/dokumen/{key}.pdf"]
    return found


def knows(officers: AsRole, rows: dict[str, list[int]]) -> set[tuple[str, str, int]]:
    """Who is not told that a thing is not there: role, address, status."""
    found = set()
    for role, path in product(ROLES, urls(rows)):
        posts = [None, {"alasan": "Memeriksa alamat surat."}] if "identitas" in path else [None]
        for typed in posts:
            visitor = officers(role)
            if typed is not None:
                typed |= {"csrf_token": visitor.token()}
            answer = visitor.client.post(path, data=typed) if typed else visitor.get(path)
            never = role not in PERMISSIONS["identitas.buka"] and "identitas" in path
            if answer.status_code != (403 if never else 404):
                found.add((role, path, answer.status_code))
            answer.close()
    return found


def tells(officers: AsRole) -> set[tuple[str, str]]:
    """Which later things stand on a page of the case, a list or a register, and for whom."""
    lists = (
        "/perkara/?pelimpahan=ya", "/perkara/?cari=pertemuan", "/perkara/?cari=susulan",
        "/dokumen/buku/laporan", "/dokumen/buku/nomor", "/dokumen/buku/agenda", "/",
    )  # fmt: skip
    found = set()
    for role, path in product(ROLES, (*every_part(), *lists)):
        page = officers(role).get(path)
        shown = {one for one in LATER if one in words(page)}
        stages = html.fromstring(page.text).xpath("//span[contains(@class, 'tag stage')]/text()")
        found |= {
            (role, f"{path}: {one}") for one in {*shown, *stages} & {*LATER, "Perbaikan laporan"}
        }
    return found


def test_the_sender_reads_nothing_that_came_after_it_gave_the_case_away(
    app: App, as_role: AsRole, there: AsRole, offices: dict[str, int]
) -> None:
    """Also the officer who took the report; what was there stays open, also when it comes back."""
    far = cache(there)

    sent(app, as_role, offices)
    act(far("coordinator"), RECEIVE, {"alasan": "Agenda 12/IX"})
    first = keys(app)
    later = added(app, far)
    assert [len(rows) for rows in later.values()] == [2, 2, 2]
    assert knows(as_role, later) == set()
    assert tells(as_role) == set()
    assert opened(as_role("intake_officer"), "/perkara/1/pihak/1/identitas") == 200
    assert as_role("case_officer").get("/bukti/1").status_code == 200
    assert as_role("secretariat").get(f"/dokumen/{first['documents'][-1]}").status_code == 200
    for path in ("/perkara/1/syarat", "/perkara/1/pihak/tambah", "/perkara/1/bukti/baru"):
        assert as_role("case_officer").get(path).status_code == 403
    # Sent back: the first office reads everything, the second what it knew by then.
    plain(app, far, as_role, offices)
    for path in urls({**later, "parties": []}):
        assert as_role("coordinator").get(path).status_code == 200, path
    witness = f"/perkara/1/pihak/{later['parties'][0]}/identitas"
    assert opened(as_role("coordinator"), witness) == 200
    mine = keys(app)
    act(as_role("case_officer"), "/perkara/1/bukti/baru", {
        "bukti": upload(b"x", "x.txt"), "bukti_keterangan": "Terakhir",
    })  # fmt: skip
    assert knows(far, since(app, mine)) == set()
    assert far("case_officer").get(f"/bukti/{later['evidence'][0]}").status_code == 200
    assert "Terakhir" not in words(far("case_officer").get("/perkara/1/berkas/bukti"))


def opened(visitor: Visitor, path: str) -> int:
    return visitor.submit(path, {"alasan": "Memeriksa alamat surat."}).status_code


def plain(app: App, here: AsRole, other: AsRole, offices: dict[str, int]) -> None:
    """The case goes from the second office to the first."""
    typed: dict[str, object] = {"alasan": "Ditangani provinsi.", "kantor": str(offices[HERE])}
    act(here("coordinator"), HAND_OVER, typed)
    effects.drain(app)
    with app.database.read() as session:
        letter = session.scalars(
            select(Document.id).where(Document.kind == "pelimpahan").order_by(Document.id.desc())
        ).first()
    act(here("chair"), "/perkara/1/surat/terbitkan", {"dokumen": [str(letter)]})
    effects.drain(app)
    later(app, minutes=5)
    act(
        here("secretariat"),
        "/perkara/1/surat/penyampaian",
        {"dokumen": str(letter), "saluran": "langsung", "alasan_belum_ttd": "Di atas kertas"},
    )
    effects.drain(app)
    act(other("coordinator"), RECEIVE, {"alasan": "Agenda 13/IX"})
    effects.drain(app)
