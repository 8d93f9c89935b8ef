"""What the workspace of the kajian shows: the draft or newest version, proofs, matrices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casework.engine.matrix import Element
from casework.errors import BadInput, NotFound
from casework.models import Case
from casework.services.acts.review import allegations, review
from casework.services.cases import proofs as review_proofs
from casework.services.cases import review_secrecy
from casework.services.cases.proofs import Proof
from casework.services.core.work import Work
from webui.cases.files_page import evidence_of
from webui.cases.people_page import PartyLine, respondents
from webui.pleno.page import results
from webui.review.paraf_page import initialling
from webui.review.proposals_page import proposals
from webui.review.sanctions_page import SanctionLine, named, sanctions


def of_article(work: Work, case: Case) -> dict[str, tuple[str, ...]]:
    """The elements of every article of the case's edition."""
    articles = work.law.edition(case.edition, case.revision).violations.articles
    return {key: one.elements for key, one in articles.items()}


def submitted(work: Work, case: Case) -> Mapping[str, object]:
    """The version that goes to the pleno, and what it proposes; none before the first."""
    review_secrecy.check(work, case)
    newest = review.latest(work, case)
    return {
        "kajian": newest and {name: getattr(newest, name) for name in _SAID},
        "proposals": proposals(work, case, newest.id) if newest else None,
    }


_SAID = ("revision", "facts", "analysis", "conclusion")


def workspace(work: Work, case: Case) -> Mapping[str, object]:
    """Everything the page of the kajian needs."""
    review_secrecy.check(work, case)
    newest = review.latest(work, case)
    typed = {name: texts[0] for name, texts in review.content(work, case).items() if texts}
    return {
        **results(work, case),
        "sanctions": sanctions(work, case, named(typed)),
        "of_article": of_article(work, case),
        "proofs": review_proofs.of_case(work, case),
        "way": initialling(work, "reviews", newest.id) if newest else None,
    }


@dataclass(frozen=True)
class Sheet:
    """The matrix of one allegation: whose, of which article, its rows, who else could have it.

    `slot` is how services call the allegation, `number` its place among those of the respondent.
    """

    party: PartyLine
    number: int
    slot: str
    article: str
    title: str
    fixed: tuple[str, ...]
    rows: tuple[Element, ...]
    twins: tuple[tuple[str, str], ...]
    sanctions: tuple[SanctionLine, ...]
    revision: int


def sheet(work: Work, case: Case, party_id: int, number: int = 1) -> Sheet:
    """Read the matrix of an allegation from the draft; raises NotFound."""
    review_secrecy.check(work, case)
    parties = respondents(work, case)
    party = next((one for one in parties if one.id == party_id), None)
    if party is None:
        raise NotFound("Terlapor itu tidak ada pada perkara ini.")
    content = {name: texts[0] for name, texts in review.content(work, case).items() if texts}
    kept = review.find(work, case)
    counts = allegations.counted(content)
    if not 1 <= number <= counts.get(party_id, 1):
        raise NotFound("Pasal itu belum ditambahkan untuk terlapor ini. Buka lagi kajiannya.")
    slot = allegations.slot(party_id, number)
    article = content.get(f"pasal-{slot}", "")
    edition = work.law.edition(case.edition, case.revision)
    known = edition.articles.get(article)
    elements = of_article(work, case)
    try:
        before = review.read(content.get(f"unsur-{slot}", ""))
    except BadInput:
        before = ()
    return Sheet(
        party=party,
        number=number,
        slot=slot,
        article=edition.article_name(article),
        title=known.title if known else "",
        fixed=elements.get(article, ()),
        rows=review.for_article(before, article, elements),
        twins=tuple(
            (twin, one.label)
            for one in parties
            for twin in (
                allegations.slot(one.id, place) for place in range(1, counts.get(one.id, 1) + 1)
            )
            if one.id != party_id and article and content.get(f"pasal-{twin}") == article
        ),
        sanctions=sanctions(work, case, [article]),
        revision=kept.revision if kept else 0,
    )


def sheet_page(
    party_id: int, number: int = 1, *, everything: bool = False
) -> Callable[[Work, Case], Mapping[str, object]]:
    """Gives what reads the matrix of one respondent's n-th allegation for a page about the case.

    The columns are the evidence, and the statements of this respondent and of whoever is none;
    with `everything` also those of the other respondents. Raises NotFound for a respondent or
    allegation the case does not have.
    """

    def read(work: Work, case: Case) -> Mapping[str, object]:
        found = sheet(work, case, party_id, number)
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
        files = {f"B-{one.ordinal}": one for one in evidence_of(work, case) if one.readable}
        return {
            "sheet": found,
            "proofs": (*proofs, *others),
            "hidden_proofs": hidden,
            "readable": files,
        }

    return read
