"""Who may report, what a report must hold, and the other provisions, as chapters."""

from __future__ import annotations

from casework.engine.edition import Edition
from casework.engine.lawbook.page import Chapter, Item, lines

_GROUPS = {"formil": "syarat formil", "materiel": "syarat materiel", "lampiran": "lampiran"}


def reporters(edition: Edition) -> Chapter:
    """Who may report."""
    items = tuple(
        Item(f"pelapor/{one.id}", one.title, (), one.basis) for one in edition.reporters.values()
    )
    return Chapter("pelapor", "Siapa yang boleh melapor", "", items)


def requirements(edition: Edition) -> Chapter:
    """What a report must hold before it can be registered."""
    items = tuple(
        Item(
            f"syarat/{one.id}",
            one.title,
            lines(
                ("Kelompok", _GROUPS.get(one.group, one.group)),
                ("Penjelasan", one.help),
                ("Sifat", "" if one.binding else "diminta di meja penerimaan, tidak menentukan"),
            ),
            one.basis,
        )
        for one in edition.requirements.values()
    )
    return Chapter("syarat", "Persyaratan laporan", "", items)


def provisions(edition: Edition) -> Chapter:
    """What the articles say that is neither limit, requirement, offence, destination nor act."""
    items = tuple(
        Item(
            f"ketentuan/{one.id}",
            one.title,
            lines(("Isi", one.text if one.known else "belum diketahui")),
            one.basis,
            (),
            one.known,
        )
        for one in edition.provisions.values()
    )
    return Chapter("ketentuan", "Ketentuan lain", "", items)
