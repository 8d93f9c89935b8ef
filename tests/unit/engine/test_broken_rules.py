"""A corpus of broken rules files: each must be refused, with its file, its line, its message.

A case says which file of the small law to change, what to replace, and what the loader must say.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from casework.engine.loader import parse
from casework.engine.refusals import RuleFileFault

CASES = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_file_is_refused(case: Path, small_texts: dict[str, str]) -> None:
    told = yaml.safe_load(case.read_text())
    sound = small_texts[told["file"]]
    assert told["replace"] in sound, "the case no longer fits the small law"
    broken = sound.replace(told["replace"], told["with"], 1)
    with pytest.raises(RuleFileFault) as refusal:
        parse({**small_texts, told["file"]: broken})
    assert told["message"] in refusal.value.text
    line = refusal.value.line
    assert str(refusal.value).startswith(f"rules/{told['file']} baris {line}: ")
    assert 1 <= line <= len(broken.splitlines()) + 1


def test_the_line_is_the_line_of_the_entry(small_texts: dict[str, str]) -> None:
    path = "uji-1/deadlines.yaml"
    broken = small_texts[path].replace("    length: 2\n", "    length: dua\n")
    line = broken.splitlines().index("    length: dua") + 1
    with pytest.raises(RuleFileFault) as refusal:
        parse({**small_texts, path: broken})
    assert (refusal.value.path, refusal.value.line) == (path, line)


def test_a_difference_is_blamed_on_its_own_file(small_texts: dict[str, str]) -> None:
    path = "uji-2/deadlines.yaml"
    broken = small_texts[path].replace("    length: 3\n", "    length: tiga\n")
    with pytest.raises(RuleFileFault) as refusal:
        parse({**small_texts, path: broken})
    assert refusal.value.path == path


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("uji-1/batas.yaml", "deadlines: []", "tidak dikenal. Berkas sebuah edisi"),
        ("uji-3/facts.yaml", "facts: []", "berkas ini tidak ada, padahal wajib"),
        ("uji-1/facts.yaml", "", "berkas kosong"),
        ("uji-1/facts.yaml", "- a", "harus berupa daftar kunci dan nilai"),
    ],
)
def test_files_that_do_not_belong(
    small_texts: dict[str, str], path: str, text: str, message: str
) -> None:
    with pytest.raises(RuleFileFault, match=message):
        parse({**small_texts, path: text})


@pytest.mark.parametrize(
    "gone",
    ["instruments.yaml", "calendars/2024.yaml", "uji-1/edition.yaml", "uji-1/numbering.yaml"],
)
def test_files_that_are_needed(small_texts: dict[str, str], gone: str) -> None:
    with pytest.raises(RuleFileFault):
        parse({path: text for path, text in small_texts.items() if path != gone})


def test_a_hole_between_calendars_is_refused(small_texts: dict[str, str]) -> None:
    later = small_texts["calendars/2024.yaml"].replace("2024-", "2026-")
    with pytest.raises(RuleFileFault, match="tidak bersambung"):
        parse({**small_texts, "calendars/2026.yaml": later})
