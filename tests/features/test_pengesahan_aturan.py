"""pengesahan_aturan.feature"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.deadline import due_date
from casework.engine.law import Law
from casework.models import RuleRevision
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import Ground
from casework.services.core.work import Work
from casework.services.law import revisions as revisions_read
from casework.services.law import usage
from casework.services.law.usage import Weak
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("pengesahan_aturan.feature")

GROUND = Ground("Naskah resmi sudah dibaca.", "JDIH Bawaslu, salinan resmi")


def law(kantor: Bureau) -> Law:
    return kantor.read(lambda work: work.law)


def newest(work: Work, edition: str) -> str:
    return work.law.edition(edition).revision


def correct(
    kantor: Bureau, upaya: Attempt, edition: str, name: str, keys: Mapping[str, Any]
) -> None:
    def act() -> RuleRevision:
        with kantor.app.unit_of_work(kantor.actor("legal_reviewer")) as work:
            changes = {name: keys}
            return revisions.correct(work, edition, newest(work, edition), changes, GROUND)

    upaya.make(act)


@given(
    parsers.re(
        r'penelaah hukum membetulkan lama "(?P<name>[^"]+)" edisi "(?P<edition>[^"]+)" '
        r"menjadi (?P<length>\d+)$"
    ),
    converters={"length": int},
)
@when(
    parsers.re(
        r'penelaah hukum membetulkan lama "(?P<name>[^"]+)" edisi "(?P<edition>[^"]+)" '
        r"menjadi (?P<length>\d+)$"
    ),
    converters={"length": int},
)
def lengthened(kantor: Bureau, upaya: Attempt, name: str, edition: str, length: int) -> None:
    start = date(2024, 9, 19)
    due = (start + timedelta(days=length)).isoformat()
    example = {"start": start.isoformat(), "due": due, "why": "Hitungan baru."}
    keys = {"length": length, "examples": [example], "verification": "secondary"}
    correct(kantor, upaya, edition, name, keys)


@when(
    parsers.parse(
        'penelaah hukum hanya mengubah lama "{name}" edisi "{edition}" menjadi {length:d}'
    )
)
def broken(kantor: Bureau, upaya: Attempt, name: str, edition: str, length: int) -> None:
    correct(kantor, upaya, edition, name, {"length": length, "verification": "secondary"})


@when(
    parsers.parse('penelaah hukum membetulkan satuan "{name}" edisi "{edition}" menjadi "{unit}"')
)
def other_unit(kantor: Bureau, upaya: Attempt, name: str, edition: str, unit: str) -> None:
    correct(kantor, upaya, edition, name, {"unit": unit, "verification": "secondary"})


@when(
    parsers.parse(
        'penelaah hukum mengubah lama "{name}" edisi "{edition}" menjadi {length:d} '
        "tanpa menyebut tanda"
    )
)
def unmarked(kantor: Bureau, upaya: Attempt, name: str, edition: str, length: int) -> None:
    correct(kantor, upaya, edition, name, {"length": length})


@when(
    parsers.re(
        r'(?P<role>[a-z ]+) mengesahkan "(?P<name>[^"]+)" edisi "(?P<edition>[^"]+)" '
        r'dengan bunyi "(?P<quote>[^"]*)"'
    )
)
def confirmed(
    kantor: Bureau, upaya: Attempt, role: str, name: str, edition: str, quote: str
) -> None:
    def act() -> RuleRevision:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            seen = newest(work, edition)
            return revisions.confirm(work, edition, seen, name, quote, GROUND)

    upaya.make(act)


@when(
    parsers.parse('penelaah hukum mencatat "{name}" edisi "{edition}" dengan revisi "{revision}"')
)
def annotated(kantor: Bureau, upaya: Attempt, name: str, edition: str, revision: str) -> None:
    def act() -> RuleRevision:
        with kantor.app.unit_of_work(kantor.actor("legal_reviewer")) as work:
            return revisions.annotate(work, edition, revision, name, "Catatan baru.", GROUND)

    upaya.make(act)


@given(parsers.parse('laporan lain diterima pada "{moment}"'))
@when(parsers.parse('laporan lain diterima pada "{moment}"'))
def another(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive("laporan-lain")


@when(
    parsers.re(
        r'(?P<role>[a-z ]+) memindahkan perkara ke "(?P<pin>[^"]+)" dengan alasan "(?P<why>[^"]*)"'
    )
)
def moved(kantor: Bureau, upaya: Attempt, role: str, pin: str, why: str) -> None:
    upaya.make(lambda: kantor.act(ROLES[role], revisions.repin, pin, why))


@then(parsers.parse('perkara memegang revisi "{revision}"'))
def holds(kantor: Bureau, revision: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).revision) == revision


@then(parsers.parse('edisi "{edition}" tetap pada revisi "{revision}"'))
def stays(kantor: Bureau, edition: str, revision: str) -> None:
    assert law(kantor).edition(edition).revision == revision


@then(parsers.parse('menurut "{pin}" batas "{rule}" sejak "{start}" jatuh pada "{due}"'))
def computes(kantor: Bureau, pin: str, rule: str, start: str, due: str) -> None:
    found = law(kantor)
    limit = found.pinned(pin).deadline(rule)
    day = datetime.fromisoformat(start).date()
    assert due_date(limit, day, found.calendar).isoformat() == due


@then(parsers.parse('tanda "{name}" edisi "{edition}" adalah "{mark}"'))
def marked(kantor: Bureau, name: str, edition: str, mark: str) -> None:
    sheet = kantor.read(lambda work: revisions_read.sheet(work, edition, name))
    assert sheet.item.basis.mark.label == mark


@then(parsers.parse('riwayat "{name}" edisi "{edition}" memuat "{revision}"'))
def told(kantor: Bureau, name: str, edition: str, revision: str) -> None:
    history = kantor.read(lambda work: revisions_read.history(work, edition, name))
    assert [(one.revision, one.officer) for one in history] == [
        (revision, kantor.actor("legal_reviewer").name)
    ]


@pytest.fixture
def laporan(kantor: Bureau) -> tuple[Weak, ...]:
    return kantor.read(usage.unverified)


@then(parsers.parse('laporan entri yang belum terverifikasi mendahulukan "{name}"'))
def first(laporan: tuple[Weak, ...], name: str) -> None:
    assert laporan[0].use.name == name
    counts = [one.use.cases for one in laporan]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) > 1


@then(parsers.parse('laporan itu memuat "{name}" dengan {cases:d} perkara'))
def counted(laporan: tuple[Weak, ...], name: str, cases: int) -> None:
    assert [one.use.cases for one in laporan if one.use.name == name] == [cases]


@then(parsers.parse('laporan itu tidak memuat "{name}"'))
def not_counted(laporan: tuple[Weak, ...], name: str) -> None:
    assert name not in {one.use.name for one in laporan}
