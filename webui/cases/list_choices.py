"""What the filters and columns of the list of cases offer, and which of them are in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from casework.engine.law import Law
from casework.services.cases.listing.views import Choices, View
from webui.cases.list_filters import FILTERS, FLAGS, MINE, UNOWNED
from webui.core import choices as law_choices
from webui.core import labels, sought
from webui.core.language import said, say

COLUMNS: Mapping[str, Any] = {
    "perkara": _l("Perkara"),
    "tahap": _l("Tahap"),
    "batas": _l("Batas terdekat"),
    "diterima": _l("Diterima"),
    "jenis": _l("Jenis"),
    "golongan": _l("Golongan pelanggaran"),
    "kategori": _l("Kategori terlapor"),
    "kantor": _l("Kantor"),
    "penanggung": _l("Penanggung jawab"),
}
"""Columns beside the number, by what the address calls them, in their order on the page."""

USUAL = ("perkara", "tahap", "batas")
SORTED = frozenset({"batas", "diterima"})

NAMES: Mapping[str, Any] = {
    "cari": _l("Teks"),
    "tahap": _l("Tahap"),
    "jenis": _l("Jenis"),
    "golongan": _l("Golongan"),
    "pasal": _l("Pasal"),
    "kategori": _l("Kategori terlapor"),
    "wilayah": _l("Wilayah"),
    "kantor": _l("Kantor"),
    "penanggung": _l("Penanggung jawab"),
    "sejak": _l("Diterima sejak"),
    "sampai": _l("Diterima sampai"),
    "lewat": _l("Lewat batas"),
    "hariini": _l("Berakhir hari ini"),
    "gerak": _l("Yang terjadi"),
    "syarat": _l("Syarat tidak terpenuhi"),
    "pelapor": _l("Jenis pelapor"),
    "tujuan": _l("Diteruskan ke"),
    "pemilihan": _l("Pemilihan"),
    "sisa": _l("Sisa waktu"),
    "putusan": _l("Putusan pleno"),
    "tepat": _l("Dipenuhi tepat waktu"),
    "terlambat": _l("Dipenuhi terlambat"),
    "dari": _l("Terjadi sejak"),
    "ke": _l("Terjadi sampai"),
    "pelimpahan": _l("Pelimpahan antarkantor"),
    "hanya": _l("Hanya yang dipilih"),
    "berjalan": _l("Sedang berjalan"),
    "macet": _l("Macet"),
}

Pairs = Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class Offered:
    """The options of each list of the filter form, by parameter, and the officer's views."""

    options: Mapping[str, Pairs]
    views: tuple[View, ...]

    def word(self, name: str, value: str) -> str:
        """How a chosen value is called."""
        return str(self._words.get(name, {}).get(value, value))

    @cached_property
    def _words(self) -> Mapping[str, Mapping[str, Any]]:
        return {name: dict(pairs) for name, pairs in self.options.items()}


def columns(asked: Iterable[str]) -> tuple[str, ...]:
    """The columns asked for, in their order; the usual ones when none is known."""
    wanted = set(asked)
    return tuple(name for name in COLUMNS if name in wanted) or USUAL


def heads(shown: Iterable[str]) -> list[tuple[str, str]]:
    """Columns and what they are called in the page's language."""
    words = said(COLUMNS)
    return [(name, words[name]) for name in shown]


def table_heads(shown: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """The heads for the table component: the number first, then each title and what it sorts by."""
    return [
        {"title": _("Nomor")},
        *(
            {"title": title, "sort": name} if name in SORTED else {"title": title}
            for name, title in shown
        ),
    ]


def offered(found: Choices, law: Law) -> Offered:
    """Everything the filters offer to this officer."""
    people = [(MINE, _("saya")), (UNOWNED, _("belum ada"))]
    offices = [(str(key), name) for key, name in found.offices]
    return Offered(
        {
            "tahap": [pair for pair in said(labels.STAGES).items() if pair[0] != "penyampaian"],
            "jenis": list(said(labels.KINDS).items()),
            "golongan": list(said(labels.CLASSES).items()),
            "pasal": _articles(law),
            "kategori": list(said(labels.CATEGORIES).items()),
            "wilayah": law_choices.regions(law),
            "kantor": offices if len(offices) > 1 else (),
            "gerak": list(said(labels.MOVES).items()),
            "syarat": _requirements(law),
            "pelapor": list(said(labels.REPORTERS).items()),
            "tujuan": _agencies(law),
            "pemilihan": law_choices.every_election(law),
            "sisa": list(said(labels.LEFT).items()),
            "putusan": list(said(labels.CLASSES).items()),
            "tepat": (limits := _limits(law)),
            "terlambat": limits,
            "penanggung": [*people, *((str(key), name) for key, name in found.officers)],
        },
        found.views,
    )


def _limits(law: Law) -> Pairs:
    """Every legal limit of every edition once, by its title, in the order of the law."""
    return [
        (key, labels.law_title(title))
        for key, title in {
            rule: one.title
            for edition in law.editions.values()
            for rule, one in edition.deadlines.items()
        }.items()
    ]


def _requirements(law: Law) -> Pairs:
    """Every requirement of every edition once, by its title."""
    named = {
        one.id: say(one.title)
        for edition in law.editions.values()
        for one in edition.requirements.values()
    }
    return sorted(named.items(), key=lambda pair: pair[1])


def _agencies(law: Law) -> Pairs:
    """Every agency by the name the law data give it."""
    return sorted(((one.id, agency(law, one.id)) for one in law.agencies.values()), key=by_words)


def by_words(pair: tuple[str, str]) -> str:
    """What a list of choices is sorted by."""
    return pair[1]


def agency(law: Law, destination: str) -> str:
    """What a destination is called: the agency, and the region where it has one."""
    key, _colon, region = destination.partition("/")[0].partition(":")
    name = law.agencies[key].name if key in law.agencies else key.replace("_", " ")
    known = law.regions.get(region)
    province = known.province if known else ""
    filled = {"{region}": "", "{place}": "", "{head}": "Bupati/Wali Kota", "{province}": province}
    if known is not None:
        filled |= {"{region}": known.name, "{place}": known.place, "{head}": known.head}
    for place, words in filled.items():
        name = name.replace(place, words)
    return " ".join(name.split())


_kept: list[tuple[Law, Pairs]] = []


def _articles(law: Law) -> Pairs:
    """Every article of every edition once, as a decision names it; kept while the law is."""
    if not _kept or _kept[-1][0] is not law:
        named = {
            one.id: one.article
            for edition in law.editions.values()
            for one in edition.articles.values()
        } | {
            one.id: edition.article_name(one.id)
            for edition in law.editions.values()
            for one in edition.provisions.values()
            if one.split
        }
        _kept[:] = [(law, sorted(named.items(), key=lambda pair: pair[1]))]
    return _kept[-1][1]


def chosen(offers: Offered, asked: Mapping[str, str]) -> list[tuple[str, str]]:
    """The filters in use: what each says, and its parameter."""
    return [
        (_says(offers, name, asked[name]), sought.SEALED if name == sought.TEXT else name)
        for name in FILTERS
        if asked.get(name, "").strip()
    ]


def _says(offers: Offered, name: str, value: str) -> str:
    called = str(said(NAMES)[name])
    return called if name in FLAGS else f"{called}: {offers.word(name, value)[:80]}"
