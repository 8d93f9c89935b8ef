"""A calendar of elections lies upon the files: told first, whole or not at all, PSU of its own."""

from __future__ import annotations

from datetime import date

import pytest

from casework.engine.election import Election
from casework.engine.region import Verdict
from casework.errors import BadInput, NotPermitted
from casework.services.acts.amendments import election_import
from tests.bureau import Bureau

BASIS = """    citation: {law: setelan-kantor}
    verification: unverified
    note: Latihan."""
ONE = f"""
elections:
  - id: psu-lebong-2029
    title: PSU Bupati Lebong 2029
    kind: PB
    regime: pemilihan
    of: bupati-lebong-2024
    regions: ["17.07.04.2001.003"]
    offices: ["07.08", "07.00"]
{BASIS}
    facts:
      - id: pemungutan_suara
        title: Hari pemungutan suara ulang
        on: 2029-03-04
    {BASIS.replace(chr(10), chr(10) + "    ")}
"""


def look(bureau: Bureau, text: str) -> tuple[election_import.Judged, ...]:
    return bureau.read(lambda work: election_import.preview(work, text.encode()).rows)


def take(bureau: Bureau, text: str, role: str = "legal_reviewer") -> str:
    with bureau.app.unit_of_work(bureau.actor(role)) as work:
        seen = election_import.preview(work, text.encode()).sha256
        row = election_import.apply(work, text.encode(), seen, "Tahapan baru", "Keputusan KPU")
        return row.revision if row else ""


def election(bureau: Bureau, name: str) -> Election:
    return bureau.read(lambda work: work.law.elections[name])


def test_a_revote_of_one_station_is_an_election_of_its_own(bureau: Bureau) -> None:
    (told,) = look(bureau, ONE)
    assert told.verdict is Verdict.CREATE
    assert take(bureau, ONE) == "1.1"
    found = election(bureau, "psu-lebong-2029")
    assert (found.of, found.regions) == ("bupati-lebong-2024", ("17.07.04.2001.003",))
    assert "di luar tahapan" in found.outside(date(2029, 3, 5))
    assert take(bureau, ONE) == ""
    assert [one.verdict for one in look(bureau, ONE)] == [Verdict.SAME]
    (event,) = bureau.events(election_import.ACTION)
    assert event.detail["entries"] == ["psu-lebong-2029"]
    assert bureau.sound() == ()


def test_a_day_that_moves_is_told_before_it_is_taken(bureau: Bureau) -> None:
    take(bureau, ONE)
    moved = ONE.replace("2029-03-04", "2029-03-11")
    (told,) = look(bureau, moved)
    assert told.verdict is Verdict.UPDATE
    assert "4 Maret 2029" in told.why
    assert "11 Maret 2029" in told.why
    assert take(bureau, moved, "administrator") == "1.2"
    assert election(bureau, "psu-lebong-2029").facts["pemungutan_suara"].on == date(2029, 3, 11)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("17.07.04.2001.003", "7.8", "bukan kode wilayah"),
        ('"07.08", ', '"99.99", ', "kantor"),
        ("of: bupati-lebong-2024", "of: bupati-lain", "tidak ada"),
        ("kind: PB", "kind: XX", "jenis pemilihan"),
        ("verification: unverified", "verification: confirmed", "confirmed"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(
    bureau: Bureau, old: str, new: str, why: str
) -> None:
    (told,) = look(bureau, ONE.replace(old, new, 1))
    assert told.verdict is Verdict.REFUSED
    assert why in told.why
    with pytest.raises(BadInput, match="1 pemilihan ditolak"):
        take(bureau, ONE.replace(old, new, 1))
    assert "psu-lebong-2029" not in bureau.read(lambda work: dict(work.law.elections))


def test_who_may_not_and_what_is_no_calendar(bureau: Bureau) -> None:
    with pytest.raises(NotPermitted):
        take(bureau, ONE, "case_officer")
    with pytest.raises(BadInput, match="bukan kalender"):
        look(bureau, "pemilihan: []")


def test_an_election_that_cases_hang_on_keeps_its_kind(bureau: Bureau) -> None:
    take(bureau, ONE)
    bureau.code = "07.08"
    bureau.receive(election="psu-lebong-2029", stage_reason="Menyangkut PSU itu.")
    (told,) = look(bureau, ONE.replace("kind: PB", "kind: PG"))
    assert told.verdict is Verdict.REFUSED
    assert "Dipakai 1 perkara" in told.why


def test_each_of_the_ten_has_its_election_and_its_own_cases(bureau: Bureau) -> None:
    law = bureau.app.law
    for code, office in law.offices.items():
        if office.parent == "07.00":
            own = [one for one in law.elections.values() if one.kind in ("PB", "PW")]
            assert any(code in one.offices for one in own), code
            bureau.code = code
            assert bureau.actor("case_officer").office_id != 0
    (psu,) = [one for one in law.elections.values() if one.of]
    assert law.elections[psu.of].offices == psu.offices
