"""How letters of an office address one agency, from a day on."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from casework.services.people.addresses import NewAddress
from webui.forms.base import TaskForm
from webui.forms.fields import Day, Line, Prose


class AddressForm(TaskForm):
    """Title, postal address, place, e-mail, and from when until when."""

    jabatan = Line(
        _("Jabatan tujuan"),
        hint=_("Kosong: seperti pada data aturan. Contoh: Bupati Lebong."),
    )
    alamat = Prose(_("Alamat"), limit=500, hint=_("Paling banyak empat baris; tampil pada surat."))
    tempat = Line(_("di"), limit=80, hint=_("Contoh: Tubei. Kosong: “di Tempat”."))
    surel = Line(_("Surel"), limit=254, hint=_("Untuk pengiriman; tidak dicetak pada surat."))
    mulai = Day(_("Dipakai mulai"))
    sampai = Day(
        _("Sampai sebelum"), required=False, hint=_("Kosong: sampai ada alamat yang lebih baru.")
    )
    alasan = Prose(_("Alasan"), required=True, limit=500)

    @property
    def address(self) -> NewAddress:
        """What was typed, for the service."""
        lines = tuple((self.alamat.data or "").splitlines())
        return NewAddress(
            self.jabatan.data or "", lines, self.tempat.data or "", self.surel.data or "",
            self.mulai.chosen, self.sampai.data,
        )  # fmt: skip
