"""Which papers are printed together."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.forms.base import TaskForm
from webui.forms.fields import Ticks


class BundleForm(TaskForm):
    """The papers, in the order of their numbers."""

    dokumen = Ticks(_("Dokumen yang dicetak bersama"), coerce=int)
