"""The list of cases out of a million: ours beside Datasette and Flask-Admin on the same page.

Each serves fifty rows of one stage and category, the nearest limit first. What a page costs is the
CPU of the web server's processes, which a busy machine changes least.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from statistics import median
from urllib.parse import quote

import httpx
from sqlalchemy import create_engine

from bench import peers
from bench.load import CONNECTIONS, Load, burden, one_by_one, running, served
from bench.million import CASES, Place, million
from bench.table import Mark, Row, Table
from casework.bootstrap import App, build
from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Place as At
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.work import Actor
from casework.services.people.training import PASSWORD
from tests.flows.waiting import free_port
from tests.statements import heard

ROUNDS = 3
SECONDS = 5.0
PAGES = 48
DEEP = 1_000
STAGES = ("kajian_awal", "klarifikasi", "kajian", "pleno")
CATEGORIES = ("asn", "kepala_desa", "calon", "masyarakat")
PATHS = [f"/perkara/?tahap={stage}&kategori={kind}" for stage in STAGES for kind in CATEGORIES]
LOGIN = "koordinator.bengkulu"


def sign_in(address: str) -> str:
    """The cookie of an officer of the office that is measured."""
    with httpx.Client(base_url=address, headers={"User-Agent": "bench"}) as client:
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/masuk").text)
        token = found.group(1) if found else ""
        sent = {"csrf_token": token, "login": LOGIN, "password": PASSWORD}
        answer = client.post("/masuk", data=sent)
        if answer.status_code != 303:
            raise SystemExit(f"bench: not signed in ({answer.status_code})")
        return "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def measure(seed: int) -> Table:
    """Both databases, ours and the peers one after the other on the same data."""
    rows: list[Row] = []
    ratios: dict[str, float] = {}
    notes: list[str] = []
    marks: list[Mark] = []
    for kind in ("sqlite", "postgresql"):
        with million(kind, seed) as place:
            _add_view(place)
            ours, pressed = _ours(place)
            rows.append(Row(f"{kind}: ours, CPU of a page", ours.cpu * 1e3))
            marks += [
                Mark(f"{kind}: CPU of a page in ms", ours.cpu, at_most=25),
                Mark(f"{kind}: p99 over p50", pressed.p99 / pressed.p50, at_most=4),
            ]
            for name, theirs in _peers(place, kind):
                rows.append(Row(f"{kind}: {name}", theirs.cpu * 1e3))
                ratios[f"{kind}: {name}"] = theirs.cpu / ours.cpu
                marks.append(Mark(f"{kind}: {name} over ours", theirs.cpu / ours.cpu, at_least=3))
                notes.append(f"{kind}: {name} p50 {theirs.p50:.1f} ms, ours {ours.p50:.1f} ms")
            notes.append(
                f"{kind}: ours under {CONNECTIONS} connections {pressed.rate:.0f} pages a second, "
                f"p50 {pressed.p50:.1f} ms, p99 {pressed.p99:.1f} ms"
            )
            notes += [f"{kind}: {text}" for text in _inside(place)]
    return Table(
        name="cases",
        work=f"50 of {CASES:,} cases by stage and category, a page",
        rows=tuple(rows),
        ratios=ratios,
        notes=tuple(notes),
        marks=tuple(marks),
        seed=seed,
    )


def _add_view(place: Place) -> None:
    engine = create_engine(place.settings.url)
    with engine.begin() as connection:
        connection.exec_driver_sql(peers.VIEW)
    engine.dispose()


def _ours(place: Place) -> tuple[Load, Load]:
    """Pages one by one, and under as many connections as there are threads."""
    environment = {
        "CASEWORK_MODE": "training", "CASEWORK_VAR": str(place.settings.var),
        "CASEWORK_CLOCK": place.settings.clock, "CASEWORK_LOG_FORMAT": "json",
    }  # fmt: skip
    if place.settings.database_url:
        environment["CASEWORK_DATABASE_URL"] = place.settings.database_url
    log = place.settings.var / "log"
    with served("webui.app:create_app()", environment, log, "/masuk") as server:
        cookie = sign_in(server.address)
        one_by_one(server, PATHS, cookie, len(PATHS))  # warms up
        found = one_by_one(server, PATHS, cookie, PAGES)
        burden(server, PATHS, cookie, 2.0)
        pressed = [burden(server, PATHS, cookie, SECONDS) for _ in range(ROUNDS)]
    return found, _middle(pressed)


def _peers(place: Place, kind: str) -> Iterator[tuple[str, Load]]:
    log = place.settings.var / "log"
    asked = [f"/perkara/?tahap={stage}&kategori={code}" for stage in STAGES for code in CATEGORIES]
    environment = {"BENCH_URL": place.settings.url, "BENCH_OFFICE": str(place.office)}
    with served("bench.peers:create_app()", environment, log, asked[0]) as server:
        one_by_one(server, asked, "", len(asked))
        yield "Flask-Admin", one_by_one(server, asked, "", PAGES)
    if kind != "sqlite":
        return
    port = free_port()
    command = peers.datasette(str(place.settings.var / "casework.db"), port)
    asked = [
        f"/casework/listed?office_id={place.office}&stage={stage}&_sort=urgency"
        f"&tags__contains={quote(f' category:{code} ')}"
        for stage in STAGES
        for code in CATEGORIES
    ]
    with running(command, port, {}, log, "/") as server:
        one_by_one(server, asked, "", len(STAGES))
        yield "Datasette", one_by_one(server, asked, "", PAGES)


def _middle(loads: Sequence[Load]) -> Load:
    return Load(
        *(median(getattr(one, name) for one in loads) for name in ("rate", "p50", "p99", "cpu"))
    )


def _inside(place: Place) -> Iterator[str]:
    """How deep pages and statements are, without the web around them."""
    app = build(place.settings)
    with closing(app):
        actor = Actor(1, "", place.office, frozenset({"coordinator"}))
        first, deep, said = _depth(app, actor)
        yield (
            f"page 1 takes {first:.2f} ms, page {DEEP:,} {deep:.2f} ms "
            f"({deep / first:.2f} times), {said} statement a page"
        )


def _depth(app: App, actor: Actor) -> tuple[float, float, int]:
    zone, wanted = "Asia/Jakarta", Wanted()
    with app.glancing(actor) as work:
        rows, _ = query.page(work, wanted, zone, 50 * (DEEP - 1))
        there = replace(wanted, place=At(rows[-1].place, rows[-1].id))
        times: dict[Wanted, list[float]] = {wanted: [], there: []}
        for _ in range(60):
            for one, kept in times.items():
                began = time.perf_counter()
                query.page(work, one, zone, 50)
                kept.append((time.perf_counter() - began) * 1e3)
    with heard(app) as said, app.glancing(actor) as work:
        query.page(work, there, zone, 50)
    return median(times[wanted]), median(times[there]), len(said)
