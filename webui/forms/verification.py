"""What anyone may ask about a paper: its code, and whether a file is that paper."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms.validators import InputRequired

from webui.forms.base import TaskForm
from webui.forms.fields import Line


class CodeForm(TaskForm):
    """The code printed below the QR code, or its whole address."""

    class Meta:
        """A question, not an act: it needs no token, and its answer may be bookmarked."""

        csrf = False

    kode = Line(
        _("Kode verifikasi"),
        limit=300,
        required=True,
        hint=_("Tercetak di bawah kode QR. Seluruh alamatnya juga boleh."),
    )


class CompareForm(TaskForm):
    """A file to compare with what was issued."""

    berkas = FileField(
        _("Berkas yang ingin Anda periksa"),
        [InputRequired(_("Pilih berkas dahulu."))],
        description=_("Berkas dibandingkan lalu dibuang; tidak disimpan di sini."),
    )
