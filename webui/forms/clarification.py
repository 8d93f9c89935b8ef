"""Clarification: invitations, minutes of questions and answers, absences."""

from __future__ import annotations

from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Field, FieldList, Form, FormField

from casework.services.cases.minutes import Minutes
from webui import labels
from webui.forms.base import CaseForm
from webui.forms.fields import Hour, Line, Pick, Prose, Radio, Ticks
from webui.forms.options import options
from webui.times import aware


class InviteForm(CaseForm):
    """Who is invited, when and where."""

    pihak = Ticks(_("Pihak yang diundang"), coerce=int)
    waktu = Hour(_("Waktu klarifikasi"))
    tempat = Line(_("Tempat klarifikasi"), required=True)


class AnswerRow(Form):
    """One question and its answer."""

    tanya = Prose(_("Pertanyaan"), limit=2000)
    jawab = Prose(_("Jawaban"), limit=8000)


class MinutesForm(CaseForm):
    """The berita acara of one session."""

    drafted = True

    waktu = Hour(_("Klarifikasi dimulai"))
    sumpah = Pick(
        _("Sumpah atau janji menurut agama"),
        choices=options(labels.OATHS, empty=True),
        required=False,
    )
    kuasa = BooleanField(_("Didampingi kuasa hukum"))
    nama_kuasa = Line(_("Nama kuasa hukum"), hint=_("Disimpan tersegel bersama berita acara."))
    tanya_jawab = FieldList(FormField(AnswerRow), min_entries=3, max_entries=100)
    tanda_tangan = Radio(
        _("Penandatanganan"),
        choices=options([("ya", _("Ditandatangani")), ("tidak", _("Menolak menandatangani"))]),
        default="ya",
    )
    dibacakan = BooleanField(_("Berita acara dibacakan kembali kepada yang diklarifikasi"))
    catatan = Prose(_("Catatan"), limit=2000, hint=_("Wajib bila menolak menandatangani."))

    _places: ClassVar[dict[str, str]] = {"tanya": "tanya", "jawab": "jawab"}

    def find(self, path: str) -> Field | None:
        """The service counts answered rows; the page may have empty ones between them."""
        part, _dash, index = path.partition("-")
        rows = self._filled()
        if part in self._places and index.isdigit() and rows:
            return rows[min(int(index), len(rows) - 1)].form[part]
        if part in self._places:
            return self.tanya_jawab.entries[0].form[part]
        return super().find(path)

    def _filled(self) -> list[FormField[AnswerRow]]:
        return [
            row for row in self.tanya_jawab.entries if row.form.tanya.data or row.form.jawab.data
        ]

    def minutes(self) -> Minutes:
        """The minutes as the service wants them; rows left empty are left out."""
        return Minutes(
            held_at=aware(self.waktu.data),
            answers=tuple(
                (row.form.tanya.data or "", row.form.jawab.data or "") for row in self._filled()
            ),
            oath=self.sumpah.data or "",
            counsel=bool(self.kuasa.data),
            signed=self.tanda_tangan.data == "ya",
            note=self.catatan.data or "",
            counsel_name=self.nama_kuasa.data or "",
            read=bool(self.dibacakan.data),
        )


class AbsenceForm(CaseForm):
    """Why the invited person did not come."""

    alasan = Prose(_("Keterangan ketidakhadiran"), required=True, limit=1000)


class CallOffForm(CaseForm):
    """Why a session does not take place."""

    alasan = Prose(_("Alasan pembatalan"), required=True, limit=500)
    aliases = {"sesi": "alasan"}  # noqa: RUF012 - declared on the base
