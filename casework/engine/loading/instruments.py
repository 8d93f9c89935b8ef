"""instruments.yaml: every statute, regulation, judgment and setting that entries cite."""

from __future__ import annotations

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Instrument
from casework.engine.loading.block import Block, fault


def instruments(top: Block) -> dict[str, Instrument]:
    """Read the list; an instrument is its own citation."""
    found: dict[str, Instrument] = {}
    for block in top.blocks("instruments"):
        one = _instrument(block)
        if one.id in found:
            fault(block.node, f'peraturan "{one.id}" tertulis dua kali.')
        found[one.id] = one
    top.close()
    return found


def _instrument(block: Block) -> Instrument:
    short = block.text("short")
    basis = Basis(
        short,
        block.text("quote", ""),
        block.choice("verification", Mark),
        block.text("source", ""),
        block.text("note", ""),
    )
    one = Instrument(
        block.text("id"),
        short,
        block.text("title"),
        block.text("gazette", ""),
        block.maybe_day("signed"),
        basis,
    )
    block.close()
    return one
