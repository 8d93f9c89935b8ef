"""A holiday decree as it is typed in, and its withdrawal."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField

from casework.engine.basis import Mark
from casework.services.acts.amendments.decrees import Day as DecreedDay
from casework.services.acts.amendments.decrees import NewDecree
from webui.core import labels
from webui.core.fields import Day, Line, Pick, Prose, Radio
from webui.core.forms import TaskForm
from webui.core.options import Options, options
from webui.law.forms import GroundedForm

KINDS = {
    "nasional": _("Libur nasional"),
    "cuti_bersama": _("Cuti bersama"),
    "tutup_kantor": _("Kantor tutup (satu kantor)"),
    "masuk_kerja": _("Libur dicabut: hari kerja lagi"),
}


class DayRow(Form):
    """One day; a row without date and name is ignored."""

    tanggal = Day(_("Tanggal"), required=False)
    nama = Line(_("Nama hari atau sebabnya"))
    jenis = Pick(_("Jenis"), choices=options(KINDS))


class DecreeForm(GroundedForm):
    """Number, day, words and days of a decree, with where they were read and why it is entered."""

    judul = Line(
        _("Nama keputusan"), required=True, limit=300,
        hint=_("Contoh: Keputusan Presiden tentang hari libur pemungutan suara ulang."),
    )  # fmt: skip
    nomor = Line(
        _("Nomor"),
        hint=_("Kosongkan bila belum diketahui; keputusan lalu ditandai begitu."),
    )
    tanggal = Day(
        _("Diketahui sejak"), required=False,
        hint=_("Tanggal penetapan, atau hari sejak keputusan itu diketahui."),
    )  # fmt: skip
    kutipan = Prose(
        _("Bunyi keputusan"), limit=4000, hint=_("Kata-kata yang menentukan saja, sebagai kutipan.")
    )
    sumber = Line(
        _("Sumber"), required=True, limit=1000,
        hint=_("Tempat bunyi itu dibaca: alamat, naskah resmi, halaman."),
    )  # fmt: skip
    tanda = Radio(_("Tanda"), choices=options(labels.MARKS), default=Mark.UNVERIFIED.value)
    hari = FieldList(FormField(DayRow), min_entries=4, max_entries=60)
    kantor = Pick(
        _("Kantor yang tutup"), required=False,
        hint=_("Hanya untuk hari berjenis “kantor tutup”."),
    )  # fmt: skip
    setahun = BooleanField()

    def offer(self, offices: Options, year: int) -> None:
        """Offer the offices that may be closed, and the year that may be settled whole."""
        self.kantor.choices = offices
        self.setahun.label.text = _(
            "Keputusan ini menetapkan kalender tahun %(year)s seluruhnya", year=year
        )

    def more(self) -> None:
        """Open four more rows."""
        for _row in range(4):
            if len(self.hari.entries) < 60:
                self.hari.append_entry()

    def validate(self, extra_validators: Any = None) -> bool:
        """A row that says something says when."""
        fine: bool = super().validate(extra_validators)
        for row in self.hari.entries:
            if row.form.nama.data and not row.form.tanggal.data and not row.form.tanggal.errors:
                row.form.tanggal.errors = [_("Belum diisi. Bagian ini wajib.")]
                fine = False
        return fine

    @property
    def decree(self) -> NewDecree:
        """What was typed, for the service."""
        days = tuple(
            DecreedDay(
                row.form.tanggal.data, row.form.nama.data or "", row.form.jenis.data,
                (self.kantor.data or "") if row.form.jenis.data == "tutup_kantor" else "",
                row.form.nama.name,
            )
            for row in self.hari.entries
            if row.form.tanggal.data
        )  # fmt: skip
        return NewDecree(
            self.judul.data or "", self.nomor.data or "", self.tanggal.data,
            self.kutipan.data or "", Mark(self.tanda.data), days, bool(self.setahun.data),
        )  # fmt: skip


class WithdrawForm(TaskForm):
    """Why a decree was entered wrongly."""

    drafted = True

    dilihat = HiddenField()
    alasan = Prose(_("Alasan"), required=True, limit=2000, hint=_("Jangan menulis nama orang."))

    @property
    def seen(self) -> str:
        """The revision of the calendars that the page showed."""
        return self.dilihat.data or ""
