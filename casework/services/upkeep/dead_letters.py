"""Work that was given up: put back in line by a person once its cause is cured."""

from __future__ import annotations

from sqlalchemy import select

from casework.errors import NotPermitted
from casework.models import Outbox
from casework.models.outbox import OutboxState
from casework.services.cases.record import audit
from casework.services.core.work import Work

MAY = frozenset({"administrator", "coordinator", "head_of_secretariat"})


def put_back(work: Work) -> int:
    """Let every row that was given up be tried from the start again, on record; gives how many.

    Raises NotPermitted. What a row's effect has done already it does not do twice.
    """
    if not (work.actor.roles & MAY or work.actor.is_system):
        raise NotPermitted(
            "Pekerjaan yang gagal dicoba lagi oleh administrator, koordinator, atau kepala "
            "sekretariat."
        )
    query = (
        select(Outbox).where(Outbox.state == OutboxState.DEAD).order_by(Outbox.id).with_for_update()
    )
    rows = list(work.session.scalars(query))
    for row in rows:
        row.state, row.attempts, row.batch_id = OutboxState.WAITING, 0, None
        row.lease_owner, row.lease_until = "", None
    if rows and not work.actor.is_system:
        audit.record(work, "pekerjaan_dicoba_lagi", detail={"rows": [row.id for row in rows]})
    return len(rows)
