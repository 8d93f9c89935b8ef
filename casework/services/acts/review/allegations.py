"""Allegations: the articles one respondent is said to have violated, each judged on its own.

They are numbered from 1 for each respondent, in the order in which the kajian names them. The
pleno may judge an allegation under another article and add further ones; it leaves none out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sqlalchemy import bindparam, func, select

from casework.engine.categories import VIOLATION_CLASSES, ViolationClass
from casework.engine.edition import Edition
from casework.errors import BadInput, wording
from casework.models import Case, Opinion, Party, Review
from casework.models.base import table
from casework.services.acts.acts import Step
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import closed_classes, rulings

_FURTHER = re.compile(r"hasil-(\d{1,9})-(\d{1,3})")
# More than anybody was ever accused of; a page beyond this is no longer read.
MOST = 12


class Judged(Protocol):
    """What is proposed or decided about one allegation: class, article and reason."""

    @property
    def violation_class(self) -> str:
        """One of the classes, or `bukan_pelanggaran`."""

    @property
    def article(self) -> str:
        """The key of an article of the edition."""

    @property
    def reason(self) -> str:
        """In the words of whoever judged."""


def slot(party_id: int, number: int = 1) -> str:
    """How forms and drafts call an allegation; the first is called as its respondent.

    >>> slot(7), slot(7, 2)
    ('7', '7-2')
    """
    return str(party_id) if number == 1 else f"{party_id}-{number}"


def counted(names: Iterable[str]) -> dict[int, int]:
    """How many allegations the fields of a form name beyond the first, by party key.

    >>> counted(["hasil-7", "hasil-7-2", "hasil-9", "alasan-9-4"])
    {7: 2}
    """
    found: dict[int, int] = {}
    for name in names:
        shape = _FURTHER.fullmatch(name)
        if shape and 1 < int(shape[2]) <= MOST:
            found[int(shape[1])] = max(found.get(int(shape[1]), 1), int(shape[2]))
    return found


def known_articles(work: Work, case: Case) -> frozenset[str]:
    """Ids of the articles that held when the event happened, in the case's edition."""
    edition = work.law.edition(case.edition, case.revision)
    return frozenset(article.id for article in edition.violations.on(case.event_date))


def proposed(work: Work, case: Case) -> dict[int, int]:
    """How many allegations against each respondent the newest kajian names, by party key."""
    rows = work.connection.execute(_PROPOSED, {"case": case.id})
    return {row[0]: row[1] for row in rows}


_opinion, _review = table(Opinion).c, table(Review).c
_OWN = _review.case_id == bindparam("case")
_PROPOSED = (
    select(_opinion.party_id, func.max(_opinion.number))
    .join(table(Review), _review.id == _opinion.review_id)
    .where(
        _OWN,
        _review.revision
        == select(func.max(_review.revision)).where(_OWN).correlate(None).scalar_subquery(),
    )
    .group_by(_opinion.party_id)
)


def check(
    work: Work,
    step: Step,
    judged: Mapping[int, Sequence[Judged]],
    noted: TextChecker,
    *,
    what: str,
    limit: int,
    heard: bool = False,
) -> None:
    """Note what is wrong with the allegations, by party key; `what` is `usul` or `hasil`.

    `limit` is for the reason, in characters; one that names somebody protected is noted too. A
    panel that has `heard` the matter decides also on a class that kajian and pleno may not.
    Raises BadInput at once for somebody who is no respondent of the case.
    """
    reasons: dict[str, str] = {}
    edition = work.law.edition(step.case.edition, step.case.revision)
    known = known_articles(work, step.case)
    wanted = _people(work, step)
    for party_id, ones in judged.items():
        if party_id not in wanted:
            raise BadInput.one(
                what,
                wording("Ada %(what)s untuk orang yang bukan terlapor perkara ini.", what=what),
            )
        if len(ones) > MOST:
            noted.refuse(f"hasil-{party_id}", f"Paling banyak {MOST} pasal untuk satu terlapor.")
        seen: set[str] = set()
        for number, one in enumerate(ones, start=1):
            name = slot(party_id, number)
            if one.violation_class not in VIOLATION_CLASSES:
                noted.refuse(f"hasil-{name}", f"Pilih {what}: jenis pelanggaran atau bukan.")
            elif not heard and (
                closed := closed_classes.of_case(work, step.case, one.violation_class)
            ):
                noted.refuse(
                    f"hasil-{name}", f"{closed.reason} ({closed.basis.citation}) {closed.cure}"
                )
            elif refused := _impossible(work, step, wanted[party_id], one):
                noted.refuse(f"pasal-{name}", refused)
            else:
                _check_article(noted, f"pasal-{name}", one, known, edition, alone=len(ones) == 1)
            article = one.article.strip()
            if article and article in seen:
                noted.refuse(
                    f"pasal-{name}",
                    "Pasal ini sudah dinilai untuk terlapor yang sama. Satu pasal dinilai sekali: "
                    "pilih pasal lain, atau buang yang kembar.",
                )
            seen.add(article)
            field = f"alasan-{name}"
            reasons[field] = noted.text(field, "Alasan", one.reason, limit=limit)
    remark.unnamed_all(work, step.case, noted, reasons)


def _people(work: Work, step: Step) -> dict[int, Party]:
    rows = work.session.scalars(select(Party).where(Party.id.in_(step.rows.respondents)))
    return {one.id: one for one in rows}


def _impossible(work: Work, step: Step, party: Party, one: Judged) -> str | None:
    """Why the law of the case rules an outcome out for a respondent; None where it does not."""
    if not one.article.strip():
        return None  # the field that is open says so by itself
    return rulings.refusal(
        work, step.case, party.label, party.category, one.violation_class, one.article
    )


def _check_article(
    noted: TextChecker,
    field: str,
    one: Judged,
    known: frozenset[str],
    edition: Edition,
    *,
    alone: bool,
) -> None:
    article = one.article.strip()
    if not article:
        if one.violation_class != ViolationClass.NONE:
            noted.refuse(field, "Pilih pasal yang dilanggar.")
        elif not alone:
            noted.refuse(field, "Pilih pasal yang dinilai: terlapor ini dinilai menurut beberapa.")
    elif edition.is_split(article):
        noted.refuse(
            field,
            f"{edition.article_name(article)} sudah dipisah per huruf. Pilih hurufnya dari daftar.",
        )
    elif article not in known:
        noted.refuse(
            field,
            f"Pasal “{article[:60]}” tidak ada dalam edisi perkara ini. Pilih dari daftar; pasal "
            "baru ditambahkan lewat halaman Aturan.",
        )
