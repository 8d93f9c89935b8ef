"""The templates of an office: its own wordings upon those of the law data, filled from a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from casework.engine import templates
from casework.engine.revision import Overlay, of_edition
from casework.engine.templates import BASE, PLACES, TEMPLATES, Template, Use
from casework.engine.words import long_date
from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Case, Office, Officer, RuleRevision
from casework.models.party import Party, PartyRole
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import regions, revisions
from casework.services.people import offices

ACTION = "templat_kantor_diubah"
ROLE = "administrator"
MOST_LINES, LONGEST = 30, 1000


@dataclass(frozen=True)
class Version:
    """What an office once made of a template; without lines it went back to the law data."""

    lines: tuple[str, ...]
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True)
class Standing:
    """One template at an office: as it stands, as the law data have it, versions newest first."""

    now: Template
    given: tuple[str, ...]
    versions: tuple[Version, ...]


def standing(work: Work, office: Office) -> tuple[Standing, ...]:
    """Every template, in the order of the law data."""
    return tuple(_standing(work, office, name) for name in work.law.practice.templates)


def one(work: Work, office_id: int, template: str) -> tuple[Office, Standing]:
    """One of them, at an office the administrator governs. Raises NotFound."""
    office = offices.office(work, office_id)
    if template not in work.law.practice.templates:
        raise NotFound("Templat itu tidak ada pada data aturan.")
    return office, _standing(work, office, template)


def change(
    work: Work, office_id: int, template: str, lines: Iterable[str], reason: str
) -> RuleRevision:
    """Give a template the office's own lines; none at all go back to the law data.

    Every version stays in the record. Raises NotPermitted, NotFound, Conflict or BadInput.
    """
    if ROLE not in work.actor.roles or work.actor.officer_id is None:
        raise NotPermitted("Templat kantor diatur oleh administrator kantor.")
    office, before = one(work, office_id, template)
    wanted = tuple(line.strip() for line in lines if line.strip())
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    for line in wanted:
        check.text("baris", "Templat", line, limit=LONGEST)
    if len(wanted) > MOST_LINES:
        check.refuse("baris", f"Paling banyak {MOST_LINES} baris.")
    if wrong := templates.unknown_places(wanted):
        known = ", ".join(f"{{{one}}}" for one in PLACES)
        check.refuse("baris", f"{{{wrong[0]}}} tidak dapat diisi dari perkara, hanya {known}.")
    check.done()
    if wanted == before.now.lines:
        raise BadInput.one("baris", "Templat itu sudah demikian; tidak ada yang diubah.")
    name = templates.name_of(office.code, template)
    done = of_edition(work.law.overlays, TEMPLATES, BASE)
    overlay = Overlay(TEMPLATES, BASE, len(done) + 1, {name: {"lines": list(wanted)}})
    (row,) = revisions.add(work, ACTION, [overlay], text, "", None)
    offices.record(
        work, office, ACTION, f"rule_revisions:{row.id}",
        {"template": template, "lines": len(wanted)}, touched=[row],
    )  # fmt: skip
    return row


def offered(work: Work, case: Case, use: Use, on: str) -> tuple[Template, ...]:
    """The templates of the case's office for one use, filled from the case.

    `on` is the role of the party, the act, or the form; templates for any come too.
    """
    fitting = [
        work.law.template(case.office.code, name)
        for name, given in work.law.practice.templates.items()
        if given.use == use and (not given.on or on in given.on)
    ]
    known = facts(work, case) if fitting else {}
    return tuple(replace(one, lines=templates.filled(one.lines, known)) for one in fitting)


def facts(work: Work, case: Case) -> Mapping[str, str]:
    """What a template may be filled with: nothing that names a reporter or a witness."""
    respondents: Sequence[str] = work.session.scalars(
        select(Party.label)
        .where(Party.case_id == case.id, Party.role == PartyRole.RESPONDENT)
        .order_by(Party.ordinal)
    ).all()
    return {
        "nomor": case.number,
        "judul": case.title,
        "tempat": regions.event_place(work, case),
        "tanggal_kejadian": long_date(case.event_date),
        "terlapor": ", ".join(respondents),
        "kantor": case.office.name,
    }


def _standing(work: Work, office: Office, template: str) -> Standing:
    now = work.law.template(office.code, template)
    return Standing(
        now, work.law.practice.templates[template].lines, _versions(work, office, template)
    )


def _versions(work: Work, office: Office, template: str) -> tuple[Version, ...]:
    name = templates.name_of(office.code, template)
    rows = work.session.execute(
        select(RuleRevision, Officer.name)
        .join(Officer, Officer.id == RuleRevision.officer_id)
        .where(RuleRevision.edition == TEMPLATES)
        .order_by(RuleRevision.number.desc())
    )
    return tuple(
        Version(tuple(row.changes[name]["lines"]), row.reason, who, row.at)
        for row, who in rows
        if name in row.changes
    )
