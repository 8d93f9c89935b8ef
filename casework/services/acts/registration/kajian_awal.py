"""The initial review: every requirement judged, then one of three ways on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from casework.engine.requirements import Requirement, hindering
from casework.engine.suggestion import Conclusion, Suggestion
from casework.errors import ActRefused, BadInput, Lack, Problem, wording
from casework.models import Case, Document, Finding
from casework.services.acts import acts
from casework.services.acts.registration import suggestions
from casework.services.acts.registry import act
from casework.services.cases import case_rows, facts
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers


@dataclass(frozen=True)
class Verdict:
    """One requirement met or not, and why; `seen` is the suggestion the officer was shown.

    A reason is needed where the facts of the case say otherwise, or where a person found it not
    met; one that is not met as suggested takes the reason of the suggestion.
    """

    met: bool
    reason: str = ""
    seen: str = ""


def accepted(suggested: Suggestion) -> Verdict | None:
    """The verdict that follows a suggestion; None where a person must look."""
    if suggested.conclusion is Conclusion.PERSON:
        return None
    return Verdict(suggested.conclusion is Conclusion.MET, seen=suggested.conclusion)


@act("nilai_syarat")
def assess(work: Work, case_id: int, version: int, verdicts: Mapping[str, Verdict]) -> Case:
    """Judge requirements of the current round (`nilai_syarat`).

    What the facts of the case said of each is kept beside what the officer said. Raises BadInput
    for an unknown requirement, a verdict that needs a reason and has none, a suggestion that is
    another by now, or a reason that names somebody protected.
    """
    step = acts.begin(work, case_id, "nilai_syarat", version)
    case = step.case
    wanted = work.law.edition(case.edition, case.revision).requirements
    for key in verdicts:
        if key not in wanted:
            raise BadInput(
                Problem(
                    key,
                    wording(
                        "Syarat %(key)s tidak ada dalam edisi %(edition)s.",
                        key=key,
                        edition=case.edition,
                    ),
                )
            )
    current = facts.current_round(case, step.rows)
    rows = _judged(work, case, current)
    suggested = suggestions.of_case(work, case)
    check = TextChecker()
    reasons: dict[str, str] = {}
    for key, verdict in verdicts.items():
        said = check.text(f"alasan-{key}", "Alasan", verdict.reason, limit=2000)
        said = _reason(rows.get(key), verdict, said)
        _check(check, wanted[key], suggested[key], verdict, said)
        reasons[f"alasan-{key}"] = said or ("" if verdict.met else suggested[key].reason)
    remark.unnamed_all(work, case, check, reasons)
    check.done()
    for key, verdict in verdicts.items():
        row = rows.get(key) or Finding(case_id=case.id, round=current, requirement=key)
        row.met, row.reason = verdict.met, reasons[f"alasan-{key}"]
        row.judged_at, row.judged_by = work.now, work.actor.officer_id
        row.suggestion = suggested[key].conclusion
        row.known_facts = "\n".join(one.told() for one in suggested[key].facts)
        if key not in rows:
            rows[key] = row
            work.session.add(row)
    acts.finish(
        work,
        step,
        detail={
            "round": current,
            "met": sorted(key for key, verdict in verdicts.items() if verdict.met),
            "unmet": sorted(key for key, verdict in verdicts.items() if not verdict.met),
            "against": sorted(
                key for key, one in verdicts.items() if deviates(one.met, suggested[key].conclusion)
            ),
        },
        touched=[rows[key] for key in verdicts],
    )
    return case


def deviates(met: bool, conclusion: Conclusion | None) -> bool:
    """Does a verdict say the opposite of what the facts said?"""
    return conclusion in _DECIDED and met is not (conclusion is Conclusion.MET)


_DECIDED = (Conclusion.MET, Conclusion.UNMET)


def _check(
    check: TextChecker, wanted: Requirement, found: Suggestion, verdict: Verdict, said: str
) -> None:
    """Note what hinders a verdict: other facts than the officer saw, or a reason that is due."""
    if verdict.seen and verdict.seen != found.conclusion:
        check.refuse(
            f"syarat-{wanted.id}",
            f"Fakta perkara berubah sejak halaman dibuka: “{wanted.title}” kini diusulkan "
            f"{found.conclusion.label}. Periksa faktanya, lalu nilai lagi.",
        )
    elif not said and verdict.met and found.conclusion is Conclusion.UNMET:
        check.refuse(
            f"alasan-{wanted.id}",
            f"Menurut fakta perkara “{wanted.title}” tidak terpenuhi ({wanted.basis.citation}): "
            f"{found.reason} Tulis mengapa tetap dinilai terpenuhi; alasan itu tercantum dalam "
            "kajian awal. Atau terima usulannya.",
        )
    elif not said and not verdict.met and found.conclusion is not Conclusion.UNMET:
        check.refuse(
            f"alasan-{wanted.id}",
            f"Tulis mengapa syarat “{wanted.title}” belum terpenuhi; alasan itu menjadi "
            "isi surat kepada pelapor.",
        )


def _reason(before: Finding | None, verdict: Verdict, said: str) -> str:
    """Why; what was said of an unmet requirement is no word about a met one."""
    cured = before is not None and verdict.met and not before.met
    return "" if cured and before is not None and said == before.reason else said


def _judged(work: Work, case: Case, round_: int) -> dict[str, Finding]:
    rows = work.session.scalars(_JUDGED, {"case": case.id, "round": round_})
    return {row.requirement: row for row in rows}


_JUDGED = select(Finding).where(
    Finding.case_id == bindparam("case"), Finding.round == bindparam("round")
)


@act("minta_kelengkapan")
def ask_to_complete(work: Work, case_id: int, version: int) -> Case:
    """Ask the reporter for what is missing (`minta_kelengkapan`); the letter waits as a draft."""
    return _conclude(
        work, case_id, version, "minta_kelengkapan", ("kajian_awal", "pemberitahuan_kelengkapan")
    )


@act("ajukan_registrasi")
def propose_registration(work: Work, case_id: int, version: int) -> Case:
    """Bring a complete report to the pleno (`ajukan_registrasi`)."""
    return _conclude(work, case_id, version, "ajukan_registrasi", ("kajian_awal",))


@act("usul_tidak_registrasi")
def propose_refusal(work: Work, case_id: int, version: int, reason: str) -> Case:
    """Bring a report that cannot be registered to the pleno (`usul_tidak_registrasi`)."""
    check = TextChecker()
    reason = check.text("alasan", "Alasan", reason, limit=2000, required=True)
    check.done()
    return _conclude(
        work, case_id, version, "usul_tidak_registrasi", ("kajian_awal",), reason=reason
    )


def _conclude(
    work: Work,
    case_id: int,
    version: int,
    act_id: str,
    kinds: tuple[str, ...],
    *,
    reason: str = "",
) -> Case:
    step = acts.begin(work, case_id, act_id, version)
    check = TextChecker()
    remark.unnamed(work, step.case, check, "alasan", reason)
    check.done()
    current = facts.current_round(step.case, step.rows)
    _check_facts(work, step, current)
    outcome = step.act.title
    planned: list[Document] = [
        papers.plan(
            work,
            step.case,
            kind,
            context={"round": current, "outcome": outcome, "act": act_id},
        )
        for kind in kinds
    ]
    proposed = {"diusulkan_tidak_registrasi": work.now} if reason else {}
    told = facts.put(work, step.case, proposed, reason)
    acts.finish(work, step, detail={"round": current}, touched=[*planned, *told])
    return step.case


def lacking(work: Work, case: Case) -> tuple[tuple[Requirement, str], ...]:
    """The binding requirements found not met in this round, each with the reason given."""
    wanted = work.law.edition(case.edition, case.revision).requirements
    rows = _judged(work, case, facts.current_round(case, case_rows.read(work, case)))
    met = {key: row.met for key, row in rows.items()}
    return tuple((one, rows[one.id].reason) for one in hindering(wanted, met))


def refusal_reason(work: Work, case: Case) -> str:
    """The reason for a refusal as the judged requirements give it: a line each, with its article.

    Those that cannot be cured alone, where there are any.
    """
    found = lacking(work, case)
    final = [one for one in found if one[0].incurable is not None]
    return "\n".join(
        f"{one.title}: {reason} ({one.basis.citation})" for one, reason in final or found
    )


def _check_facts(work: Work, step: acts.Step, round_: int) -> None:
    """Refuse to end a review whose verdicts rest on facts that are others by now."""
    case = step.case
    edition = work.law.edition(case.edition, case.revision)
    suggested = suggestions.of_case(work, case)
    lacks = tuple(
        Lack(
            f"Fakta berubah sejak “{edition.requirements[key].title}” dinilai: kini diusulkan "
            f"{suggested[key].conclusion.label}. {suggested[key].reason}".strip(),
            edition.requirements[key].basis.citation,
            "Nilai syarat itu lagi pada halaman Nilai syarat.",
            f"{edition.pin}/syarat/{key}",
        )
        for key, row in _judged(work, case, round_).items()
        if key in suggested
        and deviates(row.met, suggested[key].conclusion)
        and row.suggestion is not suggested[key].conclusion
    )
    if lacks:
        raise ActRefused(step.act.title, lacks)


WAYS = (ask_to_complete, propose_registration, propose_refusal)
"""The acts that end an initial review."""
