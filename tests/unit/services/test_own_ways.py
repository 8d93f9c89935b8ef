"""An office runs a limit in its own way and is closed on days of its own: its cases follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.office import Closure, OfficeEntry, Parameter
from casework.engine.refusals import DeadlineRefused
from casework.engine.rule import Ends
from casework.models import Case, Deadline
from casework.services.acts.amendments import decrees
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import deadlines
from tests.bureau import Bureau

BASIS = Basis("Keputusan Kantor Uji", "", Mark.UNVERIFIED, "")
UNTIL_FOUR = Parameter("perbaikan", Ends.OFFICE_CLOSE, time(16), None, None, BASIS)
FLOOD = Closure(date(2024, 9, 23), "Banjir", BASIS)


def settle(bureau: Bureau, **changes: object) -> None:
    """What the province's office settles for itself from now on."""
    law = bureau.app.law
    entry: OfficeEntry = replace(law.offices["07.00"], **changes)  # type: ignore[arg-type]  # fields by name
    offices = {**law.offices, entry.code: entry}
    bureau.app = replace(bureau.app, law=replace(law, offices=offices))


def opened(bureau: Bureau, rule: str, fact: str, start: str) -> Deadline:
    """A limit of a new case, opened by a fact."""
    bureau.receive(f"{rule}-{start}")
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        told = facts.put(work, case, {fact: datetime.fromisoformat(f"{start}+07:00")})
        row = deadlines.open_limit(work, case, rule, facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])
    return bureau.limit(rule)


def completion(bureau: Bureau, start: str) -> Deadline:
    return opened(bureau, "perbaikan", "surat_kelengkapan_diterima", start)


def test_a_limit_ends_when_the_office_closes(bureau: Bureau) -> None:
    assert completion(bureau, "2024-09-17T10:00:00").due == "2024-09-19T23:59:59+07:00"
    settle(bureau, parameters={"perbaikan": UNTIL_FOUR})
    row = completion(bureau, "2024-09-17T10:00:01")
    assert row.due == "2024-09-19T16:00:00+07:00"
    assert row.citation.endswith("Keputusan Kantor Uji")
    assert row.verification == "unverified"


def test_a_closed_office_takes_it_when_it_opens(bureau: Bureau) -> None:
    settle(bureau, parameters={"perbaikan": UNTIL_FOUR}, closures=(FLOOD,))
    row = completion(bureau, "2024-09-21T10:00:00")
    assert row.due == "2024-09-24T16:00:00+07:00"
    assert row.derivation[-2]["why"].startswith("Senin, 23 September 2024: hari ke-2")
    assert row.safe == "2024-09-22T16:00:00+07:00"


def test_a_day_the_office_closes_moves_its_working_days_and_no_others(bureau: Bureau) -> None:
    row = opened(bureau, "penyidikan", "diterima_penyidik", "2024-09-19T10:00:00")
    assert row.due == "2024-10-09T23:59:59+07:00"
    settle(bureau, closures=(FLOOD,))
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        (move,) = decrees.rederive(work)
    assert (move.office, move.new) == ("07.00", "2024-10-10T23:59:59+07:00")
    assert any("Banjir" in step["why"] for step in bureau.limit("penyidikan").derivation)
    assert bureau.sound() == ()


def test_a_limit_without_its_start_is_refused(bureau: Bureau) -> None:
    bureau.receive()
    with pytest.raises(DeadlineRefused, match="waktu diterima_penyidik belum dicatat"):
        bureau.attempt("coordinator", _investigate)


def _investigate(work: Work, case_id: int, version: int) -> None:
    case = work.session.get_one(Case, case_id)
    deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
