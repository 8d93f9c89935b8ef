"""requirements, violations, routing, numbering and forms of an edition."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import yaml

from casework.engine.act import FLOWS
from casework.engine.basis import Basis, weakest
from casework.engine.categories import CATEGORIES
from casework.engine.criminal_file import FileItem
from casework.engine.election import ElectionStage
from casework.engine.forms import FormEntry, FormKind
from casework.engine.loading.bases import Instruments, basis, maybe_basis, own_basis, period
from casework.engine.loading.block import Block, fault, known
from casework.engine.numbering import CASE_FIELDS, LETTER_FIELDS, LetterPattern, Numbering
from casework.engine.office import Level
from casework.engine.outcomes import FIELDS, RESERVED, OutcomeRow
from casework.engine.period import Period
from casework.engine.provisions import Provision
from casework.engine.requirements import (
    SEEN,
    Check,
    DecidedBy,
    Detail,
    Group,
    Reporter,
    Requirement,
)
from casework.engine.roles import TITLES
from casework.engine.route import Route
from casework.engine.rule import DeadlineRule, Direction
from casework.engine.violations import (
    Article,
    Choice,
    Closed,
    LegalElement,
    Penalty,
    ProvisionKind,
    ViolationClass,
)


def requirement(
    block: Block, instruments: Instruments, rules: Mapping[str, DeadlineRule]
) -> Requirement:
    """Read a requirement; what decides it may only name what the edition has."""
    return Requirement(
        block.text("id"),
        block.choice("group", Group),
        block.text("title"),
        block.text("help", ""),
        block.flag("binding", True),
        basis(block, instruments),
        _decided_by(block.block("decided_by"), rules) if "decided_by" in block else None,
        own_basis(block.block("incurable"), instruments) if "incurable" in block else None,
    )


def _decided_by(block: Block, rules: Mapping[str, DeadlineRule]) -> DecidedBy:
    check = block.choice("check", Check)
    rule, least = "", 0
    details: tuple[Detail, ...] = ()
    if check is Check.DEADLINE:
        rule = known(block, "rule", block.text("rule"), rules, "batas waktu")
        if rules[rule].direction is not Direction.AFTER:
            fault(block.node_of("rule"), f'batas "{rule}" berakhir sebelum peristiwanya.')
    elif check is Check.FILLED:
        details = tuple(
            Detail(known(block, "details", one, tuple(Detail), "isian laporan"))
            for one in block.texts("details", required=True)
        )
        if not details:
            fault(block.node_of("details"), f'"details" pada {block.what} kosong.')
    elif check is Check.EVIDENCE:
        least = block.whole("at_least", at_least=1)
    why = block.text("why") if check in SEEN else block.text("why", "")
    block.close()
    return DecidedBy(check, rule, details, least, why)


def reporter(block: Block, instruments: Instruments) -> Reporter:
    """Read a kind of person who may report."""
    return Reporter(block.text("id"), block.text("title"), basis(block, instruments))


def provision(block: Block, instruments: Instruments) -> Provision:
    """Read a provision; one whose words were not found says so in its note."""
    is_known = block.flag("known", True)
    text = block.text("text") if is_known else block.text("text", "")
    found = Provision(
        block.text("id"),
        block.text("title"),
        text,
        is_known,
        basis(block, instruments),
        block.flag("competence", False),
        block.texts("split"),
    )
    if not is_known and not found.basis.note:
        fault(block.node, f'{block.what} bertanda known: false; tulis alasannya pada "note".')
    return found


def violation_class(block: Block, instruments: Instruments) -> ViolationClass:
    """Read a class."""
    return ViolationClass(
        block.text("id"),
        block.text("title"),
        block.flag("violation", True),
        basis(block, instruments),
        _closed(block.block("closed"), instruments) if "closed" in block else None,
        block.texts("path"),
    )


def provision_kind(block: Block, instruments: Instruments) -> ProvisionKind:
    """Read a kind of provision; those the table knows by itself are not written."""
    found = ProvisionKind(block.text("id"), block.text("title"), basis(block, instruments))
    if found.id in RESERVED:
        fault(block.node, f'jenis ketentuan "{found.id}" sudah dikenal; jangan ditulis lagi.')
    return found


def _closed(block: Block, instruments: Instruments) -> Closed:
    reason, cure, own = block.text("reason"), block.text("cure"), basis(block, instruments)
    recommended = _choice(block, reason, own) if "choice" in block else None
    hearing = None
    if "hearing" in block:
        inner = block.block("hearing")
        hearing = _choice(inner, inner.text("reason"), basis(inner, instruments))
        inner.close()
    block.close()
    return Closed(reason, cure, recommended, own, hearing)


def _choice(block: Block, reason: str, own: Basis) -> Choice:
    return Choice(
        block.text("choice"), block.text("choice_title"), reason, block.text("warning"), own
    )


def article(
    block: Block,
    instruments: Instruments,
    classes: Collection[str],
    kinds: Collection[str],
    provisions: Mapping[str, Provision],
) -> Article:
    """Read an article; a penalty or elements that were not found say so (`…_known: false`)."""
    own, in_force = basis(block, instruments), period(block, instruments)
    elements, note = _elements(block, instruments, own)
    return Article(
        block.text("id"),
        block.text("article"),
        block.text("title"),
        known(block, "class", block.text("class"), classes, "golongan pelanggaran"),
        known(block, "kind", block.text("kind"), kinds, "jenis ketentuan"),
        block.text("subject", ""),
        block.text("act"),
        _penalties(block, own, provisions),
        elements,
        note,
        in_force,
        own,
        block.texts("punished_by"),
        _some(block, "addressees", tuple(CATEGORIES), "golongan terlapor")
        if "addressees" in block
        else (),
    )


def _penalties(
    block: Block, own: Basis, provisions: Mapping[str, Provision]
) -> tuple[Penalty, ...]:
    """The penalties by the date of the act: `penalty` for one that never changed, else a list."""
    if not block.flag("penalty_known", True):
        for key in ("penalty", "penalties"):
            if key in block:
                fault(
                    block.node_of(key),
                    f"{block.what} bertanda penalty_known: false tetapi memuat sanksi.",
                )
        return ()
    if "penalties" not in block:
        return (Penalty(block.text("penalty"), True, Period(), own, own.mark),)
    if "penalty" in block:
        fault(block.node_of("penalty"), f"{block.what} memuat penalty atau penalties, satu saja.")
    found = tuple(_penalty(one, own, provisions) for one in block.blocks("penalties"))
    if not found:
        fault(block.node_of("penalties"), f"{block.what} memuat penalties tanpa isi.")
    return found


def _penalty(block: Block, own: Basis, provisions: Mapping[str, Provision]) -> Penalty:
    since, until = block.maybe_day("from"), block.maybe_day("until")
    if since and until and since >= until:
        fault(block.node, f'"until" ({until}) sebuah sanksi harus sesudah "from" ({since}).')
    is_known = block.flag("known", True)
    name = block.maybe("changed_by")
    if name is not None:
        known(block, "changed_by", name, provisions, "ketentuan")
    elif not is_known:
        fault(
            block.node,
            "sanksi bertanda known: false menyebut ketentuan yang mengubahnya (changed_by).",
        )
    by = provisions[name] if name else None
    text = block.text("text") if is_known else block.text("text", "")
    block.close()
    return Penalty(
        text, is_known, Period(since, until), own, weakest(own, by.basis if by else None), by
    )


def _elements(
    block: Block, instruments: Instruments, own: Basis
) -> tuple[tuple[LegalElement, ...], str]:
    """The elements and "", or none and why. One that is a text rests on what the article does."""
    if not block.flag("elements_known", True):
        if "elements" in block:
            fault(
                block.node_of("elements"),
                f"{block.what} bertanda elements_known: false tetapi menulis unsur. Hapus satu.",
            )
        return (), block.text("elements_note")
    found = []
    for node in block.nodes("elements") if "elements" in block else ():
        if isinstance(node, yaml.ScalarNode):
            found.append(LegalElement(node.value.strip(), own))
        else:
            part = Block(node, f"unsur pada {block.what}")
            found.append(LegalElement(part.text("text"), own_basis(part, instruments)))
    if not all(one.text for one in found):
        fault(block.node_of("elements"), f"{block.what} punya unsur tanpa bunyi.")
    return tuple(found), block.text("elements_note", "")


def outcome(
    block: Block, instruments: Instruments, classes: Collection[str], kinds: Collection[str]
) -> OutcomeRow:
    """Read a row of the table of outcomes; what is impossible or not known says why."""
    is_known = block.flag("known", True)
    possible = block.flag("possible") if is_known else block.flag("possible", True)
    settled = is_known and possible
    found = OutcomeRow(
        block.text("id"),
        _some(block, "outcomes", tuple(classes), "golongan pelanggaran"),
        _some(block, "kinds", (*kinds, *RESERVED), "jenis ketentuan"),
        _some(block, "categories", tuple(CATEGORIES), "golongan terlapor"),
        _some(block, "stages", tuple(ElectionStage), "tahapan"),
        _some(block, "levels", tuple(Level), "tingkat"),
        possible,
        is_known,
        block.text("why", "") if settled else block.text("why"),
        block.text("cure") if is_known and not possible else block.text("cure", ""),
        basis(block, instruments),
    )
    for key, text in (("why", found.why), ("cure", found.cure)):
        strange = sorted(set(re.findall(r"{([^}]*)}", text)) - FIELDS)
        if strange or text.count("{") != text.count("}"):
            fault(
                block.node_of(key),
                f'"{key}" pada {block.what} memuat isian yang tidak dikenal {strange}. '
                f"Yang dikenal: {', '.join(sorted(FIELDS))}.",
            )
    return found


def route(
    block: Block,
    instruments: Instruments,
    classes: Collection[str],
    functions: Collection[str],
    forms: Collection[str],
) -> Route:
    """Read a row of the routing table; `all` stands for every category or level."""
    is_known = block.flag("known", True)
    form = block.text("form", "")
    if form:
        known(block, "form", form, forms, "formulir")
    named = block.texts("destinations")
    for name in named:
        known(block, "destinations", name, functions, "fungsi lembaga")
    found = Route(
        block.text("id"),
        known(block, "class", block.text("class"), classes, "golongan pelanggaran"),
        _some(block, "categories", tuple(CATEGORIES), "golongan terlapor"),
        _some(block, "levels", tuple(Level), "tingkat"),
        named,
        form,
        is_known,
        block.text("note", ""),
        basis(block, instruments),
    )
    if not is_known and not found.note:
        fault(block.node, f'{block.what} bertanda known: false; tulis alasannya pada "note".')
    return found


def letter_pattern(block: Block, instruments: Instruments) -> LetterPattern:
    """Read an office's letter pattern; the id is the office code, or `default`."""
    office = block.text("id")
    pattern = _pattern(block, "pattern", LETTER_FIELDS)
    return LetterPattern(
        "" if office == "default" else office,
        pattern,
        block.whole("width", at_least=0, default=0),
        basis(block, instruments),
    )


def numbering(
    block: Block, instruments: Instruments, letters: Mapping[str, LetterPattern]
) -> Numbering:
    """Read the case number patterns."""
    found = Numbering(
        _pattern(block, "receipt", CASE_FIELDS),
        _pattern(block, "registration", CASE_FIELDS),
        block.whole("width", at_least=1),
        _words(block, "kinds"),
        _words(block, "elections"),
        _words(block, "levels"),
        {letter.office: letter for letter in letters.values()},
        basis(block, instruments),
    )
    if "" not in found.letters:
        fault(block.node, "numbering.yaml perlu pola surat dengan id default.")
    block.close()
    return found


def form(block: Block, instruments: Instruments) -> FormEntry:
    """Read a form; the code may rest on a basis of its own. Only letters leave after the end."""
    own = basis(block, instruments)
    kind = block.choice("kind", FormKind)
    after_end = block.flag("after_end", False)
    if after_end and kind is not FormKind.LETTER:
        fault(block.node_of("after_end"), f"{block.what} bukan surat, jadi tidak dikirim.")
    stays = block.flag("stays", False)
    if stays and kind is not FormKind.LETTER:
        fault(block.node_of("stays"), f"{block.what} bukan surat, jadi memang tidak dikirim.")
    printers = block.texts("printed_by")
    for role in printers:
        known(block, "printed_by", role, TITLES, "peran")
    return FormEntry(
        block.text("id"),
        block.text("title"),
        block.text("code", ""),
        own,
        maybe_basis(block, "code_basis", instruments, own),
        block.texts("signatories"),
        kind,
        known(block, "flow", block.text("flow"), FLOWS, "alur"),
        block.flag("secret", True),
        after_end,
        block.text("sealed_copy", ""),
        stays,
        printers,
    )


def file_item(block: Block, instruments: Instruments, forms: Collection[str]) -> FileItem:
    """Read an item of the criminal file; every form it names exists."""
    papers, drawn = block.texts("papers"), block.text("drawn", "")
    for key, names in (("papers", papers), ("drawn", (drawn,) if drawn else ())):
        for name in names:
            known(block, key, name, forms, "formulir")
    return FileItem(
        block.text("id"),
        block.text("title"),
        block.flag("required", False),
        papers,
        block.flag("every", False),
        drawn,
        block.flag("letter", False),
        block.flag("evidence", False),
        basis(block, instruments),
    )


def _some(block: Block, key: str, options: Collection[str], what: str) -> tuple[str, ...]:
    """The names listed; `all`, or `{except: [...]}` for all but some."""
    if isinstance(block.node_of(key), yaml.MappingNode):
        inner = block.block(key)
        left_out = _some(inner, "except", options, what)
        inner.close()
        return tuple(name for name in options if name not in left_out)
    names = block.texts(key, required=True)
    if names == ("all",):
        return tuple(options)
    for name in names:
        known(block, key, name, options, what)
    return names


def _words(block: Block, key: str) -> dict[str, str]:
    inner = block.block(key)
    return {name: inner.text(name) for name in inner.keys}


def _pattern(block: Block, key: str, fields: frozenset[str]) -> str:
    text = block.text(key)
    strange = sorted(set(re.findall(r"{([^}]*)}", text)) - fields)
    if strange or "{seq}" not in text or text.count("{") != text.count("}"):
        fault(
            block.node_of(key),
            f'pola nomor "{text}" memuat isian yang tidak dikenal '
            f"{strange} atau tidak memuat {{seq}}. "
            f"Yang dikenal: {', '.join(sorted(fields))}.",
        )
    return text
