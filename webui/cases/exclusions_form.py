"""Who is kept away from a case, and why; or why no more."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.core.fields import Pick, Prose
from webui.core.forms import TaskForm


class ExclusionForm(TaskForm):
    """An officer who can see the case today, and the reason."""

    drafted = True

    petugas = Pick(_("Petugas"))
    alasan = Prose(
        _("Alasan"),
        required=True,
        limit=500,
        hint=_("Misalnya: kerabat terlapor. Jangan menulis nama pelapor atau saksi."),
    )


class LiftForm(TaskForm):
    """Why the officer may see the case again."""

    drafted = True

    alasan = Prose(
        _("Alasan"),
        required=True,
        limit=500,
        hint=_("Misalnya: hanya senama; nomor identitasnya lain."),
    )
