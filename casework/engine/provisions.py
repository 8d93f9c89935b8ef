"""What an edition prescribes that is neither limit, requirement, offence, route nor act."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis


@dataclass(frozen=True)
class Provision:
    """One provision: what it says in plain words, on whose word.

    `known` is false where the article is known to exist and its words are not: such an entry
    says so and nothing more. `competence`: it gives a power, so nobody can violate it; it is never
    offered or taken as the article of an allegation. `split`: it was one, until it was split into
    the articles with these ids; what was decided before names it without a letter.
    """

    id: str
    title: str
    text: str
    known: bool
    basis: Basis
    competence: bool = False
    split: tuple[str, ...] = ()
