"""Corrections of an entry of the record, and the check that texts for it name nobody protected."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from casework.errors import NotFound, NotPermitted
from casework.models import Case, Event, Identity, Party
from casework.services.cases import access
from casework.services.cases.record import attempts, audit, identity, naming
from casework.services.cases.record.identity import Person
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

ACTION = "koreksi_dicatat"
WRITERS = frozenset(
    {
        "intake_officer",
        "case_officer",
        "coordinator",
        "commissioner",
        "chair",
        "secretariat",
        "head_of_secretariat",
    }
)


def correct(work: Work, case_id: int, event_id: int, text: str) -> Event:
    """Record what is wrong with one recorded act and what is right; the act stays as it is.

    Raises NotFound, NotPermitted, or BadInput when the text is missing or names a protected
    person.
    """
    if not work.actor.roles & WRITERS:
        raise NotPermitted("Koreksi dicatat oleh petugas yang menangani perkara kantor itu.")
    case = access.changeable(work, case_id)
    event = link(work, case, event_id)
    check = TextChecker()
    text = check.text("koreksi", "Koreksi", text, limit=1000, required=True)
    if text and len(text) < 5:
        check.refuse("koreksi", "Tulis apa yang salah dan apa yang benar (paling sedikit 5 huruf).")
    unnamed(work, case, check, "koreksi", text)
    check.done()
    return audit.record(
        work,
        ACTION,
        case=case,
        subject=f"events:{event.id}",
        detail={"corrects": event.id, "reason": text},
    )


def link(work: Work, case: Case, event_id: int) -> Event:
    """One recorded act of a case; raises NotFound."""
    event = work.session.get(Event, event_id)
    if event is None or event.case_id != case.id:
        raise NotFound("Catatan itu tidak ada pada perkara ini.")
    return event


def unnamed(work: Work, case: Case, check: TextChecker, field: str, text: str) -> None:
    """Note that a text for the record names somebody protected, for the act to be refused."""
    unnamed_all(work, case, check, {field: text})


def unnamed_all(work: Work, case: Case, check: TextChecker, texts: Mapping[str, str]) -> None:
    """Note each text for the record that names somebody protected; `texts` are given by field.

    The act is refused when the checker is done: `check.done()` raises BadInput.
    """
    for field in _telling(work, case, texts):
        check.refuse(
            field,
            "Teks ini memuat data pelapor atau saksi. Jejak perkara dibaca semua petugas: pakai "
            "sebutan samarannya, misalnya Pelapor atau Saksi 1.",
        )


def names_somebody(work: Work, case: Case, field: str, text: str) -> bool:
    """Does the text hold a name, number or address that belongs to a protected person?

    The act is then to be refused. That it was is recorded, with the field, never with the text.
    """
    return bool(_telling(work, case, {field: text}))


def _telling(work: Work, case: Case, texts: Mapping[str, str]) -> list[str]:
    """The fields whose text tells who somebody protected is; the tries are noted."""
    written = {field: text for field, text in texts.items() if text.strip()}
    if not written:
        return []
    parties = work.session.scalars(
        select(Party)
        .join(Identity, Identity.id == Party.identity_id)
        .where(Party.case_id == case.id)
    )
    protected = [_hidden(work, case, party) for party in parties]
    found = [
        field
        for field, text in written.items()
        if any(naming.tells(person, [text]) for person in protected)
    ]
    for field in found:
        attempts.note(work, case, attempts.NAMED, field)
    return found


def _hidden(work: Work, case: Case, party: Party) -> Person:
    return naming.hidden(identity.unseal(work, party), case.event_place)
