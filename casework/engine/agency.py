"""Bodies that a matter can be forwarded to, each dated."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis
from casework.engine.period import Period


@dataclass(frozen=True)
class Agency:
    """One addressee: the function it fulfils, its name, and how a letter addresses it.

    `name` and `address_to` may hold `{region}` (the region, e.g. "Kabupaten Lebong"),
    `{place}` (its bare name), `{head}` ("Bupati" or "Wali Kota") or `{province}`. `local` is true
    for a body that only a kabupaten or kota has. `city` ends the address of a letter: the seat of
    the body, `{seat}` where it sits in the seat of the region, "" where nobody told.
    """

    id: str
    function: str
    name: str
    address_to: str
    in_force: Period
    basis: Basis
    local: bool = False
    city: str = ""
