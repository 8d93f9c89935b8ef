"""A broken scenario file is refused with its file, its line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.adapters import rulebook
from casework.engine.law import Law
from casework.simulation.faults import ScenarioFault
from casework.simulation.reading import load

GOOD = """\
scenario: uji
title: Uji
office: "07.00"
election: gubernur-bengkulu-2024
reports:
  - id: satu
    what: Peristiwa
    place: Tempat
    event_date: 2024-09-15
    known_date: 2024-09-16
    account: Uraian
    reporter: {invented: true, name: Karangan, address: Jalan}
    respondents:
      - {id: a, invented: true, name: Karangan Dua, category: asn}
acts:
  - {at: 2024-09-19T10:00, by: intake_officer, act: terima_laporan}
  - {at: 2024-09-20T10:00, by: case_officer, act: nilai_syarat, with: {unmet: {bukti: Kurang}}}
"""


@pytest.fixture(scope="module")
def law() -> Law:
    return rulebook.load()


def write(folder: Path, text: str) -> Path:
    file = folder / "uji.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_is_read(law: Law, tmp_path: Path) -> None:
    scenario = load(write(tmp_path, GOOD), law)
    assert [act.act for act in scenario.acts] == ["terima_laporan", "nilai_syarat"]
    assert scenario.acts[0].at.isoformat() == "2024-09-19T10:00:00+07:00"
    assert scenario.until == scenario.acts[-1].at


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ("scenario: uji\n", "", 1, "scenario"),
        ('office: "07.00"', 'office: "99.99"', 3, "99.99"),
        ("gubernur-bengkulu-2024", "gubernur-entah", 4, "gubernur-bengkulu-2024"),
        ("event_date: 2024-09-15", "event_date: 15-09-2024", 9, "2024-09-19"),
        ("category: asn", "category: entah", 14, "kategori"),
        ("reporter: {invented: true", "reporter: {invented: false", 12, "karangan"),
        ("reporter: {invented: true, ", "reporter: {", 12, "invented"),
        ("act: nilai_syarat", "act: nilai", 17, "nilai_syarat"),
        ("unmet: {bukti", "unmeet: {bukti", 17, "unmet"),
        ("at: 2024-09-20T10:00", "at: 2024-09-18T10:00", 17, "lebih awal"),
        ("at: 2024-09-20T10:00", "at: kemarin", 17, "2024-09-19T10:15"),
        ("title: Uji", "title: Uji\ntitle: Lagi", 3, "dua kali"),
        ("act: terima_laporan}", "act: terima_laporan", 17, "YAML"),
        ("  - id: satu", "  - id: satu\n    entah: apa", 7, "entah"),
        ("place: Tempat", "place: [Tempat]", 8, "teks"),
    ],
)
def test_a_fault_names_its_line(
    law: Law, tmp_path: Path, old: str, new: str, line: int, part: str
) -> None:
    assert old in GOOD
    file = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ScenarioFault) as refused:
        load(file, law)
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert part in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"- satu\n", b"{"])
def test_bytes_that_are_no_scenario(law: Law, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "uji.yaml"
    file.write_bytes(content)
    with pytest.raises(ScenarioFault, match=r"uji\.yaml:[12]: "):
        load(file, law)


def test_a_file_that_is_not_there(law: Law, tmp_path: Path) -> None:
    with pytest.raises(ScenarioFault, match="tidak dapat dibaca"):
        load(tmp_path / "tiada.yaml", law)


def test_a_fact_of_the_election_must_be_the_one_of_the_law(law: Law, tmp_path: Path) -> None:
    facts = "facts: {penetapan_calon: 2024-09-23}\nreports:"
    file = write(tmp_path, GOOD.replace("reports:", facts, 1))
    with pytest.raises(ScenarioFault, match="2024-09-22"):
        load(file, law)
