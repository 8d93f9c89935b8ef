"""Passwords that are guessed first: a word or two everybody here uses, with figures around it."""

from __future__ import annotations

import re
from functools import cache

MOST_WORDS = 2
"""So many known words are guessed; three or more, put together by chance, are not."""
_FEWEST_LETTERS = 4
_WORDS = frozenset(
    str.split(
        """
    aaaa abcd abcde abcdef abcdefgh admin administrator agustus akun aman anggota april asdf
    asdfgh asdfghjkl awas bawas bawaslu bengkulu bismillah cinta coba contoh desember dragon
    februari football ganti garuda halo hello indonesia intan jakarta januari juli jumat juni
    kabupaten kamis kata kaur kepahiang ketua komputer koordinator kota kunci laporan latihan
    lebong letmein login maju manna maret master masuk mei merdeka minggu monkey mukomuko
    november nusantara oktober operator panwas panwascam panwaslu passw passwd password
    pemilihan pemilu pengawas perkara petugas pilkada princess provinsi qazwsx qwer qwert
    qwerty qwertyuiop rabu rahasia rahasiaku rejang republik root sabtu sandi sayang
    sekretariat selalu selasa selatan seluma senin september sistem staf sunshine superman
    tahun tengah test trustno ubah user utara welcome wsxedc zxcv zxcvbn zxcvbnm
        """
    )
)
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_MEANT = str.maketrans("013457@$!", "oieastasi")


def is_common(password: str, *own: str) -> bool:
    """Is it made of at most two known words, those of the `own` name among them?

    Figures and signs around the words count for nothing, nor do figures in place of letters.

    >>> is_common("Bawaslu2024!!!"), is_common("P4ssw0rd_Bengkulu"), is_common("198507152010")
    (True, True, True)
    >>> is_common("perahu-bambu-di-danau-7")
    False
    """
    known = _WORDS | {word for name in own for word in _letters(name).split() if len(word) > 2}
    bare = _AROUND.sub("", password)
    read = (_letters(password), _letters(bare, meant=True), _letters(password, meant=True))
    return any(_few(text, known) for text in read)


def _letters(text: str, *, meant: bool = False) -> str:
    """The words of a text, small, apart; `meant` reads figures as the letters they look like."""
    small = text.casefold()
    if meant:
        small = small.translate(_MEANT)
    return " ".join("".join(one if one.isalpha() else " " for one in small).split())


def _few(text: str, known: frozenset[str] | set[str]) -> bool:
    whole = text.replace(" ", "")
    if len(whole) < _FEWEST_LETTERS:
        return True

    @cache
    def fewest(start: int) -> int:
        """Known words that the rest is made of; more than can be when it is not."""
        if start == len(whole):
            return 0
        ends = (end for end in range(start + 3, len(whole) + 1) if whole[start:end] in known)
        return min((1 + fewest(end) for end in ends), default=len(whole) + 1)

    return fewest(0) <= MOST_WORDS
