"""Builds the letters by which a case goes to another office; they name no reporter."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.basis import Basis, Mark
from casework.engine.papers import Transfer
from casework.engine.papers.parts import Recipient
from casework.engine.papers.transfer import RunningLimit
from casework.engine.words import long_date
from casework.models import Deadline, Fact, Office
from casework.models.deadline import UNMET
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_FILE = ("Formulir laporan atau temuan", "Hasil kajian yang sudah dibuat", "Bukti")


def pelimpahan(source: Source) -> Transfer:
    """The case goes to the office that was chosen, with its running limits."""
    other = _other(source)
    return _transfer(
        source,
        other,
        act="limpahkan",
        moment="dilimpahkan",
        handled_by=other.name if other else "kantor penerima",
        enclosure=wording.counted(1, "berkas"),
    )


def pengambilalihan(source: Source) -> Transfer:
    """This office takes the case from the office that was chosen."""
    return _transfer(
        source,
        _other(source),
        act="ambil_alih",
        moment="diambil_alih",
        handled_by=source.office.name,
        enclosure="-",
    )


def _transfer(
    source: Source,
    other: Office | None,
    *,
    act: str,
    moment: str,
    handled_by: str,
    enclosure: str,
) -> Transfer:
    case = source.case
    fact = _fact(source, moment)
    return Transfer(
        **source.common(),
        block=source.block(source.document.title, nature="Segera", enclosure=enclosure),
        recipient=Recipient(name=f"Ketua {other.name}" if other else ""),
        legal=source.legal(source.act(act)),
        signatory=source.chair(),
        copies=_copies(source, other),
        case_number=case.number,
        report_number=case.receipt_number,
        matter=source.matter,
        event=(
            f"{source.inside(case.event_what)}, di {source.place}, "
            f"pada hari {long_date(case.event_date)}"
        ),
        respondents=people.respondents(source),
        moved=wording.day_and_hour(fact.at, source.zone),
        office=handled_by,
        reason=fact.reason,
        limits=_limits(source),
        enclosures=_FILE,
    )


def _other(source: Source) -> Office | None:
    key = source.document.context.get("office_id")
    return source.work.session.get(Office, key) if key else None


def _copies(source: Source, other: Office | None) -> tuple[str, ...]:
    """The office above is told, unless the letter goes to it."""
    above = source.office.parent
    return (f"Ketua {above.name}",) if above and (other is None or above.id != other.id) else ()


def _fact(source: Source, name: str) -> Fact:
    return source.work.session.scalars(
        select(Fact)
        .where(Fact.case_id == source.case.id, Fact.name == name)
        .order_by(Fact.id.desc())
        .limit(1)
    ).one()


def _limits(source: Source) -> tuple[RunningLimit, ...]:
    rows = source.work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == source.case.id, Deadline.state.in_(UNMET))
        .order_by(Deadline.due_at)
    )
    return tuple(
        RunningLimit(
            title=row.title,
            due=wording.iso_day_and_hour(row.due, source.zone),
            # Practice and what is not verified is not cited to another office.
            citation=source.cited(Basis(row.citation, "", Mark(row.verification), "")),
        )
        for row in rows
    )
