"""The minutes of a clarification session: sealed when held, unsealed for the document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from casework.models import ClarificationSession
from casework.services.core.work import Work


@dataclass(frozen=True)
class Minutes:
    """What was asked and answered, under which oath, and whether the person signed.

    `counsel`: a legal counsel was there, `counsel_name` who, where that was told. `read`: the
    minutes were read back to the person.
    """

    held_at: datetime
    answers: tuple[tuple[str, str], ...]
    oath: str = ""
    counsel: bool = False
    signed: bool = True
    note: str = ""
    counsel_name: str = ""
    read: bool = True


@dataclass(frozen=True)
class Kept:
    """The sealed part of the minutes."""

    answers: tuple[tuple[str, str], ...] = ()
    counsel_name: str = ""
    read: bool = True


def seal(work: Work, row: ClarificationSession, minutes: Minutes) -> None:
    """Keep questions, answers and who came along, bound to the session."""
    kept = {
        "answers": [list(pair) for pair in minutes.answers],
        "counsel": minutes.counsel_name.strip(),
        "read": minutes.read,
    }
    row.sealed_minutes = work.vault.seal(json.dumps(kept).encode(), f"minutes:{row.id}")


def unseal(work: Work, row: ClarificationSession) -> Kept:
    """Open what was kept; nothing where no minutes were written."""
    if row.sealed_minutes is None:
        return Kept()
    kept = json.loads(work.vault.open(row.sealed_minutes, f"minutes:{row.id}"))
    if isinstance(kept, list):  # minutes of before hold the answers alone
        return Kept(tuple((question, answer) for question, answer in kept))
    pairs = tuple((question, answer) for question, answer in kept["answers"])
    return Kept(pairs, kept["counsel"], kept["read"])
