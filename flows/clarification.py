"""After registration: invitations and minutes."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("render_draft", "render_issued", "notice")


@flow(name="clarification", persist_result=False)
async def clarification(batch_id: int) -> int:
    """Draft invitations, draw minutes, tell the next officers."""
    return await carry(batch_id, ORDER)
