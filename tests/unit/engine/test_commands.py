"""The commands of the law: what they print, and how they refuse."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from casework.adapters import rulebook
from casework.cli import main


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(words)
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def test_edition_names_the_edition_of_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "edition", "--regime", "pemilihan", "--on", "2024-09-19")
    assert (code, out.splitlines()[0]) == (0, "pemilihan-2020@1")
    code, out, _ = _run(capsys, "edition", "--regime", "pemilihan", "--on", "2024-10-04", "--json")
    data = json.loads(out)
    assert (code, data["id"]) == (0, "pemilihan-2024")
    assert data["in_force"]["from"]["verification"] == "secondary"


def test_deadline_prints_the_limit_and_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(
        capsys, "deadline", "--edition", "pemilihan-2020", "--rule", "kajian_awal",
        "--start", "2024-09-19",
    )  # fmt: skip
    assert code == 0
    assert "Sabtu, 21 September 2024 pukul 24.00 WIB" in out
    assert "Jumat, 20 September 2024: hari ke-1" in out


@pytest.mark.parametrize(
    ("edition", "rule", "start", "why"),
    [
        ("pemilu-2022", "perbaikan", "2019-05-10", "dipakai sistem mulai"),
        ("pemilihan-2024", "penanganan", "2025-10-02", "sampai sebelum Rabu, 30 Juli 2025"),
        ("pemilihan-2024", "penanganan", "2025-07-29", "sampai sebelum Rabu, 30 Juli 2025"),
        ("pemilihan-2024", "penanganan", "2025-07-20", ""),
        ("pemilihan-2025", "penanganan", "2026-07-20", ""),
    ],
)
def test_a_date_outside_the_edition_is_told(
    capsys: pytest.CaptureFixture[str], edition: str, rule: str, start: str, why: str
) -> None:
    asked = ("deadline", "--edition", edition, "--rule", rule, "--start", start)
    code, out, err = _run(capsys, *asked)
    assert code == 0
    assert "AWAS" not in out
    assert (why in err) if why else not err
    assert ("AWAS" in err) is bool(why)
    _, out, _ = _run(capsys, *asked, "--json")
    warnings = json.loads(out)["warnings"]
    assert bool(warnings) is bool(why)
    assert all("di luar masa edisi" in one for one in warnings)


def test_deadline_json_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(
        capsys, "deadline", "--edition", "pemilihan-2020", "--rule", "penanganan",
        "--start", "2024-09-22T08:15:00+07:00", "--extended", "--office", "07.05", "--json",
    )  # fmt: skip
    data = json.loads(out)
    assert code == 0
    assert data["due"] == "2024-09-27T23:59:59+07:00"
    assert data["safe"] == "2024-09-26T23:59:59+07:00"
    assert data["unit"] == "calendar_days"
    assert data["verification"] == "unverified"  # the weakest: the first day
    assert data["basis"]["mark"] == "secondary"
    assert data["citation"] == "UU Pemilihan Pasal 134 ayat (6)"
    assert [set(step) for step in data["derivation"]] == [{"date", "counted", "why"}] * 6


def test_a_time_without_offset_is_in_the_offices_zone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _run(
        capsys, "deadline", "--edition", "pemilihan-2020", "--rule", "gakkumdu_1",
        "--start", "2024-09-24T09:00", "--json",
    )  # fmt: skip
    assert json.loads(out)["due"] == "2024-09-25T09:00:00+07:00"


def test_an_office_counts_in_its_own_way(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("deadline", "--edition", "pemilu-2022", "--rule", "perbaikan",
             "--start", "2024-01-12", "--json")  # fmt: skip
    _, out, _ = _run(capsys, *words, "--office", "99.01")
    mine = json.loads(out)
    assert mine["due"] == "2024-01-16T16:00:00+07:00"
    assert "Praktik kantor" in mine["citation"]
    _, out, _ = _run(capsys, *words)
    assert json.loads(out)["due"] == "2024-01-16T23:59:59+07:00"
    assert set(mine) == set(json.loads(out))


def test_a_pause_is_counted_where_the_rule_has_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rulebook.root(), folder, ignore=shutil.ignore_patterns("documents"))
    file = folder / "pemilihan-2020" / "deadlines.yaml"
    text = file.read_text()
    assert "  - id: kajian_awal\n" in text
    file.write_text(text.replace(
        "  - id: kajian_awal\n",
        "  - id: kajian_awal\n    pauses: [{from: surat_kelengkapan_diterima, until: diregistrasi, "
        "citation: {law: praktik}, verification: unverified}]\n",
    ))  # fmt: skip
    monkeypatch.setattr(rulebook, "root", lambda: folder)
    words = (*DEADLINE, "--start", "2024-09-19", "--pause")
    code, out, _ = _run(capsys, *words, "2024-09-20/2024-09-21")
    assert code == 0
    assert "Senin, 23 September 2024 pukul 24.00 WIB" in out
    assert "jeda   Surat pemberitahuan kelengkapan diterima pelapor sampai" in out
    code, out, _ = _run(
        capsys, *words, "surat_kelengkapan_diterima=2024-09-20/2024-09-20T10:00", "--json"
    )
    told = json.loads(out)
    assert told["due"] == "2024-09-22T23:59:59+07:00"
    assert [one["from"] for one in told["pauses"]] == ["2024-09-20T00:00:00+07:00"]
    code, _, err = _run(capsys, *words, "hujan=2024-09-20/2024-09-21")
    assert code == 2
    assert 'Jeda "hujan" tidak ada' in err


DEADLINE = ("deadline", "--edition", "pemilihan-2020", "--rule", "kajian_awal")
BAD_INPUT = [
    (("edition", "--regime", "pemilihan", "--on", "kemarin"), "bukan tanggal"),
    (("edition", "--regime", "pemilihan", "--on", "2024-02-30"), "tidak ada dalam kalender"),
    (("edition", "--regime", "pemilihan", "--on", "2020-09-30"), "tidak diketahui"),
    (("edition", "--regime", "pilkades", "--on", "2024-01-01"), "tidak dikenal"),
    (("edition", "--regime", "pemilihan"), "--on"),
    ((*DEADLINE, "--start", "besok"), "tidak terbaca"),
    ((*DEADLINE, "--start", "2024-02-30"), "tidak ada dalam kalender"),
    ((*DEADLINE, "--start", "9999-12-31"), "Tahun 9999"),
    ((*DEADLINE, "--start", "0001-01-01T00:00+14:00"), "tidak masuk akal"),
    ((*DEADLINE, "--start", "2024-09-19", "--extended"), "tidak mengenal perpanjangan"),
    ((*DEADLINE, "--start", "2024-09-19", "--office", "99.99"), "Kantor"),
    ((*DEADLINE, "--start", "2024-09-19", "--also", "hujan"), "bukan FACT=TIME"),
    ((*DEADLINE, "--start", "2024-09-19", "--pause", "2024-09-20/2024-09-21"), "tidak ada pasal"),
    ((*DEADLINE, "--start", "2024-09-19", "--pause", "2024-09-20"), "tidak ada pasal"),
    ((*DEADLINE, "--start", "2024-09-19", "--also", "hujan=2024-09-19"), "bukan awal kedua"),
    (
        (*DEADLINE, "--start", "2024-09-19", "--also", "a=2024-09-19", "--also", "a=2024-09-19"),
        "dua kali",
    ),
    ((*DEADLINE[:4], "berpikir", "--start", "2024-09-19"), "Yang ada: penyampaian_laporan"),
    (("deadline", "--edition", "x", "--rule", "y", "--start", "z"), "Edisi"),
    ((*DEADLINE[:4], "gakkumdu_1", "--start", "2024-09-19"), "perlu jam mulainya"),
    ((*DEADLINE[:4], "undangan_klarifikasi", "--start", "2024-09-19"), "belum diketahui"),
    ((*DEADLINE[:4], "penyidikan", "--start", "2050-01-01"), "di luar kalender"),
    (("rules", "check", "pemilihan-1999"), "Edisi"),
]


@pytest.mark.parametrize(("words", "message"), BAD_INPUT)
def test_bad_input_is_one_clear_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    code, out, err = _run(capsys, *words)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize("name", ["edition", "deadline", "rules", "rules check"])
def test_help_holds_an_example(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = _run(capsys, *name.split(), "--help")
    assert code == 0
    assert f"Example: casework {name.split()[0]}" in out


def test_the_rules_are_green(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, "rules", "check")
    assert code == 0
    assert "pemilihan-2020@1" in out
    assert "0 kesalahan" in out


def test_broken_rules_are_red(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rulebook.root(), folder, ignore=shutil.ignore_patterns("documents"))
    file = folder / "pemilihan-2020" / "deadlines.yaml"
    sound = file.read_text()
    file.write_text(sound.replace("due: 2024-10-21", "due: 2024-10-22"))
    code, out, _ = _run(capsys, "rules", "check", "pemilihan-2020", "--rules", str(folder))
    assert code == 1
    assert "seharusnya berakhir 2024-10-22" in out
    file.write_text(sound.replace("unit: calendar_days", "unit: hari", 1))
    code, out, _ = _run(capsys, "rules", "check", "--rules", str(folder))
    assert code == 1
    assert "pemilihan-2020/deadlines.yaml baris" in out


@pytest.mark.parametrize(
    "start", ["20241231", "2024-W40-5", "2024-12-31T24:00", "2024-02-30T10:00"]
)
def test_an_odd_time_does_not_pass_for_midnight(
    capsys: pytest.CaptureFixture[str], start: str
) -> None:
    code, out, told = _run(
        capsys, "deadline", "--edition", "pemilihan-2024", "--rule", "penerusan_pidana",
        "--start", start,
    )  # fmt: skip
    assert (code, out) == (2, "")
    assert start[:10] in told
