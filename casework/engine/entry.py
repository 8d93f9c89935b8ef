"""Every rule of an edition under one name, `<kind>/<id>`: what scenarios and tables call it by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from casework.engine.act import Act
from casework.engine.basis import Basis, Cite
from casework.engine.criminal_file import FileItem
from casework.engine.edition import Edition, Instrument
from casework.engine.forms import FormEntry
from casework.engine.law import Law
from casework.engine.numbering import LetterPattern, Numbering
from casework.engine.outcomes import OutcomeRow
from casework.engine.provisions import Provision
from casework.engine.refusals import RuleUnknown
from casework.engine.requirements import Reporter, Requirement
from casework.engine.route import Route
from casework.engine.rule import DeadlineRule
from casework.engine.violations import Article

Value = (
    DeadlineRule
    | Requirement
    | Reporter
    | Article
    | OutcomeRow
    | Route
    | Act
    | Provision
    | FormEntry
    | FileItem
    | Numbering
    | Mapping[str, LetterPattern]
)

CASE_NUMBER: Final = "nomor/perkara"
LETTER_NUMBER: Final = "nomor/surat"


@dataclass(frozen=True)
class Entry:
    """One rule: its name, its title, what the edition holds under it, and all it rests on."""

    name: str
    title: str
    value: Value
    bases: tuple[Basis, ...]

    @property
    def basis(self) -> Basis:
        """The basis of the entry itself; the others are of its parts."""
        return self.bases[0]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Every article the entry or a part of it rests on, each once."""
        return tuple(dict.fromkeys(cite for basis in self.bases for cite in basis.cites))


def entries(edition: Edition) -> dict[str, Entry]:
    """Every rule of the edition by its name, kind after kind."""
    return {entry.name: entry for entry in _all(edition)}


def instruments(law: Law, edition: Edition) -> tuple[Instrument, ...]:
    """Every instrument the edition names at its head or an entry of it rests on."""
    cited = (cite.law for one in entries(edition).values() for cite in one.cites)
    return tuple(law.instruments[name] for name in dict.fromkeys([*edition.instruments, *cited]))


def entry(edition: Edition, name: str) -> Entry:
    """One rule by its name. Raises RuleUnknown, naming those of its kind."""
    known = entries(edition)
    found = known.get(name)
    if found is None:
        kind = name.partition("/")[0]
        near = [one for one in known if one.startswith(f"{kind}/")] or list(known)
        raise RuleUnknown(
            f'Aturan "{name}" tidak ada pada edisi {edition.id}. Yang ada: {", ".join(near)}.'
        )
    return found


def _all(edition: Edition) -> Iterator[Entry]:
    for rule in edition.deadlines.values():
        yield Entry(f"batas/{rule.id}", rule.title, rule, _of_rule(rule))
    for requirement in edition.requirements.values():
        parts: tuple[Basis, ...] = (requirement.incurable,) if requirement.incurable else ()
        bases: tuple[Basis, ...] = (requirement.basis, *parts)
        yield Entry(f"syarat/{requirement.id}", requirement.title, requirement, bases)
    for reporter in edition.reporters.values():
        yield _plain("pelapor", reporter)
    yield from _charged(edition)
    for route in edition.routes:
        title = f"{route.violation_class}: {', '.join(route.functions) or 'tanpa tujuan'}"
        yield Entry(f"tujuan/{route.id}", title, route, (route.basis,))
    for act in edition.acts.values():
        yield _plain("tindakan", act)
    for provision in edition.provisions.values():
        yield _plain("ketentuan", provision)
    for form in edition.forms.values():
        yield Entry(f"formulir/{form.id}", form.title, form, (form.basis, form.code_basis))
    for item in edition.file_items.values():
        yield _plain("berkas", item)
    numbering = edition.numbering
    yield Entry(CASE_NUMBER, "Nomor penerimaan dan registrasi", numbering, (numbering.basis,))
    letters = tuple(one.basis for one in numbering.letters.values())
    yield Entry(LETTER_NUMBER, "Nomor surat keluar", numbering.letters, letters)


def _charged(edition: Edition) -> Iterator[Entry]:
    """The articles, each with its elements, and what can be decided about them."""
    for article in edition.articles.values():
        parts = tuple(one.basis for one in article.legal_elements)
        bases = tuple(dict.fromkeys((article.basis, *parts)))
        yield Entry(f"pasal/{article.id}", article.title, article, bases)
    for row in edition.outcomes:
        yield Entry(f"hasil/{row.id}", outcome_title(edition, row), row, (row.basis,))


def outcome_title(edition: Edition, row: OutcomeRow) -> str:
    """A row of the table of outcomes in a few words."""
    named = [edition.violations.classes[one].title for one in row.outcomes]
    every = len(named) == len(edition.violations.classes)
    what = "Hasil apa pun" if every else ", ".join(named)
    said = "mungkin" if row.possible else "tidak mungkin"
    return f"{what}: {said if row.known else 'belum diketahui'}"


def _plain(kind: str, value: Reporter | Act | Provision | FileItem) -> Entry:
    return Entry(f"{kind}/{value.id}", value.title, value, (value.basis,))


def _of_rule(rule: DeadlineRule) -> tuple[Basis, ...]:
    granted = (rule.extension.basis,) if rule.extension else ()
    parts = (rule.start_basis, rule.unit_basis, rule.first_day_basis, rule.on_expiry_basis)
    end = (rule.ended_by_basis,) if rule.ended_by_basis else ()
    stops = tuple(pause.basis for pause in rule.pauses)
    return tuple(dict.fromkeys((rule.basis, *granted, *stops, *parts, *end)))
