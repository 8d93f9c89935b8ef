"""Letters: the chair issues them, the secretariat records how they arrived."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from casework.services.acts.recommendation.dispatches import Sending
from casework.services.core.numbers import Insertion
from webui import labels
from webui.forms.base import CaseForm
from webui.forms.fields import Hour, Line, Pick, Ticks
from webui.forms.files import Attachment
from webui.forms.options import options
from webui.times import aware, maybe


class IssueForm(CaseForm):
    """Which drafts get their number today."""

    dokumen = Ticks(_("Surat yang diterbitkan"), coerce=int)
    sisipan = Line(
        _("Sisipkan sesudah nomor urut"),
        limit=6,
        hint=_(
            "Hanya untuk satu surat. Isi 207 untuk mendapat 207.1; kosongkan untuk nomor biasa."
        ),
    )
    alasan_sisipan = Line(_("Alasan nomor sisipan"), limit=500)

    def between(self) -> Insertion | None:
        """Between which numbers the letter belongs; None for the next number."""
        text = (self.sisipan.data or "").strip()
        if not text:
            return None
        after = int(text) if text.isdigit() else 0
        return Insertion(after, self.alasan_sisipan.data or "")


class DispatchForm(CaseForm):
    """How one letter left, and when it arrived."""

    dokumen = Pick(_("Surat"), coerce=int)
    saluran = Pick(_("Cara penyampaian"), choices=options(labels.CHANNELS, empty=True))
    dikirim = Hour(_("Dikirim pada"))
    diterima = Hour(
        _("Diterima pada"),
        required=False,
        hint=_("Jam terima menentukan batas waktu. Kosongkan bila belum diterima."),
    )
    catatan = Line(
        _("Penerima dan bukti terima"),
        limit=500,
        hint=_("Siapa yang menerima, nomor resi, dan sebagainya."),
    )
    bukti = Attachment(_("Foto atau pindaian bukti terima"))

    def sending(self, proof_id: int | None) -> Sending:
        """The dispatch as the service wants it."""
        return Sending(
            channel=self.saluran.data or "",
            sent_at=aware(self.dikirim.data),
            received_at=maybe(self.diterima.data),
            receiver_note=self.catatan.data or "",
            proof_evidence_id=proof_id,
        )
