"""How an office numbers its letters."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import IntegerField

from webui.forms.base import TaskForm
from webui.forms.fields import Line, needed


class StyleForm(TaskForm):
    """Year, pattern, and how many digits the running number has at least."""

    tahun = IntegerField(_("Tahun"), [needed(True)])
    pola = Line(
        _("Pola nomor"),
        required=True,
        limit=60,
        hint=_("Bagian yang tersedia: {seq} {mm} {roman} {yyyy} {region}"),
    )
    lebar = Line(
        _("Lebar nomor urut"),
        limit=1,
        hint=_("Jumlah angka paling sedikit, misalnya 3 untuk 007; 0 tanpa nol di depan."),
    )

    @property
    def wide(self) -> int:
        """The width as a number; -1 for what is none."""
        text = self.lebar.data or "0"
        return int(text) if text.isdigit() else -1
