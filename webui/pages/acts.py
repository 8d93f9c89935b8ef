"""What can be done with a case now: by me, by others, and what is still in the way."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.engine.lifecycle import Answer
from casework.models import Case, Dispatch, Document
from casework.services import acts, papers
from casework.services.work import Work

STANDING = frozenset(
    {
        "tautkan",
        "koreksi_fakta",
        "perpanjang_penanganan",
        "cabut_laporan",
        "beritahukan_status",
    }
)
"""Acts that are open for long; they are offered, but nobody is waiting for them."""

ENDPOINTS = {
    "nilai_syarat": "checks.assess",
    "minta_kelengkapan": "checks.ask",
    "ajukan_registrasi": "checks.propose",
    "usul_tidak_registrasi": "checks.propose_refusal",
    "terima_kelengkapan": "checks.complete",
    "nyatakan_gugur": "checks.lapse",
    "registrasi": "pleno.register",
    "tolak_registrasi": "pleno.refuse",
    "putuskan_pleno": "pleno.decide",
    "undang_klarifikasi": "clarification.invite",
    "catat_klarifikasi": "clarification.sessions",
    "catat_ketidakhadiran": "clarification.sessions",
    "tutup_klarifikasi": "clarification.close",
    "perpanjang_penanganan": "review.extend",
    "simpan_kajian": "review.write",
    "ajukan_pleno": "review.submit",
    "susun_penerusan": "referral.draft",
    "beritahukan_status": "referral.notify",
    "teruskan": "referral.forward",
    "hentikan": "referral.stop",
    "catat_tindak_lanjut": "referral.board",
    "selesaikan": "referral.finish",
    "terbitkan_surat": "letters.issue",
    "catat_penyampaian_surat": "letters.dispatch",
    "tautkan": "links.link",
    "koreksi_fakta": "links.correct",
    "cabut_laporan": "links.withdraw",
}
"""Act to the page that does it."""


@dataclass(frozen=True)
class Gap:
    """One thing an act still misses."""

    kind: str
    what: str
    why: str
    cure: str
    citation: str


@dataclass(frozen=True)
class ActLine:
    """One act as the case file offers it."""

    id: str
    title: str
    endpoint: str
    roles: tuple[str, ...]
    gaps: tuple[Gap, ...]
    citation: str
    mark: str
    allowed: bool = True


@dataclass(frozen=True)
class Offer:
    """The acts of a case, sorted by what the officer can do about them."""

    mine: tuple[ActLine, ...]
    standing: tuple[ActLine, ...]
    others: tuple[ActLine, ...]
    blocked: tuple[ActLine, ...]
    elsewhere: tuple[ActLine, ...]


def offer(work: Work, case: Case) -> Offer:
    """Sort every act of the edition for the signed-in officer."""
    answers = [answer for answer in acts.available(work, case) if answer.act.id in ENDPOINTS]
    idle = _idle_letter_acts(work, case)
    sorted_: dict[str, list[ActLine]] = {
        "mine": [],
        "standing": [],
        "others": [],
        "blocked": [],
        "elsewhere": [],
    }
    for answer in answers:
        kinds = {gap.kind for gap in answer.missing}
        one = _line(answer)
        quiet = one.id in STANDING or one.id in idle
        if "stage" in kinds:
            sorted_["elsewhere"].append(one)
        elif answer.allowed:
            sorted_["standing" if quiet else "mine"].append(one)
        elif kinds == {"role"}:
            sorted_["others"] += [] if quiet else [one]
        elif one.id not in idle:
            sorted_["blocked"].append(one)
    return Offer(**{name: tuple(lines) for name, lines in sorted_.items()})


def line(work: Work, case: Case, act_id: str) -> ActLine:
    """One act of the case's edition with all that is in its way."""
    return _line(next(a for a in acts.available(work, case) if a.act.id == act_id))


def _line(answer: Answer) -> ActLine:
    return ActLine(
        id=answer.act.id,
        title=answer.act.title,
        endpoint=ENDPOINTS[answer.act.id],
        roles=answer.act.roles,
        citation=answer.act.basis.citation,
        mark=answer.act.basis.mark.value,
        allowed=answer.allowed,
        gaps=tuple(
            Gap(gap.kind, gap.what, gap.why, gap.cure, gap.basis.citation) for gap in answer.missing
        ),
    )


def _idle_letter_acts(work: Work, case: Case) -> frozenset[str]:
    """Letter acts with no letter to do them on."""
    waiting, unproven = letter_counts(work, case)
    idle = set()
    if not waiting:
        idle.add("terbitkan_surat")
    if not unproven:
        idle.add("catat_penyampaian_surat")
    return frozenset(idle)


def letter_counts(work: Work, case: Case) -> tuple[int, int]:
    """Letters waiting for the chair, and issued letters without proof of receipt."""
    rows = work.session.execute(
        select(Document.id, Document.state, Document.kind).where(Document.case_id == case.id)
    ).all()
    letters = [row for row in rows if row.kind in papers.LETTERS]
    proven = set(
        work.session.scalars(
            select(Dispatch.document_id)
            .join(Document, Document.id == Dispatch.document_id)
            .where(Document.case_id == case.id, Dispatch.received_at.is_not(None))
        )
    )
    waiting = sum(row.state in ("planned", "draft") for row in letters)
    unproven = sum(
        row.state in ("numbered", "issued", "dispatched") and row.id not in proven
        for row in letters
    )
    return waiting, unproven
