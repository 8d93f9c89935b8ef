"""practice/*.yaml: what offices settle among themselves, with sources like everything else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import time, timedelta

from casework.engine.between import BetweenRow, OfficeRelation
from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, by_id, fault, known
from casework.engine.loading.settings import clock
from casework.engine.practice import (
    Hearings,
    InitialRoute,
    InitialStep,
    Practice,
    Secrecy,
    Standstill,
)
from casework.engine.roles import NEVER_ACT, TITLES
from casework.engine.templates import PLACES, Template, Use, unknown_places

SUBJECTS = ("reviews", "documents")


def practice(tops: Iterable[Block], instruments: Instruments, offices: Collection[str]) -> Practice:
    """Read every file; a route has a writer and somebody after him."""
    routes: dict[str, InitialRoute] = {}
    secrets: dict[str, Secrecy] = {}
    hearings: dict[str, Hearings] = {}
    templates: dict[str, Template] = {}
    still: dict[str, Standstill] = {}
    between: dict[str, BetweenRow] = {}
    for top in tops:
        routes |= by_id(
            top.nodes("routes") if "routes" in top else [],
            "rute paraf",
            lambda block: _route(block, instruments),
        )
        secrets |= by_id(
            top.nodes("confidential") if "confidential" in top else [],
            "kerahasiaan",
            lambda block: _secrecy(block, instruments),
        )
        hearings |= by_id(
            top.nodes("hearings") if "hearings" in top else [],
            "setelan klarifikasi",
            lambda block: _hearings(block, instruments, offices),
        )
        templates |= by_id(
            top.nodes("templates") if "templates" in top else [],
            "templat",
            lambda block: _template(block, instruments),
        )
        still |= by_id(
            top.nodes("standstill") if "standstill" in top else [],
            "ukuran macet dan sunyi",
            lambda block: _standstill(block, instruments),
        )
        between |= by_id(
            top.nodes("between") if "between" in top else [],
            "wewenang antarkantor",
            lambda block: _between(block, instruments),
        )
        top.close()
    return Practice(
        tuple(routes.values()),
        secrets,
        tuple(hearings.values()),
        templates,
        next(iter(still.values()), Standstill()),
        tuple(between.values()),
    )


def _between(block: Block, instruments: Instruments) -> BetweenRow:
    places, roles = block.texts("relations", required=True), block.texts("roles")
    for one in places:
        known(block, "relations", one, [each.value for each in OfficeRelation], "hubungan kantor")
    for one in roles:
        known(block, "roles", one, list(TITLES), "peran")
    return BetweenRow(
        block.text("id"),
        block.text("title"),
        block.text("act"),
        frozenset(OfficeRelation(one) for one in places),
        frozenset(roles),
        basis(block, instruments),
    )


def _standstill(block: Block, instruments: Instruments) -> Standstill:
    share = block.whole("share", at_least=1)
    if share > 100:
        fault(block.node_of("share"), f"{block.what}: share paling banyak 100 persen.")
    block.text("id")
    block.text("title")
    return Standstill(
        share,
        block.whole("days", at_least=1),
        block.whole("silent_days", at_least=1),
        timedelta(hours=block.whole("escalate_hours", at_least=1)),
        basis(block, instruments),
    )


def _template(block: Block, instruments: Instruments) -> Template:
    use = block.text("use")
    known(block, "use", use, [one.value for one in Use], "tempat pakai templat")
    lines = block.texts("lines", required=True)
    if wrong := unknown_places(lines):
        fault(
            block.node,
            f"{block.what} memuat {{{wrong[0]}}}; yang dapat diisi: {', '.join(PLACES)}.",
        )
    return Template(
        block.text("id"), block.text("title"), Use(use), block.texts("on"), lines,
        basis(block, instruments),
    )  # fmt: skip


def _hearings(block: Block, instruments: Instruments, offices: Collection[str]) -> Hearings:
    for code in block.texts("offices"):
        known(block, "offices", code, offices, "kantor")
    return Hearings(
        block.text("id"),
        block.texts("offices"),
        block.texts("rooms", required=True),
        timedelta(minutes=block.whole("minutes", at_least=5)),
        timedelta(minutes=block.whole("gap_minutes", at_least=0)),
        timedelta(hours=block.whole("notice_hours", at_least=0)),
        timedelta(hours=block.whole("reserve_hours", at_least=0)),
        tuple(_break(inner) for inner in block.blocks("breaks")),
        basis(block, instruments),
    )


def _break(block: Block) -> tuple[time, time]:
    since, until = clock(block, "from"), clock(block, "until")
    if since >= until:
        fault(block.node, f"{block.what} berakhir sebelum mulai.")
    block.close()
    return since, until


def _secrecy(block: Block, instruments: Instruments) -> Secrecy:
    return Secrecy(
        block.text("id"),
        block.text("title"),
        frozenset(_roles(block, "readers")),
        block.text("until"),
        basis(block, instruments),
    )


def _roles(block: Block, key: str) -> tuple[str, ...]:
    roles = block.texts(key, required=True)
    for role in roles:
        known(block, key, role, [one for one in TITLES if one not in NEVER_ACT], "peran")
    return roles


def _route(block: Block, instruments: Instruments) -> InitialRoute:
    subject = block.text("subject")
    known(block, "subject", subject, SUBJECTS, "yang diparaf")
    steps = tuple(_step(inner) for inner in block.blocks("steps"))
    if len(steps) < 2:
        fault(block.node, f"{block.what} memerlukan penulis dan paling sedikit satu pemeriksa.")
    return InitialRoute(
        block.text("id"),
        block.text("title"),
        subject,
        block.texts("kinds"),
        steps,
        basis(block, instruments),
    )


def _step(block: Block) -> InitialStep:
    step = InitialStep(block.text("title"), _roles(block, "roles"))
    block.close()
    return step
