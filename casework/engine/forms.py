"""The list of forms of an edition; the templates themselves live under `documents/`."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis


@dataclass(frozen=True)
class FormEntry:
    """One form: its title, its official code ("" where unknown) and who signs it.

    `basis` is about the form; `code_basis` about the code, whose mark is often weaker.
    """

    id: str
    title: str
    code: str
    basis: Basis
    code_basis: Basis
    signatories: tuple[str, ...]
