"""The whole catalogue of one edition, chapter by chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from casework.engine import roles
from casework.engine.act import Act, Opening, Stage
from casework.engine.basis import Basis, Mark
from casework.engine.categories import CATEGORIES
from casework.engine.conditions import (
    All,
    Always,
    Any,
    Compare,
    Comparison,
    Condition,
    Holds,
    Not,
)
from casework.engine.counting import FirstDay, Unit
from casework.engine.criminal_file import FileItem
from casework.engine.edition import Edition
from casework.engine.entry import instruments
from casework.engine.facts import Fact
from casework.engine.law import Law
from casework.engine.lawbook.page import Book, Chapter, Item, lines
from casework.engine.lawbook.violations import (
    LEVELS,
    articles,
    classes,
    kinds,
    outcomes,
    some,
    span,
)
from casework.engine.requirements import Requirement
from casework.engine.route import Route
from casework.engine.rule import DeadlineRule, Direction, Ends, Example
from casework.engine.words import long_date

_HOW = {
    Comparison.EQUALS: "sama dengan",
    Comparison.AT_LEAST: "paling sedikit",
    Comparison.AT_MOST: "paling banyak",
}


def told(condition: Condition, facts: Mapping[str, Fact]) -> str:
    """The condition as a lawyer reads it; "" when there is none.

    >>> told(Not(Holds("x")), {})
    'tidak: x'
    """
    match condition:
        case Always():
            return ""
        case Holds(fact):
            return _title(fact, facts)
        case Compare(fact, how, value):
            return f"{_title(fact, facts)} {_HOW[how]} {value}"
        case Not(inner):
            return f"tidak: {told(inner, facts)}"
        case All(parts):
            return "(" + " dan ".join(told(part, facts) for part in parts) + ")"
        case Any(parts):
            return "(" + " atau ".join(told(part, facts) for part in parts) + ")"


def _title(fact: str, facts: Mapping[str, Fact]) -> str:
    return facts[fact].title if fact in facts else fact


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


_INTRO = (
    "Setiap batas menyebut fakta yang memulai hitungan, lamanya, cara menghitung hari pertama, "
    "kapan hari terakhir habis, dan akibatnya. Contohnya dihitung ulang setiap kali data diperiksa."
)


def chapter(edition: Edition) -> Chapter:
    """Every limit, those not known among them."""
    items = tuple(_item(edition, rule) for rule in edition.deadlines.values())
    return Chapter("batas", "Batas waktu", _INTRO, items)


def _item(edition: Edition, rule: DeadlineRule) -> Item:
    told = lines(
        ("Mulai", _start(edition, rule)),
        ("Lama", _length(rule) if rule.known else "belum diketahui"),
        ("Hari pertama", _first_day(rule)),
        ("Berakhir", _end(rule)),
        ("Perpanjangan", _extension(edition, rule)),
        ("Diakhiri oleh", rule.ended_by),
        ("Jeda", "; ".join(one.title for one in rule.pauses)),
        ("Tidak boleh melewati", _within(edition, rule)),
        ("Akibat bila lewat", rule.on_expiry),
        ("Pengingat", _reminders(rule)),
        ("Contoh", "; ".join(_example(one) for one in rule.examples)),
    )
    return Item(f"batas/{rule.id}", rule.title, told, rule.basis, tuple(_caveats(rule)), rule.known)


def _start(edition: Edition, rule: DeadlineRule) -> str:
    if rule.follows is not None:
        return f"berakhirnya batas {rule.follows.title}"
    return " dan ".join(edition.facts[name].title for name in rule.starts_on)


def _length(rule: DeadlineRule) -> str:
    before = " sebelumnya" if rule.direction is Direction.BEFORE else ""
    return f"{rule.length} {rule.unit.label}{before}"


def _first_day(rule: DeadlineRule) -> str:
    if rule.unit is Unit.HOURS or rule.direction is Direction.BEFORE or not rule.known:
        return ""
    if rule.first_day is FirstDay.NEXT_DAY:
        return "hari kejadian tidak dihitung"
    return "hari kejadian dihitung"


def _end(rule: DeadlineRule) -> str:
    if not rule.known:
        return ""
    if rule.ends is Ends.OFFICE_CLOSE and rule.closes_at:
        return f"pukul {rule.closes_at:%H.%M} waktu kantor pada hari terakhir"
    if rule.ends is Ends.EXACT:
        return "tepat pada jamnya"
    return "pukul 24.00 waktu kantor pada hari terakhir"


def _extension(edition: Edition, rule: DeadlineRule) -> str:
    if rule.extension is None:
        return ""
    act = edition.acts.get(rule.extension.act or "")
    by = f", dengan tindakan {act.title}" if act else ""
    return (
        f"menjadi {rule.extension.total} {rule.unit.label} seluruhnya dari awal yang sama{by}: "
        f"{rule.extension.reason} ({rule.extension.basis.citation})"
    )


def _within(edition: Edition, rule: DeadlineRule) -> str:
    return edition.deadlines[rule.within].title if rule.within else ""


def _reminders(rule: DeadlineRule) -> str:
    return f"{rule.ladder.title} ({rule.ladder.note})" if rule.ladder else ""


def _example(one: Example) -> str:
    longer = ", diperpanjang" if one.extended else ""
    why = f" ({one.why})" if one.why else ""
    return f"mulai {_when(one.start)}{longer}, berakhir {_when(one.due)}{why}"


def _when(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return f"{long_date(moment.date())} pukul {moment:%H.%M}"
    return long_date(moment)


def _caveats(rule: DeadlineRule) -> Iterator[tuple[str, Basis]]:
    parts = {
        "Mulai": rule.start_basis,
        "Satuan": rule.unit_basis,
        "Hari pertama": rule.first_day_basis,
        "Akibat": rule.on_expiry_basis,
        **({"Akhir": rule.ended_by_basis} if rule.ended_by_basis else {}),
    }
    return ((part, basis) for part, basis in parts.items() if basis != rule.basis)


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
        ("Terlapor", some(one.categories, CATEGORIES)),
        ("Dari tingkat", some(one.levels, LEVELS)),
        ("Kepada", "; ".join(agencies) if one.known else "belum diketahui; petugas menentukan"),
        ("Formulir", edition.forms[one.form].title if one.form else ""),
        ("Catatan", one.note),
    )
    return Item(f"tujuan/{one.id}", _title_paperwork(edition, one), told, one.basis, (), one.known)


def _title_paperwork(edition: Edition, one: Route) -> str:
    kind = edition.violations.classes[one.violation_class].title
    return f"{kind}: {some(one.categories, CATEGORIES)}"


def _words(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{short} = {name}" for name, short in pairs)


_GROUPS = {"formil": "syarat formal", "materiel": "syarat materiel", "lampiran": "lampiran"}


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
                ("Ditentukan oleh", _decided_by(edition, one)),
                ("Tidak dapat dilengkapi", one.incurable.citation if one.incurable else ""),
            ),
            one.basis,
        )
        for one in edition.requirements.values()
    )
    return Chapter("syarat", "Persyaratan laporan", "", items)


def _decided_by(edition: Edition, one: Requirement) -> str:
    if one.decided_by is None:
        return "belum dinyatakan"
    rule = edition.deadlines.get(one.decided_by.rule)
    return one.decided_by.told(rule.title if rule else "")


def provisions(edition: Edition) -> Chapter:
    """What the articles say that is neither limit, requirement, offence, destination nor act."""
    items = tuple(
        Item(
            f"ketentuan/{one.id}",
            one.title,
            lines(
                ("Isi", one.text if one.known else "belum diketahui"),
                ("Sifat", "memberi kewenangan; tidak dapat dilanggar" if one.competence else ""),
                ("Dipisah menjadi", "; ".join(map(edition.article_name, one.split))),
            ),
            one.basis,
            (),
            one.known,
        )
        for one in edition.provisions.values()
    )
    return Chapter("ketentuan", "Ketentuan lain", "", items)


def file_items(edition: Edition) -> Chapter:
    """What the file of a criminal referral holds."""
    items = tuple(
        Item(
            f"berkas/{one.id}",
            one.title,
            lines(
                ("Sifat", "wajib menurut pasalnya" if one.required else "daftar periksa"),
                ("Dipenuhi oleh", _sources(edition, one)),
            ),
            one.basis,
        )
        for one in edition.file_items.values()
    )
    return Chapter("berkas", "Isi berkas pidana", "", items)


def _sources(edition: Edition, one: FileItem) -> str:
    if one.letter or one.evidence:
        return "surat penerusannya sendiri" if one.letter else "bukti perkara"
    forms = [name for name in (*one.papers, one.drawn) if name]
    return ", ".join(edition.forms[name].title for name in forms) or "berkas yang diserahkan"


_REGIMES = {
    "pemilihan": "Pemilihan (gubernur, bupati, wali kota)",
    "pemilu": "Pemilu",
    "pemilihan-tsm": "Pemilihan, pelanggaran administrasi TSM",
}


def book(law: Law, edition: Edition) -> Book:
    """Everything the edition prescribes, with the mark of every entry."""
    chapters = tuple(one for one in _chapters(law, edition) if one.items)
    counted = Counter(item.basis.mark for chapter in chapters for item in chapter.items)
    return Book(
        title=edition.title,
        pin=edition.pin,
        regime=_REGIMES.get(edition.regime, edition.regime),
        in_force=span(edition.in_force) or "awal berlakunya tidak diketahui",
        facts=lines(
            ("Mengubah", edition.amends or ""),
            ("Tidak menerima perkara", edition.no_cases),
        ),
        notes=edition.notes,
        instruments=tuple((one.short, one.title) for one in instruments(law, edition)),
        chapters=chapters,
        marks=tuple((mark.label, counted[mark]) for mark in Mark),
    )


def _chapters(law: Law, edition: Edition) -> tuple[Chapter, ...]:
    return (
        chapter(edition),
        reporters(edition),
        requirements(edition),
        stages(edition),
        acts(edition),
        classes(edition),
        kinds(edition),
        articles(edition),
        outcomes(edition),
        routes(law, edition),
        forms(edition),
        file_items(edition),
        numbers(edition),
        provisions(edition),
    )
