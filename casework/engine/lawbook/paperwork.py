"""Destinations, forms and numbers, as chapters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.lawbook.offences import span
from casework.engine.lawbook.page import Chapter, Item, lines
from casework.engine.office import Level
from casework.engine.routing import Route

_LEVELS = {name.value: name.value for name in Level}


def routes(law: Law, edition: Edition) -> Chapter:
    """Where each class goes, by category and level, with the agencies and their time."""
    intro = "Lembaga dipilih menurut tanggal pengiriman surat."
    items = tuple(_route(law, edition, one) for one in edition.routes)
    return Chapter("tujuan", "Tujuan penerusan", intro, items)


def forms(edition: Edition) -> Chapter:
    """The forms, their codes and who signs."""
    items = tuple(
        Item(
            f"formulir/{one.id}",
            one.title,
            lines(
                ("Kode", one.code or "belum diketahui"),
                ("Ditandatangani oleh", "; ".join(one.signatories)),
            ),
            one.basis,
            (("Kode", one.code_basis),) if one.code_basis != one.basis else (),
        )
        for one in edition.forms.values()
    )
    return Chapter("formulir", "Surat dan formulir", "", items)


def numbers(edition: Edition) -> Chapter:
    """The number patterns."""
    found = edition.numbering
    case = Item(
        "nomor/perkara",
        "Nomor penerimaan dan nomor registrasi",
        lines(
            ("Penerimaan", found.receipt_pattern),
            ("Registrasi", found.registration_pattern),
            ("Lebar nomor urut", str(found.width)),
            ("Jenis", _words(found.kinds.items())),
            ("Pemilihan", _words(found.elections.items())),
            ("Tingkat", _words(found.levels.items())),
        ),
        found.basis,
    )
    letters = Item(
        "nomor/surat",
        "Nomor surat keluar",
        lines(*((one.office or "Pola umum", one.pattern) for one in found.letters.values())),
        found.letters[""].basis,
        tuple((one.office, one.basis) for one in found.letters.values() if one.office),
    )
    return Chapter("nomor", "Penomoran", "", (case, letters))


def _route(law: Law, edition: Edition, one: Route) -> Item:
    agencies = [
        f"{agency.name}{f' ({span(agency.in_force)})' if span(agency.in_force) else ''}"
        for function in one.functions
        for agency in law.agencies.values()
        if agency.function == function
    ]
    told = lines(
        ("Golongan", edition.violations.classes[one.violation_class].title),
        ("Terlapor", _some(one.categories, CATEGORIES)),
        ("Dari tingkat", _some(one.levels, _LEVELS)),
        ("Kepada", "; ".join(agencies) if one.known else "belum diketahui; petugas menentukan"),
        ("Formulir", edition.forms[one.form].title if one.form else ""),
        ("Catatan", one.note),
    )
    return Item(f"tujuan/{one.id}", _title(edition, one), told, one.basis, (), one.known)


def _title(edition: Edition, one: Route) -> str:
    kind = edition.violations.classes[one.violation_class].title
    return f"{kind}: {_some(one.categories, CATEGORIES)}"


def _some(names: Collection[str], words: Mapping[str, str]) -> str:
    if set(names) == set(words):
        return "semua"
    return ", ".join(words.get(name, name) for name in names)


def _words(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{short} = {name}" for name, short in pairs)
