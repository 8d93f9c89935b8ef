"""What an officer is told who types a report in which somebody has the own name."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _

from casework.services.acting import own_name
from casework.services.registration.first_record import Telling
from casework.services.registration.intake import Intake
from casework.services.unit.work import Work
from webui.door import reading
from webui.forms.intake import IntakeForm


@dataclass(frozen=True)
class OwnName:
    """Somebody in the form has the officer's name; `colleagues` can go on with the case."""

    colleagues: tuple[str, ...]


def told(work: Work, report: Intake | Telling) -> OwnName | None:
    """What to say before it is sent; None where nobody has the name."""
    protected = [*report.witnesses, *([report.reporter] if isinstance(report, Intake) else ())]
    if not own_name.typed(work, protected, report.respondents):
        return None
    return OwnName(own_name.colleagues(work, protected, report.respondents))


def sent(form: IntakeForm, report: Intake | Telling) -> tuple[OwnName | None, bool]:
    """The same for a form that is being sent, and whether it waits for an answer to it."""
    if request.method != "POST":
        return None, False
    with reading() as work:
        found = told(work, report)
    waits = found is not None and not form.nama_sendiri.data
    if waits:
        form.nama_sendiri.errors = [
            _("Belum dikirim. Baca pemberitahuan di atas tombol, centang, lalu kirim lagi.")
        ]
    return found, waits
