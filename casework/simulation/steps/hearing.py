"""Acts of a hearing, and the choice of an office that opens one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.models import Case, Hearing, HearingPanel
from casework.models.hearing import Agenda
from casework.services.acts.hearing import panel, rulings, sessions
from casework.services.acts.hearing.panel import Appointed
from casework.services.acts.hearing.rulings import Resolution
from casework.services.acts.hearing.sessions import Fixed, Held
from casework.services.acts.registry import id_of
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Pleno, Seat
from casework.services.cases import hearings
from casework.services.core.work import Work
from casework.services.people import choices
from casework.simulation.meeting import meeting_of
from casework.simulation.steps.review import rulings_of
from casework.simulation.times import maybe_moment, moment
from casework.simulation.turn import Do, Turn, doing

_AGREED = "setuju"  # the script tells of a ruling, which carried
_HALL = "Ruang sidang"


def _choose(block: Block, _zone: ZoneInfo) -> Do:
    """Make a choice of the office (`choice`), or take it back (`on: false`), with a `reason`."""
    name, reason = block.text("choice"), block.text("reason")
    on = block.flag("on", default=True)

    def choose(turn: Turn) -> None:
        with turn.app.unit_of_work(turn.actor) as work:
            choices.change(work, work.actor.office_id, name, on, reason)

    return choose


def _register(block: Block, zone: ZoneInfo) -> Do:
    meeting = meeting_of(block, zone)
    return doing(
        lambda turn, work, case: pleno.register_for_hearing(
            work, case.id, case.version, meeting(turn, work)
        )
    )


def _appoint(block: Block, zone: ZoneInfo) -> Do:
    """The commissioners but for the last `absent`, the chair presiding; `reason` why not all."""
    absent = block.whole("absent", at_least=0, default=0)
    reason = block.maybe("reason") or ""
    at = maybe_moment(block, "held_at", zone)

    def appoint(turn: Turn, work: Work, case: Case) -> None:
        able = [one.id for one in panel.members(work, case)]
        chairs = panel.chairs(work, case)
        able.sort(key=lambda one: one not in chairs)
        told = Appointed(
            at or turn.at,
            able[: len(able) - absent],
            able[0],
            panel.secretaries(work, case)[0].id,
            reason,
        )
        panel.appoint(work, case.id, case.version, told)

    return doing(appoint)


def _fix(block: Block, zone: ZoneInfo) -> Do:
    """A session `for` which parts, `scheduled_at` and in which `place`, and `who` is summoned."""
    at, place = moment(block, "scheduled_at", zone), block.text("place", _HALL)
    agenda, who = block.texts("for", required=True), block.texts("who", required=True)

    def fix(turn: Turn, work: Work, case: Case) -> None:
        told = Fixed(at, place, agenda, turn.party_ids(work, who))
        sessions.fix(work, case.id, case.version, told)

    return doing(fix)


def _hold(block: Block, zone: ZoneInfo) -> Do:
    """The session that was fixed; all of its parts are finished unless `finished` tells which."""
    held = _held_of(block, zone)
    course = block.text("course")
    finished = block.texts("finished") if "finished" in block else None

    def hold(turn: Turn, work: Work, case: Case) -> None:
        row = hearings.fixed(work, case)
        agenda = tuple(row.agenda) if row is not None and finished is None else finished or ()
        told = held(turn, work, case, agenda, course)
        sessions.hold(work, case.id, case.version, told)

    return doing(hold)


def _postpone(block: Block, _zone: ZoneInfo) -> Do:
    reason = block.text("reason")
    return doing(lambda turn, work, case: sessions.postpone(work, case.id, case.version, reason))


def _close(_block: Block, _zone: ZoneInfo) -> Do:
    return doing(lambda turn, work, case: sessions.close(work, case.id, case.version))


def _resolve(block: Block, zone: ZoneInfo) -> Do:
    """The deliberation: `outcomes` as of a pleno, `considerations`, and the dictum (`amar`)."""
    decided = rulings_of(block)
    held = maybe_moment(block, "held_at", zone)
    absent = block.whole("absent", at_least=0, default=0)
    considerations = block.text("considerations")
    amar = block.texts("amar", required=True)

    def resolve(turn: Turn, work: Work, case: Case) -> None:
        members = _panel(work, case)
        seats = tuple(
            Seat(one["officer_id"], one["name"], here, _AGREED if here else "")
            for number, one in enumerate(members)
            for here in (number < len(members) - absent,)
        )
        told = Resolution(Pleno(held or turn.at, seats), decided(turn, work), considerations, amar)
        rulings.resolve(work, case.id, case.version, told)

    return doing(resolve)


def _read_out(block: Block, zone: ZoneInfo) -> Do:
    """The session in which the ruling is read out; `place` where none was fixed for it."""
    held, place = _held_of(block, zone), block.text("place", _HALL)

    def read_out(turn: Turn, work: Work, case: Case) -> None:
        told = held(turn, work, case, (str(Agenda.RULING),), "")
        rulings.read_out(work, case.id, case.version, told, place)

    return doing(read_out)


MakeHeld = Callable[[Turn, Work, Case, Sequence[str], str], Held]


def _held_of(block: Block, zone: ZoneInfo) -> MakeHeld:
    """Read `held_at` (default: as fixed), `closed_at` (default: now), `came`, `absent`, `note`.

    Everybody who was summoned came unless `came` tells who; the last `absent` of the panel did not
    sit.
    """
    opened, closed = maybe_moment(block, "held_at", zone), maybe_moment(block, "closed_at", zone)
    came = block.texts("came") if "came" in block else None
    absent = block.whole("absent", at_least=0, default=0)
    note = block.maybe("note") or ""

    def make(turn: Turn, work: Work, case: Case, agenda: Sequence[str], course: str) -> Held:
        row = hearings.fixed(work, case)
        members = _panel(work, case)
        parties = turn.party_ids(work, came) if came is not None else _summoned(row)
        return Held(
            at=opened or _planned(row) or turn.at,
            closed_at=closed or turn.at,
            panel=[one["officer_id"] for one in members[: len(members) - absent]],
            attended=dict.fromkeys(parties, ""),
            agenda=agenda,
            course=course,
            note=note,
        )

    return make


def _panel(work: Work, case: Case) -> list[Any]:
    row: HearingPanel | None = hearings.panel(work, case)
    return list(row.members) if row is not None else []


def _summoned(row: Hearing | None) -> list[int]:
    return list(row.summoned) if row is not None else []


def _planned(row: Hearing | None) -> datetime | None:
    return row.scheduled_at if row is not None else None


READERS: Mapping[str, Callable[[Block, ZoneInfo], Do]] = {
    "pilihan_kantor": _choose,
    id_of(pleno.register_for_hearing): _register,
    id_of(panel.appoint): _appoint,
    id_of(sessions.fix): _fix,
    id_of(sessions.hold): _hold,
    id_of(sessions.postpone): _postpone,
    id_of(sessions.close): _close,
    id_of(rulings.resolve): _resolve,
    id_of(rulings.read_out): _read_out,
}
