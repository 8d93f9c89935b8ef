"""The limits of an edition, as a chapter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from casework.engine.basis import Basis
from casework.engine.counting import FirstDay, Unit
from casework.engine.edition import Edition
from casework.engine.lawbook.page import Chapter, Item, lines
from casework.engine.rule import DeadlineRule, Direction, Ends, Example
from casework.engine.words import long_date

_INTRO = (
    "Setiap batas menyebut fakta yang memulai hitungan, lamanya, cara menghitung hari pertama, "
    "kapan hari terakhir habis, dan akibatnya. Contohnya dihitung ulang setiap kali data diperiksa."
)


def chapter(edition: Edition) -> Chapter:
    """Every limit, those not known among them."""
    items = tuple(_item(edition, rule) for rule in edition.deadlines.values())
    return Chapter("batas", "Batas waktu", _INTRO, items)


def _item(edition: Edition, rule: DeadlineRule) -> Item:
    told = lines(
        ("Mulai", _start(edition, rule)),
        ("Lama", _length(rule) if rule.known else "belum diketahui"),
        ("Hari pertama", _first_day(rule)),
        ("Berakhir", _end(rule)),
        ("Perpanjangan", _extension(edition, rule)),
        ("Jeda", "; ".join(one.title for one in rule.pauses)),
        ("Tidak boleh melewati", _within(edition, rule)),
        ("Akibat bila lewat", rule.on_expiry),
        ("Pengingat", _reminders(rule)),
        ("Contoh", "; ".join(_example(one) for one in rule.examples)),
    )
    return Item(f"batas/{rule.id}", rule.title, told, rule.basis, tuple(_caveats(rule)), rule.known)


def _start(edition: Edition, rule: DeadlineRule) -> str:
    if rule.follows is not None:
        return f"berakhirnya batas {rule.follows.title}"
    return " dan ".join(edition.facts[name].title for name in rule.starts_on)


def _length(rule: DeadlineRule) -> str:
    before = " sebelumnya" if rule.direction is Direction.BEFORE else ""
    return f"{rule.length} {rule.unit.label}{before}"


def _first_day(rule: DeadlineRule) -> str:
    if rule.unit is Unit.HOURS or rule.direction is Direction.BEFORE or not rule.known:
        return ""
    if rule.first_day is FirstDay.NEXT_DAY:
        return "hari kejadian tidak dihitung"
    return "hari kejadian dihitung"


def _end(rule: DeadlineRule) -> str:
    if not rule.known:
        return ""
    if rule.ends is Ends.OFFICE_CLOSE and rule.closes_at:
        return f"pukul {rule.closes_at:%H.%M} waktu kantor pada hari terakhir"
    if rule.ends is Ends.EXACT:
        return "tepat pada jamnya"
    return "pukul 24.00 waktu kantor pada hari terakhir"


def _extension(edition: Edition, rule: DeadlineRule) -> str:
    if rule.extension is None:
        return ""
    act = edition.acts.get(rule.extension.act or "")
    by = f", dengan tindakan {act.title}" if act else ""
    return (
        f"menjadi {rule.extension.total} {rule.unit.label} seluruhnya dari awal yang sama{by}: "
        f"{rule.extension.reason} ({rule.extension.basis.citation})"
    )


def _within(edition: Edition, rule: DeadlineRule) -> str:
    return edition.deadlines[rule.within].title if rule.within else ""


def _reminders(rule: DeadlineRule) -> str:
    return f"{rule.ladder.title} ({rule.ladder.note})" if rule.ladder else ""


def _example(one: Example) -> str:
    longer = ", diperpanjang" if one.extended else ""
    why = f" ({one.why})" if one.why else ""
    return f"mulai {_when(one.start)}{longer}, berakhir {_when(one.due)}{why}"


def _when(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return f"{long_date(moment.date())} pukul {moment:%H.%M}"
    return long_date(moment)


def _caveats(rule: DeadlineRule) -> Iterator[tuple[str, Basis]]:
    parts = {
        "Mulai": rule.start_basis,
        "Satuan": rule.unit_basis,
        "Hari pertama": rule.first_day_basis,
        "Akibat": rule.on_expiry_basis,
    }
    return ((part, basis) for part, basis in parts.items() if basis != rule.basis)
