"""A lawyer revises the law on screen; what follows is told first, and cases keep theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, CaseMove, Deadline, RuleRevision
from tests.staff import ROLES
from tests.web.steps import received
from tests.web.visitor import Typed, Visitor, errors, upload, words
from webui.law.correction_form import correction_form

AsRole = Callable[[str], Visitor]
ENTRY = "/aturan/pemilihan-2020/batas/kajian_awal"
READ: Typed = {
    "bunyi": "paling lama 2 (dua) hari setelah Laporan disampaikan",
    "sumber": "JDIH Bawaslu, salinan resmi",
    "alasan": "Naskah resmi sudah dibaca.",
    "tanda": "confirmed",
}
LONGER: Typed = {
    "nilai-length": "3",
    "nilai-examples": '- {start: 2024-09-19, due: 2024-09-22, why: "Baru."}',
    "nilai-verification": "secondary",
    "sumber": "JDIH Bawaslu",
    "alasan": "Lamanya keliru.",
}
PREVIEW: Typed = {"lihat": "1"}


def rows(app: App) -> list[RuleRevision]:
    with app.database.read() as session:
        return list(session.scalars(select(RuleRevision).order_by(RuleRevision.id)))


def newest(app: App, edition: str = "pemilihan-2020") -> str:
    with app.database.read() as session:
        return app.rulebook.seen_by(session).edition(edition).revision


def test_only_a_legal_reviewer_revises(as_role: AsRole, app: App) -> None:
    for role in ROLES:
        visitor = as_role(role)
        status = 200 if role == "legal_reviewer" else 403
        for act in ("sahkan", "betulkan", "catat"):
            assert visitor.get(f"{ENTRY}/{act}").status_code == status, (role, act)
        offered = "Sahkan bunyi pasal" in words(visitor.get(ENTRY))
        assert offered == (role == "legal_reviewer")
        sent = {"csrf_token": visitor.token(), "dilihat": "1", **READ}
        if role != "legal_reviewer":
            assert visitor.client.post(f"{ENTRY}/sahkan", data=sent).status_code == 403
    assert rows(app) == []


def test_confirming_tells_first_and_then_makes_a_revision_with_its_paper(
    as_role: AsRole, app: App
) -> None:
    received(as_role)
    lawyer = as_role("legal_reviewer")
    told = lawyer.submit(f"{ENTRY}/sahkan", {**READ, **PREVIEW})
    assert told.status_code == 200
    text = words(told)
    for said in (
        "Revisi baru: pemilihan-2020@1.1",
        "1 perkara memakai entri ini, 1 masih berjalan",
        "Tidak ada batas yang berjalan yang akan berakhir lain",
        "Belum ada yang disimpan",
    ):
        assert said in text
    assert "06/LP" not in text, "a legal reviewer reads no case"
    assert rows(app) == []

    done = lawyer.submit(f"{ENTRY}/sahkan", {**READ, "naskah": upload(name="perbawaslu.pdf")})
    assert done.status_code == 303
    assert [one.edition for one in rows(app)] == ["pemilihan-2020"]
    page = lawyer.get(ENTRY)
    text = words(page)
    assert "Revisi 1.1 · Disahkan" in text
    assert "paling lama 2 (dua) hari setelah Laporan disampaikan" in text
    assert "Naskah resmi sudah dibaca." in text
    paper = as_role("coordinator").get(f"/aturan/naskah/{rows(app)[0].id}")
    assert paper.data.startswith(b"%PDF")
    assert paper.headers["Content-Disposition"].startswith("attachment")
    older = words(lawyer.get("/aturan/pemilihan-2020@1/batas/kajian_awal"))
    assert "Anda membaca revisi 1. Yang terbaru revisi 1.1." in older
    assert "Sahkan bunyi pasal" not in older
    with app.database.read() as session:
        assert session.scalars(select(Case)).one().revision == "1"
    assert "Revisi 1.1" in words(lawyer.get("/aturan/pemilihan-2020/"))
    between = lawyer.get("/aturan/perbedaan?dari=pemilihan-2020@1&ke=pemilihan-2020@1.1")
    assert "1 entri berbeda; 1 di antaranya hanya pasal atau tandanya" in words(between)


def test_correcting_tells_which_limits_would_move_and_moves_none(as_role: AsRole, app: App) -> None:
    received(as_role)
    lawyer = as_role("legal_reviewer")
    told = lawyer.submit(f"{ENTRY}/betulkan", {**LONGER, **PREVIEW})
    assert told.status_code == 200, words(told)[:800]
    text = words(told)
    assert "2 hari kalender" in text
    assert "3 hari kalender" in text
    assert "Kajian awal: 1 hari lebih lambat, 1 perkara" in text
    assert lawyer.fields(told)["nilai-length"] == "3", "what was typed is kept"
    assert rows(app) == []
    assert lawyer.submit(f"{ENTRY}/betulkan", dict(LONGER)).status_code == 303
    (row, *_shared) = rows(app)
    assert set(row.changes["batas/kajian_awal"]) == {
        "length",
        "examples",
        "verification",
        "source",
    }
    with app.database.read() as session:
        limit = session.scalars(select(Deadline).where(Deadline.rule == "kajian_awal")).one()
    assert limit.due[:10] == "2024-09-21"


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"nilai-length": "tiga"}, "nilai-length", "Tulis bilangan bulat."),
        ({"nilai-examples": "- {start: ["}, "nilai-examples", "tidak terbaca pada baris"),
        ({"nilai-verification": ""}, "nilai-verification", "tidak mewarisi tanda"),
        (
            {"nilai-verification": "confirmed", "nilai-quote": ""},
            "nilai-quote",
            "memerlukan kutipan",
        ),
        ({"alasan": ""}, "alasan", "Belum diisi"),
        ({"nilai-title": "Kajian\u202eawal"}, "nilai-title", "tanda tersembunyi"),
    ],
)
def test_what_cannot_be_accepted_stands_beside_its_field(
    as_role: AsRole, app: App, typed: Typed, field: str, said: str
) -> None:
    for more in ({}, PREVIEW):
        page = as_role("legal_reviewer").submit(f"{ENTRY}/betulkan", {**LONGER, **typed, **more})
        assert page.status_code == 422
        assert said in errors(page).get(field, ""), (errors(page), words(page)[:600])
    assert rows(app) == []


def test_what_breaks_the_edition_is_refused_with_its_story(as_role: AsRole, app: App) -> None:
    alone = {**LONGER, "nilai-examples": None}
    for more in ({}, PREVIEW):
        page = as_role("legal_reviewer").submit(f"{ENTRY}/betulkan", {**alone, **more})
        assert page.status_code == 422
    lawyer = as_role("legal_reviewer")
    only_length = {key: value for key, value in LONGER.items() if key != "nilai-examples"}
    page = lawyer.submit(f"{ENTRY}/betulkan", only_length)
    assert page.status_code == 422
    assert "tidak lagi utuh dengan revisi ini" in words(page)
    assert rows(app) == []


def test_an_edition_revised_meanwhile_is_told_and_can_be_sent_again(
    as_role: AsRole, app: App
) -> None:
    lawyer = as_role("legal_reviewer")
    slow = lawyer.get(f"{ENTRY}/sahkan")
    note = {"catatan": "Dibaca kembali.", "alasan": "Perlu diketahui."}
    assert lawyer.submit(f"{ENTRY}/catat", note).status_code == 303
    late = lawyer.submit(f"{ENTRY}/sahkan", dict(READ), page=slow)
    assert late.status_code == 409
    assert "Edisi ini berubah sementara Anda mengisi" in words(late)
    fields = lawyer.fields(late)
    assert fields["dilihat"] == "1.1"
    assert str(fields["bunyi"]).strip() == READ["bunyi"]
    assert lawyer.submit(f"{ENTRY}/sahkan", {"simpan": "1"}, page=late).status_code == 303
    assert newest(app) == "1.2"


def test_another_article_is_named_row_by_row(as_role: AsRole, app: App) -> None:
    lawyer = as_role("legal_reviewer")
    page = lawyer.submit(
        f"{ENTRY}/sahkan", {**READ, "rujukan-0-pasal": "10", "rujukan-0-ayat": "1"}
    )
    assert page.status_code == 303
    changes = rows(app)[0].changes["batas/kajian_awal"]
    assert changes["citation"]["article"] == "10"
    assert changes["citation"]["paragraph"] == "1"
    assert "Pasal 10 ayat (1)" in words(lawyer.get(ENTRY))


def test_editions_built_upon_this_one_come_along_and_are_named(as_role: AsRole, app: App) -> None:
    path = "/aturan/pemilihan-2020/syarat/bukti/sahkan"
    told = as_role("legal_reviewer").submit(path, {**READ, **PREVIEW})
    assert "pemilihan-2020@1.1, pemilihan-2024@1.1, pemilihan-2025@1.1" in words(told)
    assert as_role("legal_reviewer").submit(path, dict(READ)).status_code == 303
    assert {one.edition for one in rows(app)} == {
        "pemilihan-2020",
        "pemilihan-2024",
        "pemilihan-2025",
    }
    shared = words(as_role("auditor").get("/aturan/pemilihan-2025/syarat/bukti"))
    assert "ikut dari edisi yang diubahnya" in shared


def test_a_part_with_a_mark_of_its_own_is_confirmed_by_itself(as_role: AsRole, app: App) -> None:
    lawyer = as_role("legal_reviewer")
    path = "/aturan/pemilihan-2020/batas/penyampaian_laporan/sahkan"
    form = lawyer.get(f"{path}?bagian=on_expiry_basis")
    assert "Laporan yang telah memenuhi syarat" in str(lawyer.fields(form)["bunyi"])
    page = lawyer.submit(path, {**READ, "bagian": "on_expiry_basis"}, page=form)
    assert page.status_code == 303, words(page)[:500]
    changes = rows(app)[0].changes["batas/penyampaian_laporan"]
    assert changes["on_expiry_basis.verification"] == "confirmed"
    assert "verification" not in changes


def test_the_form_of_an_untouched_entry_changes_nothing(flask: Flask, app: App) -> None:
    """For every entry of every edition: what the form shows is what the rules say."""
    with flask.test_request_context():
        for edition in app.law.editions.values():
            for name in app.law.builder.names(edition.id):
                form = correction_form(app.law, app.law.builder.source(edition.id, (), name))
                assert form.changes() == {}, (edition.id, name)


def test_the_report_puts_the_most_used_first(as_role: AsRole, app: App) -> None:
    received(as_role)
    page = as_role("legal_reviewer").get("/aturan/belum-dikonfirmasi")
    text = words(page)
    assert "Hari pertama hitungan" in text
    wider = words(as_role("auditor").get("/aturan/belum-dikonfirmasi?tanda=secondary"))
    assert len(wider) > len(text)


def test_a_coordinator_moves_a_pending_case_after_seeing_what_follows(
    as_role: AsRole, app: App
) -> None:
    received(as_role)
    as_role("legal_reviewer").submit(f"{ENTRY}/betulkan", dict(LONGER))
    path = "/perkara/1/pindah-edisi"
    for role in ROLES:
        if role != "coordinator":
            assert as_role(role).get(path).status_code == 403, role
    coordinator = as_role("coordinator")
    assert path in coordinator.get("/perkara/1").text
    wanted = {"edisi": "pemilihan-2020@1.1", "alasan": "Batas dibetulkan."}
    told = coordinator.submit(path, {**wanted, **PREVIEW})
    assert told.status_code == 200
    assert "Minggu, 22 September 2024, 24.00 WIB" in words(told)
    assert coordinator.submit(path, {**wanted, "alasan": ""}).status_code == 422
    assert coordinator.submit(path, {**wanted, "edisi": "pemilu-2022@1"}).status_code == 422
    assert coordinator.submit(path, dict(wanted)).status_code == 303
    with app.database.read() as session:
        assert session.scalars(select(CaseMove)).one().new == "pemilihan-2020@1.1"
        limit = session.scalars(select(Deadline).where(Deadline.rule == "kajian_awal")).one()
    assert limit.due[:10] == "2024-09-22"
    assert "pemilihan-2020@1.1" in words(coordinator.get("/perkara/1"))


def test_the_replay_asks_only_the_cases_one_may_read(as_role: AsRole, flask: Flask) -> None:
    received(as_role)
    as_role("legal_reviewer").submit(f"{ENTRY}/betulkan", dict(LONGER))
    path = "/aturan/ulang?ke=pemilihan-2020@1.1"
    own = words(as_role("coordinator").get(path))
    assert "1 perkara diperiksa, 1 berbeda" in own
    assert "Sabtu, 21 September 2024, 24.00 WIB → Minggu, 22 September 2024, 24.00 WIB" in own
    elsewhere = words(Visitor(flask, "coordinator-kepahiang").get(path))
    assert "Tidak ada perkara yang dapat Anda baca" in elsewhere
    assert as_role("administrator").get(path).status_code == 403
    same = words(as_role("coordinator").get("/aturan/ulang?ke=pemilihan-2020@1"))
    assert "1 perkara diperiksa, 0 berbeda" in same
    assert as_role("coordinator").get("/aturan/ulang?ke=tidak-ada").status_code == 404
