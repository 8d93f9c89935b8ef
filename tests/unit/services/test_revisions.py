"""Revisions beside their story: parts, several entries at once, races, what is page-ready."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from casework.engine.basis import Mark
from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import CaseMove, RuleRevision
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import Ground
from casework.services.core.work import Work
from casework.services.law import revisions as revisions_read
from casework.services.upkeep.invariants import passage
from tests.bureau import Bureau

GROUND = Ground("Naskah dibaca.", "JDIH")
EDITION = "pemilihan-2020"


def correct(
    bureau: Bureau, changes: Mapping[str, Mapping[str, Any]], edition: str = EDITION
) -> None:
    with bureau.app.unit_of_work(bureau.actor("legal_reviewer")) as work:
        seen = work.law.edition(edition).revision
        revisions.correct(work, edition, seen, changes, GROUND)


def test_the_day_an_edition_begins_can_be_confirmed(bureau: Bureau) -> None:
    edition = "pemilihan-2024"
    with bureau.app.unit_of_work(bureau.actor("legal_reviewer")) as work:
        revisions.confirm(
            work, edition, "1", f"edisi/{edition}", "Diundangkan pada tanggal 30 September 2024",
            GROUND, part="in_force.from_basis", note="",
        )  # fmt: skip
    found = bureau.read(lambda work: work.law.edition(edition).in_force)
    assert found.since_basis is not None
    assert (found.since_basis.mark, found.since_basis.note) == (Mark.CONFIRMED, "")
    editions = bureau.read(lambda work: {one.revision for one in work.law.editions.values()
                                         if one.id != edition})  # fmt: skip
    assert editions == {"1"}
    assert bureau.sound() == ()


def test_two_entries_that_hang_together_move_in_one_revision(bureau: Bureau) -> None:
    extension = {"extension.total": 6, "extension.verification": "secondary"}
    example = {"start": "2024-09-20", "due": "2024-09-26", "extended": True, "why": "Enam hari."}
    correct(bureau, {
        "batas/penanganan": {**extension, "examples": [example]},
        "syarat/bukti": {"title": "Bukti awal", "verification": "secondary"},
    })  # fmt: skip
    law = bureau.read(lambda work: work.law)
    edition = law.edition(EDITION)
    assert edition.revision == "1.1"
    assert edition.deadlines["penanganan"].extension is not None
    assert edition.deadlines["penanganan"].extension.total == 6
    assert edition.requirements["bukti"].title == "Bukti awal"


def test_a_shared_entry_names_the_row_it_came_from(bureau: Bureau) -> None:
    correct(bureau, {"syarat/bukti": {"title": "Bukti awal", "verification": "secondary"}})
    rows = bureau.read(
        lambda work: work.session.scalars(select(RuleRevision).order_by(RuleRevision.id)).all()
    )
    assert [(one.edition, one.origin_id) for one in rows] == [
        ("pemilihan-2020", None), ("pemilihan-2024", rows[0].id), ("pemilihan-2025", rows[0].id)
    ]  # fmt: skip
    told = bureau.read(lambda work: revisions_read.history(work, "pemilihan-2025", "syarat/bukti"))
    assert [one.shared for one in told] == [True]


def test_the_slower_of_two_reviewers_hears_of_it(bureau: Bureau) -> None:
    def note(work: Work, text: str) -> RuleRevision:
        return revisions.annotate(work, EDITION, "1", "syarat/bukti", text, GROUND)

    with bureau.app.unit_of_work(bureau.actor("legal_reviewer")) as work:
        note(work, "satu")
        # Its law was read before the first one was made, as a slower transaction's would be.
        with pytest.raises(Conflict, match="pada saat yang sama"):
            note(work, "dua")
    told = bureau.read(lambda work: revisions_read.history(work, EDITION, "syarat/bukti"))
    assert [one.changes["note"] for one in told] == ["satu"]
    assert bureau.sound() == ()


@pytest.mark.parametrize(
    ("changes", "story"),
    [
        ({"batas/kajian_awal": {"length": 2.5, "verification": "secondary"}}, "bilangan bulat"),
        ({"batas/kajian_awal": {"title": "a\u202eb", "verification": "secondary"}}, "arah tulisan"),
        ({"batas/kajian_awal": {"verification": "confirmed"}}, "quote"),
        ({"tindakan/registrasi": {"to": "entah", "verification": "secondary"}}, "entah"),
        ({}, "Tidak ada yang dibetulkan"),
    ],
)
def test_what_cannot_stand_is_refused_and_leaves_nothing(
    bureau: Bureau, changes: Mapping[str, Mapping[str, Any]], story: str
) -> None:
    with pytest.raises(BadInput, match=story):
        correct(bureau, changes)
    assert bureau.read(lambda work: work.law.edition(EDITION).revision) == "1"


def test_the_proof_refuses_what_the_loader_lets_through(bureau: Bureau) -> None:
    changes = {"tindakan/registrasi": {"to": "tidak_diregistrasi", "verification": "secondary"}}
    with pytest.raises(BadInput, match=f"Edisi {EDITION} tidak lagi utuh"):
        correct(bureau, changes)


def test_only_a_reviewer_corrects_or_annotates(bureau: Bureau) -> None:
    for role in ("chair", "coordinator", "administrator", "auditor"):
        with (
            pytest.raises(NotPermitted),
            bureau.app.unit_of_work(bureau.actor(role)) as work,
        ):
            revisions.annotate(work, EDITION, "1", "syarat/bukti", "Catatan.", GROUND)


def test_a_sheet_holds_what_a_page_shows(bureau: Bureau) -> None:
    bureau.receive()
    sheet = bureau.read(lambda work: revisions_read.sheet(work, EDITION, "batas/kajian_awal"))
    assert sheet.pin == f"{EDITION}@1"
    assert sheet.item.title == "Kajian awal"
    assert ("Lama", "2 hari kalender") in [(one.label, one.value) for one in sheet.item.lines]
    assert sheet.source.values["length"] == 2
    assert sheet.use is not None
    assert (sheet.use.cases, sheet.use.open_cases) == (1, 1)
    shelves = bureau.read(lambda work: revisions_read.shelves(work, EDITION))
    assert {one.kind for one in shelves} >= {"edisi", "batas", "pasal", "tujuan", "hitungan"}
    assert all(shelf.items for shelf in shelves)


def test_the_move_of_a_case_is_told_before_and_kept(bureau: Bureau) -> None:
    bureau.at("2024-09-19T10:15:00")
    bureau.receive()
    example = [{"start": "2024-09-19", "due": "2024-09-22", "why": "Baru."}]
    correct(bureau, {"batas/kajian_awal": {"length": 3, "examples": example,
                                           "verification": "secondary"}})  # fmt: skip
    pin = f"{EDITION}@1.1"
    told = bureau.read(lambda work: revisions.preview(work, bureau.case_id, pin))
    assert [(one.what, one.new[:10]) for one in told.dates] == [("kajian_awal", "2024-09-22")]
    assert bureau.limit("kajian_awal").due[:10] == "2024-09-21"
    done = bureau.act("coordinator", revisions.repin, pin, "Batas dibetulkan.")
    assert done.dates == told.dates
    assert bureau.limit("kajian_awal").revision == "1.1"
    move = bureau.read(lambda work: work.session.scalars(select(CaseMove)).one())
    assert (move.old, move.new, move.reason) == (f"{EDITION}@1", pin, "Batas dibetulkan.")
    event = bureau.events(revisions.ACTION)[0]
    assert "Batas dibetulkan" not in str(event.detail)
    assert bureau.read(lambda work: list(passage.faults(work))) == []
    met = bureau.limit("penyampaian_laporan")
    assert (met.state, met.revision) == ("met", "1")
    with pytest.raises(BadInput, match="sudah memakai"):
        bureau.act("coordinator", revisions.repin, pin, "Sekali lagi.")
    with (
        bureau.app.unit_of_work(bureau.actor("coordinator")) as work,
        pytest.raises(Conflict),
    ):
        revisions.repin(work, bureau.case_id, 1, f"{EDITION}@1", "Kembali.")


def test_a_case_does_not_move_to_another_regime(bureau: Bureau) -> None:
    bureau.receive()
    with pytest.raises(Exception, match=r"belum dapat diterima|mengatur rezim"):
        bureau.act("coordinator", revisions.repin, "pemilu-2022@1", "Coba.")
