"""How soon a password is guessed: zxcvbn's estimate, told the words that everybody here knows."""

from __future__ import annotations

import re
from threading import Lock
from typing import Final

from zxcvbn import zxcvbn

ENOUGH: Final = 10.0
"""So many digits has the number of guesses that a password must take (zxcvbn's best score)."""
_READ: Final = 72  # what zxcvbn reads of a password
_WORDS: Final = tuple(
    str.split(
        """
    bawaslu panwaslu panwascam panwas bawas awas pengawas pemilu pilkada pemilihan bengkulu
    kepahiang rejang lebong mukomuko kaur manna seluma selatan utara tengah provinsi kabupaten
    kota republik indonesia nusantara garuda jakarta ketua anggota sekretariat koordinator
    petugas staf komputer akun sistem masuk sandi kata kunci rahasia rahasiaku laporan perkara
    latihan contoh coba ubah aman maju merdeka selalu sayang cinta bismillah halo banget
    januari februari maret april mei juni juli agustus september oktober november desember
    senin selasa rabu kamis jumat sabtu minggu tahun
        """
    )
)
_SIGNS: Final = re.compile(r"[\W_]")
_ALONE: Final = Lock()  # zxcvbn keeps the words it was told in a dictionary of its module


def is_weak(password: str, *own: str) -> bool:
    """Is it found in fewer than 10^10 guesses, by one who knows the `own` names and our words?

    It is also read without its signs, each of which then counts as one more digit: zxcvbn takes
    words that signs keep apart for chance. Figures alone are a date or a telephone number.

    >>> is_weak("Bawaslu2024!!!"), is_weak("P4ssw0rd_Bengkulu")
    (True, True)
    >>> is_weak("0812-3456-7890"), is_weak("perahu-bambu-di-danau-7")
    (True, False)
    """
    bare = _SIGNS.sub("", password)
    if not bare or bare.isdecimal():
        return True
    known = [*_WORDS, *own, *(word for name in own for word in re.split(r"\W+", name) if word)]
    with _ALONE:
        apart = _digits(password, known)
        joined = _digits(bare, known) + len(password) - len(bare)
    return min(apart, joined) < ENOUGH


def _digits(password: str, known: list[str]) -> float:
    return float(zxcvbn(password[:_READ], user_inputs=known)["guesses_log10"])
