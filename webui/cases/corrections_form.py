"""The form of a correction that stands beside a recorded act."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.core.fields import Prose
from webui.core.forms import TaskForm


class RemarkForm(TaskForm):
    """What is wrong, and what is right."""

    drafted = True

    koreksi = Prose(
        _("Apa yang salah, dan apa yang benar?"),
        required=True,
        limit=1000,
        hint=_("Dibaca semua petugas perkara. Jangan menulis nama pelapor atau saksi."),
    )
