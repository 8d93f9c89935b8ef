"""The articles this product answers for; each must be cited by an entry, or say why not."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Cite


@dataclass(frozen=True)
class ScopeEntry:
    """One article in scope; `why` tells why no entry cites it ("" when one must)."""

    cite: Cite
    text: str
    why: str
