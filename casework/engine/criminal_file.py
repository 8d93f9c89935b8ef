"""What the file of a criminal referral holds, item by item, as an edition lists it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis


@dataclass(frozen=True)
class FileItem:
    """One item of the file.

    `papers` are the forms that are it, where the case has drawn them: any of them, or with `every`
    each of them; `drawn` is the form that is
    made with the index itself, "" for none. `letter`: it is the covering letter; `evidence`: it is
    the evidence of the case. An item with none of these is brought by somebody else. A `required`
    one the law itself asks for.
    """

    id: str
    title: str
    required: bool
    papers: tuple[str, ...]
    every: bool
    drawn: str
    letter: bool
    evidence: bool
    basis: Basis
