"""Initials on a letter: on its draft as it was drawn, and never once it has its number."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.errors import BadInput, Conflict
from casework.models import Blob, Document
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import paraf
from casework.services.acts.review.paraf import Standing
from tests.bureau import Bureau


@pytest.fixture
def letter(bureau: Bureau) -> int:
    """The draft of a completion letter."""
    bureau.receive()
    bureau.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    bureau.act("case_officer", kajian_awal.ask_to_complete)
    return bureau.documents("pemberitahuan_kelengkapan")[0].id


def standing(bureau: Bureau, letter: int) -> Standing:
    return bureau.read(lambda work: paraf.standing(work, "documents", letter))


def test_a_draft_is_initialled_and_an_issued_letter_is_closed(bureau: Bureau, letter: int) -> None:
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        paraf.propose(work, "documents", letter)
    content = standing(bureau, letter).subject.content
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        assert paraf.initial(work, "documents", letter, content).complete
    bureau.issue()
    assert "bernomor" in standing(bureau, letter).subject.closed
    with (
        pytest.raises(BadInput, match="bernomor"),
        bureau.app.unit_of_work(bureau.actor("case_officer")) as work,
    ):
        paraf.propose(work, "documents", letter)
    assert bureau.sound() == ()


def test_a_draft_drawn_anew_has_lost_its_initials(bureau: Bureau, letter: int) -> None:
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        paraf.propose(work, "documents", letter)
    seen = standing(bureau, letter).subject.content
    with bureau.app.database.write() as session:
        other = session.scalars(select(Blob).where(Blob.sha256 != seen).limit(1)).first()
        if other is None:
            other = Blob(sha256="0" * 64, size=0, media_type="application/pdf", path="lain",
                         stored_at=bureau.app.now())  # fmt: skip
            session.add(other)
            session.flush()
        session.get_one(Document, letter).draft_blob_id = other.id
    assert standing(bureau, letter).stale
    assert bureau.read(paraf.mine) == ([], 0)
    with (
        pytest.raises(Conflict, match="berubah"),
        bureau.app.unit_of_work(bureau.actor("coordinator")) as work,
    ):
        paraf.initial(work, "documents", letter, seen)
