"""Whether two written names are one name: the one rule by which a person is taken for an officer.

Case, accents, punctuation, spaces, titles and forms of address do not matter. A number of an
officer that was typed beside a name tells as much as the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"(?<=\d)[\s.\-/]+(?=\d)")
SHORTEST_NUMBER = 8
"""Fewer digits than this tell nobody: they may be a year, a house, a telephone's end."""

# As they are written before a name, letters only: addresses, religious and academic titles.
BEFORE = frozenset(
    _WORD.findall(
        """
        bapak bpk pak ibu bu sdr sdri saudara saudari tuan nyonya ny nona
        h hj haji hajjah kh hh ust ustad ustadz ustaz ustadzah kyai kiai gus habib syekh tgk buya
        pdt pastor romo br sr prof dr dra drs drg drh ir apt ns hc drhc
        """
    )
)
# As they are written behind one.
BEHIND = frozenset(
    _WORD.findall(
        """
        sh shi shum mh mhi mkn llm llb se sei me msi ssi mm mba sip ssip mip sap map mpa ssos ssosi
        msos spd spdi spdsd mpd mpdi sag mag sth sthi mth sfil mfil skom mkom st mt sst sstp str
        mtr stp mtp skm mkes mkm skep ners sked spt shut mhut sikom mikom msc bsc bba ba ma phd lc
        amd amk amdkep amdkeb spsi mpsi psikolog sakt makt ak cpa cla cpm cn sfarm mfarm sgz ssn msn
        ssy msy spog sppd
        """
    )
)


# Some write each letter of a title with its point.
_MOST_PARTS = max(map(len, BEFORE | BEHIND))


def canonical(name: str) -> str:
    """A name without all that does not tell two people apart; "" where nothing is left of it.

    >>> canonical("Dr. H. Damar Wicaksana, S.H., M.H.")
    'damarwicaksana'
    >>> canonical("DAMAR  WICAKSANA") == canonical("Damar Wicaksaná SH MH")
    True
    >>> canonical("Hj. Siti Ma'rifah, S. Pd. I.") == canonical("siti marifah")
    True
    >>> canonical("Haji")
    'haji'
    """
    first, *after = name.split(",")
    kept = _words(first)
    for part in after:
        # Behind a comma stand titles, as a rule; whatever else stands there belongs to the name.
        kept += [] if _only_titles(_words(part)) else _words(part)
    return "".join(_bare(kept))


def same(one: str, other: str) -> bool:
    """Are these the same name? Two that say nothing are not.

    >>> same("Ir. Bayu Samudra", "bayu samudra, S.T."), same("Bayu Samudra", "Bayu S.")
    (True, False)
    >>> same("", "")
    False
    """
    mine = canonical(one)
    return bool(mine) and mine == canonical(other)


def numbers_in(*texts: str) -> frozenset[str]:
    """Every number of some length that stands in texts, however its digits are grouped.

    >>> sorted(numbers_in("Lurah, NIP 19800101 200501 1 001", "RT 3"))
    ['198001012005011001']
    """
    found = (
        one
        for text in texts
        for one in re.findall(r"\d+", _BETWEEN.sub("", unicodedata.normalize("NFKC", text)))
    )
    return frozenset(one for one in found if len(one) >= SHORTEST_NUMBER)


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.replace("ı", "i")).casefold()
    # Folding may take a letter apart once more; an apostrophe stands inside a word.
    folded = unicodedata.normalize("NFKD", folded)
    plain = "".join(one for one in folded if not unicodedata.combining(one) and one not in "'’‘`ʼ")
    return _WORD.findall(plain)


def _bare(words: list[str]) -> list[str]:
    """The words without titles at either end; at least one of them stays."""
    while (taken := _title(words, BEFORE, last=False)) and taken < len(words):
        words = words[taken:]
    while (taken := _title(words, BEHIND, last=True)) and taken < len(words):
        words = words[:-taken]
    return words


def _title(words: list[str], known: Iterable[str], *, last: bool) -> int:
    """How many words at an end are one title: "S. Pd. I." is written in three."""
    for size in range(min(_MOST_PARTS, len(words)), 0, -1):
        part = words[-size:] if last else words[:size]
        if "".join(part) in known:
            return size
    return 0


def _only_titles(words: list[str]) -> bool:
    while words:
        taken = _title(words, BEHIND | BEFORE, last=False)
        if not taken:
            return False
        words = words[taken:]
    return True
