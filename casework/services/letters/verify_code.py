"""The code on a paper by which anyone can check it: it must survive being read and typed."""

from __future__ import annotations

import secrets

# No letter or digit that looks like another in print: no I, L, O and no 0, 1; nor U beside V.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LETTERS = 6, 4


def new() -> str:
    """Six groups of four, 117 bits: nobody guesses one."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _letter in range(LETTERS)) for _group in range(GROUPS)
    )


def spellings(typed: str) -> tuple[str, ...]:
    """A code as it was typed, and in capitals; older codes tell small letters from capitals."""
    return tuple(dict.fromkeys((typed, typed.upper())))
