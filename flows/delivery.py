"""Messages on their way out."""

from __future__ import annotations

from prefect import flow

from flows.cases import carry

ORDER = ("mail",)


@flow(name="delivery", persist_result=False)
async def delivery(batch_id: int) -> int:
    """Send the mail of each notice; every try is kept."""
    return await carry(batch_id, ORDER)
