"""The initial review: every requirement judged, then one of three ways on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from casework.errors import BadInput, Problem
from casework.models import Case, Document, Finding
from casework.services.acts import acts
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers


@dataclass(frozen=True)
class Verdict:
    """One requirement met or not, and why; a reason is needed when it is not met."""

    met: bool
    reason: str = ""


@act("nilai_syarat")
def assess(work: Work, case_id: int, version: int, verdicts: Mapping[str, Verdict]) -> Case:
    """Judge requirements of the current round (`nilai_syarat`).

    Raises BadInput for an unknown requirement, an unmet one without a reason, or a reason that
    names somebody protected.
    """
    step = acts.begin(work, case_id, "nilai_syarat", version)
    case = step.case
    wanted = work.law.edition(case.edition, case.revision).requirements
    check = TextChecker()
    reasons: dict[str, str] = {}
    for key, verdict in verdicts.items():
        if key not in wanted:
            raise BadInput(Problem(key, f"Syarat {key} tidak ada dalam edisi {case.edition}."))
        reasons[f"alasan-{key}"] = reason = check.text(
            f"alasan-{key}", "Alasan", verdict.reason, limit=2000
        )
        if not verdict.met and not reason:
            check.refuse(
                f"alasan-{key}",
                f"Tulis mengapa syarat “{wanted[key].title}” belum terpenuhi; alasan itu menjadi "
                "isi surat kepada pelapor.",
            )
    remark.unnamed_all(work, case, check, reasons)
    check.done()
    current = facts.current_round(case, step.rows)
    rows = {
        row.requirement: row
        for row in work.session.scalars(_JUDGED, {"case": case.id, "round": current})
    }
    for key, verdict in verdicts.items():
        row = rows.get(key) or Finding(case_id=case.id, round=current, requirement=key)
        row.met, row.reason = verdict.met, _reason(rows.get(key), verdict)
        row.judged_at, row.judged_by = work.now, work.actor.officer_id
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
        },
        touched=[rows[key] for key in verdicts],
    )
    return case


def _reason(before: Finding | None, verdict: Verdict) -> str:
    """Why; what was said of an unmet requirement is no word about a met one."""
    said = verdict.reason.strip()
    cured = before is not None and verdict.met and not before.met
    return "" if cured and before is not None and said == before.reason else said


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


WAYS = (ask_to_complete, propose_registration, propose_refusal)
"""The acts that end an initial review."""
