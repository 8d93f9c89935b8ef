"""The chapters about violations: classes, kinds of provision, articles, and what can be decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from casework.engine import main_path
from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.election import ElectionStage
from casework.engine.entry import outcome_title
from casework.engine.lawbook.page import Chapter, Item, lines
from casework.engine.office import Level
from casework.engine.outcomes import RESERVED, OutcomeRow
from casework.engine.period import Period
from casework.engine.violations import Article, Penalty, ViolationClass
from casework.engine.words import long_date

LEVELS = {name.value: name.value for name in Level}


def classes(edition: Edition) -> Chapter:
    """The classes a pleno can decide on."""
    intro = "Golongan menentukan ke mana hasil penanganan diteruskan."
    items = tuple(_class(edition, one) for one in edition.violations.classes.values())
    return Chapter("golongan", "Golongan pelanggaran", intro, items)


def kinds(edition: Edition) -> Chapter:
    """The kinds of provision that the table of outcomes tells apart."""
    intro = "Pengelompokan pasal untuk tabel hasil; bukan bunyi undang-undang."
    items = tuple(
        Item(f"jenis/{one.id}", one.title, (), one.basis)
        for one in edition.violations.kinds.values()
    )
    return Chapter("jenis", "Jenis ketentuan", intro, items)


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


def outcomes(edition: Edition) -> Chapter:
    """What can be decided, row by row of the table."""
    intro = (
        "Satu baris menjawab untuk setiap hasil, jenis ketentuan, kategori terlapor, tahapan, dan "
        "tingkat kantor. Yang tidak mungkin ditolak pada kajian, pada pleno, dan pada penerusan."
    )
    items = tuple(_outcome(edition, one) for one in edition.outcomes)
    return Chapter("hasil", "Hasil yang mungkin", intro, items)


def _outcome(edition: Edition, one: OutcomeRow) -> Item:
    classes = {key: kind.title for key, kind in edition.violations.classes.items()}
    kinds = {key: kind.title for key, kind in edition.violations.kinds.items()} | dict(RESERVED)
    answer = "ya" if one.possible else "tidak"
    told = lines(
        ("Hasil", some(one.outcomes, classes)),
        ("Jenis ketentuan", some(one.kinds, kinds)),
        ("Terlapor", some(one.categories, CATEGORIES)),
        ("Tahapan", some(one.stages, {stage.value: stage.label for stage in ElectionStage})),
        ("Dari tingkat", some(one.levels, LEVELS)),
        ("Mungkin", answer if one.known else "belum diketahui; tidak ditolak"),
        ("Alasan", one.why),
        ("Yang harus dilakukan", one.cure),
    )
    title = outcome_title(edition, one)
    return Item(f"hasil/{one.id}", title, told, one.basis, (), one.known)


def _class(edition: Edition, one: ViolationClass) -> Item:
    closed = one.closed
    gaps = [f"{gap.title} ({gap.basis.note})" for gap in main_path.on_path(edition, one.id)]
    walked = [act.label for act in main_path.acts(edition, one.id)]
    told = lines(
        ("Merupakan pelanggaran", "ya" if one.violation else "bukan"),
        ("Jalur utama", " → ".join(walked)),
        ("Belum diketahui pada jalur itu", "; ".join(gaps) or ("tidak ada" if walked else "")),
        ("Tidak dapat diputus", closed.reason if closed else ""),
        ("Pilihan kantor", "; ".join(one.title for one in closed.choices) if closed else ""),
    )
    caveats = {"Tidak dapat diputus": closed.basis} if closed else {}
    if closed and closed.hearing:
        caveats["Jalan sidang"] = closed.hearing.basis
    return Item(f"golongan/{one.id}", one.title, told, one.basis, tuple(caveats.items()))


def _article(edition: Edition, one: Article) -> Item:
    told = lines(
        ("Pasal", one.article),
        ("Golongan", edition.violations.classes[one.violation_class].title),
        ("Jenis ketentuan", edition.violations.kinds[one.kind].title),
        ("Subjek", one.subject),
        ("Perbuatan", one.act),
        ("Unsur", "; ".join(one.elements) or f"belum diketahui: {one.elements_note}"),
        ("Sanksi", _penalties(one)),
        ("Diancam dengan", "; ".join(edition.article_name(by) for by in one.punished_by)),
        ("Berlaku untuk perbuatan", span(one.in_force)),
    )
    changed = dict.fromkeys(by.basis for each in one.penalties if (by := each.changed_by))
    apart = tuple(
        (f"Unsur {number}", part.basis)
        for number, part in enumerate(one.legal_elements, start=1)
        if part.basis != one.basis
    )
    caveats = (*apart, *(("Sanksi", basis) for basis in changed))
    return Item(f"pasal/{one.id}", one.title, told, one.basis, caveats, one.penalty_known)


def _penalties(one: Article) -> str:
    """Every penalty with the acts it is for, in their order."""
    if not one.penalties:
        return "belum diketahui"
    return " ".join(
        f"Perbuatan {when}: {text}" if (when := span(each.in_force)) else text
        for each in one.penalties
        for text in [penalty_words(each)]
    )


def penalty_words(one: Penalty) -> str:
    """The penalty in words; why it is not known, where it is not."""
    return one.text if one.known else f"Belum diketahui. {one.note}".strip()


def some(names: Collection[str], words: Mapping[str, str]) -> str:
    """Names in words; "semua" where they are all there are."""
    if set(names) == set(words):
        return "semua"
    return ", ".join(words.get(name, name) for name in names)
