"""The heads of all chains, sent every day to two people who keep them away from this machine.

Whoever can write database and anchor file can take the newest events away with their anchors; what
was told outside cannot be taken back. The heads that were sent stand in an event, so that no chain
can be cut behind them without cutting that one too.
"""

from __future__ import annotations

import base64
import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from sqlalchemy import func, select

from casework.engine.roles import Role
from casework.engine.words import long_date
from casework.errors import BadInput, DeliveryFailed
from casework.models import Event, Office, Officer, OfficerRole
from casework.services.cases.record import audit
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.people import notices, officers

SENT, CHOSEN = "kepala_rantai_dikirim", "penerima_kepala_rantai"
HOW_MANY = 2
USUAL = (Role.CHAIR, Role.HEAD_OF_SECRETARIAT, Role.COORDINATOR, Role.AUDITOR, Role.SUPERVISOR)
"""Who gets them where nobody was chosen: nobody who looks after the machine."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heads:
    """The newest link of every chain, and a time stamp of them (RFC 3161) where there is one."""

    links: tuple[tuple[int, int, str], ...]
    stamp: bytes | None = None

    @property
    def text(self) -> str:
        """One line a chain, as in the anchor file."""
        return "".join(f"{office} {seq} {hash_}\n" for office, seq, hash_ in self.links)


def sender(work: Work) -> int | None:
    """The office whose daily message the heads go with: the first one with staff."""
    return work.session.scalar(select(func.min(OfficerRole.office_id)))


def taken(door: Door, office_id: int) -> Heads | None:
    """The heads as they are now, stamped where a service is set; None for another office.

    Asks the service outside any transaction. One that does not answer leaves the heads unstamped.
    """
    with door.reading(Actor.system(office_id)) as work:
        if sender(work) != office_id:
            return None
        heads = Heads(tuple(audit.heads(work.session)))
    if door.stamper is None:
        return heads
    try:
        stamp = door.stamper.stamp(hashlib.sha256(heads.text.encode()).digest())
    except DeliveryFailed:
        log.exception("heads not stamped")
        return heads
    return Heads(heads.links, stamp)


def send(work: Work, office: Office, day: date, heads: Heads) -> None:
    """Tell the two people, by the channels they chose, and record what was sent to whom."""
    told = recipients(work, office, day)
    stamp = base64.b64encode(heads.stamp).decode() if heads.stamp else None
    audit.record(
        work,
        SENT,
        detail={
            "heads": [list(link) for link in heads.links],
            "to": [one.id for one in told],
            **({"stamp": stamp} if stamp else {}),
        },
    )
    for officer in told:
        notices.write(
            work,
            officer,
            key=f"heads:{day.isoformat()}:officer-{officer.id}",
            subject=f"Kepala jejak audit {long_date(day)}",
            body=(
                "Simpan pesan ini di luar sistem, misalnya dicetak: ia menunjukkan bila jejak "
                "audit kelak dipotong atau ditulis ulang. Cara memeriksanya: casework audit verify "
                f"--anchors BERKAS. {_stamped(heads)}\nKantor, nomor, hash:\n{heads.text}"
            ),
            zone=office.zone,
        )


def _stamped(heads: Heads) -> str:
    if heads.stamp is None:
        return "Tanpa cap waktu."
    return "Dengan cap waktu (RFC 3161), lihat casework audit stamps."


def recipients(work: Work, office: Office, day: date) -> list[Officer]:
    """The people chosen last who still have an account; filled up by the usual roles.

    Those of the office come first, then those of the others in their order.
    """
    event = work.session.scalar(
        select(Event)
        .where(Event.office_id == office.id, Event.action == CHOSEN)
        .order_by(Event.seq.desc())
        .limit(1)
    )
    chosen = event.detail["to"] if event else []
    found = [work.session.get(Officer, key) for key in chosen]
    people = [one for one in found if one is not None and one.active]
    every = work.session.scalars(select(Office.id).order_by(Office.id != office.id, Office.id))
    for office_id, role in product(every, USUAL):
        if len(people) >= HOW_MANY:
            break
        held = officers.holders(work.session, office_id, (role,), day)
        people += [one for one in held if one not in people]
    return people[:HOW_MANY]


def choose(work: Work, logins: Sequence[str]) -> list[Officer]:
    """Choose who gets the heads from now on, in the record; raises BadInput."""
    found = work.session.scalars(
        select(Officer).where(Officer.login.in_(logins), Officer.active).order_by(Officer.id)
    ).all()
    if len(found) != HOW_MANY or len(set(logins)) != HOW_MANY:
        raise BadInput.one("penerima", "Sebutkan nama pengguna dua petugas aktif yang berbeda.")
    audit.record(work, CHOSEN, detail={"to": [one.id for one in found]})
    return list(found)


def stamps(work: Work) -> list[tuple[str, str, bytes]]:
    """Of each stamped sending: its day, the text that was stamped, and the token (DER)."""
    sent = work.session.scalars(select(Event).where(Event.action == SENT).order_by(Event.id))
    return [
        (
            event.at.date().isoformat(),
            Heads(tuple((one[0], one[1], one[2]) for one in event.detail["heads"])).text,
            base64.b64decode(event.detail["stamp"]),
        )
        for event in sent
        if "stamp" in event.detail
    ]
