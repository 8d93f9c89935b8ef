"""The answer to what the system asks after a limit ran out."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.core.fields import Prose
from webui.core.forms import TaskForm


class AnswerForm(TaskForm):
    """What was decided, in the officer's words."""

    drafted = True

    jawaban = Prose(
        _("Apa yang sudah dilakukan, dan atas dasar apa"),
        required=True,
        limit=4000,
        hint=_("Jawaban ini dicatat dalam jejak perkara. Jangan menulis nama orang."),
    )
