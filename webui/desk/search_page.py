"""What one field finds: cases, respondents, entries of the law, papers, and what can be done.

A sign before the text asks for one kind alone: `>` acts, `@` people, `#` papers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from casework.engine.entry import entries
from casework.models import Case
from casework.services.cases import access, case_rows
from casework.services.cases.listing.criteria import Wanted
from casework.services.cases.search import named
from casework.services.cases.search.query import LONGEST_QUERY
from casework.services.core.work import Work
from webui.cases import case_list, list_page
from webui.cases.acts_page import ActLine, offers
from webui.core import labels, navigation, sought
from webui.core.access import may, opens
from webui.core.navigation import Place
from webui.core.session import SignedIn

MOST = 6
"""So many of a kind where all kinds are asked for; ten times as many of one kind alone."""
SHORTEST = 2
KINDS = ("perkara", "orang", "pasal", "surat", "tindakan")
SIGNS = {">": "tindakan", "@": "orang", "#": "surat"}


@dataclass(frozen=True)
class Asked:
    """The text without its sign, as it was typed, and the kind asked for; empty: every kind."""

    text: str
    typed: str
    kind: str

    @property
    def key(self) -> str:
        """What stands for the text in an address."""
        return sought.seal(self.text)

    @property
    def most(self) -> int:
        """How many of a kind are shown."""
        return MOST * 10 if self.kind else MOST

    def wants(self, kind: str) -> bool:
        """Whether a kind is asked for."""
        return self.kind in ("", kind)


@dataclass(frozen=True)
class PersonHit:
    """A respondent with the case."""

    name: str
    category: str
    case_id: int
    number: str


@dataclass(frozen=True)
class LawHit:
    """An entry of the law in the newest edition that holds it."""

    pin: str
    name: str
    title: str
    citation: str


@dataclass(frozen=True)
class PaperHit:
    """A paper with its case."""

    id: int
    title: str
    number: str
    case_id: int
    case: str


@dataclass(frozen=True)
class Found:
    """What was found of each kind; `acts` are those of the case on top, which is `acts_of`."""

    cases: tuple[list_page.Line, ...] = ()
    more_cases: bool = False
    acts: tuple[ActLine, ...] = ()
    acts_of: Case | None = None
    people: tuple[PersonHit, ...] = ()
    law: tuple[LawHit, ...] = ()
    papers: tuple[PaperHit, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many are shown of each kind."""
        return {
            "perkara": len(self.cases),
            "orang": len(self.people),
            "pasal": len(self.law),
            "surat": len(self.papers),
            "tindakan": len(self.acts) + len(self.places),
        }


def asked() -> Asked:
    """What the address asks for."""
    typed = sought.args().get(sought.TEXT, "").replace("\0", " ").strip()[:LONGEST_QUERY]
    kind, text = request.args.get("di", ""), typed
    if typed[:1] in SIGNS:
        kind, text = SIGNS[typed[0]], typed[1:].strip()
    return Asked(text, typed, kind if kind in KINDS else "")


def found(work: Work, wanted: Asked, here: SignedIn) -> Found:
    """Everything the officer may see that a text finds; acts and pages alone without a text."""
    if len(wanted.text) < SHORTEST:
        return Found(places=tuple(_places("")))
    rows, more = [], False
    if may("perkara.lihat") and (wanted.wants("perkara") or wanted.kind == "tindakan"):
        listed = case_list.cases(work, Wanted(text=wanted.text), here.zone)
        rows, more = (
            list_page.lines(work, listed),
            bool(listed.after) or len(listed.rows) > wanted.most,
        )
    top = work.session.get(Case, rows[0].id) if rows else None
    acts = _acts(work, top) if top and wanted.wants("tindakan") else ()
    return Found(
        cases=tuple(rows[: wanted.most]) if wanted.wants("perkara") else (),
        more_cases=more,
        acts=acts,
        acts_of=top if acts else None,
        people=_people(work, wanted),
        law=_law(work, wanted),
        papers=_papers(work, wanted),
        places=tuple(_places(wanted.text)) if wanted.wants("tindakan") else (),
    )


def _acts(work: Work, case: Case) -> tuple[ActLine, ...]:
    """What the officer may do with a case of the own office."""
    if case.office_id != work.actor.office_id or not access.sees_own(work):
        return ()
    offer = offers(work, [case], case_rows.read_many(work, [case]), ("mine", "standing"))[case.id]
    return (*offer.mine, *offer.standing)[:MOST]


def _people(work: Work, wanted: Asked) -> tuple[PersonHit, ...]:
    if not (may("perkara.lihat") and wanted.wants("orang")):
        return ()
    return tuple(
        PersonHit(party.label, party.category, case.id, case.number)
        for party, case in named.respondents(work, wanted.text, wanted.most)
    )


def _papers(work: Work, wanted: Asked) -> tuple[PaperHit, ...]:
    if not (may("dokumen.lihat") and wanted.wants("surat")):
        return ()
    return tuple(
        PaperHit(
            document.id, labels.law_title(document.title), document.number, case.id, case.number
        )
        for document, case in named.papers(work, wanted.text, wanted.most)
    )


def _law(work: Work, wanted: Asked) -> tuple[LawHit, ...]:
    """Entries whose title or citation holds every word, each once, of the newest edition."""
    if not (may("aturan.lihat") and wanted.wants("pasal")):
        return ()
    words, hits = wanted.text.casefold().split(), dict[tuple[str, str], LawHit]()
    for edition in reversed(list(work.law.editions.values())):
        if edition.no_cases:
            continue
        for name, entry in entries(edition).items():
            said = f"{entry.title} {entry.basis.citation}".casefold()
            key = entry.title, entry.basis.citation
            if key not in hits and all(word in said for word in words):
                hits[key] = LawHit(edition.pin, name, entry.title, entry.basis.citation)
        if len(hits) >= wanted.most:
            break
    return tuple(hits.values())[: wanted.most]


def _places(text: str) -> Iterable[Place]:
    """Pages the officer may open whose name holds a text."""
    here = [*navigation.beginnings(), *navigation.places()]
    here += [
        Place(words, url_for(endpoint), icon, False)
        for endpoint, words, icon in (
            ("forecast.show", _("Hitung batas"), "sum"),
            ("signing.queue", _("Menunggu tanda tangan Anda"), "pen"),
            ("desk.notices", _("Pemberitahuan"), "bell"),
            ("account.show", _("Akun saya"), "person"),
            ("account.list_sessions", _("Sesi saya"), "device"),
            ("preferences.notifications", _("Atur pemberitahuan saya"), "bell"),
            ("guide.index", _("Panduan"), "help"),
        )
        if opens(endpoint)
    ]
    return [one for one in here if text.casefold() in one.words.casefold()]
