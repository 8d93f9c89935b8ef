"""`make bench`, or `python -m bench deadline --seed 7` for one table."""

from __future__ import annotations

import argparse

from bench import (
    burst,
    cases,
    deadline,
    decree,
    export,
    kerawanan,
    letter,
    letters,
    lifecycle,
    pages,
    picture,
    rules,
    search,
    start,
    sweep,
)
from bench.table import load, publish

TABLES = {
    "burst": burst.measure,
    "cases": cases.measure,
    "deadline": deadline.measure,
    "decree": decree.measure,
    "export": export.measure,
    "kerawanan": kerawanan.measure,
    "letter": letter.measure,
    "letters": letters.measure,
    "lifecycle": lifecycle.measure,
    "pages": pages.measure,
    "picture": picture.measure,
    "rules": rules.measure,
    "search": search.measure,
    "start": start.measure,
    "sweep": sweep.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=", ".join(TABLES))
    parser.add_argument("--seed", type=int, default=20240919)
    parser.add_argument("--anyway", action="store_true", help="judge marks on a busy machine too")
    given = parser.parse_args()
    if unknown := set(given.tables) - set(TABLES):
        parser.error(f"no such table: {', '.join(sorted(unknown))}; there are {', '.join(TABLES)}")
    for name in given.tables or TABLES:
        began = load()
        publish(TABLES[name](given.seed), began, anyway=given.anyway)


main()
