"""Words as they are indexed and asked for: plain letters and digits, and their Indonesian stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import snowballstemmer

LONGEST_WORD = 64
WORD = re.compile(r"[^\W_]+")

# What the index holds beside plain words. No plain word has an underscore.
BREAK = "_"
"""Stands between texts, so that no phrase reaches from one into the next; every case has it."""

_STEMMER = snowballstemmer.stemmer("indonesian")
_ONE_AT_A_TIME = Lock()  # a stemmer keeps its word while it works on it


def plain(text: str) -> str:
    """The text without case, accents and compatibility forms."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = unicodedata.normalize("NFKD", folded)
    return "".join(one for one in folded if not unicodedata.combining(one))


def words(text: str) -> list[str]:
    """The words of a text in their order; anything but letters and digits parts them."""
    return [word[:LONGEST_WORD] for word in WORD.findall(plain(text))]


def stem(word: str) -> str:
    """How the index calls every form of a plain word: its Indonesian stem, marked as one."""
    return _stem(word) + "_"


def person(word: str) -> str:
    """How the index calls a word of a respondent's name."""
    return "p_" + word


def office(office_id: int) -> str:
    """How the index calls the cases of an office."""
    return f"o_{office_id}"


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    with _ONE_AT_A_TIME:
        return str(_STEMMER.stemWord(word))


def stems(plain_words: Iterable[str]) -> set[str]:
    """The stems of many words."""
    return {stem(word) for word in plain_words}
