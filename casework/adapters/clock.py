"""The time of day; training and test may set it, production never."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casework.errors import SettingsError

_OFFSET = re.compile(r"([+-])(\d+)([dhms])")
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


class Clock:
    """Gives the present moment in UTC, moved or fixed by a `CASEWORK_CLOCK` specification.

    A specification is `+3d`, `-2h`, … (offset), an ISO-8601 time with offset (fixed), or
    `@FILE`, a file that holds either and is read at each call.
    """

    def __init__(self, spec: str = "", *, settable: bool = False) -> None:
        if spec and not settable:
            raise SettingsError(
                "CASEWORK_CLOCK hanya berlaku dalam mode latihan. Hapus variabel itu, "
                "atau jalankan dengan CASEWORK_MODE=training."
            )
        self._spec = spec
        self._file = spec[1:] if spec.startswith("@") else ""
        if spec and not spec.startswith("@"):
            _moved(spec, datetime.now(UTC))

    @property
    def is_set(self) -> bool:
        """True when the time shown is not the real time."""
        return bool(self._spec)

    @property
    def stands(self) -> bool:
        """True when the time shown stands still: a set moment, not an offset."""
        spec = self._written()
        return bool(spec) and _OFFSET.fullmatch(spec) is None

    @staticmethod
    def machine() -> tuple[datetime, str, float]:
        """The machine's own clocks: wall time (UTC), name of its start, seconds since then.

        The seconds go on while the machine sleeps, and nobody can set them.
        """
        boot = _BOOT.read_text().strip() if _BOOT.exists() else ""
        name = "CLOCK_BOOTTIME" if hasattr(time, "CLOCK_BOOTTIME") else "CLOCK_MONOTONIC"
        return datetime.now(UTC), boot, time.clock_gettime(getattr(time, name))

    def now(self) -> datetime:
        """The present moment, UTC."""
        real = datetime.now(UTC)
        spec = self._written()
        return _moved(spec, real) if spec else real

    def _written(self) -> str:
        if not self._file:
            return self._spec
        # Asked several times a page: opened as it is, without building a path of it first.
        try:
            with open(self._file, encoding="utf-8") as file:
                return file.read().strip()
        except FileNotFoundError:
            return ""


def _moved(spec: str, real: datetime) -> datetime:
    if found := _OFFSET.fullmatch(spec):
        sign, amount, unit = found.groups()
        step = timedelta(**{_UNITS[unit]: int(amount)})
        return real + step if sign == "+" else real - step
    try:
        fixed = datetime.fromisoformat(spec)
    except ValueError as fault:
        raise SettingsError(f"CASEWORK_CLOCK tidak dimengerti: {spec!r}; contoh +3d.") from fault
    if fixed.tzinfo is None:
        raise SettingsError("CASEWORK_CLOCK perlu zona, contoh 2024-09-19T09:00:00+07:00.")
    return fixed.astimezone(UTC)
