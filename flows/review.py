"""After the clarifications: the kajian."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("render_issued", "render_draft", "notice")


@flow(name="review", persist_result=False)
async def review(batch_id: int) -> int:
    """Draw the kajian for the plenary, then tell the commissioners."""
    return await carry(batch_id, ORDER)
