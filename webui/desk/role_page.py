"""What a role has on its desk beside cases: letters, the law in use, offices, chains, accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from casework import checkup
from casework.bootstrap import App
from casework.engine.basis import Mark
from casework.engine.entry import entries
from casework.models import ChainHead, Event, IntegrityCheck, Office, Officer
from casework.models.document import DocumentState
from casework.services.cases import access, workload
from casework.services.cases.listing.urgent import Ends
from casework.services.cases.workload import OfficeLoad
from casework.services.core.work import Work
from casework.services.law import usage
from casework.services.law.usage import Weak
from casework.services.people import accounts, second_factor
from casework.services.upkeep import heads, integrity
from webui.core import labels

MOST_LETTERS = 10
MOST_ENTRIES = 9
SENDERS = frozenset({"secretariat", "head_of_secretariat"})


@dataclass(frozen=True)
class LetterLine:
    """A letter to be sent, or one that was sent and whose receipt nobody has on record."""

    id: int
    case_id: int
    case: str
    title: str
    number: str
    sent: bool
    since: datetime


@dataclass(frozen=True)
class LawPart:
    """How much of the law in use is confirmed, and the rest by how many running cases rest on it.

    `marks` counts the entries of the editions that take cases, by mark.
    """

    marks: dict[Mark, int]
    weak: tuple[Weak, ...]
    more: int

    @property
    def share(self) -> int:
        """How many of a hundred entries were read directly."""
        return round(100 * self.marks[Mark.CONFIRMED] / (sum(self.marks.values()) or 1))


@dataclass(frozen=True)
class ChainLine:
    """The newest link of an office's chain."""

    office: str
    seq: int
    hash: str
    at: datetime | None


@dataclass(frozen=True)
class RecordPart:
    """How the record stands: its last examination, when heads were sent last, and all heads."""

    last: IntegrityCheck | None
    stale: bool
    sent_at: datetime | None
    heads: tuple[ChainLine, ...]


@dataclass(frozen=True)
class AccountsPart:
    """How many accounts there are, and who cannot come in or comes in by password alone."""

    active: int
    closed: int
    locked: tuple[str, ...]
    without_factor: int


@dataclass(frozen=True)
class RolePart:
    """What is on the desk by role; empty where the role has no such thing."""

    letters: tuple[LetterLine, ...] = ()
    more_letters: int = 0
    offices: tuple[OfficeLoad, ...] = ()
    law: LawPart | None = None
    record: RecordPart | None = None
    accounts: AccountsPart | None = None


def part(work: Work, ends: Ends) -> RolePart:
    """What the roles of the signed-in officer have on their desk."""
    roles = work.actor.roles
    letters, more = _letters(work) if roles & SENDERS else ((), 0)
    return RolePart(
        letters=letters,
        more_letters=more,
        offices=tuple(workload.by_office(work, ends)) if access.sees_below(work) else (),
        law=_law(work) if "legal_reviewer" in roles else None,
        record=_record(work) if "auditor" in roles else None,
        accounts=_accounts(work) if "administrator" in roles else None,
    )


def _letters(work: Work) -> tuple[tuple[LetterLine, ...], int]:
    found, more = workload.outgoing(work, MOST_LETTERS)
    return tuple(
        LetterLine(
            document.id,
            case.id,
            case.number,
            labels.law_title(document.title),
            document.number,
            document.state == DocumentState.DISPATCHED,
            document.dated or document.created_at,
        )
        for document, case in found
    ), more


def _law(work: Work) -> LawPart:
    marks: Counter[Mark] = Counter()
    for edition in work.law.editions.values():
        if not edition.no_cases:
            marks.update(one.basis.mark for one in entries(edition).values())
    weak = [
        one
        for one in usage.unverified(work, (Mark.UNVERIFIED, Mark.SECONDARY))
        if one.use.open_cases
    ]
    weak.sort(key=lambda one: -one.use.open_cases)
    return LawPart(
        {mark: marks[mark] for mark in Mark},
        tuple(weak[:MOST_ENTRIES]),
        max(0, len(weak) - MOST_ENTRIES),
    )


def _record(work: Work) -> RecordPart:
    last = integrity.last(work)
    rows = work.session.execute(
        select(Office.name, ChainHead.seq, ChainHead.hash, Event.at)
        .join(Office, Office.id == ChainHead.office_id)
        .outerjoin(Event, (Event.office_id == ChainHead.office_id) & (Event.seq == ChainHead.seq))
        .where(ChainHead.seq > 0)
        .order_by(Office.id != work.actor.office_id, Office.code)
    )
    return RecordPart(
        last,
        last is None or work.now - last.at > integrity.STALE_AFTER,
        work.session.scalar(select(func.max(Event.at)).where(Event.action == heads.SENT)),
        tuple(ChainLine(*row) for row in rows),
    )


def _accounts(work: Work) -> AccountsPart:
    staff: Sequence[Officer] = accounts.staff(work)
    active = [one for one in staff if one.active]
    protected = second_factor.holders(work, [one.id for one in active])
    return AccountsPart(
        len(active),
        len(staff) - len(active),
        tuple(one.name for one in active if one.locked_until and one.locked_until > work.now),
        sum(one.id not in protected for one in active),
    )


CHECKS: tuple[tuple[str, Callable[[App], str]], ...] = (
    ("folder", lambda app: checkup.disk(app.settings)),
    ("kunci", checkup.key),
    ("jam", checkup.clock),
    ("kalender", checkup.calendar),
    ("antrean", checkup.queue),
    ("keutuhan", checkup.examination),
)


def complaints(app: App) -> list[tuple[str, str]]:
    """What `casework doctor` says of this installation, one pair of name and complaint a check.

    An empty complaint means that all is well.
    """
    return [(name, check(app)) for name, check in CHECKS]
