"""Saved views of the list of cases, the choices of its filters, and the record of exports.

An export of the list as a file is recorded, because its content leaves the installation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
    union_all,
)

from casework.errors import BadInput, NotFound, wording
from casework.models import Office, Officer, OfficerRole, SavedView
from casework.services.cases import access, transfers
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

ACTION = "daftar_diekspor"


def note(work: Work, form: str, filters: Sequence[str]) -> None:
    """Record that the actor takes a list along, as which kind of file and by which filters.

    Only the names of the filters: what was searched for may be a person's name.
    """
    audit.record(work, ACTION, detail={"format": form, "filters": sorted(filters)})


MOST_VIEWS = 50
LONGEST_QUERY = 1500


@dataclass(frozen=True)
class View:
    """A kept view: its name and the query part of its address."""

    id: int
    name: str
    query: str


@dataclass(frozen=True)
class Choices:
    """What the filters of a list offer to one officer."""

    views: tuple[View, ...] = ()
    offices: tuple[tuple[int, str], ...] = ()
    officers: tuple[tuple[int, str], ...] = field(default=())


def choices(work: Work) -> Choices:
    """The officer's views, the offices seen, and the officers of the own office."""
    statement = _CHOICES[1 if access.sees_below(work) else 0]
    asked = {"office": work.actor.office_id, "officer": work.actor.officer_id}
    rows = work.session.execute(statement, asked)
    by_name = sorted(rows, key=lambda row: (row.name.casefold(), row.id))
    return Choices(
        tuple(View(row.id, row.name, row.query) for row in by_name if row.kind == "view"),
        tuple((row.id, row.name) for row in by_name if row.kind == "office"),
        tuple((row.id, row.name) for row in by_name if row.kind == "officer"),
    )


def _statement(seen: ColumnElement[bool]) -> CompoundSelect[str, int, str, str]:
    nothing = literal("")
    held = select(OfficerRole.officer_id).where(OfficerRole.office_id == bindparam("office"))
    return union_all(
        select(literal("view").label("kind"), SavedView.id, SavedView.name, SavedView.query)
        .where(SavedView.officer_id == bindparam("officer")),
        select(literal("office"), Office.id, Office.name, nothing).where(seen),
        select(literal("officer"), Officer.id, Officer.name, nothing).where(Officer.id.in_(held)),
    )  # fmt: skip


# Asked with each page of the list, so both are built once: the own office, and those below it.
_OWN = Office.id == bindparam("office")
_CHOICES = tuple(
    _statement(seen)
    for seen in (_OWN, or_(_OWN, Office.id.in_(transfers.below(bindparam("office")))))
)


def keep(work: Work, name: str, query: str) -> SavedView:
    """Keep a view under a name, in place of the officer's own of that name.

    Raises BadInput.
    """
    check = TextChecker()
    name = check.text("nama", "Nama tampilan", name, limit=80, required=True)
    check.done()
    mine = SavedView.officer_id == work.actor.officer_id
    row = work.session.scalar(select(SavedView).where(mine, SavedView.name == name))
    if row is None:
        kept = work.session.scalar(select(func.count()).select_from(SavedView).where(mine)) or 0
        if kept >= MOST_VIEWS:
            raise BadInput.one(
                "nama",
                wording(
                    "Sudah ada %(most)s tampilan. Hapus satu yang tidak dipakai lagi.",
                    most=MOST_VIEWS,
                ),
            )
        row = SavedView(officer_id=work.actor.officer_id, name=name)
        work.session.add(row)
    row.query, row.saved_at = query[:LONGEST_QUERY], work.now
    work.session.flush()
    return row


def query(work: Work, view_id: int) -> str:
    """What one of the officer's own views keeps; raises NotFound."""
    found = work.session.scalar(
        select(SavedView.query).where(
            SavedView.id == view_id, SavedView.officer_id == work.actor.officer_id
        )
    )
    if found is None:
        raise NotFound("Tampilan itu tidak ada.")
    return found


def drop(work: Work, view_id: int) -> None:
    """Forget a view of one's own; raises NotFound."""
    done = work.session.execute(
        delete(SavedView)
        .where(SavedView.id == view_id, SavedView.officer_id == work.actor.officer_id)
        .returning(SavedView.id)
    )
    if done.first() is None:
        raise NotFound("Tampilan itu tidak ada.")
