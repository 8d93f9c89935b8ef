"""The minutes of a clarification session: sealed when held, unsealed for the document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from casework.models import ClarificationSession
from casework.services.core.work import Work

SWORN = ("islam", "kristen", "katolik", "hindu", "buddha", "konghucu", "janji")
"""Under which words an oath or a promise was taken; the form keeps the words themselves."""
REFUSED = "refused"
"""The person was asked for an oath or a promise and took none."""
NOT_ASKED = "not_asked"
"""Nobody asked for an oath or a promise."""
OATHS = (*SWORN, REFUSED, NOT_ASKED)
"""What minutes say of the oath. Those of before may hold an empty text: nothing is known of it."""


@dataclass(frozen=True)
class Minutes:
    """What was asked and answered, under which oath (one of OATHS), and whether the person signed.

    `counsel`: a legal counsel was there, `counsel_name` who, where that was told. `read`: the
    minutes were read back to the person. `examiners`: ids of the officers who asked, the one who
    records where none is named. `citizenship` and `proof_of_identity` (the paper that was shown)
    only where they were asked; empty otherwise. `sworn_by` and `sworn_as`: name and capacity of who
    took the oath or promise; empty where none was taken.
    """

    held_at: datetime
    answers: tuple[tuple[str, str], ...]
    oath: str = ""
    counsel: bool = False
    signed: bool = True
    note: str = ""
    counsel_name: str = ""
    read: bool = True
    examiners: tuple[int, ...] = ()
    citizenship: str = ""
    proof_of_identity: str = ""
    sworn_by: str = ""
    sworn_as: str = ""


@dataclass(frozen=True)
class Kept:
    """The sealed part of the minutes."""

    answers: tuple[tuple[str, str], ...] = ()
    counsel_name: str = ""
    read: bool = True
    examiners: tuple[int, ...] = ()
    citizenship: str = ""
    proof_of_identity: str = ""
    sworn_by: str = ""
    sworn_as: str = ""


def seal(work: Work, row: ClarificationSession, minutes: Minutes) -> None:
    """Keep questions, answers, who was there and what they said of themselves."""
    kept = {
        "answers": [list(pair) for pair in minutes.answers],
        "counsel": minutes.counsel_name.strip(),
        "read": minutes.read,
        "examiners": list(minutes.examiners),
        "citizenship": minutes.citizenship.strip(),
        "proof_of_identity": minutes.proof_of_identity.strip(),
        "sworn_by": minutes.sworn_by.strip(),
        "sworn_as": minutes.sworn_as.strip(),
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
    return Kept(
        pairs,
        kept["counsel"],
        kept["read"],
        tuple(kept.get("examiners", ())),  # minutes of before have the one of the session
        kept.get("citizenship", ""),
        kept.get("proof_of_identity", ""),
        kept.get("sworn_by", ""),  # and those of before do not say who took an oath
        kept.get("sworn_as", ""),
    )
