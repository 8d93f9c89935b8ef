"""Free texts of a draft: laid over what the case says, sealed, drawn again, lost with no paper."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.adapters.pdf.forms import Forms
from casework.document_data import FORMS
from casework.engine.papers import Penerusan
from casework.errors import BadInput, CaseworkError, Conflict
from casework.models import Document, Event
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.acts.review import paraf
from casework.services.documents import data as paper_data
from casework.services.documents import free_texts
from tests.bureau import Bureau

WORDS = "Kami mohon penjelasan tertulis paling lambat hari Senin; kata-kata ini rahasia-7731."
ALLOWED = {"request": 1500}


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """Letters to the competent agencies wait as drafts."""
    bureau.receive(respondents=(Respondent("Kepala Desa", "kepala_desa", region="seluma"),))
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review()
    bureau.decide()
    bureau.act("case_officer", referral.draft)
    return bureau


def draft(office: Bureau) -> Document:
    return office.documents("penerusan_hukum_lainnya")[0]


def edit(office: Bureau, text: str, seen: int = 0, role: str = "case_officer") -> None:
    with office.app.unit_of_work(office.actor(role)) as work:
        free_texts.edit(work, draft(office).id, {"request": text}, ALLOWED, seen)
    office.settle()


def request(office: Bureau) -> str:
    """What the letter asks for now."""

    paper = office.read(lambda work: paper_data.build(work, draft(office)))
    assert isinstance(paper, Penerusan)
    return paper.request


def test_the_words_are_on_the_paper_sealed_and_drawn_again(office: Bureau) -> None:
    before = draft(office)
    own = request(office)
    edit(office, WORDS)
    after = draft(office)
    assert request(office) == WORDS
    assert (after.state, after.edits) == ("draft", 1)
    assert after.draft_blob_id != before.draft_blob_id
    assert after.edited is not None
    assert b"rahasia-7731" not in after.edited
    events = office.read(lambda work: list(work.session.scalars(select(Event))))
    assert not [one for one in events if "rahasia-7731" in str(one.detail)]
    edit(office, "", seen=1)
    assert request(office) == own
    assert office.sound() == ()


def test_what_was_edited_is_issued_and_kept(office: Bureau) -> None:
    edit(office, WORDS)
    office.issue()
    letter = draft(office)
    kept = office.read(
        lambda work: work.vault.open(letter.data or b"", f"document:{letter.verify_code}")
    )
    assert WORDS.encode() in kept
    with pytest.raises(BadInput, match="belum bernomor"):
        edit(office, "Lain.", seen=1)


def test_initials_hold_for_the_words_they_were_given_on(office: Bureau) -> None:
    key = draft(office).id
    before = office.read(lambda work: paraf.standing(work, "documents", key).subject.content)
    edit(office, WORDS)
    after = office.read(lambda work: paraf.standing(work, "documents", key).subject.content)
    assert before != after


@pytest.mark.parametrize(
    ("texts", "seen", "role"),
    [
        ({"nomor": "1/X"}, 0, "case_officer"),
        ({"request": "a" * 1501}, 0, "case_officer"),
        ({"request": "balik \u202e arah"}, 0, "case_officer"),
        ({"request": "Lain."}, 4, "case_officer"),
        ({"request": "Lain."}, 0, "secretariat"),
    ],
)
def test_what_the_form_does_not_allow_is_refused(
    office: Bureau, texts: dict[str, str], seen: int, role: str
) -> None:
    with (
        pytest.raises(CaseworkError) as refusal,
        office.app.unit_of_work(office.actor(role)) as work,
    ):
        free_texts.edit(work, draft(office).id, texts, ALLOWED, seen)
    assert isinstance(refusal.value, Conflict) is (seen == 4)
    assert draft(office).edits is None


@pytest.mark.parametrize("edition", ["pemilihan-2020", "pemilihan-2024", "pemilihan-2025"])
def test_every_editable_text_is_a_text_of_its_paper(edition: str) -> None:
    forms = Forms()
    found = 0
    for kind in forms.names(edition) & set(FORMS):
        for name, block in forms.editable(kind, edition).items():
            assert FORMS[kind].__dataclass_fields__[name].type == "str", (kind, name)
            assert block.title
            assert block.limit > 0
            found += 1
    assert found >= 6
