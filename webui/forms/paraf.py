"""One initial: given, or withheld with a note."""

from __future__ import annotations

from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import HiddenField

from webui.forms.base import TaskForm
from webui.forms.fields import Prose


class InitialForm(TaskForm):
    """What the officer saw, and the note; the button pressed says which step it is."""

    aliases: ClassVar[dict[str, str]] = {"paraf": ""}

    isi = HiddenField()
    catatan = Prose(
        _("Catatan"), limit=2000, hint=_("Wajib bila dikembalikan. Jangan menulis nama orang.")
    )
