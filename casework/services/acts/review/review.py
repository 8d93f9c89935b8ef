"""The kajian: facts, elements against evidence, and a proposal for each respondent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from casework.engine import matrix
from casework.engine.matrix import Element, Result, Tally, Verdict
from casework.errors import BadInput
from casework.models import Case, Opinion, Review
from casework.models.base import table
from casework.services.acts import acts
from casework.services.acts.acts import Step
from casework.services.acts.registry import act
from casework.services.acts.review import allegations, paraf
from casework.services.cases import access, lines, review_secrecy
from casework.services.core import drafts
from casework.services.core.drafts import Kept
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers

# More than any article has; a matrix beyond this is no longer read.
MOST_ELEMENTS = 40


@dataclass(frozen=True)
class Proposal:
    """What the kajian proposes about one allegation against a respondent."""

    violation_class: str
    article: str = ""
    elements: tuple[Element, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Kajian:
    """The written review and its proposals by party key, one an allegation."""

    facts: str
    analysis: str
    conclusion: str
    proposals: Mapping[int, Sequence[Proposal]]


@act("simpan_kajian")
def save(work: Work, case_id: int, version: int, kajian: Kajian) -> Review:
    """Keep a new version of the kajian (`simpan_kajian`); older versions stay."""
    step = acts.begin(work, case_id, "simpan_kajian", version)
    _check(work, step, kajian)
    last = work.connection.scalar(_LAST, {"case": step.case.id})
    row = Review(
        case_id=step.case.id,
        revision=(last or 0) + 1,
        facts=kajian.facts.strip(),
        analysis=kajian.analysis.strip(),
        conclusion=kajian.conclusion.strip(),
        written_at=work.now,
        written_by=work.actor.officer_id,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(
        Opinion(
            review_id=row.id,
            party_id=party_id,
            number=number,
            violation_class=proposal.violation_class,
            article=proposal.article.strip(),
            elements=[matrix.write(element) for element in proposal.elements],
            reason=proposal.reason.strip(),
        )
        for party_id, proposals in sorted(kajian.proposals.items())
        for number, proposal in enumerate(proposals, start=1)
    )
    paraf.changed(work, step.case, "reviews", f"Kajian diganti versi {row.revision}.")
    acts.finish(work, step, subject=f"reviews:{row.id}", detail={"revision": row.revision})
    lines.retag(work, step.case)
    return row


@act("ajukan_pleno")
def submit(work: Work, case_id: int, version: int) -> Case:
    """Bring the kajian to the pleno (`ajukan_pleno`); its paper follows."""
    step = acts.begin(work, case_id, "ajukan_pleno", version)
    newest = latest(work, step.case)
    if newest is None:
        raise BadInput.one("kajian", "Kajian belum ditulis.")
    paper = papers.plan(work, step.case, "kajian", context={"review_id": newest.id})
    acts.finish(work, step, touched=[paper])
    return step.case


def latest(work: Work, case: Case) -> Review | None:
    """The newest version of the kajian."""
    return work.session.scalar(_NEWEST, {"case": case.id})


_NEWEST = (
    select(Review)
    .where(Review.case_id == bindparam("case"))
    .order_by(Review.revision.desc())
    .limit(1)
)
_review = table(Review).c
_LAST = select(func.max(_review.revision)).where(_review.case_id == bindparam("case"))


def form(work: Work, case: Case) -> dict[str, str]:
    """The newest version as the fields of its form; nothing where none was written.

    The matrix of an allegation stands under `unsur-<slot>` as JSON.
    """
    newest = latest(work, case)
    if newest is None:
        return {}
    found = {
        "fakta": newest.facts,
        "analisis": newest.analysis,
        "kesimpulan": newest.conclusion,
    }
    for row in work.session.scalars(select(Opinion).where(Opinion.review_id == newest.id)):
        name = allegations.slot(row.party_id, row.number)
        found[f"hasil-{name}"] = row.violation_class
        found[f"pasal-{name}"] = row.article
        found[f"alasan-{name}"] = row.reason
        elements = [matrix.write(matrix.read(one)) for one in row.elements]
        found[f"unsur-{name}"] = json.dumps(elements, ensure_ascii=False)
    return found


def _check(work: Work, step: Step, kajian: Kajian) -> None:
    check = TextChecker()
    for field, label, value in (
        ("fakta", "Fakta", kajian.facts),
        ("analisis", "Analisis", kajian.analysis),
        ("kesimpulan", "Kesimpulan", kajian.conclusion),
    ):
        check.text(field, label, value, limit=50000, required=True)
    allegations.check(work, step, kajian.proposals, check, what="usul", limit=4000)
    edition = work.law.edition(step.case.edition, step.case.revision)
    wanted = {key: one.elements for key, one in edition.articles.items()}
    for party_id, proposals in kajian.proposals.items():
        for number, one in enumerate(proposals, start=1):
            field, article = f"unsur-{allegations.slot(party_id, number)}", one.article.strip()
            _check_elements(check, field, one.elements)
            rows = matrix.rows(one.elements, wanted.get(article, ()))
            _check_assessed(check, field, edition.article_name(article), rows)
    check.done()


def _check_assessed(
    check: TextChecker, field: str, article: str, rows: tuple[Element, ...]
) -> None:
    """Refuse to propose anything about an article whose matrix was not gone through."""
    left = Tally(rows).unassessed
    if article and left:
        numbers = ", ".join(str(one) for one in left)
        check.refuse(
            field,
            f"Matriks {article} belum dinilai pada unsur ke-{numbers}, jadi kajian belum dapat "
            "mengusulkan terbukti atau tidak terbukti. Buka matriksnya: nilai bukti terhadap unsur "
            "itu, atau pilih hasil “Bukan pelanggaran” bila memang tidak ada buktinya.",
        )


def _check_elements(check: TextChecker, field: str, elements: tuple[Element, ...]) -> None:
    if len(elements) > MOST_ELEMENTS:
        check.refuse(field, f"Unsur paling banyak {MOST_ELEMENTS}. Gabungkan yang sejenis.")
    for one in elements:
        check.text(field, "Unsur", one.text, limit=1000, required=True)
        for cell in one.cells:
            check.text(field, "Bukti", cell.evidence, limit=40, required=True)
            check.text(field, "Catatan bukti", cell.note, limit=500)
        short = f"“{one.text[:60]}”"
        if one.empty and one.verdict is Verdict.PROVEN:
            check.refuse(
                field,
                f"Unsur {short} tidak dapat dinyatakan terbukti: tidak ada bukti yang mendukung. "
                "Baris kosong tidak pernah terbukti.",
            )
        elif one.result is Result.UNWEIGHED:
            check.refuse(
                field,
                f"Bukti unsur {short} saling bertentangan. Timbang dan pilih terbukti atau tidak.",
            )


Content = Mapping[str, list[str]]


def page(case_id: int) -> str:
    """The page whose draft it is."""
    return f"/perkara/{case_id}/kajian"


def find(work: Work, case: Case) -> Kept | None:
    """The acting officer's draft of the kajian, if there is one."""
    return drafts.find(work, page(case.id))


def content(work: Work, case: Case) -> dict[str, list[str]]:
    """The form as it stands: the officer's draft, else the newest version."""
    kept = find(work, case)
    if kept:
        return {**kept.content}
    return {name: [text] for name, text in form(work, case).items()}


def keep(work: Work, case_id: int, typed: Content, *, seen: int = 0) -> Kept:
    """Keep the whole form as typed; raises NotFound, NotPermitted, BadInput."""
    opened(work, case_id)
    return drafts.keep(work, page(case_id), typed, seen=seen)


def keep_matrix(
    work: Work,
    case_id: int,
    matrices: Mapping[str, Iterable[Element]],
    *,
    revision: int | None = None,
) -> Kept:
    """Keep the matrices of some allegations, by slot, the rest as it stands.

    Raises NotFound, NotPermitted, Conflict when another window kept the draft since `revision`,
    or BadInput when the draft is over 1 MB.
    """
    case = opened(work, case_id)
    fresh = {f"unsur-{slot}": [write_draft(rows)] for slot, rows in matrices.items()}
    before = find(work, case)
    seen = before.seen if before else case.version
    typed = {**content(work, case), **fresh}
    return drafts.keep(work, page(case_id), typed, seen=seen, revision=revision)


def write_draft(elements: Iterable[Element]) -> str:
    """A matrix as the draft holds it."""
    return json.dumps([matrix.write(one) for one in elements], ensure_ascii=False)


def read(text: str) -> tuple[Element, ...]:
    """The matrix in a draft's text; raises BadInput for what is none.

    >>> read('[{"text": "pemilih", "cells": []}]')[0].text
    'pemilih'
    """
    try:
        return tuple(matrix.read(row) for row in json.loads(text or "[]"))
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise BadInput.one(
            "unsur", "Matriks tidak terbaca. Buka matriksnya dan isi lagi."
        ) from fault


def for_article(
    kept: Iterable[Element], article: str, of_article: Mapping[str, tuple[str, ...]]
) -> tuple[Element, ...]:
    """The matrix for an article: each of its elements has a row, an unmarked one too.

    What another article asked for and nobody marked goes; `of_article` are the elements by article.
    """
    wanted = of_article.get(article, ())
    others = {text for texts in of_article.values() for text in texts} - set(wanted)
    stays = [one for one in kept if one.cells or one.text not in others]
    return matrix.rows(stays, wanted)


def opened(work: Work, case_id: int) -> Case:
    """The case whose kajian the actor may write; raises NotFound, NotPermitted."""
    case = access.readable(work, case_id)
    review_secrecy.check(work, case)
    return case
