"""After a report came in: is it a known event, then its papers, then whose turn it is."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("same_event", "render_issued", "render_draft", "notice")


@flow(name="registration", persist_result=False)
async def registration(batch_id: int) -> int:
    """Check for the same event, draw receipt, kajian awal and letters, tell the next officers."""
    return await carry(batch_id, ORDER)
