"""Stages and acts, as chapters."""

from __future__ import annotations

from collections.abc import Iterable

from casework.engine import roles
from casework.engine.edition import Edition
from casework.engine.lawbook.conditions import told
from casework.engine.lawbook.page import Chapter, Item, lines
from casework.engine.lifecycle import Act, Opening, Stage


def stages(edition: Edition) -> Chapter:
    """Where a case can stand, and what limits its standing there."""
    intro = "Tahap yang menunggu punya batas waktu, atau alasan mengapa tidak ada batasnya."
    items = tuple(_stage(edition, one) for one in edition.stages.values())
    return Chapter("tahap", "Tahap", intro, items)


def acts(edition: Edition) -> Chapter:
    """What can be done, by whom, under what conditions, with what effect."""
    intro = "Tindakan yang belum boleh dilakukan menyebut semua yang kurang dan cara memenuhinya."
    items = tuple(_act(edition, one) for one in edition.acts.values())
    return Chapter("tindakan", "Tindakan", intro, items)


def _stage(edition: Edition, one: Stage) -> Item:
    place = "awal" if one.start else "akhir" if one.final else ""
    limits = "; ".join(edition.deadlines[name].title for name in one.limits)
    told_lines = lines(
        ("Letak", place), ("Batas waktu", limits), ("Tanpa batas waktu", one.unlimited)
    )
    return Item(f"tahap/{one.id}", one.title, told_lines, one.basis)


def _act(edition: Edition, one: Act) -> Item:
    told_lines = lines(
        ("Pada tahap", _places(edition, one)),
        ("Menuju tahap", edition.stages[one.to_stage].title if one.to_stage else ""),
        ("Oleh", roles.titles(one.roles)),
        ("Syarat", "; ".join(told(need, edition.facts) for need in one.needs)),
        ("Mencatat waktu", "; ".join(edition.facts[name].title for name in one.records)),
        ("Yang terjadi sebelum", edition.facts[one.until].title if one.until else ""),
        ("Alasan tertulis", "wajib" if one.reasoned else ""),
        ("Membuka batas", _limits(edition, one.opens)),
        ("Memenuhi batas", _limits(edition, one.meets)),
        ("Tidak menunggu lagi", "; ".join(edition.deadlines[name].title for name in one.drops)),
        ("Surat dan formulir", "; ".join(edition.forms[name].title for name in one.documents)),
    )
    return Item(f"tindakan/{one.id}", one.title, told_lines, one.basis)


def _places(edition: Edition, one: Act) -> str:
    open_stages = [stage.id for stage in edition.stages.values() if not stage.start]
    if list(one.from_stages) == open_stages:
        return "semua tahap sesudah laporan diterima"
    if list(one.from_stages) == [name for name in open_stages if not edition.stages[name].final]:
        return "semua tahap sebelum perkara selesai"
    return "; ".join(edition.stages[name].title for name in one.from_stages)


def _limits(edition: Edition, openings: Iterable[Opening]) -> str:
    return "; ".join(_limit(edition, one) for one in openings)


def _limit(edition: Edition, one: Opening) -> str:
    when = told(one.when, edition.facts)
    return edition.deadlines[one.rule].title + (f", bila {when}" if when else "")
