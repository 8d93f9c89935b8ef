"""When the desk takes reports: hours, seasons of an election, closed days. A flag, never a bar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from casework.engine.basis import Basis, Mark
from casework.engine.intake import intake_open
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.office import Closure
from casework.engine.refusals import OfficeUnknown, RuleFileFault

TWENTY, FOUR, PEMILU = "pemilihan-2020", "pemilihan-2024", "pemilu-2022"


@pytest.mark.parametrize(
    ("at", "edition", "is_open", "why"),
    [
        ("2024-10-17T08:00:00", FOUR, True, "08.00 sampai 16.00 WIB"),
        ("2024-10-17T07:59:59", FOUR, False, "08.00 sampai 16.00 WIB"),
        ("2024-10-17T16:00:00", FOUR, True, "meja penerimaan buka"),
        ("2024-10-17T16:00:01", FOUR, False, "meja penerimaan tutup"),
        ("2024-10-18T16:30:00", FOUR, True, "08.00 sampai 16.30 WIB"),
        ("2024-10-19T10:00:00", FOUR, False, "Sabtu, bukan hari kerja"),
        ("2024-12-25T10:00:00", FOUR, False, "libur nasional Hari Raya Natal"),
        ("2024-12-26T10:00:00", FOUR, False, "cuti bersama"),
        # The quiet period is from the day after the campaign to polling day.
        ("2024-11-23T23:59:59", FOUR, False, "Sabtu"),
        ("2024-11-24T00:00:00", FOUR, True, "24 jam"),
        ("2024-11-27T23:59:59", FOUR, True, "24 jam"),
        ("2024-11-28T00:00:00", FOUR, False, "08.00 sampai 16.00 WIB"),
        # Before the amendment polling day had office hours, and the quiet days nothing special.
        ("2024-11-27T15:59:59", TWENTY, True, "hari pemungutan suara 08.00 sampai 16.00"),
        ("2024-11-27T16:00:01", TWENTY, False, "hari pemungutan suara 08.00 sampai 16.00"),
        ("2024-11-24T10:00:00", TWENTY, False, "Minggu, bukan hari kerja"),
        ("2024-02-10T10:00:00", PEMILU, False, "Sabtu"),
        ("2024-02-11T00:00:00", PEMILU, True, "24 jam"),
        ("2024-02-14T10:00:00", PEMILU, True, "24 jam"),
    ],
)
def test_the_desk(law: Law, at: str, edition: str, is_open: bool, why: str) -> None:
    desk = intake_open(law, "07.00", datetime.fromisoformat(f"{at}+07:00"), edition)
    assert desk.open is is_open
    assert why in desk.why
    assert desk.basis is not None
    assert desk.basis.mark is Mark.SECONDARY


def test_another_offset_is_the_same_moment(law: Law) -> None:
    utc = datetime.fromisoformat("2024-10-17T09:00:00+00:00")
    assert intake_open(law, "07.00", utc, FOUR).open
    assert not intake_open(law, "07.00", utc.replace(minute=1), FOUR).open


def test_a_revote_closes_the_desk_of_its_own_regency_only(law: Law) -> None:
    at = datetime.fromisoformat("2025-04-19T10:00:00+07:00")
    assert "pemungutan suara ulang" in intake_open(law, "07.01", at, FOUR).why
    assert "Sabtu" in intake_open(law, "07.08", at, FOUR).why


def test_an_office_that_closed_is_closed_except_around_the_clock(law: Law) -> None:
    basis = Basis("Setelan kantor", "", Mark.UNVERIFIED, "")
    closed = tuple(Closure(date(2024, *day), "banjir", basis) for day in ((10, 17), (11, 26)))
    offices = {**law.offices, "07.08": replace(law.offices["07.08"], closures=closed)}
    flooded = replace(law, offices=offices)
    at = datetime.fromisoformat("2024-10-17T10:00:00+07:00")
    desk = intake_open(flooded, "07.08", at, FOUR)
    assert (desk.open, "kantor tutup: banjir" in desk.why) == (False, True)
    assert intake_open(flooded, "07.00", at, FOUR).open
    assert intake_open(flooded, "07.08", at.replace(month=11, day=26), FOUR).open


def test_an_unknown_office_is_refused(law: Law) -> None:
    with pytest.raises(OfficeUnknown):
        intake_open(law, "98.00", datetime.fromisoformat("2024-10-17T10:00:00+07:00"), FOUR)


_DESK = """\
hours:
  - {id: senin, days: [senin], opens: "08:00", closes: "15:00", citation: {law: uu-uji}, verification: unverified}
seasons:
  - {id: masa, title: masa uji, editions: [uji-1], through: penetapan_calon, round_the_clock: true, citation: {law: uu-uji}, verification: unverified}
"""  # noqa: E501  # YAML lines of a rules file


def test_without_data_nothing_is_known(small_texts: dict[str, str]) -> None:
    at = datetime.fromisoformat("2024-09-23T09:00:00+08:00")
    bare = {path: text for path, text in small_texts.items() if not path.startswith("desk/")}
    desk = intake_open(parse(bare), "01.00", at, "uji-1")
    assert (desk.open, desk.basis) == (False, None)
    assert "tidak diketahui" in desk.why
    told = parse({**bare, "desk/jam.yaml": _DESK})
    assert intake_open(told, "01.00", at, "uji-1").why.endswith("15.00 WITA (UU Uji)")
    assert intake_open(told, "01.00", at.replace(day=22), "uji-1").open


@pytest.mark.parametrize(
    ("was", "becomes", "message"),
    [
        ("days: [senin]", "days: [Senen]", 'hari "Senen"'),
        ('closes: "15:00"', 'closes: "07:00"', "tutup sebelum buka"),
        ('opens: "08:00"', "opens: pagi", "harus jam seperti"),
        ("editions: [uji-1]", "editions: [uji-9]", 'edisi "uji-9"'),
        ("round_the_clock: true, ", "", 'tidak punya kunci "opens"'),
        ("through: penetapan_calon", "through: penetapan", 'fakta pemilihan "penetapan"'),
    ],
)
def test_a_desk_file_is_checked(
    small_texts: dict[str, str], was: str, becomes: str, message: str
) -> None:
    assert was in _DESK
    with pytest.raises(RuleFileFault, match=message):
        parse({**small_texts, "desk/jam.yaml": _DESK.replace(was, becomes, 1)})


def test_a_weekday_has_one_row(small_texts: dict[str, str]) -> None:
    head, row = _DESK.splitlines()[:2]
    twice = "\n".join([head, row, row.replace("id: senin", "id: lagi")])
    with pytest.raises(RuleFileFault, match="satu hari punya dua baris"):
        parse({**small_texts, "desk/jam.yaml": twice})
