"""When the clock of a limit starts: the latest of the facts it hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casework.engine.refusals import DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule

_YEARS = (1945, 2200)


def check_known(rule: DeadlineRule) -> None:
    """Raises RuleUnknown, with the reason, for a rule whose length nobody knows."""
    if not rule.known:
        raise RuleUnknown(
            f'Batas "{rule.title}" tidak dapat dihitung karena belum diketahui: '
            f"{rule.basis.note or rule.basis.citation}"
        )


def latest(rule: DeadlineRule, start: datetime, also: Mapping[str, datetime]) -> datetime:
    """The moment that starts the clock. Raises DeadlineRefused when the facts do not fit."""
    if also or len(rule.starts_on) > 1:
        _check_facts(rule, also)
    moments = [start, *also.values()]
    if any(moment.tzinfo is None for moment in moments):
        raise DeadlineRefused("Waktu mulai harus menyebut zona waktunya (mis. +07:00).")
    began = max(moments)
    if not _YEARS[0] <= began.year <= _YEARS[1]:
        raise DeadlineRefused(
            f"Tahun {began.year} tidak masuk akal untuk waktu mulai; periksa tanggalnya."
        )
    return began


def _check_facts(rule: DeadlineRule, also: Mapping[str, datetime]) -> None:
    foreign = sorted(set(also) - set(rule.starts_on[1:]))
    missing = [fact for fact in rule.starts_on[1:] if fact not in also]
    if foreign:
        raise DeadlineRefused(
            f"Fakta {', '.join(foreign)} bukan awal kedua batas {rule.id}; "
            f"batas ini mulai pada: {', '.join(rule.starts_on)}."
        )
    if missing:
        raise DeadlineRefused(
            f"Batas {rule.id} baru berjalan setelah {' dan '.join(rule.starts_on)} "
            f"({rule.basis.citation}); waktu {', '.join(missing)} belum diberikan."
        )
