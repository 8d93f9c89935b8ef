"""The picture of a province at 1,500, 15,000 and 150,000 cases, and what its counts cost an act.

The page is asked through the application, as a supervisor of the province; its counts are made
again as `casework picture rebuild` does it. An act is played in this tree and, by turns, in a work
tree of the commit before there were counts.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from statistics import median, quantiles
from typing import Any

import structlog
from flask.testing import FlaskClient
from sqlalchemy import Connection, insert, select, text

from bench.lifecycle import CPU, acts, tree_of
from bench.million import NOW, Place, million
from bench.pages import sign_in
from bench.table import ROOT, Mark, Row, Table
from casework.bootstrap import App, build
from casework.models import CaseLine, Event
from casework.models.base import table
from casework.services.cases import rollups
from webui.app import create_app

SIZES = (1_500, 15_000, 150_000)
ASKED = 40
TURNS = 3
WITHOUT = "75b6d5ef"
"""The last commit without the counts."""
SUPERVISOR = "pengawas.bengkulu"
_WAY = (
    ("terima_laporan", "penyampaian", "kajian_awal"),
    ("nilai_syarat", "kajian_awal", "kajian_awal"),
    ("ajukan_registrasi", "kajian_awal", "pleno_registrasi"),
    ("registrasi", "pleno_registrasi", "klarifikasi"),
    ("tutup_klarifikasi", "klarifikasi", "kajian"),
    ("ajukan_kajian", "kajian", "pleno"),
    ("putuskan_kajian", "pleno", "penerusan"),
    ("selesaikan", "penerusan", "selesai"),
)
_AT_A_TIME = 20_000


def measure(seed: int) -> Table:
    """Each size on both databases, then the act."""
    rows: list[Row] = []
    notes: list[str] = []
    marks: list[Mark] = []
    ratios: dict[str, float] = {}
    for kind in ("sqlite", "postgresql"):
        middle: dict[int, float] = {}
        for size in SIZES:
            with million(kind, seed, size) as place:
                events, rebuilt, times, sound = _measured(place, seed)
            middle[size] = median(times)
            p95 = quantiles(times, n=20)[-1]
            rows.append(Row(f"{kind}: picture of {size:,} cases, p95", p95 * 1e6))
            notes.append(
                f"{kind}: {size:,} cases, {events:,} events: p50 {middle[size] * 1e3:.0f} ms, p95 "
                f"{p95 * 1e3:.0f} ms, rebuilt in {rebuilt:.1f} s, counts {sound}"
            )
            marks += [
                Mark(f"{kind}: p95 in ms at {size:,} cases", p95 * 1e3, at_most=300),
                Mark(f"{kind}: rebuild in s at {size:,} cases", rebuilt, at_most=60),
            ]
        ratios[f"{kind}: {SIZES[-1]:,} cases over {SIZES[0]:,}"] = (
            middle[SIZES[-1]] / middle[SIZES[0]]
        )
    here, before = _acts()
    if before:
        rows += [
            Row("an act, CPU", here * 1e3), Row("an act without the counts, CPU", before * 1e3)
        ]  # fmt: skip
        marks.append(Mark("CPU of an act over one without", here / before, at_most=1.05))
    return Table(
        name="picture",
        work=f"the picture of a province, asked {ASKED} times",
        rows=tuple(rows),
        ratios=ratios,
        notes=tuple(notes),
        marks=tuple(marks),
        seed=seed,
    )


def _measured(place: Place, seed: int) -> tuple[int, float, list[float], str]:
    with closing(build(place.settings)) as app:
        with app.database.write() as session:
            events = _record(session.connection(), seed)
            _enrich(session.connection())
        with app.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
        began = time.perf_counter()
        rollups.rebuild(app)
        rebuilt = time.perf_counter() - began
        with app.database.read() as session:
            again = rollups.counted(session) == rollups.kept(session)
        return events, rebuilt, _asked(app), "proven" if again else "WRONG"


def _record(connection: Connection, seed: int) -> int:
    """The acts that brought each case where it stands; links of no chain, which nobody reads."""
    chance = random.Random(seed)
    line = table(CaseLine).c
    last: dict[int, int] = dict(
        connection.execute(text("SELECT office_id, MAX(seq) FROM events GROUP BY office_id")).all()
    )
    known = {one for one in connection.scalars(select(Event.case_id).distinct()) if one}
    made: list[dict[str, Any]] = []
    done = 0
    for case, office, stage in connection.execute(
        select(line.case_id, line.office_id, line.stage).order_by(line.case_id)
    ).all():
        if case in known:
            continue
        at = NOW - timedelta(minutes=chance.randrange(60, 200_000))
        for version, (act, before, after) in enumerate(_way(stage), start=1):
            last[office] = last.get(office, 0) + 1
            at += timedelta(minutes=chance.randrange(1, 600))
            made.append({
                "office_id": office, "seq": last[office], "case_id": case, "at": min(at, NOW),
                "actor_id": 1, "role": "case_officer", "action": act, "prev_hash": "", "hash": "",
                "subject": "", "citation": "", "edition": "pemilihan-2020@1",
                "detail": {"from": before, "to": after, "version": version},
            })  # fmt: skip
        if len(made) >= _AT_A_TIME:
            connection.execute(insert(Event), made)
            done += len(made)
            made.clear()
    if made:
        connection.execute(insert(Event), made)
    return done + len(made)


def _way(stage: str) -> Iterator[tuple[str, str, str]]:
    if stage == rollups.NOT_REGISTERED:
        yield from _WAY[:3]
        yield "tolak_registrasi", "pleno_registrasi", stage
        return
    for step in _WAY:
        yield step
        if step[2] == stage and step[0] != "nilai_syarat" and stage != "kajian_awal":
            return
        if stage == "kajian_awal" and step[0] == "nilai_syarat":
            return


def _enrich(connection: Connection) -> None:
    """What the lines of cases hold beside: officers, moments, requirements, limits, agencies."""
    for statement in (
        (
            "UPDATE case_lines SET owner_id = 1 + case_id % 9, stalled = 3600 * (due / 3600)"
            " WHERE due IS NOT NULL"
        ),
        (
            "UPDATE case_lines SET tags = tags || 'reporter:pemilih lack:bukti lack:saksi '"
            " WHERE stage = 'tidak_diregistrasi'"
        ),
        (
            "UPDATE case_lines SET tags = tags || 'used:kajian_awal/80 used:penanganan/95 sent:kpu"
            " sent:kpu/followed_up ' WHERE stage = 'selesai' AND case_id % 2 = 0"
        ),
        (
            "UPDATE case_lines SET tags = tags || 'used:kajian_awal/60 used:penanganan/105 '"
            " WHERE stage = 'selesai' AND case_id % 2 = 1"
        ),
    ):
        connection.execute(text(statement))


def _asked(app: App) -> list[float]:
    """Seconds of each answer, after some that only warm up."""
    client: FlaskClient = create_app(app).test_client()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sign_in(client, SUPERVISOR)
    found = []
    for number in range(ASKED + 5):
        began = time.perf_counter()
        answer = client.get("/gambaran/")
        taken = time.perf_counter() - began
        if answer.status_code != 200:
            raise SystemExit(f"bench: no picture ({answer.status_code})")
        if number >= 5:
            found.append(taken)
    return found


def _acts() -> tuple[float, float]:
    """Milliseconds of CPU of an act, with the counts and without; the better of some turns."""
    here: list[float] = []
    before: list[float] = []
    with tree_of(WITHOUT) as tree:
        if tree is None:
            return 0.0, 0.0
        for _turn in range(TURNS):
            here.append(_middle(acts(ROOT)))
            before.append(_middle(acts(tree)))
    return min(here), min(before)


def _middle(cases: list[list[tuple[float, float]]]) -> float:
    return median(sum(one[CPU] for one in case) / len(case) for case in cases)
