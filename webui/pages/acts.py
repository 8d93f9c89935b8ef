"""What can be done with a case now: by me, by others, and what is still in the way."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.lifecycle import Answer
from casework.models import Case
from casework.services import acts
from casework.services.work import Work
from webui.pages.idle import idle_acts

STANDING = frozenset(
    {
        "tautkan",
        "koreksi_fakta",
        "perpanjang_penanganan",
        "cabut_laporan",
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
    idle = idle_acts(work, case) | _judged(answers)
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


def _judged(answers: list[Answer]) -> frozenset[str]:
    """Judging requirements waits no longer once the judgement opened a way on."""
    ways = {"minta_kelengkapan", "ajukan_registrasi", "usul_tidak_registrasi"}
    needs = {"stage", "need"}
    open_way = any(
        answer.act.id in ways and not needs & {gap.kind for gap in answer.missing}
        for answer in answers
    )
    return frozenset({"nilai_syarat"} if open_way else ())
