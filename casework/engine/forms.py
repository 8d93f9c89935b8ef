"""The list of forms of an edition; the templates themselves live under `documents/`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis


class FormKind(StrEnum):
    """A letter waits as a draft for its signer and takes an outgoing number; a record is final."""

    LETTER = "letter"
    RECORD = "record"


@dataclass(frozen=True)
class FormEntry:
    """One form: its title, its official code ("" where unknown) and who signs it.

    `basis` is about the form; `code_basis` about the code, whose mark is often weaker. `flow` is
    the stage flow that draws it. A `secret` form names people whose identity is protected, and is
    sealed on disk. One that may leave `after_end` tells how the case ended. `sealed_copy` is the
    form of a second copy of a letter that names the reporter, where the law asks for that. A letter
    that `stays` goes to nobody outside: once issued it is done. `printed_by` are the roles that
    print an issued secret form for those it goes to, beside who may read the identity.
    """

    id: str
    title: str
    code: str
    basis: Basis
    code_basis: Basis
    signatories: tuple[str, ...]
    kind: FormKind
    flow: str
    secret: bool = True
    after_end: bool = False
    sealed_copy: str = ""
    stays: bool = False
    printed_by: tuple[str, ...] = ()

    @property
    def letter(self) -> bool:
        """Is it a letter?"""
        return self.kind is FormKind.LETTER
