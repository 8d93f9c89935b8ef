"""Turns the difference of two sights into what a timeline tells and expectations look at."""

from __future__ import annotations

from casework.models.referral import ItemState
from casework.simulation.expectations import Seen
from casework.simulation.sights import Row, Sight, fresh
from casework.simulation.timeline import Changes


def changes(before: Sight, after: Sight, case: int) -> Changes:
    """What is new or different; `case` is the case the act was about (0: none)."""
    was, now = before.cases.get(case), after.cases.get(case)
    moved = None
    if now and (was is None or was["stage"] != now["stage"]):
        moved = (was["stage"] if was else "", now["stage"])
    return Changes(
        stage=moved,
        edition=now["edition"] if now and was is None else "",
        numbers=tuple(row["number"] for row in fresh(before.numbers, after.numbers)),
        deadlines=tuple(fresh(before.deadlines, after.deadlines)),
        documents=tuple(fresh(before.documents, after.documents)),
        referrals=tuple(fresh(before.referrals, after.referrals)),
        answers=tuple(_answers(before, after)),
        same_event=tuple(fresh(before.hints, after.hints)),
        notices=tuple(fresh(before.notices, after.notices)),
    )


def seen(before: Sight, after: Sight, case: int, name: str, refused: str | None) -> Seen:
    """What is new or different, in the words of expectations.

    Deadlines are all those of the case `name` as they stand; `refused` is the text of a
    refusal.
    """
    numbers = fresh(before.numbers, after.numbers)
    limits = [row for _, row in sorted(after.deadlines.items()) if row["case"] == name]
    there = after.cases.get(case, {})
    return Seen(
        refused=refused,
        stage=there.get("stage", ""),
        edition=there.get("edition", "").partition("@")[0],
        numbers=tuple(row["number"] for row in numbers if row["series"] != "surat"),
        letters=tuple(row["number"] for row in numbers if row["series"] == "surat"),
        documents=tuple(
            row["kind"] for row in fresh(before.documents, after.documents) if not row["before"]
        ),
        destinations=tuple(
            f"{row['addressee']} ({row['respondents']})"
            for row in fresh(before.referrals, after.referrals)
        ),
        same_event=tuple(other for row in after.hints.values() for other in _other(row, name)),
        deadlines={row["rule"]: row["due"] for row in limits},
        states={row["rule"]: row["state"] for row in limits},
    )


def _answers(before: Sight, after: Sight) -> list[Row]:
    """Answers of addressees; that a letter was drafted or sent is told by its document."""
    found = fresh(before.items, after.items)
    return [
        row
        for row in found
        if row["state"] not in (ItemState.PLANNED, ItemState.SENT) or row["note"]
    ]


def _other(row: Row, name: str) -> list[str]:
    pair = (row["case"], row["other"])
    return [one for one in pair if one != name] if name in pair else []
