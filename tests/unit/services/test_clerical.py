"""What was typed wrongly is put right: shown anew, the old value kept sealed, letters marked."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from casework.errors import BadInput, Conflict, NotFound, NotPermitted
from casework.models import Case, Correction, Deadline, Dispatch, Document, Identity, Notice, Party
from casework.services.acts.corrections import clerical, clerical_dispatch, clerical_letters
from casework.services.acts.corrections.clerical import ACTION
from casework.services.acts.registration import kajian_awal
from casework.services.cases.record import identity
from casework.services.core.work import Work
from casework.services.upkeep.invariants import passage, secrecy
from tests.bureau import Bureau
from tests.desk import REPORTER

WHY = "Salah ketik saat diterima."


def version(bureau: Bureau) -> int:
    return bureau.read(lambda work: bureau.case(work).version)


def title(bureau: Bureau, text: str, role: str = "case_officer", why: str = WHY) -> None:
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        case = bureau.case(work)
        clerical.correct_case(work, case.id, case.version, {"title": text}, None, why)


def before(work: Work) -> list[tuple[str, str]]:
    """Field and the value that was there, opened."""
    return [
        (row.field, json.loads(work.vault.open(row.before, f"correction:{row.handle}")))
        for row in work.session.scalars(select(Correction).order_by(Correction.id))
    ]


def sound(bureau: Bureau) -> None:
    assert bureau.sound() == ()
    assert bureau.read(lambda work: list(secrecy.faults(work))) == []
    assert bureau.read(lambda work: list(passage.faults(work))) == []


def reporter(bureau: Bureau) -> Party:
    (party,) = bureau.parties("reporter")
    return party


def test_a_title_is_put_right_and_the_old_one_kept_sealed(bureau: Bureau) -> None:
    bureau.receive()
    old, seen = bureau.read(lambda work: bureau.case(work).title), version(bureau)
    title(bureau, "Dugaan ketidaknetralan kepala desa")
    assert bureau.read(lambda work: bureau.case(work).title) == "Dugaan ketidaknetralan kepala desa"
    assert version(bureau) == seen + 1
    assert bureau.read(before) == [("title", old)]
    (event,) = bureau.events(ACTION)
    (field,) = event.detail["fields"]
    assert len(field["was"]) == len(field["is"]) == 64
    assert old not in json.dumps(event.detail)
    sound(bureau)


def test_what_does_not_change_is_refused_and_so_is_an_old_page(bureau: Bureau) -> None:
    bureau.receive()
    with pytest.raises(BadInput, match="Tidak ada isian yang berbeda"):
        title(bureau, bureau.read(lambda work: bureau.case(work).title))
    with pytest.raises(Conflict), bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        clerical.correct_case(work, bureau.case_id, 99, {"title": "Lain"}, None, WHY)
    with pytest.raises(BadInput, match="belum diisi"):
        title(bureau, "Lain", why="")
    with pytest.raises(BadInput, match="belum diisi"):
        title(bureau, " ")
    for role in ("auditor", "secretariat"):
        with pytest.raises((NotPermitted, NotFound)):
            title(bureau, "Lain", role)
    assert bureau.events(ACTION) == []


def test_the_day_of_the_event_does_not_pass_the_day_it_was_known(bureau: Bureau) -> None:
    bureau.receive()
    known = bureau.read(lambda work: bureau.case(work).known_date)

    def correct(day: date) -> None:
        with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
            case = bureau.case(work)
            clerical.correct_case(work, case.id, case.version, {}, day, WHY)

    with pytest.raises(BadInput, match="sesudah tanggal diketahui"):
        correct(known + timedelta(days=1))
    correct(known - timedelta(days=4))
    assert bureau.read(lambda work: bureau.case(work).event_date) == known - timedelta(days=4)
    sound(bureau)


def test_an_issued_letter_that_quotes_the_old_value_is_marked_others_are_drawn_anew(
    bureau: Bureau,
) -> None:
    bureau.at("2024-09-20")
    bureau.receive()
    bureau.ask_to_complete()
    (letter,) = bureau.documents("pemberitahuan_kelengkapan")
    assert letter.state in ("issued", "dispatched")
    place = bureau.read(lambda work: bureau.case(work).event_place)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        quoted = set(clerical_letters.quoting(work, case, (place,)))
        assert quoted, "a paper of this case names the place"
        clerical.correct_case(
            work, case.id, case.version, {"event_place": "Balai Desa Lain"}, None, WHY
        )
    stale = bureau.read(lambda work: clerical_letters.stale(work, bureau.case(work)))
    assert set(stale) == quoted
    assert {one.field for quotes in stale.values() for one in quotes} == {"event_place"}
    (event,) = bureau.events(ACTION)
    assert set(event.detail["letters"]) == quoted
    told = bureau.read(lambda work: work.session.scalars(select(Notice.body)).all())
    assert any("mengutip nilai lama" in text for text in told)
    assert not any(place in text for text in told)
    sound(bureau)


def test_what_a_sealed_paper_says_is_not_told_to_who_may_not_open_it(bureau: Bureau) -> None:
    bureau.receive()

    def correct(text: str) -> list[int]:
        with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
            case = bureau.case(work)
            kept = clerical.correct_case(work, case.id, case.version, {"title": text}, None, WHY)
            return [key for one in kept for key in one.letters]

    for guess in (REPORTER.occupation, "tidak tertulis di mana pun"):
        correct(guess)
        assert correct("Judul lain sama sekali") == []
    for role in ("case_officer", "coordinator"):
        look = bureau.read(lambda work: clerical_letters.stale(work, bureau.case(work)), role)
        assert look == {}
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        assert told(work) == []
    with bureau.app.reading(bureau.actor("coordinator")) as work:
        guessed = told(work)[-1]
    assert "Tanda Bukti" in guessed
    assert REPORTER.occupation not in guessed
    sound(bureau)


def told(work: Work) -> list[str]:
    """What the actor was told of letters that quote what was there before."""
    query = select(Notice.body).where(Notice.officer_id == work.actor.officer_id)
    texts = work.session.scalars(query.order_by(Notice.id))
    return [text for text in texts if "mengutip nilai lama" in text]


def test_a_draft_is_drawn_again_with_the_right_value(bureau: Bureau) -> None:
    bureau.receive()
    bureau.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    (draft,) = bureau.documents("pemberitahuan_kelengkapan")
    assert draft.state == "draft"
    title(bureau, "Judul yang benar")
    (draft,) = bureau.documents("pemberitahuan_kelengkapan")
    assert draft.state == "planned"
    bureau.settle()
    (draft,) = bureau.documents("pemberitahuan_kelengkapan")
    assert draft.state == "draft"
    sound(bureau)


def test_a_respondent_is_called_rightly(bureau: Bureau) -> None:
    bureau.receive()
    party = bureau.parties()[0]
    with bureau.app.unit_of_work(bureau.actor("intake_officer")) as work:
        case = bureau.case(work)
        clerical.correct_respondent(
            work, case.id, case.version, party.id, {"label": "Sutrisno Adi", "phone": "0811"}, WHY
        )
    assert bureau.parties()[0].label == "Sutrisno Adi"
    assert [one[0] for one in bureau.read(before)] == ["label", "phone"]
    protected, seen, key = reporter(bureau).id, version(bureau), bureau.case_id
    with pytest.raises(NotFound), bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        clerical.correct_respondent(work, key, seen, protected, {"label": "X"}, WHY)
    sound(bureau)


def test_a_protected_identity_is_corrected_sealed_by_who_may_read_it(bureau: Bureau) -> None:
    bureau.receive()
    party = reporter(bureau)
    old = bureau.read(lambda work: identity.unseal(work, work.session.get_one(Party, party.id)))
    values = {"phone": "081299990000", "name": ""}

    def correct(role: str, why: str = WHY) -> None:
        with bureau.app.unit_of_work(bureau.actor(role)) as work:
            case = bureau.case(work)
            clerical.correct_person(work, case.id, case.version, party.id, values, why)

    with pytest.raises(NotPermitted):
        correct("case_officer")
    for told in (f"Nomor {old.phone} salah.", "Yang benar 081299990000."):
        with pytest.raises(BadInput, match="data pelapor"):
            correct("coordinator", told)
    correct("coordinator")
    new = bureau.read(lambda work: identity.unseal(work, work.session.get_one(Party, party.id)))
    assert (new.phone, new.name) == ("081299990000", old.name)
    kept = bureau.read(lambda work: work.session.scalars(select(Identity)).all())
    assert party.identity_id in {row.id for row in kept}, "the old one stays, sealed"
    assert all(b"081299990000" not in row.sealed for row in kept)
    assert all(
        old.phone.encode() not in row.before
        for row in bureau.read(lambda work: work.session.scalars(select(Correction)).all())
    )
    sound(bureau)


def test_a_wrong_hour_of_receipt_moves_the_limit_that_it_started(bureau: Bureau) -> None:
    bureau.at("2024-09-20")
    bureau.receive()
    bureau.ask_to_complete()
    limit = bureau.limit("perbaikan")
    row = bureau.read(lambda work: work.session.scalars(select(Dispatch)).one())
    assert row.received_at is not None
    assert datetime.fromisoformat(limit.started_at) == row.received_at
    bureau.later(days=1)
    later = row.received_at + timedelta(hours=20)

    def correct(sent: datetime, received: datetime | None, role: str = "secretariat") -> None:
        with bureau.app.unit_of_work(bureau.actor(role)) as work:
            case = bureau.case(work)
            clerical_dispatch.correct_dispatch(
                work, case.id, case.version, row.id, sent, received, WHY
            )

    for sent, received in (
        (row.sent_at - timedelta(days=9), row.received_at), (later, row.received_at),
        (row.sent_at, later + timedelta(days=9)), (row.sent_at, None),
    ):  # fmt: skip
        with pytest.raises(BadInput):
            correct(sent, received)
    correct(row.sent_at, later)
    moved = bureau.limit("perbaikan")
    assert datetime.fromisoformat(moved.started_at) == later
    assert moved.due > limit.due
    assert [one[0] for one in bureau.read(before)] == ["received_at"]
    sound(bureau)


def test_a_case_of_another_office_is_not_there(bureau: Bureau) -> None:
    bureau.receive()
    seen = version(bureau)
    other = Bureau(bureau.app, bureau.clock, "07.08")
    with pytest.raises(NotFound), other.app.unit_of_work(other.actor("coordinator")) as work:
        clerical.correct_case(work, bureau.case_id, seen, {"title": "Lain"}, None, WHY)
    assert bureau.read(lambda work: work.session.scalars(select(Case.title)).one()) != "Lain"
    assert bureau.read(lambda work: work.session.query(Deadline).count())
    assert bureau.read(lambda work: work.session.query(Document).count())
