"""The slowest of all pages with ten thousand cases, and the main ones in a browser."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from statistics import median
from typing import Any

import structlog
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table as Rows
from sqlalchemy import select
from werkzeug.routing import Rule

from bench import visits
from bench.stock import Stock, stock
from bench.table import Mark, Row, Table
from casework.bootstrap import App, build
from casework.models import Base
from casework.services.people.training import PASSWORD
from webui.app import create_app

CASES = 10_000
ROUNDS = 7
MOST_SECONDS = 1.0
SHOWN = 12
FLOOR = "/masuk"
OFFICERS = {"koordinator": "koordinator.bengkulu", "supervisor": "pengawas.bengkulu"}

# What stands behind a variable of an address: one value each, or all that it can be.
_PARTS = ("pihak", "bukti", "tenggat", "penanganan", "dokumen", "jejak", "akses")
_FIXED: Mapping[str, Sequence[str]] = {
    "part": _PARTS,
    "role": ("koordinator", "coordinator"),
    "pin": ("pemilihan-2020@1", "pemilihan-2020"),
    "kind": ("batas", "tindakan", "pasal", "syarat", "tahap", "fakta"),
    "entry_id": ("penanganan", "registrasi"),
    "act_id": ("koreksi_terlapor", "limpahkan", "beritahu_terlapor"),
    "book": ("nomor", "surat_keluar", "laporan", "temuan"),
    "table": ("documents",),
}
_OF_BIG: Mapping[str, str] = {
    "document_id": "documents", "subject_id": "documents", "party_id": "parties",
    "session_id": "clarification_sessions", "item_id": "referral_items",
}  # fmt: skip
_QUERIES: Mapping[str, Sequence[str]] = {
    "cases.index": (
        "?tahap=klarifikasi&kategori=kepala_desa", "?lewat=ya", "?pasal=hukum-lain",
        "?golongan=hukum_lainnya&urut=-diterima", "?cari=pertemuan", "?cari=pasal%3Ahukum-lain",
        "?kolom=diterima&kolom=golongan&kolom=kategori&kolom=penanggung",
    ),
    "agenda.show": ("?lihat=hari", "?lihat=minggu", "?lihat=bulan", "?keadaan=semua&lihat=bulan"),
}  # fmt: skip
# Streams, files and ways out of the house are no pages.
_NO_PAGE = re.compile(r"\.pdf|\.ics|\.zip|unduh|berkas$|gambar|katalog|metrik|/keluar|sso|static")


@dataclass(frozen=True)
class Timed:
    """One page as one officer gets it, in milliseconds."""

    who: str
    path: str
    p50: float
    most: float


def measure(seed: int) -> Table:
    """Both databases, each with the floor asked between the pages."""
    rows: list[Row] = []
    ratios: dict[str, float] = {}
    notes: list[str] = []
    marks: list[Mark] = []
    for kind in ("sqlite", "postgresql"):
        with stock(kind, seed, CASES) as given, closing(build(given.settings)) as app:
            floor, found = _all(app, given)
            visited = visits.measure(app, given)
        rows += visits.rows(kind, visited)
        marks += visits.marks(kind, visited)
        found.sort(key=lambda one: one.p50, reverse=True)
        rows.append(Row(f"{kind}: floor, {FLOOR}", floor * 1e3))
        rows += [Row(f"{kind}: {one.who} {one.path}", one.p50 * 1e3) for one in found[:SHOWN]]
        slow = [one for one in found if one.p50 > MOST_SECONDS * 1e3]
        worst = max(found, key=lambda one: one.most)
        notes.append(
            f"{kind}: {len(found)} pages, {len(slow)} over {MOST_SECONDS:.0f} s; the slowest takes "
            f"{found[0].p50:.0f} ms (p50), the longest single answer {worst.most:.0f} ms "
            f"({worst.who} {worst.path})"
        )
        notes.append(
            f"{kind}: p50 of all pages {median(one.p50 for one in found):.0f} ms, "
            f"{found[0].p50 / floor:.0f} times the floor for the slowest"
        )
        ratios[f"{kind}: a second"] = MOST_SECONDS * 1e3 / found[0].p50
    return Table(
        name="pages",
        work=f"every page of {', '.join(OFFICERS)} with {CASES:,} cases, one of 34 and 4 people",
        rows=tuple(rows),
        ratios=ratios,
        notes=tuple(notes),
        marks=tuple(marks),
        seed=seed,
    )


def _all(app: App, given: Stock) -> tuple[float, list[Timed]]:
    flask = create_app(app)
    # A line a request belongs into a log, not into the table.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    floors: list[float] = []
    found: list[Timed] = []
    stranger = flask.test_client()
    for who, login in OFFICERS.items():
        client = flask.test_client()
        sign_in(client, login)
        for path in _paths(flask, app, given.big):
            if client.get(path).status_code != 200:  # not this officer's, or not at this stage
                continue
            floors += _times(stranger, FLOOR, 1)
            taken = _times(client, path, ROUNDS)
            found.append(Timed(who, path, median(taken), max(taken)))
    return median(floors), found


def _times(client: FlaskClient, path: str, rounds: int) -> list[float]:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        client.get(path).get_data()
        taken.append((time.perf_counter() - began) * 1e3)
    return taken


def sign_in(client: FlaskClient, login: str) -> None:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/masuk").text)
    typed = {"csrf_token": found.group(1) if found else "", "login": login, "password": PASSWORD}
    answer = client.post("/masuk", data=typed)
    if answer.status_code != 303:
        raise SystemExit(f"bench: {login} is not signed in ({answer.status_code})")


def _paths(flask: Flask, app: App, big: int) -> Iterator[str]:
    """The address of every page, of the big case where it is a case's."""
    seen: set[str] = set()
    for rule in flask.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or _NO_PAGE.search(rule.rule):
            continue
        for address in _addresses(flask, rule, app, big):
            for query in ("", *_QUERIES.get(rule.endpoint, ())):
                if address + query not in seen:
                    seen.add(address + query)
                    yield address + query


def _addresses(flask: Flask, rule: Rule, app: App, big: int) -> Iterator[str]:
    given: list[dict[str, Any]] = [{}]
    for name in rule.arguments:
        values = _values(app, big, name)
        given = [{**one, name: value} for one in given for value in values]
    with flask.test_request_context():
        for one in given:
            yield flask.url_map.bind("").build(rule.endpoint, one)


def _values(app: App, big: int, name: str) -> Sequence[object]:
    if name == "case_id":
        return (big,)
    if name in _FIXED:
        return _FIXED[name]
    if name in ("office_id", "officer_id"):
        return (1,)
    if name not in _OF_BIG:
        return ()
    table: Rows = Base.metadata.tables[_OF_BIG[name]]
    query = select(table.c.id)
    if "case_id" in table.c:
        query = query.where(table.c.case_id == big)
    with app.database.engine.connect() as connection:
        found = connection.execute(query.order_by(table.c.id.desc()).limit(1)).scalar()
    return () if found is None else (found,)
