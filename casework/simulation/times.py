"""Times in a scenario file: local to the office unless they carry an offset."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block, fault


def moment(block: Block, key: str, zone: str | ZoneInfo) -> datetime:
    """A time such as `2024-09-19T10:15`, in the office's zone."""
    text = block.text(key)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        fault(block.node_of(key), f'"{key}" harus waktu seperti 2024-09-19T10:15, bukan "{text}".')
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(str(zone)))


def maybe_moment(block: Block, key: str, zone: str | ZoneInfo) -> datetime | None:
    """A time, or None when the key is absent."""
    return moment(block, key, zone) if key in block else None
