"""What can be decided about a respondent of one case, from the table of outcomes of its edition.

The one reader of that table: kajian, pleno and the letters ask here.
"""

from __future__ import annotations

from casework.engine.basis import Mark
from casework.engine.election import ElectionStage
from casework.engine.refusals import RuleUnknown
from casework.engine.ruling import Ruling, ruling
from casework.models import Case
from casework.services.core.work import Work


def stage_of(work: Work, case: Case) -> ElectionStage:
    """The stage of its election in which the event of the case lies."""
    election = work.law.elections.get(case.election)
    return election.stage(case.event_date) if election else ElectionStage.UNKNOWN


def judge(work: Work, case: Case, category: str, outcome: str, article: str) -> Ruling | None:
    """What the law of the case says of one outcome; None where the article is none of its edition.

    `category` is the respondent's, `article` an id or "". Raises RuleUnknown for an outcome that
    the edition does not have.
    """
    edition = work.law.edition(case.edition, case.revision)
    if article and article not in edition.articles:
        provision = edition.provisions.get(article)
        if provision is None or provision.split:
            return None
    return ruling(
        edition,
        outcome=outcome,
        article=article,
        category=category,
        stage=stage_of(work, case),
        level=case.office.level,
    )


def refusal(
    work: Work, case: Case, label: str, category: str, outcome: str, article: str
) -> str | None:
    """Why an outcome for the respondent `label` is refused: what, why, article, what to do.

    None where it is possible or nobody knows.
    """
    found = judge(work, case, category, outcome, article.strip())
    if found is None or not found.refused:
        return None
    edition = work.law.edition(case.edition, case.revision)
    what = edition.violations.classes[outcome].title
    by = edition.article_name(article.strip())
    basis = found.row.basis
    mark = "" if basis.mark is Mark.CONFIRMED else f", {basis.mark.label}"
    named = f" menurut {by}" if by else ""
    return (
        f"“{what}”{named} untuk {label} tidak mungkin: {found.why} ({basis.citation}{mark}). "
        f"{found.cure}"
    )


def impossible(work: Work, case: Case, label: str, category: str) -> dict[str, str]:
    """Every outcome that no article of the case's edition allows for a respondent, and why.

    What stands in the way is told of the article of the outcome's own kind, where there is one.
    """
    edition = work.law.edition(case.edition, case.revision)
    one_of_each = {article.kind: key for key, article in edition.articles.items()}
    found = {}
    for outcome in edition.violations.classes:
        refused = {
            kind: one
            for kind, key in one_of_each.items()
            if (one := _known(work, case, category, outcome, key)) and one.refused
        }
        if not refused or len(refused) < len(one_of_each):
            continue
        told = refused.get(outcome) or next(iter(refused.values()))
        title, basis = edition.violations.classes[outcome].title, told.row.basis
        mark = "" if basis.mark is Mark.CONFIRMED else f", {basis.mark.label}"
        found[outcome] = (
            f"“{title}” untuk {label} tidak mungkin: {told.why} ({basis.citation}{mark}). "
            f"{told.cure}"
        )
    return found


def _known(work: Work, case: Case, category: str, outcome: str, article: str) -> Ruling | None:
    """What the law says of an outcome; None where nobody knows."""
    try:
        return judge(work, case, category, outcome, article)
    except RuleUnknown:
        return None


def caution(work: Work, case: Case, category: str, outcome: str, article: str) -> str | None:
    """What nobody knows about an outcome that is not refused; None where nothing is open."""
    found = _known(work, case, category, outcome, article.strip())
    return found.why if found is not None and not found.row.known else None
