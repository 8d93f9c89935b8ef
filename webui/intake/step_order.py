"""The order of the steps, and finding the draft an address names."""

from __future__ import annotations

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.acts.registration import intake_drafts
from casework.services.core.drafts import Kept
from webui.core.transaction import reading
from webui.intake.forms import STEPS

ACT = "terima_laporan"
"""The act that these pages do together."""

ORDER = (*STEPS, "periksa")


def address(token: str, step: str, **more: Any) -> str:
    """Where a step is."""
    if step == "periksa":
        return url_for("intake_sending.check", token=token, **more)
    if step == "bukti":
        return url_for("intake_files.show", token=token, **more)
    return url_for("intake_steps.step", token=token, step=step, **more)


def after(token: str, step: str) -> str:
    """The next step; after a change that began at the checking, the checking again."""
    if request.args.get("kembali") == "periksa":
        return address(token, "periksa")
    return address(token, ORDER[ORDER.index(step) + 1])


def before(token: str, step: str) -> str:
    """Where Back leads."""
    if request.args.get("kembali") == "periksa":
        return address(token, "periksa")
    place = ORDER.index(step)
    return address(token, ORDER[place - 1]) if place else url_for("intake_steps.start")


def draft(token: str) -> Kept | None:
    """The officer's draft; None when it was sent already. 404 when there is none."""
    with reading() as work:
        kept = intake_drafts.find(work, token)
        if kept is None and intake_drafts.sent(work, token) is None:
            abort(404)
        return kept


def receipt(token: str) -> ResponseReturnValue:
    """A report that was sent already goes on at its receipt."""
    with reading() as work:
        case = intake_drafts.sent(work, token)
        if case is None:
            abort(404)
        flash(_("Laporan ini sudah dikirim."), "info")
        if case.id in work.actor.excluded:
            return redirect(url_for("desk.show"), code=303)
        return redirect(url_for("intake_sending.received", case_id=case.id), code=303)


def is_sent(token: str) -> bool:
    """Whether the report is recorded by now."""
    with reading() as work:
        return intake_drafts.sent(work, token) is not None


def later() -> ResponseReturnValue:
    """Leave the report for now."""
    flash(_("Konsep laporan disimpan. Lanjutkan kapan saja dari meja kerja."), "done")
    return redirect(url_for("desk.show"), code=303)
