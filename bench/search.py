"""The newest hits of a word among a million titles: ours beside LIKE, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial

from sqlalchemy import text

from bench.million import CASES, RARE, Place, million
from bench.table import Row, Table, best
from casework.bootstrap import App, build
from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.work import Actor

ROUNDS = 7
LIKE = "SELECT id, title FROM cases WHERE title LIKE :word ORDER BY id DESC LIMIT 50"
LEXEME = f"{RARE}_"
BARE = {
    "sqlite": (
        "SELECT rowid FROM case_words WHERE case_words MATCH :word ORDER BY rowid DESC LIMIT 50",
        f'"{LEXEME}"',
    ),
    "postgresql": (
        (
            "SELECT case_id FROM case_words WHERE words @@ CAST(:word AS tsquery) "
            "ORDER BY case_id DESC LIMIT 50"
        ),
        f"'{LEXEME}'",
    ),
}
SEEN = {"a rare word": RARE, "a frequent word": "sembako", "a phrase": '"kepala desa membagikan"'}


def measure(seed: int) -> Table:
    """Time a search as the page does it, permission and filters included."""
    rows: list[Row] = []
    ratios: dict[str, float] = {}
    for kind in ("sqlite", "postgresql"):
        with million(kind, seed) as place:
            app = build(place.settings)
            with closing(app):
                found = _rows(app, place, kind)
        rows += found
        ratios[f"LIKE on {kind}"] = found[-1].microseconds / found[0].microseconds
    return Table(
        name="search",
        work=f"newest 50 hits of a word that 40 of {CASES:,} titles have",
        rows=tuple(rows),
        ratios=ratios,
        notes=(
            "ours: the supervisor's whole page query with permission, case, office and texts",
            "LIKE and the bare index look at all cases and give only their ids",
        ),
        seed=seed,
    )


def _rows(app: App, place: Place, kind: str) -> list[Row]:
    actor = Actor(1, "", place.office, frozenset({"supervisor"}))

    def ours(asked: str) -> set[int]:
        with app.glancing(actor) as work:
            rows, _ = query.page(work, Wanted(text=asked), "Asia/Jakarta", 50)
            return {row.id for row in rows}

    def bare(statement: str, word: str) -> set[int]:
        with app.glancing(actor) as work:
            return {row[0] for row in work.session.execute(text(statement), {"word": word})}

    by_like = partial(bare, LIKE, f"%{RARE}%")
    by_index = partial(bare, *BARE[kind])
    if not (ours(RARE) and ours(RARE) <= by_like() == by_index()):
        raise SystemExit("bench: the contenders do not agree; nothing was timed")

    def timed(label: str, task: Callable[[], object]) -> Row:
        return Row(f"{kind}: {label}", best(task, 1, ROUNDS))

    return [
        *(timed(f"ours, {name}", partial(ours, word)) for name, word in SEEN.items()),
        timed("the bare index, the rare word", by_index),
        timed("LIKE, the rare word", by_like),
    ]
