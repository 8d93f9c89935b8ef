"""Moving a pending case to other law."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.core.fields import Pick, Prose
from webui.core.forms import CaseForm


class RepinForm(CaseForm):
    """Where to, and why."""

    edisi = Pick(_("Edisi dan revisi tujuan"))
    alasan = Prose(_("Alasan pemindahan"), required=True, limit=2000)
