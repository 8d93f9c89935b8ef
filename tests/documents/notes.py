"""What belongs on a screen and never on a paper: our marks, our notes, the ids of our data.

The patterns come from the law data themselves, so that a new rule or act is looked for too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from casework.adapters import rulebook
from casework.engine.basis import Mark
from casework.engine.law import Law

# How the law data and the forms speak to those who amend them.
_ASIDES = (
    "Pembacaan lebih ketat",
    "Dasar formulir",
    "(kode:",
    "lihat ketentuan",
    "belum diketahui)",
    "belum terbaca",
    "belum ditemukan",
    "tidak terbaca",
    "tidak ditemukan pada",
    "edisi tidak jelas",
    "(misalnya",
    "hari ke-",
    "tidak dihitung",
    "Judul lengkapnya",
    "tanpa pasal",
    "Menurut fakta perkara",
    "(isian ",
    "(daftar bukti)",
    "harus dilihat orang",
)
# Sources that are no law.
_NO_LAW = ("praktik", "setelan-kantor", "tidak-diketahui", "perbawaslu-lama", "pemda")
_SNAKE = re.compile(r"(?<![\w/.@-])[a-z]+(?:_[a-z0-9]+)+(?![\w/.@-])")
# Words of buttons that are words of the law as well.
_ALSO_LAW = frozenset({"Registrasi", "Supervisi", "Klarifikasi"})
# The report of a case lists every act by its title.
_LISTS_ACTS = "laporan_akhir"


def notes(text: str, form: str) -> Iterator[str]:
    """Every note of ours that stands in the text of a paper."""
    plain = " ".join(text.split())
    yield from (one for one in _phrases() if one in plain)
    yield from (one for one in _buttons() if one in plain and form != _LISTS_ACTS)
    yield from sorted(set(_SNAKE.findall(plain)))
    yield from (
        one for one in _ids() if re.search(rf"(?<![\w/-]){re.escape(one)}(?![\w/-])", plain)
    )


@cache
def _law() -> Law:
    return rulebook.load()


@cache
def _phrases() -> tuple[str, ...]:
    law = _law()
    no_law = (law.instruments[one].short for one in _NO_LAW)
    return tuple(dict.fromkeys([*(mark.label for mark in Mark), *_ASIDES, *no_law]))


@cache
def _buttons() -> frozenset[str]:
    """What the buttons of acts say: an order to an officer, no account of what was done."""
    acts = (act for edition in _law().editions.values() for act in edition.acts.values())
    return frozenset(act.title for act in acts) - _ALSO_LAW


@cache
def _ids() -> tuple[str, ...]:
    """Ids of rules, forms, agencies and articles that are no words."""
    law = _law()
    found = {*law.instruments, *law.agencies}
    for edition in law.editions.values():
        found |= {edition.id, *edition.deadlines, *edition.acts, *edition.forms, *edition.stages}
        found |= {*edition.requirements, *edition.violations.articles, *edition.facts}
    return tuple(sorted(one for one in found if "_" in one or "-" in one))
