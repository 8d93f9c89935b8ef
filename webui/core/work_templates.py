"""Taking a template into a form: chosen on the page, put beside what was typed, then edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import request

from casework.engine.templates import Template, Use
from casework.services.cases import access
from casework.services.people import templates
from webui.core.forms import TaskForm
from webui.core.transaction import reading

TAKE = "pakai_templat"
CHOSEN = "templat"


@dataclass(frozen=True)
class Place:
    """Where in a form a template goes, and for what templates are asked; `put` takes its lines."""

    case_id: int
    use: Use
    on: str
    put: Callable[[Sequence[str]], None]


def of_reason(form: TaskForm, case_id: int, act_id: str) -> Place | None:
    """The place of a form that asks a reason; None where it asks none."""
    if "alasan" not in form or not act_id:
        return None
    return Place(case_id, Use.REASON, act_id, into(form, "alasan"))


def into(form: TaskForm, name: str) -> Callable[[Sequence[str]], None]:
    """Put lines after what a field holds."""

    def put(lines: Sequence[str]) -> None:
        field = form[name]
        field.data = "\n".join([*([field.data] if field.data else []), *lines])

    return put


def offer(form: TaskForm, place: Place) -> bool:
    """Offer the templates of a place on a form; True when one was just taken into it."""
    with reading() as work:
        case = access.readable(work, place.case_id)
        form.templates = templates.offered(work, case, place.use, place.on)
    if request.method != "POST" or TAKE not in request.form:
        return False
    place.put(_chosen(form.templates))
    return True


def _chosen(offered: Sequence[Template]) -> Sequence[str]:
    wanted = request.form.get(CHOSEN, "")
    return next((one.lines for one in offered if one.id == wanted), ())
