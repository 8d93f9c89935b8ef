"""What the workspace of the kajian shows: the draft or newest version, proofs, matrices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casework.engine.matrix import Element
from casework.errors import BadInput, NotFound
from casework.models import Case
from casework.services import review, review_draft, review_proofs, review_secrecy
from casework.services.review_proofs import Proof
from casework.services.work import Work
from webui.pages.meeting import results
from webui.pages.paraf import initialling
from webui.pages.people import PartyLine, respondents


def of_article(work: Work, case: Case) -> dict[str, tuple[str, ...]]:
    """The elements of every article of the case's edition."""
    articles = work.law.edition(case.edition, case.revision).violations.articles
    return {key: one.elements for key, one in articles.items()}


def workspace(work: Work, case: Case) -> Mapping[str, object]:
    """Everything the page of the kajian needs."""
    review_secrecy.check(work, case)
    newest = review.latest(work, case)
    return {
        **results(work, case),
        "of_article": of_article(work, case),
        "proofs": review_proofs.of_case(work, case),
        "way": initialling(work, "reviews", newest.id) if newest else None,
    }


@dataclass(frozen=True)
class Sheet:
    """One respondent's matrix: whose, of which article, its rows, and who else could have it."""

    party: PartyLine
    article: str
    title: str
    fixed: tuple[str, ...]
    rows: tuple[Element, ...]
    twins: tuple[tuple[int, str], ...]
    revision: int


def sheet(work: Work, case: Case, party_id: int) -> Sheet:
    """Read the matrix of a respondent from the draft; raises NotFound."""
    review_secrecy.check(work, case)
    parties = respondents(work, case)
    party = next((one for one in parties if one.id == party_id), None)
    if party is None:
        raise NotFound("Terlapor itu tidak ada pada perkara ini.")
    content = {name: texts[0] for name, texts in review_draft.content(work, case).items() if texts}
    kept = review_draft.find(work, case)
    article = content.get(f"pasal-{party_id}", "")
    articles = work.law.edition(case.edition, case.revision).violations.articles
    known = articles.get(article)
    elements = of_article(work, case)
    try:
        before = review_draft.read(content.get(f"unsur-{party_id}", ""))
    except BadInput:
        before = ()
    return Sheet(
        party=party,
        article=known.article if known else "",
        title=known.title if known else "",
        fixed=elements.get(article, ()),
        rows=review_draft.for_article(before, article, elements),
        twins=tuple(
            (one.id, one.label)
            for one in parties
            if one.id != party_id and article and content.get(f"pasal-{one.id}") == article
        ),
        revision=kept.revision if kept else 0,
    )


def sheet_page(
    party_id: int, *, everything: bool = False
) -> Callable[[Work, Case], Mapping[str, object]]:
    """The same for a page about the case.

    The columns are the evidence, and the statements of this respondent and of whoever is none;
    with `everything` also those of the other respondents.
    """

    def read(work: Work, case: Case) -> Mapping[str, object]:
        found = sheet(work, case, party_id)
        all_proofs = review_proofs.of_case(work, case)
        marked = {cell.evidence for row in found.rows for cell in row.cells}
        proofs = tuple(
            one
            for one in all_proofs
            if everything or one.label in marked or one.party_id in (None, party_id)
        )
        known = {one.label for one in proofs}
        # A piece that an older version named in words keeps its column.
        named = dict.fromkeys(cell.evidence for row in found.rows for cell in row.cells)
        others = tuple(Proof(label, "") for label in named if label not in known)
        hidden = len(all_proofs) - len(proofs)
        return {"sheet": found, "proofs": (*proofs, *others), "hidden_proofs": hidden}

    return read
