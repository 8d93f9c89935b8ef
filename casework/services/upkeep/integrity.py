"""Every night the whole installation is read back: once a day, kept, and told when red."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from casework.engine.words import clock, long_date
from casework.failpoint import failpoint
from casework.models import IntegrityCheck, Office, Outbox
from casework.ports import Examined
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor, Work
from casework.services.people import notices, officers

# By the clock of the first office, when nobody works.
AT = time(2, 0)
STALE_AFTER = timedelta(days=2)
TOLD = ("administrator", "coordinator")
FLOW = KIND = "integrity"


def plan(door: Door) -> bool:
    """Ask for today's examination if nobody did; costs two look-ups by key."""
    with door.reading(Actor.system(NO_OFFICE)) as work:
        first = seat(work)
        if first is None or _asked(work, _today(work, first)):
            return False
    # Another worker may have been faster.
    with suppress(IntegrityError), door.unit_of_work(Actor.system(first.id)) as work:
        day = _today(work, first)
        outbox.put(
            work,
            key=_key(day),
            kind=KIND,
            flow=FLOW,
            case_id=None,
            payload={"office_id": first.id, "day": day.isoformat()},
            not_before=datetime.combine(day, AT, ZoneInfo(first.zone)),
        )
    return True


def integrity(door: Door, job: Job) -> None:
    """Examine everything and keep what was found (`integrity {office_id, day}`).

    The examination of a day that is over by now is left out: today's reads the same and more.
    """
    office_id = int(job.payload["office_id"])
    with door.reading(Actor.system(office_id)) as work:
        here = work.session.get_one(Office, office_id)
        late = date.fromisoformat(job.payload["day"]) != _today(work, here)
    found = None if late else door.examiner.examine()
    with door.unit_of_work(Actor.system(office_id)) as work:
        if found is not None:
            keep(work, found)
        outbox.done(work, job)
        failpoint("integrity.before-commit")
    failpoint("integrity.after-commit")


def keep(work: Work, found: Examined) -> IntegrityCheck:
    """Write down what an examination found; tell the offices that did not know yet.

    The event goes into the chain of the actor's office, the seat of the installation.
    """
    row = IntegrityCheck(
        office_id=work.actor.office_id,
        at=work.now,
        schema=found.schema,
        seconds=found.seconds,
        events=found.events,
        rows=found.rows,
        files=found.files,
        faults=sum(found.counts.values()),
        found={
            name: {"count": count, "first": list(found.first[name])}
            for name, count in found.counts.items()
        },
        offices=list(found.offices),
    )
    known = _told_already(work)
    work.session.add(row)
    work.session.flush()
    audit.record(
        work,
        "keutuhan_diperiksa",
        subject=audit.row_name(row),
        detail={"faults": row.faults, "events": row.events, "rows": row.rows, "files": row.files},
        touched=[row],
    )
    for office_id in found.offices:
        if row.faults and office_id not in known:
            _tell(work, work.session.get_one(Office, office_id), row)
    return row


def last(work: Work) -> IntegrityCheck | None:
    """The newest examination that came to its end."""
    return work.session.scalar(select(IntegrityCheck).order_by(IntegrityCheck.id.desc()).limit(1))


def _told_already(work: Work) -> set[int]:
    """Offices that were told since everything agreed for the last time."""
    green = select(func.max(IntegrityCheck.id)).where(IntegrityCheck.faults == 0)
    red = select(IntegrityCheck.offices).where(
        IntegrityCheck.id > (work.session.scalar(green) or 0)
    )
    return {int(office) for offices in work.session.scalars(red) for office in offices}


def _tell(work: Work, office: Office, row: IntegrityCheck) -> None:
    today = _today(work, office)
    when = f"{long_date(today)} pukul {clock(row.at, office.zone)}"
    for officer in officers.holders(work.session, office.id, TOLD, today):
        notices.write(
            work,
            officer,
            key=f"integrity:{row.id}:officer-{officer.id}",
            subject=f"{office.name}: data tidak utuh",
            body=(
                f"Pemeriksaan keutuhan {when} menemukan {row.faults} ketidakcocokan "
                f"({', '.join(sorted(row.found))}) yang menyangkut {office.name}. Jangan mengubah "
                "apa pun untuk memperbaikinya. Minta pengelola server menjalankan casework audit "
                "verify, menyimpan mesin sebagaimana adanya, dan membandingkannya dengan cadangan "
                "terakhir. Pesan ini tidak diulang sampai pemeriksaan kembali utuh."
            ),
            zone=office.zone,
        )


def seat(work: Work) -> Office | None:
    """The first office without one above it, whose clock is the installation's."""
    return work.session.scalar(
        select(Office).order_by(Office.parent_id.is_not(None), Office.id).limit(1)
    )


def _today(work: Work, office: Office) -> date:
    return work.now.astimezone(ZoneInfo(office.zone)).date()


def _asked(work: Work, day: date) -> bool:
    return work.session.scalar(select(Outbox.id).where(Outbox.key == _key(day))) is not None


def _key(day: date) -> str:
    return f"{KIND}:{day.isoformat()}"
