"""Repairs waiting outbox rows after the machine's clock ran ahead and was set back."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import case, or_, update

from casework.models import Outbox
from casework.models.outbox import OutboxState
from casework.services.core import outbox
from casework.services.core.work import Work

# Quiet hours hold a message back for less than a day, and nothing else that follows an act waits.
LONGEST_WAIT = timedelta(days=1)
# These wait for a moment of the law or of the day, however far that is.
WAITING = ("reminder", "digest", "integrity")


def hurry(work: Work) -> int:
    """Let nothing wait for the days the clock was ahead; gives how many rows would have.

    A pause longer than there is one, and a message put off for longer than quiet hours last, were
    noted by the clock that was ahead. They are tried now; a message asks again for quiet hours.
    """
    far, paused = work.now + LONGEST_WAIT, outbox.real_now() + outbox.LONGEST_PAUSE
    put_off = (Outbox.not_before > far) & Outbox.kind.not_in(WAITING)
    resting = (Outbox.lease_owner == "") & (Outbox.lease_until > paused)
    rows = work.session.scalars(
        update(Outbox)
        .where(Outbox.state == OutboxState.WAITING, or_(put_off, resting))
        .values(
            not_before=case((put_off, work.now), else_=Outbox.not_before),
            lease_until=case((resting, None), else_=Outbox.lease_until),
        )
        .returning(Outbox.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())
