"""The moment a case leaves for another office, and what its sender may do until it is received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.handover import Leaves
from casework.errors import ActRefused, Lack
from casework.models import Base, Case, Document, Office, Transfer
from casework.models.transfer import Passage
from casework.services.cases import transfers
from casework.services.core.work import Work
from casework.services.people import notices

LETTER = "pelimpahan"


def by_letter(
    work: Work, case: Case, edition: Edition, document: Document, at: datetime
) -> Sequence[Base]:
    """A letter was sent at `at`: where it hands the case over, the case has left with it.

    Gives the row for the record of the act; nothing for any other letter, one sent again, or one
    of a case that has ended and goes nowhere.
    """
    found = transfers.under_way(work, case.id) if document.kind == LETTER else None
    if found is None or found[1] is not None or edition.stages[case.stage].final:
        return ()
    handover = edition.acts[found[0].act].handover
    if handover is None or handover.leaves is not Leaves.LETTER:
        return ()
    return (leave(work, case, found[0], at, document.id),)


def leave(
    work: Work, case: Case, transfer: Transfer, at: datetime, document_id: int | None = None
) -> Base:
    """The case has left: its receiver reads it from now on and is told that it waits."""
    step = transfers.record(work, transfer, Passage.LEFT, at=at, document_id=document_id)
    office = work.session.get_one(Office, transfer.to_office_id)
    notices.tell(
        work,
        case,
        transfers.RECEIVERS,
        office=office,
        key=f"{case.id}:transfer-{transfer.id}:left",
        subject=f"{case.number}: pelimpahan menunggu diterima",
        body=(
            f"Perkara {case.number} dilimpahkan {case.office.name} kepada {office.name} "
            f"({transfer.citation}). Catat penerimaannya; sampai itu {case.office.name} yang "
            "menanganinya dan batas waktunya terus berjalan."
        ),
    )
    return step


def check_end(work: Work, case: Case, edition: Edition, act: Act) -> None:
    """A case that waits at another office is not ended under its hands; raises ActRefused."""
    if act.to_stage is None or not edition.stages[act.to_stage].final:
        return
    waiting = transfers.waiting(work, case.id)
    if waiting is None:
        return
    office = work.session.get_one(Office, waiting.to_office_id)
    raise ActRefused(
        act.title,
        (
            Lack(
                f"Perkara sudah dikirim ke {office.name} dan belum diterima",
                waiting.citation,
                "Tunggu sampai kantor itu menerima atau mengembalikannya.",
            ),
        ),
    )
