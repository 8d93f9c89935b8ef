"""Operators on routes, agencies, articles, numbers, editions and the words entries rest on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from casework.engine.agency import Agency
from casework.engine.edition import Edition
from casework.engine.entry import entries
from casework.engine.law import Law
from casework.engine.period import Period
from casework.engine.violations import Article
from tests.unit.engine.mutants.editing import GONE, OWN_WORDS, Add, Amend, Mutant, Remove

ROUTES = ("routing.yaml", "routes")
ARTICLES = ("violations.yaml", "articles")
HEAD = "edition.yaml"
_DAY = timedelta(days=1)


def gap(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row less in the routing table; not one that another edition changes."""
    kin = [one for one in law.editions.values() if one.regime == edition.regime]
    for route in (one for one in edition.routes if all(one in other.routes for other in kin)):
        yield Mutant(route.id, "Celah: ", (Remove(*ROUTES, route.id),))


def overlap(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A second row for the same combinations."""
    for route in edition.routes:
        again = {
            "id": "kembar",
            "class": route.violation_class,
            "categories": list(route.categories[:1]),
            "levels": [str(level) for level in route.levels],
            "known": "false",
            **OWN_WORDS,
        }
        yield Mutant(route.id, "Tumpang tindih: ", (Add(*ROUTES, again),))


def known_to_nobody(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row that names nobody and does not say that nobody is known."""
    for route in edition.routes:
        if route.known and route.functions:
            change = Amend(*ROUTES, route.id, {"destinations": GONE})
            yield Mutant(route.id, "tidak menyebut tujuan", (change,))


def unknown_destination(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A row to a body that does not exist."""
    for route in edition.routes:
        change = Amend(*ROUTES, route.id, {"destinations": ["raja"]})
        yield Mutant(route.id, 'fungsi lembaga "raja"', (change,))


def expired_agency(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An addressee that ended while the edition goes on."""
    for agency in _agencies(law, edition):
        ended = (edition.in_force.since or law.calendar.covers_from) + _DAY
        if agency.in_force.until is None and (agency.in_force.since or date.min) < ended:
            yield _agency(agency, "tidak punya alamat", **_span(agency.in_force.since, ended))


def two_agencies(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Two addressees for one function on the same day."""
    for agency in _agencies(law, edition):
        again = {
            "id": "kembar", "function": agency.function, "name": "Kembar", "address_to": "Kembar",
            **OWN_WORDS,
        }  # fmt: skip
        yield Mutant(
            agency.id,
            "pada waktu yang sama",
            shared=(Add("agencies/pemilihan.yaml", "agencies", again),),
        )


def article_twice(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Two wordings of one article on the same day."""
    for article in edition.articles.values():
        again = _wording(article, "kembar")
        yield Mutant(article.id, "berlaku ganda", (Add(*ARTICLES, again),))


def article_with_a_hole(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A day between two wordings of an article."""
    for article in edition.articles.values():
        if article.in_force.until is None and article.in_force.since is None:
            later = _wording(article, "kemudian", in_force={"from": "2024-03-02"})
            change = Amend(*ARTICLES, article.id, {"in_force": {"until": "2024-03-01"}})
            yield Mutant(article.id, "perbuatan pada 2024-03-01", (change, Add(*ARTICLES, later)))


def penalty_with_a_gap(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Acts of a month that nothing threatens."""
    return _penalties(edition, "Celah sanksi: perbuatan pada 2026-01-02", {"from": "2026-02-02"})


def penalty_twice(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Acts of a month that two penalties threaten."""
    return _penalties(edition, "Sanksi tumpang tindih", {"from": "2025-12-02"})


def penalty_from_always(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A later penalty that forgot its start."""
    return _penalties(edition, "Sanksi tumpang tindih", {"from": GONE})


def penalty_that_starts_late(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The first acts under an article that nothing threatens."""
    return _penalties(edition, "Celah sanksi: perbuatan sebelum", {}, {"from": "2022-05-01"})


def penalty_that_ends_early(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The last acts under an article that nothing threatens."""
    return _penalties(edition, "Celah sanksi: perbuatan sejak 2027", {"until": "2027-01-01"})


def penalty_of_an_evening(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A penalty that ends on the day on which it begins."""
    return _penalties(edition, "harus sesudah", {"until": "2026-01-02"})


def penalty_unread_without_reason(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A penalty that nobody knows, and nobody says why."""
    changes = {"known": "false", "changed_by": GONE}
    return _penalties(edition, "(changed_by)", changes)


def penalty_changed_by_nothing(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A change of penalty by a provision that does not exist."""
    return _penalties(edition, 'ketentuan "angin"', {"changed_by": "angin"})


def penalty_said_twice(law: Law, edition: Edition) -> Iterator[Mutant]:
    """One penalty for all time beside those of each time."""
    for article in edition.articles.values():
        if len(article.penalties) > 1:
            change = Amend(*ARTICLES, article.id, {"penalty": "Penjara seumur hidup."})
            yield Mutant(article.id, "satu saja", (change,))


def unknown_class(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article of a class that does not exist."""
    for article in edition.articles:
        change = Amend(*ARTICLES, article, {"class": "dosa"})
        yield Mutant(article, 'golongan pelanggaran "dosa"', (change,))


def missing_citation(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article without the law it stands in."""
    for article in edition.articles:
        yield Mutant(article, '"citation"', (Amend(*ARTICLES, article, {"citation": GONE}),))


def missing_mark(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article without its mark."""
    for article in edition.articles:
        change = Amend(*ARTICLES, article, {"verification": GONE})
        yield Mutant(article, '"verification"', (change,))


def unknown_instrument(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A citation of a law that nobody listed."""
    for article in edition.articles:
        change = Amend(*ARTICLES, article, {"citation": {"law": "uu-langit", "article": "1"}})
        yield Mutant(article, 'peraturan "uu-langit"', (change,))


def confirmed_without_words(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A mark stronger than what was read."""
    for article in edition.articles:
        changes = {**OWN_WORDS, "verification": "confirmed", "quote": GONE, "source": "uji"}
        change = Amend(*ARTICLES, article, changes)
        yield Mutant(article, "tidak mengutip bunyi pasalnya", (change,))


def same_numbers(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Receipt and registration numbers that look alike."""
    changes = {"receipt": edition.numbering.registration_pattern}
    change = Amend("numbering.yaml", "numbering", "", changes)
    yield Mutant("receipt", "tidak dapat dibedakan", (change,))


def numbers_without_region(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Two offices that give the same number."""
    pattern = edition.numbering.registration_pattern.replace("{region}", "00")
    change = Amend("numbering.yaml", "numbering", "", {"registration": pattern})
    yield Mutant("registration", "dua perkara dapat bernomor sama", (change,))


def scope_without_rule(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article in scope on which nothing rests."""
    for name in edition.instruments:
        article = {"law": name, "article": "9999"}
        entry = Add("scope/pemilihan.yaml", "articles", article)
        yield Mutant(name, "Tidak ada aturan yang bertumpu padanya", shared=(entry,), whole=True)


def needless_excuse(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An article excused although a rule rests on it."""
    listed = {one.cite for one in law.scope}
    for rule in entries(edition).values():
        for cite in rule.cites:
            if cite.article and cite not in listed:
                parts = {"law": cite.law, "article": cite.article, "paragraph": cite.paragraph}
                told: dict[str, Any] = {key: value for key, value in parts.items() if value}
                entry = Add("scope/pemilihan.yaml", "articles", {**told, "why": "Tidak perlu."})
                yield Mutant(cite.article, "Beralasan tanpa aturan", shared=(entry,), whole=True)


def edition_with_a_hole(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Days between an edition and the next one of its regime."""
    ended = edition.in_force.until
    if ended is not None:
        span = _span(edition.in_force.since, ended - 30 * _DAY)
        if not edition.in_force.since_known:
            span["in_force"]["from_known"] = "false"
        change = Amend(HEAD, "", "", span)
        yield Mutant("until", "tidak punya edisi", (change,), whole=True)


def editions_at_once(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Two editions of a regime on the same day."""
    ended = edition.in_force.until
    if ended is not None:
        change = Amend(HEAD, "", "", _span(edition.in_force.since, ended + 30 * _DAY))
        yield Mutant("until", "sama-sama berlaku untuk rezim", (change,))


def _agencies(law: Law, edition: Edition) -> list[Agency]:
    wanted = {name for route in edition.routes for name in route.functions}
    return [one for one in law.agencies.values() if one.function in wanted]


def _agency(agency: Agency, message: str, **changes: Any) -> Mutant:
    """Where the agency is listed is found by whoever applies the mutant."""
    return Mutant(agency.id, message, shared=(Amend("agencies", "agencies", agency.id, changes),))


def _penalties(
    edition: Edition, message: str, later: dict[str, Any], first: dict[str, Any] | None = None
) -> Iterator[Mutant]:
    """The penalties of an article that changed once, the later or the first of them otherwise."""
    for article in edition.articles.values():
        if len(article.penalties) == 2 and article.in_force == Period():
            written = [
                {
                    "from": one.in_force.since and one.in_force.since.isoformat(),
                    "until": one.in_force.until and one.in_force.until.isoformat(),
                    "text": one.text or "Penjara.",
                    "changed_by": one.changed_by and one.changed_by.id,
                    **changes,
                }
                for one, changes in zip(article.penalties, (first or {}, later), strict=True)
            ]
            yield Mutant(
                article.id, message, (Amend(*ARTICLES, article.id, {"penalties": written}),)
            )


def _span(since: date | None, until: date | None) -> dict[str, Any]:
    ends = {"from": since, "until": until}
    return {"in_force": {key: at.isoformat() for key, at in ends.items() if at is not None}}


def _wording(article: Article, name: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": name,
        "article": article.article,
        "title": article.title,
        "class": article.violation_class,
        "kind": article.kind,
        "act": article.act,
        "penalty_known": "false",
        "elements_known": "false",
        "elements_note": "Uji.",
        **OWN_WORDS,
        **changes,
    }
