"""Quiet hours: when an officer wants to be left alone, by the clock of an office."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.errors import NotPermitted
from casework.models import Preference
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

_DAY = timedelta(days=1)
LAST_CALL = timedelta(hours=1)
"""A reminder of a limit that has not ended leaves its reader at least this much time."""


@dataclass(frozen=True)
class Quiet:
    """Hours from `since` up to `until`; over midnight when `until` is the earlier one."""

    since: time
    until: time

    def window(self, at: datetime, zone: str) -> tuple[datetime, datetime] | None:
        """The quiet span that holds `at` (aware), or None; its end is no longer in it."""
        local = at.astimezone(ZoneInfo(zone))
        for day in (local.date() - _DAY, local.date()):
            begins = datetime.combine(day, self.since, ZoneInfo(zone))
            over = day if self.since < self.until else day + _DAY
            ends = datetime.combine(over, self.until, ZoneInfo(zone))
            if begins <= at < ends:
                return begins, ends
        return None

    def holds_back(self, at: datetime, zone: str, ends_at: datetime | None) -> datetime | None:
        """Until when a message must wait; None when it may go now.

        A reminder of a limit that ends (`ends_at`) within the same quiet span, or less than an hour
        after it, does not wait: it would come too late.
        """
        span = self.window(at, zone)
        if span is None or (ends_at is not None and span[0] <= ends_at < span[1] + LAST_CALL):
            return None
        return span[1]


EMAIL, TELEGRAM, WHATSAPP, WEBHOOK = "email", "telegram", "whatsapp", "webhook"
TITLES: Mapping[str, str] = {
    EMAIL: "Surel",
    TELEGRAM: "Telegram",
    WHATSAPP: "WhatsApp",
    WEBHOOK: "Webhook kantor",
}
# What an address of a channel looks like, and how to say it; other channels need none here.
_ADDRESSES = {
    TELEGRAM: (re.compile(r"-?\d{4,20}"), "angka ID percakapan, contoh 123456789"),
    WHATSAPP: (re.compile(r"\+\d{8,15}"), "nomor dengan kode negara, contoh +6281200000000"),
}
_LONGEST = 40


@dataclass(frozen=True)
class Wishes:
    """What an officer chose. The messages on the desk come whatever is chosen here."""

    channels: tuple[str, ...] = (EMAIL,)
    addresses: Mapping[str, str] = field(default_factory=dict)
    quiet: Quiet | None = None


def channels(work: Work, officer_id: int) -> tuple[str, ...]:
    """The channels an officer chose; mail alone where nothing was chosen yet."""
    row = work.session.get(Preference, officer_id)
    return Wishes().channels if row is None else tuple(row.channels)


def quiet(work: Work, officer_id: int) -> Quiet | None:
    """The officer's quiet hours, if any."""
    row = work.session.get(Preference, officer_id)
    if row is None or row.quiet_from is None or row.quiet_until is None:
        return None
    return Quiet(row.quiet_from, row.quiet_until)


def address(work: Work, officer_id: int, channel: str) -> str:
    """The officer's address on a channel, "" where none was given."""
    return wishes(work, officer_id).addresses.get(channel, "")


def wishes(work: Work, officer_id: int) -> Wishes:
    """Everything an officer chose."""
    row = work.session.get(Preference, officer_id)
    if row is None:
        return Wishes()
    addresses = json.loads(work.vault.open(row.sealed, _context(row.handle)))
    return Wishes(tuple(row.channels), addresses, quiet(work, officer_id))


def choose(
    work: Work,
    chosen: Collection[str],
    addresses: Mapping[str, str],
    since: time | None,
    until: time | None,
    offered: Collection[str],
) -> None:
    """Keep what the acting officer chose, for that officer alone.

    `offered` are the channels this installation can use. Raises BadInput naming each field,
    NotPermitted for anybody who is no officer.
    """
    officer_id = work.actor.officer_id
    if officer_id is None:
        raise NotPermitted("Pilihan pemberitahuan hanya dapat diatur oleh petugas itu sendiri.")
    check = TextChecker()
    for channel in chosen:
        if channel not in offered:
            title = TITLES.get(channel, channel)
            check.refuse(
                "kanal",
                f"{title} belum disiapkan pada sistem ini. Minta administrator menyiapkannya, "
                "atau pilih kanal lain.",
            )
    kept = {name: _address(check, name, addresses, name in chosen) for name in _ADDRESSES}
    if (since is None) != (until is None):
        check.refuse("tenang_sampai" if until is None else "tenang_dari",
                     "Isi kedua jam tenang, atau kosongkan keduanya.")  # fmt: skip
    elif since is not None and since == until:
        check.refuse("tenang_sampai", "Awal dan akhir jam tenang sama. Isi dua jam yang berbeda.")
    check.done()
    row = work.session.get(Preference, officer_id)
    if row is None:
        row = Preference(officer_id=officer_id, handle=secrets.token_hex(16))
        work.session.add(row)
    row.channels = [name for name in TITLES if name in chosen]
    row.quiet_from, row.quiet_until = since, until
    plain = json.dumps({name: text for name, text in kept.items() if text}, sort_keys=True)
    row.sealed = work.vault.seal(plain.encode(), _context(row.handle))
    row.changed_at = work.now
    audit.record(
        work,
        "pemberitahuan_diatur",
        subject=f"officers:{officer_id}",
        detail={"channels": row.channels, "quiet": since is not None},
    )


def _address(check: TextChecker, channel: str, addresses: Mapping[str, str], needed: bool) -> str:
    shape, example = _ADDRESSES[channel]
    label = f"Alamat {TITLES[channel]}"
    text = check.text(
        channel, label, addresses.get(channel, ""), limit=_LONGEST, required=needed
    ).replace(" ", "")
    if text and not shape.fullmatch(text):
        check.refuse(channel, f"{label} tidak sah. Yang diminta: {example}.")
    return text


def _context(handle: str) -> str:
    return f"preference:{handle}"
