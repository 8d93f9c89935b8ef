"""The postal addresses of the agencies an office writes to, from–until, used from that day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.engine import addresses, routing
from casework.engine.addresses import ADDRESSES, BASE, Address
from casework.engine.revision import Overlay, of_edition
from casework.engine.routing import Destination
from casework.errors import NotFound, NotPermitted
from casework.models import Office, RuleRevision
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import destinations, revisions
from casework.services.people import numbering, offices

ACTION = "alamat_tujuan_diubah"
ROLES = numbering.SETTERS | {"administrator"}
MOST_LINES = 4


@dataclass(frozen=True)
class NewAddress:
    """An address as it is typed in; `until` is the first day on which it is used no longer."""

    title: str
    lines: tuple[str, ...]
    place: str
    email: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Line:
    """One concrete agency of an office: what the law data give, and what the office entered."""

    key: str
    given: Destination
    history: tuple[Address, ...]
    now: Address | None


def reachable(work: Work) -> list[Office]:
    """The offices whose destinations the actor keeps: those governed, or the own one."""
    found = offices.governed(work)
    if not found and work.actor.roles & ROLES:
        found = [work.session.get_one(Office, work.actor.office_id)]
    return found


def office(work: Work, office_id: int) -> Office:
    """One of those; raises NotFound for every other."""
    for one in reachable(work):
        if one.id == office_id:
            return one
    raise NotFound("Kantor itu tidak ada atau alamat tujuannya tidak diatur oleh Anda.")


def lines(work: Work, row: Office) -> tuple[Line, ...]:
    """Every agency that is competent today, in each region the office works in."""
    today = offices.local_day(work, row)
    found: dict[str, Line] = {}
    for agency in work.law.agencies.values():
        if agency.in_force.covers(today):
            for one in _concrete(work, row, agency.id):
                key = destinations.destination_key(one)
                history = work.law.addresses.get(addresses.name_of(row.code, key), ())
                found[key] = Line(key, one, history, addresses.on_day(history, today))
    return tuple(sorted(found.values(), key=lambda line: line.given.name))


def line(work: Work, row: Office, key: str) -> Line:
    """One of them. Raises NotFound."""
    for one in lines(work, row):
        if one.key == key:
            return one
    raise NotFound("Instansi itu tidak ada dalam data aturan atau tidak berwenang hari ini.")


def change(work: Work, office_id: int, key: str, new: NewAddress, reason: str) -> RuleRevision:
    """Enter an address of a destination; letters issued from its first day on bear it.

    Earlier addresses stay readable. Raises NotPermitted, NotFound, Conflict or BadInput.
    """
    if not work.actor.roles & ROLES or work.actor.officer_id is None:
        raise NotPermitted(
            "Alamat instansi tujuan diatur oleh administrator, ketua, atau kepala sekretariat."
        )
    row = office(work, office_id)
    line(work, row, key)
    check = TextChecker()
    given = [check.text("alamat", "Alamat", one, limit=120) for one in new.lines]
    kept = [one for one in given if one]
    values = {
        "since": new.since.isoformat(),
        "until": new.until.isoformat() if new.until else None,
        "title": check.text("jabatan", "Jabatan tujuan", new.title, limit=200),
        "lines": kept,
        "place": check.text("tempat", "Tempat", new.place, limit=80),
        "email": check.text("surel", "Surel", new.email, limit=254),
    }
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    if len(kept) > MOST_LINES:
        check.refuse("alamat", f"Alamat: paling banyak {MOST_LINES} baris.")
    if not kept and not values["title"] and not values["place"]:
        check.refuse("alamat", "Isi alamat, jabatan, atau tempat tujuan.")
    if new.until is not None and new.until <= new.since:
        check.refuse("sampai", "Hari berakhir harus sesudah hari mulai.")
    if values["email"] and "@" not in str(values["email"]):
        check.refuse("surel", "Surel itu tidak sah; contoh sekretariat@contoh.go.id.")
    check.done()
    name = addresses.name_of(row.code, key)
    done = of_edition(work.law.overlays, ADDRESSES, BASE)
    overlay = Overlay(ADDRESSES, BASE, len(done) + 1, {name: values})
    (made,) = revisions.add(work, ACTION, [overlay], text, "", None)
    offices.record(
        work, row, ACTION, f"rule_revisions:{made.id}",
        {"destination": key, "revision": f"{ADDRESSES}@{overlay.revision}"}, touched=[made],
    )  # fmt: skip
    return made


def _concrete(work: Work, row: Office, agency_id: str) -> Sequence[Destination]:
    """An agency as letters of the office name it: once, or once a region it works in."""
    agency = work.law.agencies[agency_id]
    province = work.law.sole_province()
    if not routing.needs_region(agency):
        return [routing.destination_of(agency, province)]
    entry = work.law.offices.get(row.code)
    own = entry.region if entry else None
    regions = [
        one for one in work.law.regions.values()
        if one.kind in ("kabupaten", "kota") and own in (None, one.id, province and province.id)
    ]  # fmt: skip
    return [routing.destination_of(agency, one) for one in regions]
