"""Every night: the whole installation read back, in a process of its own."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("integrity",)


@flow(name="integrity", persist_result=False)
async def integrity(batch_id: int) -> int:
    """Examine everything; the watch asks for it once a day."""
    return await carry(batch_id, ORDER)
