"""Letters to those who act on a decision, and what respondents are told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.engine.routing import Destination
from casework.errors import BadInput, Problem, wording
from casework.models import Case, Document, Outcome, Party, Referral, ReferralItem
from casework.models.document import DocumentState
from casework.models.party import PartyRole
from casework.models.referral import ItemState
from casework.services.acts import acts
from casework.services.acts.recommendation import followup
from casework.services.acts.registry import act
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.law import closed_classes, destinations
from casework.services.law.destinations import Planned

# Office setting, not law: when an answer is expected before the desk asks again.
ANSWER_DAYS = 14

_AMISS = "Bila putusan pleno yang keliru, pleno membetulkannya dengan “Ralat putusan pleno”."

Group = list[tuple[Planned, Destination]]


def preview(
    work: Work, case: Case, instead: Mapping[int, tuple[str, str]] | None = None
) -> list[Planned]:
    """Where each outcome goes if dispatched today; `instead` as for `ways.ways`."""
    return destinations.ways(work, case, destinations.day_of(case, work.now), instead)


@act("susun_penerusan")
def draft(
    work: Work, case_id: int, version: int, without: Mapping[int, str] | None = None
) -> list[Referral]:
    """Draft the grouped letters (`susun_penerusan`).

    `without` gives, by outcome key, the reason why an outcome goes nowhere: needed for each one
    whose destination the law in hand does not name. Raises BadInput otherwise.
    """
    without = without or {}
    step = acts.begin(work, case_id, "susun_penerusan", version)
    if work.session.scalar(select(Referral.id).where(Referral.case_id == case_id).limit(1)):
        raise BadInput.one(
            "penerusan",
            "Surat penerusan perkara ini sudah disusun. Pakai “Susun ulang surat penerusan” bila "
            "tujuannya berubah.",
        )
    planned = preview(work, step.case)
    settle_reasons(planned, without)
    referrals = [letter(work, step.case, key, group) for key, group in groups(planned).items()]
    documents = [work.session.get_one(Document, r.document_id) for r in referrals]
    acts.finish(
        work,
        step,
        detail={
            "letters": len(referrals),
            "respondents": len({one.party.id for one in planned}),
        },
        touched=[*documents, *(one.outcome for one in planned)],
    )
    return referrals


def settle_reasons(planned: Sequence[Planned], without: Mapping[int, str]) -> None:
    """Write down why an outcome goes nowhere; one that has a destination needs no reason.

    `without` gives the reasons by key of the outcome. Raises BadInput ("tujuan-<key>") for each
    outcome with neither a destination nor a reason.
    """
    check_reasons(planned, without)
    for one in planned:
        one.outcome.no_destination_reason = "" if one.destinations else _why(one, without)


def check_reasons(planned: Sequence[Planned], without: Mapping[int, str]) -> None:
    """Raise BadInput for each outcome without destination and without reason.

    A reason that was given before holds on; none helps an outcome that the law rules out.
    """
    problems = [Problem(f"tujuan-{one.outcome.id}", one.refused) for one in planned if one.refused]
    problems += [
        Problem(
            f"tujuan-{one.outcome.id}",
            wording(
                "Tujuan untuk %(party)s tidak diketahui (%(citation)s). Tulis alasan "
                "tanpa penerusan, atau betulkan kategori terlapor.",
                party=one.party.label,
                citation=one.note or one.citation,
            ),
        )
        for one in planned
        if not one.refused and not one.destinations and len(_why(one, without)) < 5
    ]
    if problems:
        raise BadInput(*problems)


def _why(one: Planned, without: Mapping[int, str]) -> str:
    return without.get(one.outcome.id, "").strip() or one.outcome.no_destination_reason


def groups(planned: Sequence[Planned]) -> dict[tuple[str, str], Group]:
    """Outcomes by destination and class: each group is one letter."""
    found: dict[tuple[str, str], Group] = {}
    for one in planned:
        for destination in one.destinations:
            key = (destinations.destination_key(destination), one.outcome.violation_class)
            found.setdefault(key, []).append((one, destination))
    return found


@act("beritahukan_status")
def status_notice(work: Work, case_id: int, version: int) -> Document:
    """Draft the notice of the status to the reporter (`beritahukan_status`)."""
    step = acts.begin(work, case_id, "beritahukan_status", version)
    if not step.rows.has_reporter:
        raise BadInput.one(
            "dokumen",
            "Perkara ini tidak punya pelapor, jadi tidak ada yang diberi tahu dengan surat ini. "
            "Terlapor diberi tahu dengan “Beri tahu terlapor”.",
        )
    if set(step.rows.notices) - step.rows.sent:
        raise BadInput.one("dokumen", "Pemberitahuan status sudah disusun dan belum dikirim.")
    document = papers.plan(work, step.case, "pemberitahuan_status")
    acts.finish(work, step, subject=f"documents:{document.id}", touched=[document])
    return document


@act("teruskan")
def forward(work: Work, case_id: int, version: int) -> Case:
    """Close the forwarding once every letter has left (`teruskan`).

    Its limits were met as the last letter was sent; those recorded before are met by it too.
    """
    step = acts.begin(work, case_id, "teruskan", version)
    acts.finish(work, step, met_at=followup.forwarded(work, step.case))
    return step.case


@act("hentikan")
def stop(work: Work, case_id: int, version: int) -> Case:
    """End a case that goes nowhere, after the reporter was told (`hentikan`)."""
    step = acts.begin(work, case_id, "hentikan", version)
    acts.finish(work, step, touched=papers.plan_for_act(work, step.case, step.act))
    return step.case


def letter(work: Work, case: Case, key: tuple[str, str], members: Group) -> Referral:
    """Draft one letter to one destination about one class, a further round where there was one.

    Raises ActRefused for a class that the edition leaves closed.
    """
    first, destination = members[0]
    closed_classes.check_sent(work, case, key[1], "Penyusunan surat penerusan")
    before = work.session.scalar(
        select(func.max(Referral.round)).where(
            Referral.case_id == case.id,
            Referral.destination == key[0],
            Referral.violation_class == key[1],
        )
    )
    document = papers.plan(
        work,
        case,
        first.form,
        about=key[0],
        context={"party_ids": list(dict.fromkeys(one.party.id for one, _ in members))},
    )
    referral = Referral(
        case_id=case.id,
        destination=key[0],
        addressee=destination.name,
        addressee_place=destination.address_to,
        violation_class=key[1],
        round=(before or 0) + 1,
        document_id=document.id,
        citation=first.citation,
        verification=first.verification,
    )
    work.session.add(referral)
    work.session.flush()
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    expected = today + timedelta(days=ANSWER_DAYS)
    for one, _ in members:
        work.session.add(
            ReferralItem(
                referral_id=referral.id,
                party_id=one.party.id,
                outcome_id=one.outcome.id,
                state=ItemState.PLANNED,
                expected=expected,
                note="",
                updated_at=work.now,
            )
        )
    work.session.flush()
    return referral


NOTICE = "pemberitahuan_status_terlapor"
EXCERPT = "kutipan_kajian"
WHOM, EXCERPTED = "terlapor", "kutipan"
"""The fields that name the respondents, and ask for the excerpt."""


def candidates(work: Work, case: Case) -> list[Party]:
    """The respondents about whom the pleno has decided, matters without a person left out."""
    return list(
        work.session.scalars(
            select(Party)
            .where(
                Party.case_id == case.id,
                Party.role == PartyRole.RESPONDENT,
                Party.id.in_(select(Outcome.party_id).where(Outcome.case_id == case.id)),
            )
            .order_by(Party.ordinal)
        )
    )


def draft_notices(
    work: Work, case_id: int, version: int, party_ids: Collection[int], *, excerpt: bool = False
) -> list[Document]:
    """Draft the notice to each of these respondents (`beritahukan_status`).

    With `excerpt` the part of the kajian about the respondent goes as a letter of its own.
    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput ("terlapor") for one
    without an outcome or whose notice was drafted and has not left.
    """
    step = acts.begin(work, case_id, "beritahukan_status", version)
    if excerpt and closed_classes.heard(work, step.case):
        raise BadInput.one(
            EXCERPTED,
            "Perkara ini diputus majelis dalam sidang, jadi tidak ada kajian yang dikutip. "
            "Kosongkan pilihan itu dan serahkan salinan putusannya.",
        )
    known = {one.id: one for one in candidates(work, step.case)}
    chosen = [known[key] for key in dict.fromkeys(party_ids) if key in known]
    if not chosen or len(chosen) != len(set(party_ids)):
        raise BadInput.one(
            WHOM, "Pilih terlapor yang hasilnya sudah diputuskan dalam pleno; hanya itu yang ada."
        )
    _check_waiting(work, step.case, chosen)
    letters = [
        papers.plan(
            work,
            step.case,
            kind,
            about=f"party:{party.id}",
            context={"party_id": party.id},
        )
        for party in chosen
        for kind in ((NOTICE, EXCERPT) if excerpt else (NOTICE,))
    ]
    acts.finish(
        work,
        step,
        subject=",".join(f"documents:{one.id}" for one in letters)[:120],
        detail={"respondents": len(chosen), "excerpt": excerpt},
        touched=letters,
    )
    return letters


def _check_waiting(work: Work, case: Case, chosen: list[Party]) -> None:
    waiting = set(
        work.session.scalars(
            select(Document.about).where(
                Document.case_id == case.id,
                Document.kind == NOTICE,
                Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
            )
        )
    )
    for party in chosen:
        if f"party:{party.id}" in waiting:
            raise BadInput.one(
                WHOM,
                wording(
                    "Surat untuk %(party)s sudah disusun dan belum dikirim.", party=party.label
                ),
            )
