"""A million cases on either database, written in bulk: what lists and search are measured on."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg

from casework.bootstrap import build
from casework.commands.migrate import upgrade
from casework.models.listing import NO_LIMIT
from casework.services.cases.search import index
from casework.settings import Settings
from scripts.postgres import server
from tests import desk

CASES = max(1_000, int(os.environ.get("BENCH_CASES", "1_000_000")))
"""How many; `BENCH_CASES=50000` makes a smaller stock for a look in between."""

NOW = datetime(2024, 9, 19, 2, 0, tzinfo=UTC)
RARE = "mandiangin"
"""A word that forty of the million titles have."""

_STAGES = ("kajian_awal", "klarifikasi", "kajian", "pleno", "penerusan", "selesai", "selesai",
           "selesai", "tidak_diregistrasi", "selesai")  # fmt: skip
_OPEN = frozenset(_STAGES[:5])
_CATEGORIES = ("asn", "kepala_desa", "perangkat_desa", "calon", "tim_kampanye", "masyarakat")
_REGIONS = ("seluma", "lebong", "kaur", "mukomuko", "rejang_lebong", "kepahiang")
_CLASSES = ("administrasi", "kode_etik", "pidana", "hukum_lainnya", "bukan_pelanggaran")
_WHO = ("Kepala desa", "Camat", "Lurah", "Pegawai ASN", "Perangkat desa", "Tim kampanye",
        "Anggota BPD", "Kepala dinas")  # fmt: skip
_DID = ("menghadiri pertemuan", "membagikan sembako", "menyatakan dukungan", "memasang baliho",
        "mengajak memilih", "memakai mobil dinas", "membagikan uang",
        "mengunggah gambar")  # fmt: skip
_PLACES = ("Air Napal", "Arga Makmur", "Bermani Ulu", "Curup", "Kerkap", "Ketahun", "Manna",
           "Padang Jaya", "Seginim", "Sukaraja", "Talo", "Tubei", "Ujan Mas")  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A database with a million cases; `office` is the one whose officer looks."""

    settings: Settings
    office: int
    offices: tuple[int, ...]


def _line(
    number: int, chance: random.Random, offices: Sequence[int], first: int, cases: int
) -> tuple[str, ...]:
    """One case as text: id, office, stage, kind, numbers, title, place, epoch, urgency, tags."""
    key = first + number
    stage = _STAGES[chance.randrange(10)]
    received = NOW - timedelta(minutes=cases - number)
    due = int(NOW.timestamp()) + chance.randrange(-864_000, 8_640_000)
    odd = f" {RARE}" if number % (cases // 40) == 7 else ""
    where = _PLACES[chance.randrange(len(_PLACES))]
    title = f"{_WHO[chance.randrange(8)]} {_DID[chance.randrange(8)]} {where}{odd} {number % 997}"
    tags = f" category:{chance.choice(_CATEGORIES)} region:{chance.choice(_REGIONS)} "
    if stage not in _OPEN:
        tags = f" class:{chance.choice(_CLASSES)}{tags}"
    year = received.year
    return (
        str(key), str(offices[chance.randrange(len(offices))]), stage,
        "TM" if chance.randrange(8) == 0 else "LP", f"{number}/LP/PG/Prov/07.00/IX/{year}", title,
        where, received.strftime("%Y-%m-%d %H:%M:%S"), str(int(received.timestamp())),
        str(due if stage in _OPEN else NO_LIMIT - key), tags,
    )  # fmt: skip


def _lines(seed: int, offices: Sequence[int], first: int, cases: int) -> Iterator[tuple[str, ...]]:
    chance = random.Random(seed)
    return (_line(number, chance, offices, first, cases) for number in range(cases))


# How a line becomes rows; `:n` is its nth value. Everything else is as in the one real case.
_VARIED = {
    "id": 0, "submission_key": 0, "office_id": 1, "stage": 2, "kind": 3, "receipt_number": 4,
    "title": 5, "event_place": 6, "received_at": 7,
}  # fmt: skip
_OF_LINES = (
    "case_id", "office_id", "stage", "kind", "received", "urgency", "due", "tags", "mark",
)  # fmt: skip


def _case(line: Sequence[str], constant: Sequence[object], columns: Sequence[str]) -> list[object]:
    row = list(constant)
    for name, place in _VARIED.items():
        row[columns.index(name)] = line[place]
    return row


def _as_line(line: Sequence[str]) -> tuple[str | None, ...]:
    # Nothing of these takes time of its own: what has a limit begins when it ends.
    due = line[9] if line[2] in _OPEN else None
    return line[0], line[1], line[2], line[3], line[8], line[9], due, line[10], "x"


def _words(line: Sequence[str]) -> index.Content:
    return index.content(int(line[1]), [line[5], line[4], line[6]], [])


@contextmanager
def million(kind: str, seed: int, cases: int = CASES) -> Iterator[Place]:
    """A database of a kind (sqlite, postgresql) with its million cases; gone afterwards."""
    with TemporaryDirectory(prefix="casework-bench-") as name, server() as address:
        var = Path(name)
        url, base = "", f"casework_bench_{seed}"
        if kind == "postgresql":
            _run(address, f'drop database if exists "{base}" with (force)')
            _run(address, f'create database "{base}"')
            parts = urlsplit(address.replace("postgresql+psycopg", "postgresql", 1))
            url = urlunsplit(parts._replace(path=f"/{base}"))
        settings = Settings(mode="training", var=var, database_url=url, clock=NOW.isoformat())
        try:
            yield _furnish(settings, seed, cases)
        finally:
            if url:
                _run(address, f'drop database "{base}" with (force)')


def _furnish(settings: Settings, seed: int, cases: int) -> Place:
    began = time.perf_counter()
    upgrade(settings.url)
    app = build(settings)
    with closing(app):
        desk.furnish(app)
        case = desk.receive(app)
        with app.database.engine.connect() as connection:
            columns = [*connection.exec_driver_sql("SELECT * FROM cases").keys()]
            constant = list(connection.exec_driver_sql("SELECT * FROM cases").one())
            offices = [row[0] for row in connection.exec_driver_sql("SELECT id FROM offices")]
    spread = _lines(seed, offices, case.id + 1, cases)
    if settings.url.startswith("sqlite"):
        _fill_sqlite(settings.var / "casework.db", spread, columns, constant)
    else:
        _fill_postgres(settings.url, spread, columns, constant)
    print(f"  {cases:,} cases written in {time.perf_counter() - began:.0f} s")
    return Place(settings, case.office_id, tuple(offices))


def _fill_sqlite(
    file: Path, spread: Iterator[tuple[str, ...]], columns: list[str], constant: list[object]
) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    with closing(connection):
        connection.execute("PRAGMA synchronous=OFF")
        marks = ", ".join("?" * len(columns))
        named = ", ".join(_OF_LINES)
        while some := list(islice(spread, 50_000)):
            connection.execute("BEGIN")
            connection.executemany(
                f"INSERT INTO cases ({', '.join(columns)}) VALUES ({marks})",
                (_case(line, constant, columns) for line in some),
            )
            connection.executemany(
                f"INSERT INTO case_lines ({named}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                map(_as_line, some),
            )
            connection.executemany(
                "INSERT INTO case_words (rowid, words) VALUES (?, ?)",
                (
                    (line[0], " ".join([*found.ordered, *sorted(found.loose)]))
                    for line, found in ((line, _words(line)) for line in some)
                ),
            )
            connection.execute("COMMIT")
        connection.execute("INSERT INTO case_words (case_words) VALUES ('optimize')")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill_postgres(
    url: str, spread: Iterator[tuple[str, ...]], columns: list[str], constant: list[object]
) -> None:
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql", 1)) as connection:
        connection.execute("DROP INDEX ix_case_words")
        while some := list(islice(spread, 50_000)):
            _copy(connection, "cases", columns, (_case(line, constant, columns) for line in some))
            _copy(connection, "case_lines", _OF_LINES, map(_as_line, some))
            _copy(
                connection,
                "case_words",
                ("case_id", "words"),
                ((line[0], index.tsvector(_words(line))) for line in some),
            )
        connection.execute("CREATE INDEX ix_case_words ON case_words USING gin (words)")
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql", 1)) as connection:
        connection.autocommit = True
        for table in ("cases", "case_lines", "case_words"):
            connection.execute(f"VACUUM ANALYZE {table}".encode())


def _copy(
    connection: psycopg.Connection, table: str, columns: Sequence[str], rows: Iterator[object]
) -> None:
    with connection.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copying:
        for row in rows:
            copying.write_row(row)  # type: ignore[arg-type]  # any sequence


def _run(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
