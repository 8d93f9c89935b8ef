"""Builds the kajian awal (pseudonyms) and the letter that asks the reporter to complete."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import or_, select

from casework.engine.basis import Basis
from casework.engine.categories import ViolationClass
from casework.engine.papers import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.initial import MissingItem, RequirementGroup, RequirementRow
from casework.engine.requirements import Group, Requirement
from casework.engine.suggestion import Conclusion, without_source
from casework.models import Case, CaseLink, Fact, Finding, SameEventHint
from casework.models.party import RESPONDENTS
from casework.services.documents.data import people, wording
from casework.services.documents.data.source import Source

_GROUPS = {
    Group.FORMAL: "A. Syarat formal",
    Group.MATERIAL: "B. Syarat materiel",
    Group.ATTACHMENT: "C. Lampiran yang diminta",
}
_ENDS = {
    "minta_kelengkapan": (
        "Laporan belum memenuhi syarat yang disebut tidak terpenuhi di atas.",
        "Memberitahukan kepada pelapor untuk melengkapi laporan.",
    ),
    "ajukan_registrasi": (
        "Laporan memenuhi syarat formal dan syarat materiel.",
        "Mengajukan laporan kepada rapat pleno untuk diregistrasi.",
    ),
    "usul_tidak_registrasi": (
        "Laporan tidak memenuhi syarat yang disebut tidak terpenuhi di atas.",
        "Mengusulkan kepada rapat pleno agar laporan tidak diregistrasi.",
    ),
}


def kajian_awal(source: Source) -> KajianAwal:
    """The requirements judged in the round the paper was asked for, and what follows."""
    current = int(source.document.context.get("round", 1))
    conclusion, recommendation = _ENDS[source.document.context["act"]]
    author = source.signatory(source.document.issued_by, "Penyusun Kajian Awal")
    return KajianAwal(
        **source.common(),
        nomor=source.case.receipt_number,
        heading="KAJIAN AWAL ATAS KELENGKAPAN LAPORAN" if current > 1 else "",
        submitted=source.submitted,
        reporter=people.reporter(source).label,
        respondents=people.respondents(source),
        event=source.event(),
        stage_reason=source.case.stage_reason or "",
        account=source.case.account,
        groups=_groups(source, _findings(source, current)),
        suspected=_suspected(source),
        competence=(
            f"Laporan disampaikan kepada dan dikaji oleh {source.office.name}. "
            f"Tempat kejadian menurut laporan: {source.place}."
        ),
        related=_related(source),
        limit=source.limit("kajian_awal") if current == 1 else None,
        conclusion=conclusion,
        recommendation="\n".join([recommendation, *_reasons(source)]),
        place=source.office.city,
        date=source.date,
        author=author,
    )


def pemberitahuan_kelengkapan(source: Source) -> PemberitahuanKelengkapan:
    """What is missing, item by item, and the term that starts when the letter arrives."""
    rule = source.edition.deadlines["perbaikan"]
    current = int(source.document.context.get("round", 1))
    office = source.letterhead()
    return PemberitahuanKelengkapan(
        **source.common(),
        block=source.block("Pemberitahuan Kelengkapan Laporan", nature="Segera"),
        recipient=people.recipient(source, people.reporter(source)),
        legal=source.legal(source.act("minta_kelengkapan"), tabled=missing_bases(source, current)),
        signatory=source.chair(),
        report_number=source.case.receipt_number,
        submitted=source.submitted,
        matter=source.matter,
        missing=missing_items(source, current),
        period=(
            f"paling lama {wording.counted(rule.length, rule.unit.label)} sejak surat ini "
            "Saudara terima"
        ),
        venue=", ".join([f"Sekretariat {source.office.name}", *office.address[:1]]),
    )


def missing_items(source: Source, round_: int) -> tuple[MissingItem, ...]:
    """The requirements not met in a round that the reporter can still bring, and why."""
    return tuple(
        MissingItem(title=one.title, reason=finding.reason, citation=source.cited(one.basis))
        for one, finding in _missing(source, round_)
    )


def missing_bases(source: Source, round_: int) -> tuple[Basis, ...]:
    """What those requirements rest on."""
    return tuple(one.basis for one, _finding in _missing(source, round_))


def _missing(source: Source, round_: int) -> Iterator[tuple[Requirement, Finding]]:
    found = _findings(source, round_)
    for one in source.edition.requirements.values():
        if one.id in found and not found[one.id].met and one.incurable is None:
            yield one, found[one.id]


def _findings(source: Source, round_: int) -> dict[str, Finding]:
    rows = source.work.session.scalars(
        select(Finding).where(Finding.case_id == source.case.id, Finding.round == round_)
    )
    return {row.requirement: row for row in rows}


def _groups(source: Source, found: dict[str, Finding]) -> tuple[RequirementGroup, ...]:
    groups = []
    for group, title in _GROUPS.items():
        rows = tuple(
            RequirementRow(
                title=one.title,
                result=_result(found.get(one.id)),
                reason=found[one.id].reason if one.id in found else "",
                basis=source.basis(one.basis),
                noted=_noted(found.get(one.id)),
            )
            for one in source.edition.requirements.values()
            if one.group is group
        )
        if rows:
            groups.append(RequirementGroup(title=title, rows=rows))
    return tuple(groups)


def _result(finding: Finding | None) -> str:
    if finding is None:
        return "Belum dinilai"
    return "Terpenuhi" if finding.met else "Tidak terpenuhi"


# What a field of the report holds is of interest where it is not simply filled.
_FILLED = ": terisi"
_MOST_NOTED = 3


def _noted(finding: Finding | None) -> str:
    """What the record of the case says where the officer judged otherwise; else nothing.

    Without the fields it was read from, which only a screen can show.
    """
    said = finding.suggestion if finding is not None else None
    if finding is None or said in (None, Conclusion.PERSON):
        return ""
    if finding.met is (said is Conclusion.MET):
        return ""
    facts = [without_source(one) for one in (finding.known_facts or "").splitlines()]
    told = [one for one in facts if not one.endswith(_FILLED)]
    shown, more = told[:_MOST_NOTED], len(told) - _MOST_NOTED
    if more > 0:
        shown.append(f"dan {more} catatan lain")
    return f"Menurut catatan perkara: {'; '.join(shown)}." if shown else ""


def _suspected(source: Source) -> str:
    """The kinds of violation that the report may be about, by who is reported and what was told.

    Nobody has judged it yet: the kajian does. What cannot be ruled upon against such a respondent
    is left out (`outcomes` of the edition).
    """
    categories = {one.category for one in people.parties(source, *RESPONDENTS)}
    possible = [
        source.edition.violations.classes[kind].title
        for kind in ViolationClass
        if kind != ViolationClass.NONE
        and (kind != ViolationClass.CRIME or source.case.suspects_crime)
        and any(
            row.possible and kind in row.outcomes and categories.intersection(row.categories)
            for row in source.edition.outcomes
        )
    ]
    named = dict.fromkeys(one.category for one in people.respondents(source) if one.category)
    lines = []
    if possible:
        kinds = "; ".join(f"{one[0].lower()}{one[1:]}" for one in possible)
        lines.append(
            f"Menurut kedudukan terlapor, dugaan ini dapat berupa {kinds}. Jenisnya "
            "ditetapkan dengan kajian dugaan pelanggaran."
        )
    if named:
        lines.append(f"Terlapor menurut laporan: {', '.join(named)}.")
    return "\n".join(lines)


def _related(source: Source) -> tuple[str, ...]:
    session, case = source.work.session, source.case
    linked = session.scalars(
        select(Case)
        .join(CaseLink, or_(CaseLink.other_id == Case.id, CaseLink.case_id == Case.id))
        .where(or_(CaseLink.case_id == case.id, CaseLink.other_id == case.id), Case.id != case.id)
    )
    hinted = session.scalars(
        select(Case)
        .join(SameEventHint, SameEventHint.other_id == Case.id)
        .where(SameEventHint.case_id == case.id)
    )
    numbers = {one.number: "ditautkan" for one in linked}
    return tuple(
        f"{number} ({how})"
        for number, how in ({one.number: "diduga sama" for one in hinted} | numbers).items()
    )


def _reasons(source: Source) -> list[str]:
    reason = source.work.session.scalar(
        select(Fact.reason)
        .where(Fact.case_id == source.case.id, Fact.name == "diusulkan_tidak_registrasi")
        .order_by(Fact.id.desc())
        .limit(1)
    )
    refused = source.document.context["act"] == "usul_tidak_registrasi"
    return [f"Alasan: {reason}"] if reason and refused else []
