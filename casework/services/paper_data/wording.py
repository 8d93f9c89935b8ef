"""Dates, hours, counts and articles as an official letter words them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.spelling import counted as counted
from casework.engine.spelling import date_in_words
from casework.engine.words import clock, long_date

# Instruments whose title does not begin so are practice or settings: never cited to others.
_LAWS = ("Undang-Undang", "Peraturan", "Putusan", "Surat Edaran")


def date_only(moment: datetime, zone: str) -> str:
    """The date a letter bears, in the office's zone: `21 September 2024`."""
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), "d MMMM y", locale="id")


def day(moment: datetime, zone: str) -> str:
    """Weekday and date: `Sabtu, 21 September 2024`."""
    return long_date(moment.astimezone(ZoneInfo(zone)).date())


def hour(moment: datetime, zone: str) -> str:
    """The time of day with its zone: `10.15 WIB`."""
    return clock(moment.astimezone(ZoneInfo(zone)), zone)


def day_and_hour(moment: datetime, zone: str) -> str:
    """Weekday, date and hour; the last second of a day reads 24.00."""
    return f"{day(moment, zone)} pukul {hour(moment, zone)}"


def iso_day_and_hour(text: str, zone: str) -> str:
    """A limit as it is stored, as weekday, date and hour."""
    return day_and_hour(datetime.fromisoformat(text), zone)


def day_in_words(moment: datetime, zone: str) -> str:
    """How minutes open: weekday, then day and year in words, then the hour."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{date_in_words(local.date())} pukul {clock(local, zone)}"


def iso_day(text: str) -> str:
    """An ISO date as Indonesian text; anything else stays as it was typed."""
    try:
        return format_date(date.fromisoformat(text), "d MMMM y", locale="id")
    except ValueError:
        return text


def inside(text: str) -> str:
    """A title for the middle of a sentence; names in capitals (ASN, KPU) keep them."""
    first, _, _ = text.partition(" ")
    return text if len(first) < 2 or not first[1:].islower() else text[0].lower() + text[1:]


def as_law(law: Law, *bases: Basis) -> tuple[str, ...]:
    """Articles for a letter, with full titles of their instruments, each once.

    What is unverified, or is practice and not law, is not cited to anyone outside the office.
    """
    cited: dict[str, None] = {}
    for basis in bases:
        if basis.mark is Mark.UNVERIFIED:
            continue
        for citation in basis.citation.split("; "):
            text = _formal(law, citation)
            if text:
                cited[text] = None
    return tuple(cited)


def regulation(law: Law, edition: Edition) -> tuple[str, ...]:
    """The regulation an edition is, with what amended it; then the judgments that changed it."""
    chain = [edition]
    while chain[0].amends:
        chain.insert(0, law.edition(chain[0].amends))
    first, *later = [text for one in chain if (text := _formal(law, one.basis.citation))]
    amending = [text.partition(" tentang ")[0] for text in later if text.startswith("Peraturan")]
    full = f"{first} sebagaimana diubah dengan {' dan '.join(amending)}" if amending else first
    return (full, *(text for text in later if not text.startswith("Peraturan")))


def _formal(law: Law, citation: str) -> str:
    fitting = [one for one in law.instruments.values() if citation.startswith(one.short)]
    if not fitting:
        return ""
    instrument = max(fitting, key=lambda one: len(one.short))
    if not instrument.title.startswith(_LAWS):
        return ""
    title = " ".join(instrument.title.split())
    place = citation.removeprefix(instrument.short).strip(" ,")
    return f"{place} {title}" if place.startswith("Pasal") else title
