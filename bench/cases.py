"""The list of cases out of a million, through gunicorn: ours beside a raw page."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from statistics import median

import httpx

from bench.load import Load, burden, served
from bench.million import CASES, Place, million
from bench.table import Row, Table
from casework.bootstrap import App, build
from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import Place as At
from casework.services.cases.listing.criteria import Wanted
from casework.services.core.work import Actor
from casework.services.people.training import PASSWORD
from tests.statements import heard

ROUNDS = 3
SECONDS = 5.0
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
    """Both databases, ours and the floor by turns."""
    rows: list[Row] = []
    ratios: dict[str, float] = {}
    notes: list[str] = []
    for kind in ("sqlite", "postgresql"):
        with million(kind, seed) as place:
            raw, ours = _loads(place)
            rows += [Row(f"{kind}: raw statement and f-string", 1e6 / raw.rate),
                     Row(f"{kind}: ours", 1e6 / ours.rate)]  # fmt: skip
            # As the others: their time over ours.
            ratios[f"{kind}: the raw page"] = ours.rate / raw.rate
            ratios[f"{kind}: the raw page, CPU of the workers,"] = raw.cpu / ours.cpu
            notes.append(
                f"{kind}: {ours.rate:.0f} of {raw.rate:.0f} requests a second; ours p50 "
                f"{ours.p50:.1f} ms, p99 {ours.p99:.1f} ms ({ours.p99 / ours.p50:.1f} times p50); "
                f"CPU {ours.cpu:.2f} of {raw.cpu:.2f} ms a request"
            )
            notes += [f"{kind}: {text}" for text in _inside(place)]
    return Table(
        name="cases",
        work=f"50 of {CASES:,} cases by stage and category, a request (8 connections, 2 workers)",
        rows=tuple(rows),
        ratios=ratios,
        notes=tuple(notes),
        seed=seed,
    )


def _loads(place: Place) -> tuple[Load, Load]:
    log = place.settings.var / "log"
    ours_env = {
        "CASEWORK_MODE": "training", "CASEWORK_VAR": str(place.settings.var),
        "CASEWORK_CLOCK": place.settings.clock, "CASEWORK_LOG_FORMAT": "json",
    }  # fmt: skip
    if place.settings.database_url:
        ours_env["CASEWORK_DATABASE_URL"] = place.settings.database_url
    floor_env = {"BENCH_URL": place.settings.url, "BENCH_OFFICE": str(place.office)}
    with (
        served("bench.floor:create_app()", floor_env, log, PATHS[0]) as floor,
        served("webui.app:create_app()", ours_env, log, "/masuk") as own,
    ):
        cookie = sign_in(own.address)
        found: list[tuple[Load, Load]] = []
        for number in range(ROUNDS + 1):
            seconds = SECONDS if number else 2.0  # the first round only warms up
            found.append((burden(floor, PATHS, "", seconds), burden(own, PATHS, cookie, seconds)))
    floors, owns = zip(*found[1:], strict=True)
    return _middle(floors), _middle(owns)


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
