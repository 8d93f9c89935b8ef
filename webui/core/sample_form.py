"""One field of each kind, for the page of components."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from webui.core.fields import Day, Hour, Line, Pick, Prose, Radio
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.options import options

KINDS = {"ya": _("Ya"), "tidak": _("Tidak")}


class SampleForm(TaskForm):
    """Every kind of field, with label, hint and refusal."""

    nama = Line(_("Nama lengkap"), required=True, hint=_("Sebagaimana tertulis pada kartu."))
    tanggal = Day(_("Tanggal kejadian"))
    pukul = Hour(_("Diterima pada"), required=False)
    pilihan = Pick(_("Kategori"), choices=options(KINDS, empty=True))
    jawaban = Radio(_("Terpenuhi"), choices=options(KINDS))
    putusan = Radio(_("Syarat terpenuhi?"), choices=options(KINDS), required=False)
    uraian = Prose(_("Uraian kejadian"))
    setuju = BooleanField(_("Memuat identitas pelapor atau saksi"))
    berkas = Attachment(_("Berkas"))
