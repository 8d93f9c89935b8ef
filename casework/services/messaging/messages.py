"""One message to one officer: on the desk at once, by the chosen channels through the outbox."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Notice, Officer
from casework.services.office import preferences
from casework.services.office.preferences import EMAIL
from casework.services.queue import outbox
from casework.services.unit.work import Work


def write(
    work: Work,
    officer: Officer,
    *,
    key: str,
    subject: str,
    body: str,
    zone: str,
    case: Case | None = None,
    ends_at: datetime | None = None,
) -> Notice | None:
    """Write a message and queue its sendings; None when the officer has it under that key.

    `zone` is that of the office it is about: its clock decides about quiet hours. `ends_at` is
    the end of the limit it reminds of.
    """
    if work.session.scalar(select(Notice.id).where(Notice.key == key)) is not None:
        return None
    row = Notice(
        key=key,
        officer_id=officer.id,
        case_id=case.id if case else None,
        subject=subject[:200],
        body=body,
        ends_at=ends_at,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    waits = held_back(work, row, zone)
    for channel in preferences.channels(work, officer.id):
        about = f"{case.id}:" if case else ""
        outbox.put(
            work,
            key=f"{about}notice-{row.id}:{'mail' if channel == EMAIL else channel}",
            kind="mail",
            flow="delivery",
            case_id=case.id if case else None,
            payload={"notice_id": row.id, "channel": channel, "zone": zone},
            not_before=waits,
        )
    return row


def held_back(work: Work, notice: Notice, zone: str) -> datetime | None:
    """Until when the officer's quiet hours hold a message back; None when they do not."""
    quiet = preferences.quiet(work, notice.officer_id)
    return quiet.holds_back(work.now, zone, notice.ends_at) if quiet else None
