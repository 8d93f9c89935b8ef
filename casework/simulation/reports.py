"""The reports of a scenario: who tells what about whom; every person is marked invented or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from casework.engine.categories import CATEGORIES
from casework.engine.law import Law
from casework.engine.loading.block import Block, fault, known
from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import REPORTER_KINDS
from casework.services.cases.record.identity import Person
from casework.simulation.script import Attachment, Cast, ReportScript

Value = TypeVar("Value")
REPORTER = "pelapor"


def reports(top: Block, law: Law) -> dict[str, ReportScript]:
    """Every report by its name in the script."""
    found = {}
    for block in top.blocks("reports"):
        report = _report(block, law)
        if report.id in found:
            fault(block.node_of("id"), f'laporan "{report.id}" tertulis dua kali.')
        found[report.id] = report
    if not found:
        fault(top.node, 'skenario ini tidak punya laporan. Isi "reports".')
    return found


def _report(block: Block, law: Law) -> ReportScript:
    kind = known(
        block, "reporter_kind", block.text("reporter_kind", "pemilih"), REPORTER_KINDS, "pelapor"
    )
    respondents, groups = _respondents(block, law)
    cast = Cast(
        reporter=_person(block.block("reporter")),
        reporter_kind=kind,
        witnesses=_named(block, "witnesses", _person),
        respondents=respondents,
        groups=groups,
    )
    report = ReportScript(
        id=block.text("id"),
        cast=cast,
        title=block.text("title", "-"),
        what=block.text("what"),
        place=block.text("place"),
        event_date=block.day("event_date"),
        known_date=block.day("known_date"),
        account=block.text("account"),
        evidence=tuple(attachment(one) for one in block.blocks("evidence")),
        suspects_crime=block.flag("suspects_crime", default=False),
    )
    block.close()
    return report


def attachment(block: Block) -> Attachment:
    """A piece of evidence written out in the file."""
    found = Attachment(
        block.text("name"),
        block.text("text"),
        block.text("description"),
        block.flag("confidential", default=False),
    )
    block.close()
    return found


def _person(block: Block) -> Person:
    _mark(block)
    person = Person(
        name=block.text("name"),
        birth_place=block.maybe("birth_place") or "",
        birth_date=block.maybe("birth_date") or "",
        sex=block.maybe("sex") or "",
        occupation=block.maybe("occupation") or "",
        address=block.maybe("address") or "",
        phone=block.maybe("phone") or "",
        email=block.maybe("email") or "",
        identity_number=block.maybe("identity_number") or "",
    )
    if "id" not in block:
        block.close()
    return person


def _respondents(
    report: Block, law: Law
) -> tuple[dict[str, Respondent], dict[str, tuple[str, ...]]]:
    found: dict[str, Respondent] = {}
    groups: dict[str, tuple[str, ...]] = {}
    for block in report.blocks("respondents"):
        name = block.text("id")
        people = block.texts("names") if "names" in block else (block.text("name"),)
        ids = (
            tuple(f"{name}-{index}" for index in range(1, len(people) + 1))
            if "names" in block
            else (name,)
        )
        if set(ids) & found.keys() or name in groups:
            fault(block.node_of("id"), f'terlapor "{name}" tertulis dua kali.')
        if "names" in block:
            groups[name] = ids
        one = _respondent(block, law)
        for key, person in zip(ids, people, strict=True):
            found[key] = Respondent(person, *one)
    return found, groups


def _respondent(block: Block, law: Law) -> tuple[str, str, str, str, str]:
    """Category, position, address, phone and region of a respondent or a group of them."""
    _mark(block)
    region = block.maybe("region") or ""
    if region:
        known(block, "region", region, law.regions, "wilayah")
    category = known(block, "category", block.text("category"), CATEGORIES, "kategori")
    details = (
        category,
        block.maybe("position") or "",
        block.maybe("address") or "",
        block.maybe("phone") or "",
        region,
    )
    block.close()
    return details


def _named(report: Block, key: str, read: Callable[[Block], Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for block in report.blocks(key):
        name = block.text("id")
        if name in found or name == REPORTER:
            fault(block.node_of("id"), f'nama "{name}" sudah dipakai.')
        found[name] = read(block)
        block.close()
    return found


def _mark(block: Block) -> None:
    """Nobody real may be in a scenario without the file saying so."""
    if not block.flag("invented"):
        fault(
            block.node_of("invented"),
            "skenario hanya memuat orang karangan: tulis invented: true dan beri nama karangan.",
        )
