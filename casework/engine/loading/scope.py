"""scope/*.yaml: the articles in scope, a file for each regime."""

from __future__ import annotations

from collections.abc import Iterable

from casework.engine.loading.bases import Instruments, cite
from casework.engine.loading.block import Block, fault
from casework.engine.scope import ScopeEntry


def scope(tops: Iterable[Block], instruments: Instruments) -> tuple[ScopeEntry, ...]:
    """Read every list; an article stands in scope once."""
    found: dict[str, ScopeEntry] = {}
    for top in tops:
        for block in top.blocks("articles"):
            why = block.text("why", "")
            text, article = cite(block, instruments)
            if text in found:
                fault(block.node, f"{text} tertulis dua kali pada daftar pasal.")
            found[text] = ScopeEntry(article, text, why)
        top.close()
    return tuple(found.values())
