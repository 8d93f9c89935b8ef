"""Slack: how long the next act of a case may wait, walked back from the end of its limit.

A step whose own time the law does not say takes none, and the walk says so: no length is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from casework.engine.basis import Basis, Mark
from casework.engine.calendar import Calendar
from casework.engine.deadline import compute
from casework.engine.refusals import CalendarGap
from casework.engine.remaining import Step
from casework.engine.rule import DeadlineRule
from casework.engine.words import clock, long_date


@dataclass(frozen=True)
class Stride:
    """One step of the walk: what it is, why it takes the time it takes, on whose word.

    It must be begun by `latest` at the latest, by the stricter reading by `safe`.
    """

    what: str
    why: str
    basis: Basis
    latest: datetime
    safe: datetime
    timed: bool
    mark: Mark


@dataclass(frozen=True)
class Slack:
    """The latest moments to begin what a limit still asks for; aware, in the office's zone.

    `strides` are in the order of doing. `provisional` where a calendar does not reach that far.
    """

    due: datetime
    latest: datetime
    safe: datetime
    strides: tuple[Stride, ...]
    provisional: bool = False

    def left(self, now: datetime) -> timedelta:
        """What is left until the latest moment to begin; negative when it has passed.

        >>> at = datetime.fromisoformat("2024-09-20T23:59:59+07:00")
        >>> Slack(at, at, at, ()).left(datetime.fromisoformat("2024-09-20T11:59:59+07:00"))
        datetime.timedelta(seconds=43200)
        """
        return self.latest - now

    def hours(self, now: datetime) -> int:
        """The whole hours left, rounded down; negative once the latest moment has passed.

        >>> at = datetime.fromisoformat("2024-09-20T23:59:59+07:00")
        >>> Slack(at, at, at, ()).hours(datetime.fromisoformat("2024-09-20T21:30:00+07:00"))
        2
        """
        return self.left(now) // timedelta(hours=1)


def walk_back(
    steps: Sequence[Step], due: datetime, safe: datetime, *, calendar: Calendar, zone: str
) -> Slack:
    """Walk from the end of a limit back through the steps that must still happen before it.

    `due` is its end by the office's reading, `safe` by the stricter one, both aware. The rules of
    the steps' notices are those of the office.
    """
    latest, strict = (moment.astimezone(ZoneInfo(zone)) for moment in (due, min(due, safe)))
    end, strides, provisional = latest, [], False
    for step in reversed(steps):
        if step.notice is None:
            why = _joined(step.why, "Waktu sendiri tidak diatur; dihitung nol.")
            strides.append(
                Stride(step.what, why, step.basis, latest, strict, False, step.basis.mark)
            )
            continue
        strides.append(
            Stride(step.what, step.why, step.basis, latest, strict, False, step.basis.mark)
        )
        notice = step.notice
        why, timed = f"Lamanya tidak diketahui, dihitung nol: {notice.basis.note}", notice.known
        if notice.known:
            try:
                found = compute(notice, latest, calendar=calendar, zone=zone)
                strictly = compute(notice, strict, calendar=calendar, zone=zone)
            except CalendarGap:
                why, timed, provisional = (
                    "Kalender tahun itu belum dimuat; dihitung nol.",
                    False,
                    True,
                )
            else:
                why = _counted(notice, latest, zone)
                latest, strict = min(latest, found.due), min(strict, strictly.safe)
                provisional |= found.provisional or strictly.provisional
        strides.append(Stride(notice.title, why, notice.basis, latest, strict, timed, notice.mark))
    return Slack(end, latest, strict, tuple(reversed(strides)), provisional)


def _counted(notice: DeadlineRule, event: datetime, zone: str) -> str:
    return (
        f"{notice.length} {notice.unit.label} sebelum harinya, yang paling lambat "
        f"{long_date(event.date())} {clock(event, zone)}."
    )


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
