"""The map page of the whole country: 514 regions, 61 indicators, five rounds."""

from __future__ import annotations

import logging
import re
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import structlog
from flask.testing import FlaskClient
from sqlalchemy import insert, select

from bench.table import Mark, Row, Table
from casework.adapters import rulebook
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.engine.kerawanan import Kerawanan
from casework.engine.law import Law
from casework.models import (
    Office,
    VulnerabilityAnswer,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.kerawanan import RoundState, SheetState
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import training
from casework.services.people.training import NATIONAL, PASSWORD
from casework.settings import Settings
from webui.app import create_app

REGIONS, ROUNDS, ASKED = 514, 5, 40
MOST_MS = 300.0
EDITION, LOGIN = "pemetaan-bengkulu", "pengawas.ri"
AT = datetime(2024, 9, 19, 3, 0, tzinfo=UTC)


def measure(seed: int) -> Table:
    """Ask for the newest map as the national supervisor gets it, on SQLite."""
    with TemporaryDirectory() as folder:
        settings = Settings(mode="training", var=Path(folder))
        upgrade(settings.url)
        with closing(build(settings, _law())) as app:
            _fill(app, seed)
            client = create_app(app).test_client()
            structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
            _sign_in(client)
            taken = sorted(_asked(client) for _ in range(ASKED))
    p50, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95) - 1]
    return Table(
        name="kerawanan",
        work=f"the map of {REGIONS} regions by 61 indicators, the newest of {ROUNDS} rounds",
        rows=(Row("p50", p50 * 1e3), Row("p95", p95 * 1e3)),
        ratios={},
        marks=(Mark("map page p95, ms", p95, at_most=MOST_MS),),
        seed=seed,
    )


def _law() -> Law:
    """The law with the quick edition stretched over all 61 indicators, each of weight one."""
    law = rulebook.load()
    quick, ikp = law.kerawanan.edition(EDITION), law.kerawanan.edition("ikp-2024")
    wide = replace(
        quick,
        indicators={
            key: replace(one, weight=Fraction(1), of="ikp-2024")
            for key, one in ikp.indicators.items()
        },
    )
    editions = {**law.kerawanan.editions, EDITION: wide}
    return replace(law, kerawanan=Kerawanan(editions, law.kerawanan.tiles))


def _fill(app: App, seed: int) -> None:
    chance = Random(seed)
    keys = list(app.law.kerawanan.edition(EDITION).indicators)
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        training.seed(work)
        top = work.session.scalars(select(Office.id).where(Office.code == NATIONAL)).one()
        offices = [
            Office(
                code=f"k{number}", name=f"Kantor {number}", level="kabupaten", parent_id=top,
                zone="Asia/Jakarta", region_code="99.99", city="Contoh", letterhead={},
            )
            for number in range(REGIONS)
        ]  # fmt: skip
        work.session.add_all(offices)
        work.session.flush()
        own = [one.id for one in offices]
    with app.database.write() as session:
        for number in range(ROUNDS):
            row = VulnerabilityRound(
                office_id=top, edition=EDITION, title=f"Putaran {number + 1}",
                counts_from=date(2023, 1, 1), opens_on=date(2024, 9, 1),
                closes_at=AT + timedelta(days=number), state=RoundState.CLOSED, opened_at=AT,
                closed_at=AT + timedelta(days=number),
            )  # fmt: skip
            session.add(row)
            session.flush()
            sheets = [
                VulnerabilitySheet(
                    round_id=row.id, office_id=office, region=f"wilayah_{place}",
                    state=SheetState.ACCEPTED,
                )
                for place, office in enumerate(own)
            ]  # fmt: skip
            session.add_all(sheets)
            session.flush()
            session.execute(
                insert(VulnerabilityAnswer),
                [
                    {"sheet_id": sheet.id, "office_id": sheet.office_id, "indicator": key,
                     "times": (times := chance.randrange(4)), "level": 2 if times else None,
                     "likelihood": chance.randrange(4), "answered_at": AT}
                    for sheet in sheets
                    for key in keys
                ],
            )  # fmt: skip


def _asked(client: FlaskClient) -> float:
    began = time.perf_counter()
    answer = client.get(f"/kerawanan/putaran/{ROUNDS}")
    answer.get_data()
    if answer.status_code != 200:
        raise SystemExit(f"bench: the map answered {answer.status_code}")
    return (time.perf_counter() - began) * 1e3


def _sign_in(client: FlaskClient) -> None:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/masuk").text)
    typed = {"csrf_token": found.group(1) if found else "", "login": LOGIN, "password": PASSWORD}
    if client.post("/masuk", data=typed).status_code != 303:
        raise SystemExit(f"bench: {LOGIN} is not signed in")
