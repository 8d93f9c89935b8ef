"""The yes/no facts of cases that the lifecycle asks about, of one case or of many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select

from casework.engine.deadline import is_late
from casework.engine.requirements import standing
from casework.models import (
    Case,
    ClarificationSession,
    Deadline,
    Dispatch,
    Document,
    Finding,
    Opinion,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Review,
)
from casework.services import facts as dated_facts
from casework.services import transfers
from casework.services.work import Work

FINAL_ITEM_STATES = frozenset({"accepted", "followed_up", "not_followed", "unanswered"})
# Facts the officer supplies in the very form of the act; asking assumes them, doing checks them.
SUPPLIED = ("pleno_kuorum", "hasil_semua_terlapor")

Flags = Mapping[str, bool]
_SECOND_LOOK = ("pemeriksaan_kelengkapan",)


def facts_of(work: Work, case: Case, given: Mapping[str, bool] | None = None) -> dict[str, bool]:
    """Every declared fact of a case as it stands; `given` are those supplied with the act."""
    return of_many(work, [case])[case.id] | dict(given or {})


def of_many(work: Work, cases: Sequence[Case]) -> dict[int, dict[str, bool]]:
    """The same of many cases, by key, in as many statements as one case takes."""
    keys = [case.id for case in cases]
    known = dated_facts.names(work, keys)
    found = {case.id: _own(case, known[case.id]) for case in cases}
    judged = _requirements(work, cases, keys)
    for case in cases:
        facts = found[case.id]
        facts |= judged[case.id]
        # A finding has no reporter whose papers could lack: the pleno that fixed it judged it.
        facts["syarat_terpenuhi"] |= facts.get("temuan_ditetapkan", False)
    for read in _READERS:
        for key, flags in read(work, keys).items():
            found[key] |= flags
    return found


def _own(case: Case, dated: Iterable[str]) -> dict[str, bool]:
    facts = dict.fromkeys((*dated, *SUPPLIED), True)
    facts["ada_dugaan_pidana"] = case.suspects_crime
    facts["surat_kelengkapan_diterima"] = False
    facts["rekomendasi_kpu_diterima"] = False
    return facts


def current_round(work: Work, case: Case) -> int:
    """Round of the requirement check: 1 at kajian awal, 2 after a completion."""
    if case.stage in _SECOND_LOOK:
        return 2
    found = work.session.scalar(select(func.max(Finding.round)).where(Finding.case_id == case.id))
    return found or 1


def _requirements(
    work: Work, cases: Sequence[Case], keys: Collection[int]
) -> dict[int, dict[str, bool]]:
    rows = work.session.execute(
        select(Finding.case_id, Finding.round, Finding.requirement, Finding.met).where(
            Finding.case_id.in_(keys)
        )
    )
    rounds: dict[int, dict[int, dict[str, bool]]] = defaultdict(lambda: defaultdict(dict))
    for key, number, requirement, met in rows:
        rounds[key][number][requirement] = met
    found = {}
    for case in cases:
        by_round = rounds[case.id]
        current = 2 if case.stage in _SECOND_LOOK else max(by_round, default=1)
        wanted = work.law.edition(case.edition, case.revision).requirements
        found[case.id] = standing(wanted, by_round[current])
    return found


def _limits(work: Work, keys: Collection[int]) -> dict[int, Flags]:
    rows = work.session.execute(
        select(Deadline.case_id, Deadline.rule, Deadline.due, Deadline.extended).where(
            Deadline.case_id.in_(keys),
            Deadline.state.in_(("open", "expired")),
            Deadline.rule.in_(("perbaikan", "penanganan")),
        )
    )
    found: dict[int, dict[str, bool]] = {
        key: {"perbaikan_lewat": False, "penanganan_terbuka": False} for key in keys
    }
    for key, rule, due, extended in rows:
        late = is_late(datetime.fromisoformat(due), work.now)
        if rule == "perbaikan":
            found[key]["perbaikan_lewat"] |= late
        else:
            found[key]["penanganan_terbuka"] |= not extended and not late
    return {**found}


def _clarification(work: Work, keys: Collection[int]) -> dict[int, Flags]:
    states: dict[int, set[str]] = defaultdict(set)
    rows = work.session.execute(
        select(ClarificationSession.case_id, ClarificationSession.state).where(
            ClarificationSession.case_id.in_(keys)
        )
    )
    for key, state in rows:
        states[key].add(state)
    return {
        key: {"klarifikasi_tuntas": bool(states[key]) and "invited" not in states[key]}
        for key in keys
    }


def _review(work: Work, keys: Collection[int]) -> dict[int, Flags]:
    # The newest version of each kajian is the one that counts.
    versions = work.session.execute(
        select(Review.case_id, Review.id)
        .where(Review.case_id.in_(keys))
        .order_by(Review.case_id, Review.revision)
    )
    newest: dict[int, int] = dict(versions.all())
    judged: dict[int, set[int]] = defaultdict(set)
    if newest:
        opinions = select(Opinion.review_id, Opinion.party_id).where(
            Opinion.review_id.in_(newest.values())
        )
        for review, party in work.session.execute(opinions):
            judged[review].add(party)
    people = _respondents(work, newest)
    return {
        key: {"kajian_lengkap": key in newest and people[key] <= judged[newest[key]]}
        for key in keys
    }


def respondent_ids(work: Work, case: Case) -> set[int]:
    """Keys of the parties an outcome is due for: respondents and matters without a person."""
    return _respondents(work, [case.id])[case.id]


def _respondents(work: Work, keys: Collection[int]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    if keys:
        rows = select(Party.case_id, Party.id).where(
            Party.case_id.in_(keys), Party.role.in_(("respondent", "matter"))
        )
        for key, party in work.session.execute(rows):
            found[key].add(party)
    return found


def has_reporter(work: Work, case: Case) -> bool:
    """Did someone report it? A finding and early information have nobody to be told."""
    return case.id in _reported(work, [case.id])


def _reported(work: Work, keys: Collection[int]) -> set[int]:
    if not keys:
        return set()
    found = select(Party.case_id).where(Party.case_id.in_(keys), Party.role == "reporter")
    return set(work.session.scalars(found.distinct()))


def _outcomes(work: Work, keys: Collection[int]) -> dict[int, Flags]:
    rows = work.session.execute(
        select(Outcome.case_id, Outcome.violation_class, Outcome.no_destination_reason).where(
            Outcome.case_id.in_(keys), Outcome.violation_class != "bukan_pelanggaran"
        )
    )
    crimes, addressed = set(), set()
    for key, violation_class, no_destination in rows:
        if violation_class == "pidana":
            crimes.add(key)
        if not no_destination:
            addressed.add(key)
    return {
        key: {
            "ada_pidana": key in crimes,
            "ada_penerusan": key in addressed,
            "tanpa_penerusan": key not in addressed,
            # Destinations are looked up when the letters are drafted; the act answers this.
            "tujuan_semua_jelas": True,
        }
        for key in keys
    }


def _letters(work: Work, keys: Collection[int]) -> dict[int, Flags]:
    referrals: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, kind, document in work.session.execute(
        select(Referral.case_id, Referral.violation_class, Referral.document_id)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id.in_(keys), Document.state != "void")
    ):
        referrals[key].append((kind, document))
    sent = set(
        work.session.scalars(
            select(Dispatch.document_id)
            .join(Document, Document.id == Dispatch.document_id)
            .where(Document.case_id.in_(keys))
        )
    )
    notices: dict[int, list[int]] = defaultdict(list)
    for key, document in work.session.execute(
        select(Document.case_id, Document.id).where(
            Document.case_id.in_(keys), Document.kind == "pemberitahuan_status"
        )
    ):
        notices[key].append(document)
    answers = _answers(work, keys)
    reported = _reported(work, [key for key in keys if not notices[key]])
    found: dict[int, Flags] = {}
    for key in keys:
        items = [state for state, _ in answers[key]]
        to_kpu = {state for state, kind in answers[key] if kind == "administrasi"}
        crimes = [document for kind, document in referrals[key] if kind == "pidana"]
        letters = [document for _, document in referrals[key]]
        found[key] = {
            "surat_pidana_terkirim": bool(crimes) and sent.issuperset(crimes),
            "surat_penerusan_terkirim": bool(letters) and sent.issuperset(letters),
            # Where nobody reported, nobody is left to be told.
            "pemberitahuan_status_terkirim": sent.issuperset(notices[key])
            and (bool(notices[key]) or key not in reported),
            "rekomendasi_kpu_ditindaklanjuti": to_kpu == {"followed_up"},
            "tindak_lanjut_tuntas": bool(items) and FINAL_ITEM_STATES.issuperset(items),
        }
    return found


def _answers(work: Work, keys: Collection[int]) -> Mapping[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = work.session.execute(
        select(Referral.case_id, ReferralItem.state, Referral.violation_class)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.case_id.in_(keys), ReferralItem.state != "void")
    )
    for key, state, kind in rows:
        found[key].append((state, kind))
    return found


def _passage(work: Work, keys: Collection[int]) -> Mapping[int, Flags]:
    """Whether the cases have left for another office and wait there."""
    waiting = transfers.waiting_of(work, keys)
    return {
        key: {"pelimpahan_menunggu": key in waiting, "tidak_sedang_dilimpahkan": key not in waiting}
        for key in keys
    }


_READERS: tuple[Callable[[Work, Collection[int]], Mapping[int, Flags]], ...] = (
    _limits, _clarification, _review, _outcomes, _letters, _passage,
)  # fmt: skip
