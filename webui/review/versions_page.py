"""The versions of a kajian, and two of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from casework.engine import matrix
from casework.engine.matrix import View
from casework.engine.text_diff import Pair, compare
from casework.errors import NotFound
from casework.models import Case, Officer, Opinion, Party, Review
from casework.services.cases import review_secrecy
from casework.services.core.work import Work
from webui.core import labels


@dataclass(frozen=True)
class VersionLine:
    """One version: who wrote it when."""

    revision: int
    at: datetime
    who: str


@dataclass(frozen=True)
class Part:
    """One part of the kajian in both versions."""

    title: str
    pairs: tuple[Pair, ...]
    same: bool


def versions(work: Work, case: Case, old: int, new: int) -> Mapping[str, object]:
    """Every version, and the two asked for beside each other (0: the last two).

    Raises NotPermitted while the kajian is secret, NotFound for a version there is not.
    """
    review_secrecy.check(work, case)
    rows = work.session.execute(
        select(Review, Officer.name)
        .outerjoin(Officer, Officer.id == Review.written_by)
        .where(Review.case_id == case.id)
        .order_by(Review.revision)
    ).all()
    if not rows:
        raise NotFound(_("Kajian belum ditulis."))
    by_number = {row.revision: row for row, _name in rows}
    last = max(by_number)
    new = new or last
    old = old or max(new - 1, 1)
    if not {old, new} <= set(by_number):
        raise NotFound(_("Versi kajian itu tidak ada."))
    return {
        "versions": [VersionLine(row.revision, row.written_at, name or "") for row, name in rows],
        "old": old,
        "new": new,
        "parts": _parts(_texts(work, case, by_number[old]), _texts(work, case, by_number[new])),
    }


def _parts(before: Mapping[str, str], after: Mapping[str, str]) -> list[Part]:
    found = []
    for title in dict.fromkeys((*before, *after)):
        pairs = compare(before.get(title, ""), after.get(title, ""))
        found.append(Part(title, pairs, all(pair.same for pair in pairs)))
    return found


def _texts(work: Work, case: Case, row: Review) -> dict[str, str]:
    edition = work.law.edition(case.edition, case.revision)
    texts = {str(_("Fakta")): row.facts}
    opinions = work.session.execute(
        select(Opinion, Party.label)
        .join(Party, Party.id == Opinion.party_id)
        .where(Opinion.review_id == row.id)
        .order_by(Party.role.desc(), Party.ordinal, Opinion.number)
    )
    for one, label in opinions:
        article = edition.article_name(one.article)
        head = " · ".join(
            str(part)
            for part in (labels.word(labels.CLASSES, one.violation_class), article)
            if part
        )
        lines = [head, *_elements(one), *([one.reason] if one.reason else [])]
        title = (
            label if one.number == 1 else _("%(name)s, pasal ke-%(n)s", name=label, n=one.number)
        )
        texts[title] = "\n".join(lines)
    return {**texts, str(_("Analisis")): row.analysis, str(_("Kesimpulan")): row.conclusion}


def _elements(one: Opinion) -> list[str]:
    lines = []
    for row in one.elements:
        element = matrix.read(row)
        views = [
            f"{labels.word(labels.VIEWS, view.value)}: {', '.join(element.labels(view))}"
            for view in View
            if element.labels(view)
        ]
        result = labels.word(labels.RESULTS, element.result.value)
        lines.append(f"– {element.text}: {result}" + (f" ({'; '.join(views)})" if views else ""))
    return lines
