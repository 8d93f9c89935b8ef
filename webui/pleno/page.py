"""What a pleno needs before it: its members, the respondents, the articles, the kajian."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from casework.models import Case
from casework.services.acts.corrections import ruling_correction
from casework.services.acts.registry import id_of
from casework.services.acts.review import crime_ruling, pleno, review
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.law import rulings
from casework.services.people import officers
from webui.cases.people_page import PartyLine, respondents
from webui.core import labels
from webui.gakkumdu.page import held
from webui.pleno.forms import Member
from webui.review.article_choices import articles
from webui.review.checks_page import findings
from webui.review.paraf_page import initialling
from webui.review.sanctions_page import named, sanctions


def registration(work: Work, case: Case) -> Mapping[str, object]:
    """For the pleno on registration: members, and what the kajian awal found."""
    return {**_people(work, case), "findings": findings(work, case)}


def finding(work: Work, case: Case) -> Mapping[str, object]:
    """For the pleno on a finding: members, and nothing judged before it."""
    return {**_people(work, case), "findings": ()}


def _people(work: Work, case: Case) -> dict[str, object]:
    takers = tuple(Member(one.id, one.name) for one in pleno.note_takers(work, case))
    return {"members": members(work, case), "note_takers": takers}


def members(work: Work, case: Case) -> tuple[Member, ...]:
    """The office's commissioners, the chair among them, but for those the case keeps away."""
    held = officers.holders(
        work.session,
        case.office_id,
        ("chair", "commissioner"),
        officers.today(work.now),
        case_id=case.id,
    )
    return tuple(Member(officer.id, officer.name) for officer in held)


def correction(work: Work, case: Case) -> Mapping[str, object]:
    """For the correction of a ruling: the same, what the pleno decided, and letters that left.

    `limited` says whether the law knows until when a ruling may be corrected.
    """
    before = ruling_correction.form(work, case)
    edition = work.law.edition(case.edition, case.revision)
    act = edition.acts[id_of(ruling_correction.correct)]
    return {
        **results(work, case, before),
        "ended": edition.stages[case.stage].final,
        "limited": bool(act.meets),
        "sent": ruling_correction.sent(work, case),
        "crime_gap": crime_ruling.gap(work, case, work.now),
    }


def results(
    work: Work, case: Case, before: Mapping[str, str] | None = None
) -> Mapping[str, object]:
    """For the kajian and the decision: respondents, articles, what is proposed (`before`)."""
    before = review.form(work, case) if before is None else before
    newest = review.latest(work, case)
    parties = tuple(respondents(work, case))
    chosen = {value for name, value in before.items() if name.startswith("pasal-")}
    return {
        **_people(work, case),
        "parties": parties,
        "articles": articles(work, case, (one.category for one in parties), chosen),
        "before": before,
        "review": newest and newest.revision,
        "guards": guards(work, case, parties),
    }


def guards(
    work: Work, case: Case, parties: Sequence[PartyLine]
) -> dict[int, tuple[dict[str, str], tuple[str, ...]]]:
    """By respondent: each result that is impossible whatever the article, why; and those left."""
    kinds = work.law.edition(case.edition, case.revision).violations.classes
    found = {}
    for party in parties:
        refused = rulings.impossible(work, case, party.label, party.category)
        left = tuple(kind for kind in labels.CLASSES if kind in kinds and kind not in refused)
        found[party.id] = (refused, left)
    return found


def decision(work: Work, case: Case) -> Mapping[str, object]:
    """For the decision: the same, what the kajian proposes in numbers, and its initials."""
    newest = review.latest(work, case)
    found = results(work, case)
    before = review.form(work, case)
    kinds = Counter(text for name, text in before.items() if name.startswith("hasil-"))
    return {
        **found,
        "sanctions": sanctions(work, case, named(before)),
        "proposed": [(kind, kinds[kind]) for kind in labels.CLASSES if kinds[kind]],
        "crime_gap": crime_ruling.gap(work, case, work.now),
        "crime": facts.facts_of(work, case)["ada_dugaan_pidana"],
        "discussed": held(work, case),
        "way": initialling(work, "reviews", newest.id) if newest else None,
    }
