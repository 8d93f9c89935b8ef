"""A decree entered on the running system: it counts at once, moves limits, can be withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from casework.engine.basis import Mark
from casework.errors import BadInput, CaseworkError, Conflict, NotFound, NotPermitted
from casework.models import RuleRevision
from casework.services.acts.amendments import decree_view, decrees
from casework.services.acts.amendments.decrees import Day, NewDecree
from casework.services.acts.amendments.revisions import Ground
from casework.services.cases import facts
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import deadlines, moves
from casework.services.deadlines.moves import Move
from tests.bureau import Bureau

SYSTEM = Actor.system(NO_OFFICE)
BEFORE, AFTER = "2024-10-09T23:59:59+07:00", "2024-10-10T23:59:59+07:00"
FRIDAY = Day(date(2024, 9, 27), "Hari Baru", "nasional")
GROUND = Ground("Diumumkan hari ini.", "https://setkab.contoh.invalid/keppres")
NEW = NewDecree("Keputusan Presiden", "40 Tahun 2024", date(2024, 9, 18), "", Mark.SECONDARY,
                (FRIDAY,))  # fmt: skip


def investigated(bureau: Bureau) -> int:
    """A case whose file the police have: fourteen working days run to 9 October."""
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        start = datetime.fromisoformat("2024-09-19T10:00:00+07:00")
        told = facts.put(work, case, {"diterima_penyidik": start})
        row = deadlines.open_limit(work, case, "penyidikan", facts.times(work, case))
        assert row
        audit.record(work, "uji", case=case, touched=[*told, row])
    assert bureau.limit("penyidikan").due == BEFORE
    return bureau.case_id


def enter(bureau: Bureau, new: NewDecree = NEW, role: str = "legal_reviewer") -> RuleRevision:
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        return decrees.enter(work, decrees.seen(work), new, GROUND)


def rederive(bureau: Bureau, cause: str = "") -> list[Move]:
    with bureau.app.unit_of_work(SYSTEM) as work:
        return decrees.rederive(work, cause=cause)


def refused(bureau: Bureau, new: NewDecree, role: str = "legal_reviewer") -> str:
    with pytest.raises(CaseworkError) as refusal:
        enter(bureau, new, role)
    assert bureau.read(decree_view.every) == ()
    return str(refusal.value)


def test_a_decree_is_foreseen_kept_and_moves_what_it_touches(bureau: Bureau) -> None:
    case_id = investigated(bureau)

    def foresee(work: Work) -> list[Move]:
        return decrees.foresee(work, NEW, GROUND)

    (foreseen,) = bureau.read(foresee, "legal_reviewer")
    assert (foreseen.rule, foreseen.old, foreseen.new) == ("penyidikan", BEFORE, AFTER)
    assert bureau.read(moves.moved) == [], "looking keeps nothing"

    row = enter(bureau)
    assert (row.edition, row.revision, row.act) == ("kalender", "1.1", decrees.ENTER)
    assert rederive(bureau, "kalender@1.1") == [foreseen]
    limit = bureau.limit("penyidikan")
    assert limit.due == AFTER
    (step,) = (one for one in limit.derivation if one["date"] == "2024-09-27")
    assert "Hari Baru (Keputusan Presiden, 40 Tahun 2024)" in step["why"]
    (event,) = bureau.events(decrees.ACTION)
    assert (event.case_id, event.detail["cause"]) == (case_id, "kalender@1.1")
    (recorded,) = bureau.events(decrees.ENTER)
    assert recorded.citation == "Keputusan Presiden, 40 Tahun 2024"
    assert bureau.sound() == ()


def test_a_number_nobody_knows_is_marked(bureau: Bureau) -> None:
    investigated(bureau)
    enter(bureau, replace(NEW, number="", mark=Mark.UNVERIFIED))
    rederive(bureau)
    (step,) = (o for o in bureau.limit("penyidikan").derivation if o["date"] == "2024-09-27")
    assert "nomor belum diketahui" in step["why"]
    (told,) = bureau.read(decree_view.every)
    assert told.entered.decree.number is None
    files = bureau.read(decree_view.as_files)
    assert files["decrees"][0]["known"] is False
    assert files["days"] == [
        {"date": date(2024, 9, 27), "name": "Hari Baru", "kind": "nasional", "decree": "layar_1"}
    ]


def test_a_wrong_decree_is_withdrawn_and_stays_readable(bureau: Bureau) -> None:
    investigated(bureau)
    enter(bureau)
    rederive(bureau)
    (back,) = bureau.read(lambda work: decrees.foresee_withdrawal(work, 1), "legal_reviewer")
    assert (back.old, back.new) == (AFTER, BEFORE)
    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        decrees.withdraw(work, "1.1", 1, "Salah tanggal.")
    rederive(bureau)
    assert bureau.limit("penyidikan").due == BEFORE
    (told,) = bureau.read(decree_view.every)
    assert told.ended is not None
    assert told.ended.reason == "Salah tanggal."
    assert bureau.read(decree_view.as_files)["days"] == []
    with (
        pytest.raises(NotFound),
        bureau.app.unit_of_work(bureau.actor("administrator")) as work,
    ):
        decrees.withdraw(work, "1.2", 1, "Lagi.")
    assert bureau.sound() == ()


def test_a_limit_that_was_met_stays(bureau: Bureau) -> None:
    investigated(bureau)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        case = bureau.case(work)
        late = datetime.fromisoformat("2024-10-10T09:00:00+07:00")
        audit.record(work, "uji", case=case, touched=deadlines.meet(work, case, "penyidikan", late))
    enter(bureau)
    assert rederive(bureau) == []
    assert bureau.limit("penyidikan").due == BEFORE


def test_an_office_that_closes_moves_its_own_limits_only(bureau: Bureau) -> None:
    investigated(bureau)
    closed = replace(FRIDAY, name="banjir", kind="tutup_kantor", office="07.00")
    enter(bureau, replace(NEW, title="Surat Edaran Sekretariat", days=(closed,)))
    assert [one.rule for one in rederive(bureau)] == ["penyidikan"]
    (step,) = (o for o in bureau.limit("penyidikan").derivation if o["date"] == "2024-09-27")
    assert "kantor tutup: banjir (Surat Edaran Sekretariat)" in step["why"]

    def free(work: Work, code: str) -> str | None:
        return work.law.calendar_for(code).free(date(2024, 9, 27))

    assert bureau.read(lambda work: free(work, "07.00"))
    assert bureau.read(lambda work: free(work, "07.05")) is None
    other = replace(closed, office="07.05")
    with pytest.raises(BadInput, match="kantor yang Anda kelola"):
        enter(bureau, replace(NEW, days=(other,)))


def test_a_decree_takes_a_holiday_back(bureau: Bureau) -> None:
    maulid = Day(date(2024, 9, 16), "Maulid digeser", "masuk_kerja")
    enter(bureau, replace(NEW, days=(maulid,)))

    def calendar(work: Work) -> tuple[bool, list[date]]:
        found = work.law.calendar
        known = [day.on for day in found.withdrawn if day.withdrawn_by and
                 day.withdrawn_by.id == "kalender-1"]  # fmt: skip
        return found.free(maulid.on) is None, known

    assert bureau.read(calendar) == (True, [maulid.on])
    with pytest.raises(BadInput, match="bukan hari libur menurut keputusan"):
        enter(bureau, replace(NEW, days=(maulid,)))


def test_a_decree_settles_the_next_year_and_no_later_one(bureau: Bureau) -> None:
    last = bureau.app.law.calendar.covers_until.year
    newyear = Day(date(last + 1, 1, 1), "Tahun Baru", "nasional")
    assert "di luar kalender" in refused(bureau, replace(NEW, days=(newyear,)))
    enter(bureau, replace(NEW, days=(newyear,), settles=True))
    assert bureau.read(lambda work: work.law.calendar.covers_until) == date(last + 1, 12, 31)
    enter(bureau, replace(NEW, days=(), settles=True))
    assert bureau.read(lambda work: work.law.calendar.covers_until) == date(last + 2, 12, 31)
    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        decrees.withdraw(work, "1.2", 1, "Belum terbit.")
    assert bureau.read(lambda work: work.law.calendar.covers_until) == date(last, 12, 31), (
        "a year that follows a hole is not settled"
    )


@pytest.mark.parametrize(
    ("changed", "story"),
    [
        ({"title": ""}, "belum diisi"),
        ({"days": ()}, "belum menyebut satu hari pun"),
        ({"days": (FRIDAY, FRIDAY)}, "tertulis dua kali"),
        ({"days": (replace(FRIDAY, on=date(2024, 9, 16)),)}, "sudah bukan hari kerja"),
        ({"days": (replace(FRIDAY, kind="libur"),)}, "Jenis hari"),
        ({"mark": Mark.CONFIRMED}, "memerlukan nomor keputusan dan bunyinya"),
        ({"signed": date(2024, 9, 20)}, "hari yang akan datang"),
    ],
)
def test_what_cannot_be_is_refused(bureau: Bureau, changed: dict[str, object], story: str) -> None:
    assert story in refused(bureau, replace(NEW, **changed))  # type: ignore[arg-type]  # by field


def test_only_who_confirms_law_or_keeps_the_office(bureau: Bureau) -> None:
    for role in ("coordinator", "chair", "auditor"):
        with pytest.raises(NotPermitted):
            enter(bureau, role=role)
    read = replace(NEW, quote="Menetapkan hari libur", mark=Mark.CONFIRMED)
    with pytest.raises(BadInput, match="penelaah hukum"):
        enter(bureau, read, "administrator")
    enter(bureau, read)


def test_who_was_slower_is_told(bureau: Bureau) -> None:
    enter(bureau)
    with pytest.raises(Conflict), bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        decrees.enter(work, "1", replace(NEW, title="Lain"), GROUND)
