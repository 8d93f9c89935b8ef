"""Every running case compared with every account: after an upgrade or a restore."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from casework.models import Case
from casework.services.acting import exclusions, named
from casework.services.cases import access
from casework.services.unit.door import NO_OFFICE, Door
from casework.services.unit.work import Actor


def review(door: Door) -> Iterator[int]:
    """Compare them, a case a transaction; tells how many officers each keeps away now."""
    with door.reading(Actor.system(NO_OFFICE)) as work:
        running = select(Case.id, Case.office_id).where(Case.stage.not_in(named.over(work)))
        found = work.session.execute(running.order_by(Case.id)).all()
    for case_id, office_id in found:
        with door.unit_of_work(Actor.system(office_id)) as work:
            yield len(exclusions.review(work, access.locked(work, case_id)))
