"""A pause of the law in a case: the clock stops, goes on, and its reminders with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.deadline import Pause
from casework.engine.edition import Edition
from casework.models import Deadline
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.deadlines import deadlines, replay
from casework.services.deadlines.corrections import derive_again
from casework.services.deadlines.replay import Moved
from tests.bureau import Bureau

BASIS = Basis("Pasal Uji", "bunyi", Mark.UNVERIFIED, "")
PAUSE = Pause("berkas_diterima_penuntut", "berkas_dikembalikan", BASIS, "Dikirim", "Kembali")
START, DUE = "2024-09-19T10:00:00+07:00", "2024-10-09T23:59:59+07:00"


@pytest.fixture
def paused(bureau: Bureau) -> Bureau:
    """Investigation with a pause while the prosecutor has the file; it is running."""
    law = bureau.app.law
    edition = law.edition("pemilihan-2020")
    rule = replace(edition.deadline("penyidikan"), pauses=(PAUSE,))
    after = replace(
        edition.deadline("tindak_lanjut_kpu"),
        follows=rule,
        starts_on=rule.starts_on,
        id="sesudahnya",
    )
    rules = {**edition.deadlines, rule.id: rule, after.id: after}
    changed: Edition = replace(edition, deadlines=rules)
    editions = {**law.editions, edition.id: changed}
    bureau.app = replace(bureau.app, law=replace(law, editions=editions))
    bureau.receive()
    told(bureau, "diterima_penyidik", START)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        rows = [
            deadlines.open_limit(work, case, name, facts.times(work, case))
            for name in ("penyidikan", "sesudahnya")
        ]
        audit.record(work, "uji", case=case, touched=[row for row in rows if row])
    assert bureau.limit("penyidikan").due == DUE
    return bureau


def told(bureau: Bureau, name: str, at: str) -> list[Deadline]:
    """A fact is recorded, as an act does it."""
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        rows = facts.put(work, case, {name: datetime.fromisoformat(at)})
        moved = deadlines.pause(work, case, [name])
        audit.record(work, "uji", case=case, touched=[*rows, *moved])
        return moved


def test_the_clock_stands_still_and_goes_on(paused: Bureau) -> None:
    told(paused, "berkas_diterima_penuntut", "2024-09-24T09:00:00+07:00")
    assert paused.limit("penyidikan").state == "paused"
    # However long it takes, a limit whose clock stands still does not run out.
    paused.at("2024-10-20")
    paused.settle()
    assert [event.detail["rule"] for event in paused.events("tenggat_lewat")] == [
        "kajian_awal", "sesudahnya",
    ]  # fmt: skip
    told(paused, "berkas_dikembalikan", "2024-10-18T09:00:00+07:00")
    row = paused.limit("penyidikan")
    assert (row.state, row.due) == ("open", "2024-11-05T23:59:59+07:00")
    assert sum(step["counted"] for step in row.derivation) == 14
    assert any("jeda Dikirim sampai Kembali (Pasal Uji)" in step["why"] for step in row.derivation)
    paused.at("2024-11-06T00:00:01")
    paused.settle()
    assert paused.limit("penyidikan").state == "expired"
    assert paused.sound() == ()


def test_what_follows_moves_with_it(paused: Bureau) -> None:
    assert paused.limit("sesudahnya").due == "2024-10-16T23:59:59+07:00"
    told(paused, "berkas_diterima_penuntut", "2024-09-24T09:00:00+07:00")
    told(paused, "berkas_dikembalikan", "2024-09-25T09:00:00+07:00")
    assert paused.limit("penyidikan").due == "2024-10-11T23:59:59+07:00"
    assert paused.limit("sesudahnya").due == "2024-10-18T23:59:59+07:00"
    assert paused.sound() == ()


def test_a_second_pause_adds_to_the_first(paused: Bureau) -> None:
    for name, day in (
        ("berkas_diterima_penuntut", 23), ("berkas_dikembalikan", 24),
        ("berkas_diterima_penuntut", 26), ("berkas_dikembalikan", 27),
    ):  # fmt: skip
        told(paused, name, f"2024-09-{day}T09:00:00+07:00")
    assert paused.limit("penyidikan").due == "2024-10-15T23:59:59+07:00"


def test_a_paused_limit_can_be_met(paused: Bureau) -> None:
    told(paused, "berkas_diterima_penuntut", "2024-09-24T09:00:00+07:00")
    with paused.app.unit_of_work(paused.actor("coordinator")) as work:
        case = paused.case(work)
        rows = deadlines.meet(work, case, "penyidikan", work.now)
        audit.record(work, "uji", case=case, touched=rows)
    assert paused.limit("penyidikan").state == "met"


def test_a_corrected_pause_moves_the_limit(paused: Bureau) -> None:
    told(paused, "berkas_diterima_penuntut", "2024-09-24T09:00:00+07:00")
    told(paused, "berkas_dikembalikan", "2024-09-25T09:00:00+07:00")
    with paused.app.unit_of_work(paused.actor("coordinator")) as work:
        case = paused.case(work)
        was = facts.times(work, case)["berkas_dikembalikan"]
        right = datetime.fromisoformat("2024-09-26T09:00:00+07:00")
        rows = facts.put(work, case, {"berkas_dikembalikan": right}, "Salah tulis")
        moved = derive_again(work, case, "berkas_dikembalikan", was)
        audit.record(work, "uji", case=case, touched=[*rows, *moved])
    assert [row.rule for row in moved] == ["penyidikan", "sesudahnya"]
    assert paused.limit("penyidikan").due == "2024-10-14T23:59:59+07:00"
    assert paused.sound() == ()


def test_its_own_law_replays_a_stopped_clock_and_what_follows_it(paused: Bureau) -> None:
    """Told what would differ under the law it has, a case answers: nothing."""
    told(paused, "berkas_diterima_penuntut", "2024-09-24T10:00:00+07:00")
    told(paused, "berkas_dikembalikan", "2024-09-30T10:00:00+07:00")
    assert paused.limit("penyidikan").due != DUE

    def replayed(work: Work) -> list[Moved]:
        edition = work.law.editions["pemilihan-2020"]
        return list(replay.dates(work, paused.case(work), edition, work.law.calendar))

    assert paused.read(replayed) == []
