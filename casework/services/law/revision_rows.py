"""The rows that a revision of the law data becomes: added once, or another officer was faster."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError

from casework.engine.revision import Overlay
from casework.errors import Conflict, NotPermitted
from casework.models import Blob, RuleRevision
from casework.services.unit.work import Work


def add(
    work: Work, act: str, overlays: Sequence[Overlay], reason: str, source: str, blob: Blob | None
) -> list[RuleRevision]:
    """Keep the overlays as rows; those after the first came along with it.

    Raises Conflict when the same revision was made meanwhile, NotPermitted for the system.
    """
    rows: list[RuleRevision] = []
    try:
        with work.session.begin_nested():
            for overlay in overlays:
                rows.append(_row(work, act, overlay, reason, source, blob, rows))
                work.session.add(rows[-1])
                work.session.flush()
    except IntegrityError as faster:
        raise Conflict(
            f"Revisi lain atas {overlays[0].edition} dicatat pada saat yang sama. Periksa, lalu "
            "ulangi."
        ) from faster
    return rows


def _row(
    work: Work, act: str, overlay: Overlay, reason: str, source: str, blob: Blob | None,
    before: Sequence[RuleRevision],
) -> RuleRevision:  # fmt: skip
    if work.actor.officer_id is None:
        raise NotPermitted("Aturan dan keputusan libur dicatat oleh petugas, bukan oleh sistem.")
    return RuleRevision(
        edition=overlay.edition,
        base=overlay.base,
        number=overlay.number,
        act=act,
        changes={name: dict(keys) for name, keys in overlay.changes.items()},
        reason=reason,
        source=source,
        document_id=blob.id if blob else None,
        officer_id=work.actor.officer_id,
        office_id=work.actor.office_id,
        at=work.now,
        origin_id=before[0].id if before else None,
    )
