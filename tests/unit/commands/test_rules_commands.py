"""`casework rules check` and `casework rules coverage`: what they print and how they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from casework.adapters import rulebook
from casework.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(("rules", *words))
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


@pytest.fixture
def untested(tmp_path: Path) -> str:
    """A folder of scenarios in which there is none."""
    folder = tmp_path / "features"
    folder.mkdir()
    return str(folder)


def test_a_green_check_is_a_line_an_edition(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check")
    assert (code, err) == (0, "")
    *editions, scope = out.splitlines()
    assert len(editions) == len(rulebook.load().editions)
    assert all(line.endswith("; 0 kesalahan") for line in (*editions, scope))
    assert "pasal dalam cakupan" in scope


def test_the_check_of_one_edition_says_nothing_of_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run(capsys, "check", "pemilihan-2024")
    assert code == 0
    assert [line.partition("@")[0] for line in out.splitlines()[:-1]] == ["pemilihan-2024"]


def test_untested_rules_make_the_check_red_in_one_line(
    capsys: pytest.CaptureFixture[str], untested: str
) -> None:
    code, out, _ = run(capsys, "check", "pemilihan-2020", "--features", untested)
    size, scope, blank, fault, count = out.splitlines()
    assert code == 1
    assert (size.partition("@")[0], blank) == ("pemilihan-2020", "")
    assert "pasal dalam cakupan" in scope
    assert fault.startswith("pemilihan-2020: skenario: ")
    assert "casework rules coverage" in fault
    assert count == "1 kesalahan."


def test_what_is_wrong_stands_at_the_end_and_is_counted(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rulebook.root(), folder)
    sample = folder / "pemilihan-2020" / "documents" / "kajian" / "sample.yaml"
    text = sample.read_text(encoding="utf-8")
    sample.write_text(text.replace("Senin, ", "Minggu, ", 1), encoding="utf-8")
    code, out, _ = run(capsys, "check", "--rules", str(folder))
    lines = out.splitlines()
    ends = [n for n, line in enumerate(lines) if "pasal dalam cakupan" in line]
    told = [n for n, line in enumerate(lines) if ": contoh kajian: Menulis " in line]
    assert code == 1
    assert told
    assert min(told) > max(ends)
    assert lines[-1] == f"{len(told)} kesalahan."


def test_a_fault_is_told_as_a_story_with_dates(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rulebook.root(), folder)
    limits = folder / "pemilihan-2020" / "deadlines.yaml"
    text = limits.read_text(encoding="utf-8")
    whole = "  - id: gakkumdu_1\n"
    start = text.index(whole)
    limits.write_text(
        text[:start] + text[start:].replace("length: 24\n", "length: 97\n", 1), encoding="utf-8"
    )
    code, out, _ = run(capsys, "check", "pemilihan-2020", "--rules", str(folder))
    assert code == 1
    assert "batas gakkumdu_1: Mulai 2019-01-01 batas ini berakhir 2019-01-06" in out
    assert "Skenario tidak diperiksa" in out


def test_coverage_prints_article_rule_and_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "coverage")
    lines = out.splitlines()
    assert code == 0
    place = lines.index("UU Pemilihan Pasal 134 ayat (5)")
    assert "  pemilihan-2020 batas/penanganan" in lines[place:]
    assert ".feature: " in lines[lines.index("  pemilihan-2020 batas/penanganan", place) + 1]
    assert "0 tanpa aturan" in lines[-1]
    assert "0 tanpa skenario" in lines[-1]


def test_coverage_as_json_holds_the_same_table(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "coverage", "--json")
    data = json.loads(out)
    assert (code, data["holes"]) == (0, [])
    assert len(data["articles"]) == data["counts"]["pasal dalam cakupan"]
    written = [one for one in data["rules"] if one["edition"] == one["written_in"]]
    assert len(written) == data["counts"]["aturan"]
    assert all(one["scenarios"] for one in data["rules"])


def test_a_hole_makes_coverage_red(capsys: pytest.CaptureFixture[str], untested: str) -> None:
    (Path(untested) / "a.feature").write_text(
        "# language: id\nFitur: Uji\n  @edisi:pemilihan-2020 @aturan:batas/seabad\n"
        "  Skenario: Seabad\n    Maka selesai\n",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "coverage", "--features", untested)
    assert code == 1
    assert "pemilihan-2020 batas/penanganan: Tidak ada skenario yang mengujinya." in out
    assert "a.feature: Seabad: Menyebut aturan batas/seabad yang tidak ada" in out


@pytest.mark.parametrize(
    "words",
    [
        ("coverage", "--features", "/tidak/ada"),
        ("check", "--rules", "/tidak/ada"),
        ("check", "pemilihan-1999"),
        ("periksa",),
    ],
    ids=" ".join,
)
def test_bad_input_ends_with_two(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_rules_without_scenarios_beside_them_cannot_be_covered(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    code, _, err = run(capsys, "coverage", "--rules", str(folder))
    assert code == 2
    assert "--features" in err
