"""The classes of violation and the articles, as chapters."""

from __future__ import annotations

from casework.engine.edition import Edition
from casework.engine.lawbook.page import Chapter, Item, lines
from casework.engine.period import Period
from casework.engine.violations import Article, ViolationClass
from casework.engine.words import long_date


def classes(edition: Edition) -> Chapter:
    """The classes a pleno can decide on."""
    intro = "Golongan menentukan ke mana hasil penanganan diteruskan."
    items = tuple(_class(one) for one in edition.violations.classes.values())
    return Chapter("golongan", "Golongan pelanggaran", intro, items)


def articles(edition: Edition) -> Chapter:
    """The articles, each version with its time."""
    intro = (
        "Tanggal perbuatan menentukan bunyi yang berlaku. Unsur dikutip dari sumbernya; pasal yang "
        "sumbernya hanya menyebut judul mengatakannya."
    )
    items = tuple(_article(edition, one) for one in edition.articles.values())
    return Chapter("pasal", "Pasal, unsur, dan sanksi", intro, items)


def span(period: Period) -> str:
    """When something holds, in words; "" when always.

    >>> from datetime import date
    >>> span(Period(date(2024, 11, 14), None))
    'sejak Kamis, 14 November 2024'
    """
    parts = []
    if period.since and period.since_known:
        parts.append(f"sejak {long_date(period.since)}")
    if period.until:
        parts.append(f"sampai sebelum {long_date(period.until)}")
    return " ".join(parts)


def _class(one: ViolationClass) -> Item:
    told = lines(("Merupakan pelanggaran", "ya" if one.violation else "bukan"))
    return Item(f"golongan/{one.id}", one.title, told, one.basis)


def _article(edition: Edition, one: Article) -> Item:
    told = lines(
        ("Pasal", one.article),
        ("Golongan", edition.violations.classes[one.violation_class].title),
        ("Subjek", one.subject),
        ("Perbuatan", one.act),
        ("Unsur", "; ".join(one.elements)),
        ("Sanksi", one.penalty if one.penalty_known else one.penalty or "belum diketahui"),
        ("Berlaku untuk perbuatan", span(one.in_force)),
    )
    return Item(f"pasal/{one.id}", one.title, told, one.basis, (), one.penalty_known)
