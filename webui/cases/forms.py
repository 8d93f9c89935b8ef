"""Small acts on a case: links, corrections, an identity opened, evidence added."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField

from webui.core import labels
from webui.core.fields import Hour, Line, Pick, Prose
from webui.core.file_fields import SECRET, Attachment
from webui.core.forms import CaseForm, TaskForm
from webui.core.options import options


class LinkForm(CaseForm):
    """Which other case, and how the two belong together."""

    perkara = Pick(_("Perkara lain"), coerce=int)
    jenis = Pick(_("Hubungan"), choices=options(labels.LINKS, empty=True))
    alasan = Line(_("Alasan"), required=True, limit=500)


class CorrectionForm(CaseForm):
    """The right time of a fact."""

    fakta = Pick(_("Fakta"))
    waktu = Hour(_("Waktu yang benar"))
    alasan = Prose(_("Alasan pembetulan"), required=True, limit=2000)


class IdentityForm(TaskForm):
    """Why a protected identity is opened."""

    alasan = Line(
        _("Alasan membuka identitas"),
        required=True,
        limit=500,
        hint=_("Alasan ini tercatat selamanya dalam jejak perkara."),
    )


class EvidenceForm(TaskForm):
    """One more piece of evidence."""

    bukti = Attachment(_("Berkas bukti"), known=True)
    kiriman = HiddenField()
    bukti_keterangan = Line(_("Keterangan bukti"), required=True)
    rahasia = BooleanField(SECRET)
