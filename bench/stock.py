"""An office with ten thousand cases at every stage, one of them with 34 and 4 respondents."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from sqlalchemy import Connection, Table, insert, select, text

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.models import Base
from casework.services.acts.clarification import sessions
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases.search import reindex
from casework.settings import Settings
from scripts.postgres import server
from tests.bureau import ARTICLE, Bureau
from tests.conftest import SettableClock

NOW = "2024-09-19T09:00:00+07:00"
PEOPLE = (("asn", 34), ("kepala_desa", 4))

RUNNING = 0.4
"""Of all cases so many are not over."""

# What a case is made of: each table after those its rows point to.
_COPIED = (
    "cases", "parties", "facts", "deadlines", "findings", "evidence", "clarification_sessions",
    "reviews", "opinions", "meetings", "documents", "dispatches", "outcomes", "referrals",
    "referral_items", "initials", "questions",
)  # fmt: skip
_AT_A_TIME = 500


@dataclass(frozen=True)
class Stock:
    """The installation and the key of its big case."""

    settings: Settings
    big: int


@contextmanager
def stock(kind: str, seed: int, cases: int) -> Iterator[Stock]:
    """So many cases on a database of a kind (sqlite, postgresql); gone afterwards."""
    with TemporaryDirectory(prefix="casework-bench-") as name, server() as address:
        var, url, base = Path(name), "", f"casework_bench_pages_{seed}"
        clock = SettableClock(var / "clock")
        clock.set(NOW)
        if kind == "postgresql":
            _run(address, f'drop database if exists "{base}" with (force)')
            _run(address, f'create database "{base}"')
            parts = urlsplit(address.replace("postgresql+psycopg", "postgresql", 1))
            url = urlunsplit(parts._replace(path=f"/{base}"))
        settings = Settings(mode="training", var=var, database_url=url, clock=clock.spec)
        try:
            yield _filled(settings, clock, seed, cases)
        finally:
            if url:
                _run(address, f'drop database "{base}" with (force)')


def _filled(settings: Settings, clock: SettableClock, seed: int, cases: int) -> Stock:
    upgrade(settings.url)
    with closing(build(settings)) as app:
        models = list(_models(app, clock))
        big = _big(app, clock)
        clock.set(NOW)
        chance = random.Random(seed)
        with app.database.write() as session:
            connection = session.connection()
            wanted = cases - len(models) - 1
            running = int(wanted * RUNNING)
            for number, model in enumerate(models):
                share = running // len(models) + (number < running % len(models))
                _copy(connection, model, share, chance, over=False)
            _copy(connection, models[-1], wanted - running, chance, over=True)
        with app.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
        for _done in reindex.all_cases(app):
            pass
    return Stock(settings, big)


def _assess(office: Bureau) -> None:
    office.assess()


def _propose(office: Bureau) -> None:
    office.assess()
    office.act("case_officer", kajian_awal.propose_registration)


def _close(office: Bureau) -> None:
    office.hear()
    office.act("case_officer", sessions.close)


def _write(office: Bureau) -> None:
    _close(office)
    office.act("case_officer", review.save, _kajian(office))


def _decide(office: Bureau) -> None:
    office.hear()
    office.review()
    office.decide()


Steps = Sequence[Callable[[Bureau], None]]
_REGISTER: Steps = (Bureau.register,)
_INVITE: Steps = (*_REGISTER, Bureau.invite)
_WAYS: tuple[Steps, ...] = (
    (), (_assess,), (_propose,), _REGISTER, _INVITE, (*_INVITE, _close), (*_INVITE, _write),
    (*_INVITE, Bureau.hear, Bureau.review), (*_INVITE, _decide),
    (*_INVITE, _decide, Bureau.forward),
)  # fmt: skip


def _models(app: App, clock: SettableClock) -> Iterator[int]:
    """One case at each stage of its way."""
    for number, way in enumerate(_WAYS):
        clock.set(NOW)
        office = Bureau(app, clock)
        accused = (Respondent(name="Terlapor Uji", category="kepala_desa", region="seluma"),)
        case = office.receive(f"model-{number}", respondents=accused)
        for step in way:
            step(office)
        yield case


def _kajian(office: Bureau) -> Kajian:
    proposal = Proposal("hukum_lainnya", ARTICLE, (), "Terbukti.")
    return Kajian("Fakta.", "Analisis.", "Simpulan.", {p.id: (proposal,) for p in office.parties()})


def _big(app: App, clock: SettableClock) -> int:
    """A case with many respondents up to its grouped letters."""
    clock.set(NOW)
    office = Bureau(app, clock)
    people = tuple(
        Respondent(name=f"Orang {category} {number}", category=category, region="seluma")
        for category, count in PEOPLE
        for number in range(count)
    )
    case = office.receive("besar", respondents=people)
    for step in (*_INVITE, _decide):
        step(office)
    office.act("case_officer", referral.draft)
    return case


def _copy(
    connection: Connection, model: int, count: int, chance: random.Random, *, over: bool
) -> None:
    """So many copies of a case, each received and due on days of its own; or ended."""
    read = _read(connection, model)
    shifts = [timedelta(days=chance.randrange(-3, 20)) for _ in range(count)]
    for start in range(0, count, _AT_A_TIME):
        some = shifts[start : start + _AT_A_TIME]
        keys: dict[tuple[str, object], list[int]] = {}
        for table, rows in read.items():
            if not rows:
                continue
            first = _next(connection, table)
            made: list[dict[str, Any]] = []
            for number, row in enumerate(rows):
                mine = [first + number * len(some) + copy for copy in range(len(some))]
                keys[table.name, row["id"]] = mine
                made += [
                    _copied(
                        table, row, mine[copy], keys, copy, shift, f"{model}-{over:d}{start + copy}"
                    )
                    for copy, shift in enumerate(some)
                ]
            if over:
                _end(table, made)
            connection.execute(insert(table), made)


def _read(connection: Connection, model: int) -> Mapping[Table, Sequence[Mapping[str, Any]]]:
    found: dict[Table, Sequence[Mapping[str, Any]]] = {}
    for name in _COPIED:
        table = Base.metadata.tables[name]
        if name == "cases":
            query = select(table).where(table.c.id == model)
        elif "case_id" in table.c:
            query = select(table).where(table.c.case_id == model)
        else:
            (key,) = [key for key in table.foreign_keys if _parent(key.column.table, found)][:1]
            ids = [row["id"] for row in found[key.column.table]]
            query = select(table).where(key.parent.in_(ids))
        found[table] = [dict(row) for row in connection.execute(query).mappings()]
    return found


def _parent(table: Table, found: Mapping[Table, object]) -> bool:
    return table in found and table.name in ("reviews", "documents", "referrals")


def _copied(
    table: Table,
    row: Mapping[str, Any],
    key: int,
    keys: Mapping[tuple[str, object], Sequence[int]],
    copy: int,
    shift: timedelta,
    name: str,
) -> dict[str, Any]:
    made = {**row, "id": key}
    for foreign in table.foreign_keys:
        column, target = foreign.parent.name, foreign.column.table.name
        if (target, row[column]) in keys:
            made[column] = keys[target, row[column]][copy]
    if table.name == "cases":
        made["submission_key"] = f"salinan-{name}"
        made["title"] = f"{row['title'][:200]} {name}"
        made["receipt_number"] = f"{name}/LP/PG/Prov/07.00/IX/2024"
        made["registration_number"] = (
            f"{name}/Reg/LP/PG/Prov/07.00/IX/2024" if row["registration_number"] else ""
        )
        made["received_at"] = row["received_at"] + shift - timedelta(days=20)
    elif table.name == "deadlines":
        for column in ("due", "safe"):
            made[column] = (datetime.fromisoformat(row[column]) + shift).isoformat()
        made["due_at"] = row["due_at"] + shift
    elif table.name == "documents":
        made["verify_code"] = f"{name}-{row['id']}"
        made["data"] = made["edited"] = None  # sealed for the one paper
    elif table.name in ("initials", "questions") and "subject_id" in row:
        subject = keys.get((row["subject"], row["subject_id"]))
        made["subject_id"] = subject[copy] if subject else row["subject_id"]
    return made


def _next(connection: Connection, table: Table) -> int:
    last = connection.execute(select(table.c.id).order_by(table.c.id.desc()).limit(1)).scalar()
    return (last or 0) + 1


def _end(table: Table, made: Iterable[dict[str, Any]]) -> None:
    """Let these copies be of cases that are over."""
    for row in made:
        if table.name == "cases":
            row["stage"] = "selesai"
        elif table.name == "deadlines":
            row["state"] = "met"


def _run(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
