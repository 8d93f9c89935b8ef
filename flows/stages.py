"""The flows that follow acts: one body, with a name and an order of kinds of work for each."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import Any

from prefect import Flow, State, flow

from flows.cases import carry

STAGES = ("registration", "clarification", "review", "recommendation")


def _stage(
    name: str, order: Sequence[str], does: str
) -> Flow[[int], Coroutine[Any, Any, State[None]]]:
    """A flow of its own name that carries one batch, kinds of work in `order`."""

    @flow(name=name, description=does, persist_result=False)
    async def body(batch_id: int) -> State[None]:
        return await carry(batch_id, name, order)

    return body


registration = _stage(
    "registration",
    ("same_event", "render_issued", "render_draft", "notice"),
    "Check for the same event, draw receipt, kajian awal and letters, tell the next officers.",
)
clarification = _stage(
    "clarification",
    ("render_draft", "render_issued", "notice"),
    "Draw invitations and minutes, tell the next officers.",
)
review = _stage(
    "review",
    ("render_issued", "render_draft", "notice"),
    "Draw the kajian for the plenary, then tell the commissioners.",
)
recommendation = _stage(
    "recommendation",
    ("render_draft", "render_issued", "notice"),
    "Draft the letters a chair will sign, draw the signed ones, tell the next officers.",
)
delivery = _stage("delivery", ("mail",), "Send messages by their channels; every try is kept.")
integrity = _stage(
    "integrity", ("integrity",), "Read the whole installation back; asked for once a day."
)
