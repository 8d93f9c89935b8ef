"""What stands in a database before a migration: an office, and a case at some stage."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from casework.models import Case, Office

AT = datetime(2024, 9, 21, 3, 0, tzinfo=UTC)


def office(code: str = "07.00") -> Office:
    """An office of a province."""
    return Office(code=code, name="Kantor Uji", level="provinsi", zone="Asia/Jakarta",
                  region_code=code, city="Bengkulu", letterhead={})  # fmt: skip


def case(office_id: int, **own: Any) -> Case:
    """A report of an office; `own` are columns that differ."""
    usual: dict[str, Any] = {
        "submission_key": "satu", "submission_hash": "0" * 64, "election": "uji", "kind": "LP",
        "regime": "pemilihan", "edition": "pemilihan-2020", "revision": "1", "stage": "kajian",
        "title": "Uji", "event_what": "Uji", "event_place": "Uji", "account": "Uji",
        "event_date": date(2024, 9, 15), "known_date": date(2024, 9, 16), "received_at": AT,
    }  # fmt: skip
    return Case(office_id=office_id, **{**usual, **own})
