"""When two written names are one: what does not matter never parts them, what does always does."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casework.engine.namesake import BEFORE, BEHIND, canonical, numbers_in, same

# Words that are no title: at least four letters, and none that is one.
WORDS = st.text(alphabet="abdegiklmnoprstuwyz", min_size=4, max_size=9).filter(
    lambda word: word not in BEFORE | BEHIND
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join).filter(
    # Two words may read as a title only when they are written as its letters.
    lambda name: canonical(name) == name.replace(" ", "")
)  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "damar wicaksana",
        "DAMAR WICAKSANA",
        "Damar  Wicaksaná",
        "Damar-Wicaksana",
        "DamarWicaksana",
        "Damar Wicaksana, S.H.",
        "Damar Wicaksana, S. H., M. H.",
        "Damar Wicaksana SH MH",
        "H. Damar Wicaksana",
        "Hj. Damar Wicaksana",
        "Prof. Dr. (H.C.) Ir. H. Damar Wicaksana, S.Sos., M.Si., Ph.D.",
        "Bapak Damar Wicaksana",
        "Sdr. Damar Wicaksana, A.Md.",
        "K.H. Damar Wicaksana, Lc., M.A.",
        "Drs.H.Damar Wicaksana",
        "Da'mar Wicaksana",
    ],
)
def test_what_does_not_matter(written: str) -> None:
    assert same(written, "Damar Wicaksana, S.H.")


@pytest.mark.parametrize(
    "other",
    ["Damar W.", "Damar", "Wicaksana Damar", "Damar Wicaksono", "Damar Wicaksana Putra", ""],
)
def test_another_name_stays_another(other: str) -> None:
    assert not same(other, "Damar Wicaksana, S.H.")


def test_a_name_that_is_a_title_stays_a_name() -> None:
    assert same("Ibu", "IBU")
    assert same("H. Haji", "Haji")
    assert not same(" , . ", "")


@example("aaaa", [], ["psikolog"])
@given(NAMES, st.lists(st.sampled_from(sorted(BEFORE)), max_size=3),
       st.lists(st.sampled_from(sorted(BEHIND)), max_size=3))  # fmt: skip
def test_titles_never_part_a_name_from_itself(
    name: str, before: list[str], behind: list[str]
) -> None:
    dressed = " ".join(f"{one.title()}." for one in before) + f" {name.upper()}"
    assert same(", ".join([dressed, *(".".join(one.upper()) + "." for one in behind)]), name)


@given(NAMES, NAMES)
def test_only_the_same_letters_are_the_same_name(one: str, other: str) -> None:
    assert same(one, other) is (one.replace(" ", "") == other.replace(" ", ""))
    assert same(one, other) is same(other, one)


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert canonical(text) == canonical(f"  {text.upper().lower()} ") or not text.isascii()
    assert same(text, text) is bool(canonical(text))


@pytest.mark.parametrize(
    "typed",
    [
        "198001012005011001",
        "19800101 200501 1 001",
        "NIP. 19800101.200501.1.001",
        "NIP19800101-200501-1-001,",
    ],
)
def test_a_number_is_found_however_it_is_grouped(typed: str) -> None:
    assert "198001012005011001" in numbers_in(typed)


def test_a_number_inside_a_longer_one_is_another() -> None:
    assert "198001012005011001" not in numbers_in("71980010120050110018")
    assert numbers_in("RT 3 RW 12, tahun 2024") == frozenset()
