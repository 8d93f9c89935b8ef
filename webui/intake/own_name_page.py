"""What an officer is told who types a report in which somebody has the own name."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _

from casework.services.acts import own_name
from casework.services.acts.registration.opening import Opening
from casework.services.core.work import Work
from webui.core.naming_form import still_to_say
from webui.core.transaction import reading
from webui.intake.forms import IntakeForm


@dataclass(frozen=True)
class OwnName:
    """Somebody in the form has the officer's name; `colleagues` can go on with the case."""

    colleagues: tuple[str, ...]


def told(work: Work, report: Opening) -> OwnName | None:
    """What to say before it is sent; None where nobody has the name."""
    if not own_name.typed(work, report.protected, report.respondents):
        return None
    return OwnName(own_name.colleagues(work, report.protected, report.respondents))


def to_read(form: IntakeForm, report: Opening) -> dict[str, object]:
    """What the officer has to read before a report on one page is kept; nothing once it was read.

    That somebody in it has the own name, and which texts for all to read name somebody protected.
    """
    with reading() as work:
        own = told(work, report)
    waits = own is not None and not form.nama_sendiri.data
    if waits:
        form.nama_sendiri.errors = [
            _("Belum dikirim. Baca pemberitahuan di atas tombol, centang, lalu kirim lagi.")
        ]
    named = still_to_say(form)
    return {"own": own, "named": named} if waits or named else {}
