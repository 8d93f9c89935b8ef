"""The kajian while it is written: kept as a sealed draft, and gone once it is a version.

One draft holds the whole form. The matrix of an allegation stands in it under `unsur-<slot>`, as
JSON, so that the page of one matrix and the page of the kajian write into the same draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from casework.engine import matrix
from casework.engine.matrix import Element
from casework.errors import BadInput
from casework.models import Case
from casework.services.cases import access, review_secrecy
from casework.services.judgment import review
from casework.services.unit import drafts
from casework.services.unit.drafts import Kept
from casework.services.unit.work import Work

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
    return {name: [text] for name, text in review.form(work, case).items()}


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

    Raises as `keep`, and Conflict when another window kept the draft since `revision`.
    """
    case = opened(work, case_id)
    fresh = {f"unsur-{slot}": [write(rows)] for slot, rows in matrices.items()}
    before = find(work, case)
    seen = before.seen if before else case.version
    typed = {**content(work, case), **fresh}
    return drafts.keep(work, page(case_id), typed, seen=seen, revision=revision)


def write(elements: Iterable[Element]) -> str:
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
