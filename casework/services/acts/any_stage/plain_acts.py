"""Acts that need no service of their own: an officer dates what happened, and says why.

What is asked of the officer stands in the law: the act's `records` are the moments to be dated,
`reasoned` says whether a reason in words is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.errors import BadInput, wording
from casework.models import Case
from casework.services.acts import acts, registry
from casework.services.acts.acts import Step
from casework.services.acts.any_stage import transfers
from casework.services.acts.review import pleno
from casework.services.cases import facts
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers

REASON = "alasan"
"""The field of the reason; the field of a moment is the id of its fact."""


def is_plain(edition: Edition, act: Act) -> bool:
    """Is the act performed here? Acts that begin a case and those with a service are not."""
    if act.to_case:
        return False
    return act.id not in registry.services() and edition.start_stage.id not in act.from_stages


def perform(
    work: Work,
    case_id: int,
    act_id: str,
    version: int,
    at: Mapping[str, datetime],
    reason: str,
    office_id: int | None = None,
) -> Case:
    """Do a plain act of the case's edition; `at` dates every fact in the act's `records`.

    `office_id` is the other office, for an act that concerns one; its letter goes there. The
    documents that the law names for the act are planned.

    A deadline that the act meets is met at the latest of these moments (aware times), or now
    when there is none. Raises NotFound, NotPermitted, Conflict or ActRefused; RuleUnknown for
    an act the edition lacks; BadInput naming each field (a fact's id, "alasan", "kantor").
    """
    step = acts.begin(work, case_id, act_id, version, given=dict.fromkeys(at, True))
    edition = work.law.edition(step.case.edition, step.case.revision)
    if not is_plain(edition, step.act):
        raise BadInput.one(
            "tindakan",
            wording("%(act)s punya halaman sendiri. Lakukan dari halaman itu.", act=step.act.title),
        )
    check = TextChecker()
    asked = "Bukti penerimaan" if transfers.receives(step.act) else "Alasan"
    text = check.text(REASON, asked, reason, limit=2000, required=step.act.reasoned)
    remark.unnamed(work, step.case, check, REASON, text)
    check_moments(work, step, at, check)
    transfers.check(work, step, office_id, at, check)
    check.done()
    # A reason without a moment needs a row to stand in: the act itself happened now.
    dated = dict(at) or ({act_id: work.now} if text else {})
    last = max(at.values(), default=None)
    moved = transfers.perform(work, step, office_id, last or work.now, text)
    told = facts.put(work, step.case, dated, text)
    named = {name: moved.detail[name] for name in ("office_id",) if name in moved.detail}
    drawn = papers.plan_for_act(work, step.case, step.act, named)
    acts.finish(
        work,
        step,
        given=dict.fromkeys(at, True),
        met_at=last,
        subject=moved.subject,
        detail={"facts": sorted(at), **moved.detail},
        touched=[*told, *drawn, *moved.touched],
    )
    return step.case


def check_moments(work: Work, step: Step, at: Mapping[str, datetime], check: TextChecker) -> None:
    """Note every moment of the act that is missing, foreign, in the future or out of order."""
    edition = work.law.edition(step.case.edition, step.case.revision)
    for name in sorted(at.keys() - set(step.act.records)):
        check.refuse(name, f"{step.act.title} tidak mencatat waktu “{name}”. Hapus isian itu.")
    earliest, what = _earliest(edition, step)
    latest = step.rows.times.get(step.act.until)
    for name in step.act.records:
        title = edition.facts[name].title
        moment = at.get(name)
        if moment is None:
            check.refuse(name, f"{title}: waktunya belum diisi. Isi tanggal dan jamnya.")
        elif moment.tzinfo is None:
            check.refuse(name, f"{title}: tulis juga zona waktunya.")
        elif moment > work.now:
            check.refuse(name, f"{title}: waktunya tidak boleh di masa depan. Periksa tanggalnya.")
        # Forms give minutes.
        elif moment < earliest.replace(second=0, microsecond=0):
            check.refuse(name, f"{title}: waktunya tidak boleh sebelum {what}. Periksa tanggalnya.")
        elif latest is not None and moment > latest:
            late = edition.facts[step.act.until].title
            check.refuse(
                name,
                f"{title}: sesudah “{late}” hanya dicatat apa yang terjadi sebelumnya. Isi waktu "
                "terjadinya.",
            )


def _earliest(edition: Edition, step: Step) -> tuple[datetime, str]:
    """The event that all of an act's moments follow, and what it is called.

    An act that is never done before registration records nothing older than that.
    """
    known = step.rows.times
    registered = known.get("diregistrasi")
    if registered and not set(step.act.from_stages) & unregistered(edition):
        return registered, "laporan diregistrasi"
    for name in facts.BEGINNINGS:
        if name in known:
            return known[name], _BEGAN[name]
    return step.case.received_at, "perkara dicatat"


_BEGAN = {
    "laporan_diterima": "laporan diterima",
    "penelusuran_dimulai": "penelusuran dimulai",
    "ditemukan": "dugaan pelanggaran ditemukan",
}


def unregistered(edition: Edition) -> frozenset[str]:
    """The stages a case passes before it is registered: the start and all between."""
    registering = {registry.id_of(one) for one in (pleno.register, pleno.register_for_hearing)}
    if not registering & edition.acts.keys():
        return frozenset(edition.stages)
    found = {edition.start_stage.id}
    while True:
        more = {
            act.to_stage
            for act in edition.acts.values()
            if act.to_stage and act.id not in registering and found & set(act.from_stages)
        }
        if more <= found:
            return frozenset(found)
        found |= more
