"""After the plenary: referrals to the agencies and the status notice."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("render_draft", "render_issued", "notice")


@flow(name="recommendation", persist_result=False)
async def recommendation(batch_id: int) -> int:
    """Draft the letters a chair will sign, draw the signed ones, tell the next officers."""
    return await carry(batch_id, ORDER)
