"""What the picture of offices shows, read from the counts (`rollups`), or counted as of a past day.

An officer sees the counts of the offices whose cases he reads; a case that keeps him away is taken
out of each of them. What a kajian proposes is counted for those alone who read it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, literal, select

from casework.engine.law import Law
from casework.models import CaseLine, ChainHead, Event, Office, Officer, Rollup
from casework.services.cases import access, review_secrecy, rollups
from casework.services.core.work import Work

LATE, TODAY, WEEK, LATER = "late", "today", "week", "later"
"""How the moments of `rollups.DUE` are put together."""
STUCK, MOVING = "stuck", "moving"
"""How those of `rollups.STALLED` are."""
BEGUN, REGISTERED, REFUSED = "masuk", "registrasi", "tanpa_registrasi"
"""Kinds of acts the picture counts by day; the list of cases filters by them."""
MOVES = (BEGUN, REGISTERED, REFUSED)
WEEKS = 8
_DECIDES = frozenset({"pleno_registrasi", "penetapan_temuan", "registrasi_temuan"})
_STANDING = (
    rollups.STAGE, rollups.DUE, rollups.STALLED, rollups.OWNER, rollups.CLASS, rollups.SAID,
    rollups.SECRET, rollups.LACK, rollups.SENT, rollups.USED,
)  # fmt: skip


class Place(NamedTuple):
    """An office of the picture; `region` is its code of the region."""

    id: int
    code: str
    name: str
    city: str
    region: str
    level: str


class Link(NamedTuple):
    """The newest link of an office's chain at the moment the counts are of."""

    office_id: int
    seq: int
    hash: str


@dataclass(frozen=True)
class Picture:
    """Counts of some offices. `standing` are (office, figure, key), `moves` (office, move, day).

    `whole` is False for a past day: then `standing` holds stages alone. `last_acts` is the day of
    the newest act of each office that did one.
    """

    places: tuple[Place, ...]
    day: date
    whole: bool
    standing: Mapping[tuple[int, str, str], int]
    moves: Mapping[tuple[int, str, str], int]
    last_acts: Mapping[int, str]
    officers: Mapping[int, str]
    links: tuple[Link, ...]

    def sum(self, figure: str, key: str, office: int | None = None) -> int:
        """One standing count, of all offices or of one."""
        offices = [one.id for one in self.places] if office is None else [office]
        return sum(self.standing.get((one, figure, key), 0) for one in offices)

    def by_key(self, figure: str, office: int | None = None) -> Counter[str]:
        """The standing counts of a figure by key, of all offices or of one."""
        found: Counter[str] = Counter()
        for (one, which, key), number in self.standing.items():
            if which == figure and office in (None, one):
                found[key] += number
        return +found

    def moved(self, move: str, first: date, last: date, office: int | None = None) -> int:
        """How many acts of a kind were done from one day to another, both included."""
        since, until = first.isoformat(), last.isoformat()
        return sum(
            number
            for (one, which, day), number in self.moves.items()
            if which == move and since <= day <= until and office in (None, one)
        )


def move_of(law: Law) -> dict[str, str]:
    """The acts of each kind in `MOVES`, over all editions: act to kind."""
    found: dict[str, str] = {}
    for edition in law.editions.values():
        for act in edition.acts.values():
            to = act.to_stage or ""
            if act.begins is not None:
                found[act.id] = BEGUN
            elif to == rollups.NOT_REGISTERED:
                found[act.id] = REFUSED
            elif (
                to and to not in _DECIDES and not act.reasoned and _DECIDES & set(act.from_stages)
            ) and not edition.stages[to].final:
                found[act.id] = REGISTERED
    return found


def places(work: Work, office: int | None = None) -> tuple[Place, ...]:
    """The offices the actor sees, the own one first, or one of them; none for one not seen."""
    seen = access.offices(work)
    wanted = seen if office is None else [one for one in seen if one == office]
    rows = work.session.execute(
        select(
            Office.id, Office.code, Office.name, Office.city, Office.region_code, Office.level
        ).where(Office.id.in_(wanted)).order_by(Office.code)
    )  # fmt: skip
    return tuple(Place(*row) for row in rows)


def now(work: Work, seen: tuple[Place, ...], zone: str) -> Picture:
    """The picture of offices as it stands; `zone` decides what is today."""
    today = work.now.astimezone(ZoneInfo(zone)).date()
    offices = [one.id for one in seen]
    standing = Counter(_standing(work, offices, today, zone))
    moves = _moves(work, offices, today)
    acts = move_of(work.law)
    for (office, figure, day, key), number in _kept_away(work).items():
        if day and figure == rollups.ACT and key in acts:
            moves[office, acts[key], day] -= number
        elif not day:
            standing[office, figure, _grouped(figure, key, work.now, today, zone)] -= number
    for office, number in _over_this_hour(work, offices).items():
        standing[office, rollups.DUE, TODAY] -= number
        standing[office, rollups.DUE, LATE] += number
    readers = work.actor.office_id if review_secrecy.reads_secrets(work) else 0
    for office, figure, key in [one for one in standing if one[1] in rollups.ALLEGED]:
        number = standing.pop((office, figure, key))
        if figure != rollups.SECRET or office == readers:
            standing[office, rollups.CLASS, key] += number
    return Picture(
        seen, today, True, +standing, +moves, _last_acts(work, offices), _officers(work, standing),
        _links(work, offices, None),
    )  # fmt: skip


def as_of(work: Work, seen: tuple[Place, ...], day: date, zone: str) -> Picture:
    """The picture at the end of a past day, counted from the events of the record one by one."""
    offices = {one.id for one in seen}
    acts = move_of(work.law)
    ends = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    standing: Counter[tuple[int, str, str]] = Counter()
    moves: Counter[tuple[int, str, str]] = Counter()
    last: dict[int, str] = {}
    every = rollups.counted_events(work.session, offices=offices, until=ends + timedelta(hours=3))
    if away := work.actor.excluded:
        every.subtract(rollups.counted_events(work.session, cases=away))
    for (office, figure, on, key), number in every.items():
        if not on or on > day.isoformat() or office not in offices or not number:
            continue
        if figure == rollups.STAGE:
            standing[office, figure, key] += number
            continue
        last[office] = max(last.get(office, ""), on)
        if key in acts:
            moves[office, acts[key], on] += number
    return Picture(
        seen, day, False, +standing, +moves, last, {}, _links(work, sorted(offices), ends)
    )


def version(work: Work) -> str:
    """What changes with every act at an office the actor sees: the lengths of their chains."""
    heads = work.session.scalar(
        select(func.sum(ChainHead.seq)).where(ChainHead.office_id.in_(access.offices(work)))
    )
    return str(heads or 0)


def median(used: Mapping[int, int]) -> int:
    """The middle of a distribution: value to how often; of two middles the lower one."""
    half, so_far = (sum(used.values()) + 1) // 2, 0
    for value, number in sorted(used.items()):
        so_far += number
        if so_far >= half:
            return value
    return 0


def _midnight(day: date, zone: str) -> int:
    return int(datetime.combine(day, time(), ZoneInfo(zone)).timestamp())


def _ends(now: datetime, today: date, zone: str) -> tuple[tuple[str, str], ...]:
    return (
        (rollups.moment(rollups.hour_of(int(now.timestamp()))), LATE),
        (rollups.moment(_midnight(today + timedelta(days=1), zone)), TODAY),
        (rollups.moment(_midnight(today + timedelta(days=7), zone)), WEEK),
    )


def _over_this_hour(work: Work, offices: Collection[int]) -> dict[int, int]:
    """How many deadlines ended since the hour began, which the counts by the hour do not say."""
    now = int(work.now.timestamp())
    rows = work.session.execute(
        select(CaseLine.office_id, func.count())
        .where(
            CaseLine.due >= rollups.hour_of(now),
            CaseLine.due < now,
            CaseLine.office_id.in_(offices),
            *access.not_kept_away(work, CaseLine.case_id),
        )
        .group_by(CaseLine.office_id)
    )
    return dict(rows.all())


def _grouped(figure: str, key: str, now: datetime, today: date, zone: str) -> str:
    if figure == rollups.DUE:
        return next((name for end, name in _ends(now, today, zone) if key < end), LATER)
    if figure == rollups.STALLED:
        return STUCK if key <= rollups.moment(int(now.timestamp())) else MOVING
    return key


def _standing(
    work: Work, offices: Collection[int], today: date, zone: str
) -> dict[tuple[int, str, str], int]:
    row = Rollup
    due = [
        ((row.figure == rollups.DUE) & (row.key < end), literal(name))
        for end, name in _ends(work.now, today, zone)
    ]
    moment = rollups.moment(int(work.now.timestamp()))
    key = case(
        *due,
        (row.figure == rollups.DUE, literal(LATER)),
        ((row.figure == rollups.STALLED) & (row.key <= moment), literal(STUCK)),
        (row.figure == rollups.STALLED, literal(MOVING)),
        else_=row.key,
    ).label("name")
    counted = (
        select(row.office_id, row.figure, key, row.n)
        .where(row.office_id.in_(offices), row.figure.in_(_STANDING), row.day == "", row.n != 0)
        .subquery()
    )
    rows = work.session.execute(
        select(
            counted.c.office_id, counted.c.figure, counted.c.name, func.sum(counted.c.n)
        ).group_by(counted.c.office_id, counted.c.figure, counted.c.name)
    )
    return {(office, figure, name): int(number) for office, figure, name, number in rows}


def _moves(work: Work, offices: Collection[int], today: date) -> Counter[tuple[int, str, str]]:
    acts = move_of(work.law)
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    rows = work.session.execute(
        select(Rollup.office_id, Rollup.key, Rollup.day, Rollup.n).where(
            Rollup.office_id.in_(offices),
            Rollup.figure == rollups.ACT,
            Rollup.day >= first.isoformat(),
            Rollup.key.in_(sorted(acts)),
        )
    )
    found: Counter[tuple[int, str, str]] = Counter()
    for office, act, day, number in rows:
        found[office, acts[act], day] += number
    return found


def _last_acts(work: Work, offices: Collection[int]) -> dict[int, str]:
    rows = work.session.execute(
        select(Rollup.office_id, func.max(Rollup.day))
        .where(Rollup.office_id.in_(offices), Rollup.figure == rollups.ACT)
        .group_by(Rollup.office_id)
    )
    return dict(rows.all())


def _kept_away(work: Work) -> Counter[rollups.Key]:
    """What the cases that keep the actor away add to the counts."""
    if not work.actor.excluded:
        return Counter()
    found = rollups.counted_events(work.session, cases=work.actor.excluded)
    found.update(rollups.counted_lines(work.session, cases=work.actor.excluded))
    return found


def _officers(work: Work, standing: Iterable[tuple[int, str, str]]) -> dict[int, str]:
    keys = {int(key) for _, figure, key in standing if figure == rollups.OWNER and key != "0"}
    rows = work.session.execute(select(Officer.id, Officer.name).where(Officer.id.in_(keys)))
    return dict(rows.all())


def _links(work: Work, offices: Collection[int], until: datetime | None) -> tuple[Link, ...]:
    if until is None:
        heads = select(ChainHead.office_id, ChainHead.seq, ChainHead.hash).where(
            ChainHead.office_id.in_(offices), ChainHead.seq > 0
        )
        return tuple(
            Link(*row) for row in work.session.execute(heads.order_by(ChainHead.office_id))
        )
    newest = (
        select(Event.office_id, func.max(Event.seq).label("seq"))
        .where(Event.office_id.in_(offices), Event.at < until)
        .group_by(Event.office_id)
        .subquery()
    )
    rows = work.session.execute(
        select(Event.office_id, Event.seq, Event.hash)
        .join(newest, (newest.c.office_id == Event.office_id) & (newest.c.seq == Event.seq))
        .order_by(Event.office_id)
    )
    return tuple(Link(*row) for row in rows)
