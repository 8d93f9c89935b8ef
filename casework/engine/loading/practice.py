"""practice/*.yaml: what offices settle among themselves, with sources like everything else."""

from __future__ import annotations

from collections.abc import Iterable

from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, fault
from casework.engine.loading.entries import by_id, known
from casework.engine.practice import InitialRoute, InitialStep, Practice, Secrecy
from casework.engine.roles import NEVER_ACT, TITLES

SUBJECTS = ("reviews", "documents")


def practice(tops: Iterable[Block], instruments: Instruments) -> Practice:
    """Read every file; a route has a writer and somebody after him."""
    routes: dict[str, InitialRoute] = {}
    secrets: dict[str, Secrecy] = {}
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
        top.close()
    return Practice(tuple(routes.values()), secrets)


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
