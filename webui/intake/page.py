"""A report that is taken down in steps: how far it is, and its answers to check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import gettext as _

from casework.engine.intake import Desk
from casework.errors import Problem
from casework.services.acts.registration import intake_drafts, opening, same_event
from casework.services.acts.registration.intake_drafts import DraftFile, belongs
from casework.services.acts.registration.opening import Term
from casework.services.acts.registration.same_event import Told
from casework.services.core import drafts
from casework.services.core.drafts import Kept
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from webui.core import choices, region_field
from webui.core.forms import TaskForm
from webui.core.region_field import Offered
from webui.core.times import maybe
from webui.core.transaction import house, me
from webui.intake import step_order
from webui.intake.forms import STEPS
from webui.intake.steps_form import TITLES, StepForm, step_form

OPTIONAL = ("bukti",)


@dataclass(frozen=True)
class DraftLine:
    """An unsent report in a list; nobody is named."""

    token: str
    title: str
    saved_at: str
    way: str


@dataclass(frozen=True)
class Likely:
    """A case that may be about the same event."""

    id: int
    number: str
    title: str
    why: str


@dataclass(frozen=True)
class Progress:
    """Where an unsent report stands: the draft, and each step with its state."""

    token: str
    draft: Kept
    tasks: tuple[dict[str, Any], ...]
    files: tuple[DraftFile, ...]

    @property
    def number(self) -> int:
        """Place of the step that is shown, counted from 1."""
        return next((n for n, one in enumerate(self.tasks, 1) if one["here"]), 0)

    @property
    def kept_until(self) -> datetime:
        """When the draft goes if nothing more is typed."""
        return self.draft.saved_at + drafts.KEPT_FOR

    @property
    def open_step(self) -> str:
        """The first step that is not complete, else the checking."""
        return next(
            (one["id"] for one in self.tasks if one["level"] != "met" and not one["optional"]),
            "periksa",
        )


def fields_of(content: Mapping[str, Any], step: str) -> dict[str, list[str]]:
    """What was typed in one step."""
    return {
        name: list(values)
        for name, values in content["fields"].items()
        if belongs(name, STEPS[step])
    }


def offer(form: StepForm) -> None:
    """Fill a step's lists from the law."""
    law = house().rulebook.latest
    form.offer(choices.elections(law, me().office_code), choices.regions(law))


def progress(kept: Kept, here: str) -> Progress:
    """Every step with its state; the form of each is checked as it would be when sent."""
    token = intake_drafts.token_of(kept)
    tasks = tuple(_task(kept.content, token, step, here) for step in (*STEPS, "periksa"))
    return Progress(token, kept, tasks, tuple(intake_drafts.files(kept.content)))


def _task(content: Mapping[str, Any], token: str, step: str, here: str) -> dict[str, Any]:
    words, level = _state(content, step)
    return {
        "id": step,
        "title": TITLES[step],
        "url": step_order.address(token, step),
        "here": step == here,
        "state": words,
        "level": level,
        "optional": step in OPTIONAL,
    }


def _state(content: Mapping[str, Any], step: str) -> tuple[str, str]:
    if step == "periksa":
        return "", ""
    if step == "bukti":
        count = len(content["files"])
        return (_("%(n)s berkas", n=count), "met") if count else (_("boleh kosong"), "")
    typed = fields_of(content, step)
    said = any(value.strip() for values in typed.values() for value in values)
    if not said:
        return (_("boleh kosong"), "") if step in OPTIONAL else (_("belum diisi"), "")
    form = step_form(step, typed)
    offer(form)
    good = form.validate() and not date_problems(form)
    return (_("lengkap"), "met") if good else (_("belum lengkap"), "waiting")


def date_problems(form: TaskForm) -> list[Problem]:
    """What is wrong with the two dates; nothing where the form has none."""
    if "tanggal_kejadian" not in form:
        return []
    check, event, known = (
        TextChecker(),
        form["tanggal_kejadian"].data,
        form["tanggal_diketahui"].data,
    )
    if event and known:
        opening.check_dates(check, event, known, house().today(me().zone))
    election, reason = form["pemilihan"].data or "", form["alasan_tahapan"].data or ""
    opening.check_stages(check, house().rulebook.latest, election, event, reason)
    return check.problems


def lines(work: Work) -> tuple[DraftLine, ...]:
    """The officer's unsent reports."""
    found = []
    for kept in intake_drafts.mine(work):
        fields = kept.content["fields"]
        title = (fields.get("judul") or [""])[0] or (fields.get("peristiwa") or [""])[0]
        token = intake_drafts.token_of(kept)
        way = step_order.address(token, progress(kept, "").open_step)
        found.append(DraftLine(token, title[:80], kept.saved_at.isoformat(), way))
    return tuple(found)


def likely(work: Work, content: Mapping[str, Any]) -> tuple[Likely, ...]:
    """Cases like what was typed so far."""
    fields = content["fields"]

    def one(name: str) -> str:
        return str((fields.get(name) or [""])[0])

    names = tuple(
        values[0]
        for name, values in fields.items()
        if name.startswith("terlapor-") and name.endswith("-name") and values and values[0].strip()
    )
    told = Told(_day(one("tanggal_kejadian")), one("tempat"), one("peristiwa"), names)
    return tuple(
        Likely(case.id, case.number, case.title, why) for case, why in same_event.alike(work, told)
    )


def flags(work: Work, content: Mapping[str, Any]) -> tuple[Term | None, Desk | None]:
    """The term for reporting as the known date gives it, and the hours of the desk."""
    known = _day(str((content["fields"].get("tanggal_diketahui") or [""])[0]))
    received = _moment(str((content["fields"].get("diterima_pada") or [""])[0]))
    election = str((content["fields"].get("pemilihan") or [""])[0])
    regime = opening.regime_of(work.law, election)
    return opening.term(work, known, regime, received), opening.desk(work, regime)


def place(work: Work, form: Any) -> Offered | None:
    """The regions a step offers and the office around the chosen one; None where it asks none."""
    if "wilayah" not in form:
        return None
    edition = region_field.edition_now(work, form["pemilihan"].data or "")
    return region_field.offered(work, form["wilayah"].form, edition)


def _moment(text: str) -> datetime | None:
    try:
        return maybe(datetime.fromisoformat(text.strip()))
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
