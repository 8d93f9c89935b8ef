"""Every effect is done once: no reminder twice, nothing done without its trace."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from casework.models import Delivery, Notice, Outbox
from casework.models.outbox import DeliveryState, OutboxState
from casework.services.core.work import Work


def faults(work: Work) -> Iterator[str]:
    """A message of one key exists once and was handed over at most once."""
    twice = work.session.execute(
        select(Notice.key, func.count()).group_by(Notice.key).having(func.count() > 1)
    )
    for key, count in twice:
        yield f"pemberitahuan {key}: tercatat {count} kali"
    sent = work.session.execute(
        select(Delivery.notice_id, Delivery.channel, func.count())
        .where(Delivery.state == DeliveryState.SENT)
        .group_by(Delivery.notice_id, Delivery.channel)
        .having(func.count() > 1)
    )
    for notice, channel, count in sent:
        yield f"pemberitahuan {notice} lewat {channel}: tercatat terkirim {count} kali"
    undone = work.session.scalars(
        select(Outbox.key).where(Outbox.state == OutboxState.DONE, Outbox.done_at.is_(None))
    )
    for key in undone:
        yield f"pekerjaan {key}: selesai tanpa waktu selesai"
