"""Moving a pending case to other law."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.forms.base import CaseForm
from webui.forms.fields import Pick, Prose


class RepinForm(CaseForm):
    """Where to, and why."""

    edisi = Pick(_("Edisi dan revisi tujuan"))
    alasan = Prose(_("Alasan pemindahan"), required=True, limit=2000)
