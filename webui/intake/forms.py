"""Receiving a report: the form of report as the officer takes it down at the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FieldList, Form, FormField, HiddenField

from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import Opening
from casework.services.cases.evidence import Upload
from casework.services.cases.record.identity import Person
from webui.core import labels
from webui.core.fields import Day, Hour, Line, Pick, Prose, Radio
from webui.core.file_fields import EvidenceRow
from webui.core.forms import TaskForm
from webui.core.options import options
from webui.core.region_field import RegionRow
from webui.core.times import maybe

SEXES = {"laki-laki": _("Laki-laki"), "perempuan": _("Perempuan")}
REPORTER_KINDS = {
    "pemilih": _("Warga negara yang punya hak pilih di daerah itu"),
    "pemantau": _("Pemantau pemilihan"),
    "peserta": _("Peserta pemilihan atau tim kampanyenya"),
}


class PersonRow(Form):
    """A person whose identity is protected."""

    name = Line(_("Nama lengkap"), required=True)
    address = Line(_("Alamat"), limit=500)
    phone = Line(_("Nomor telepon"), limit=40)
    occupation = Line(_("Pekerjaan"))

    def person(self) -> Person:
        """What was typed."""
        return Person(
            name=self.name.data or "",
            address=self.address.data or "",
            phone=self.phone.data or "",
            occupation=self.occupation.data or "",
        )


class ReporterRow(PersonRow):
    """The reporter, in the order of the report form."""

    address = Line(_("Alamat"), required=True, limit=500)
    identity_number = Line(_("Nomor identitas (KTP)"), limit=40)
    birth_place = Line(_("Tempat lahir"))
    birth_date = Day(_("Tanggal lahir"), required=False)
    sex = Pick(_("Jenis kelamin"), choices=options(SEXES, empty=True), required=False)
    citizenship = Line(_("Kewarganegaraan"), limit=60)
    email = Line(_("Surel"), limit=254)

    def person(self) -> Person:
        """What was typed."""
        born = self.birth_date.data
        return Person(
            name=self.name.data or "",
            birth_place=self.birth_place.data or "",
            birth_date=born.isoformat() if isinstance(born, date) else "",
            sex=self.sex.data or "",
            occupation=self.occupation.data or "",
            citizenship=self.citizenship.data or "",
            address=self.address.data or "",
            phone=self.phone.data or "",
            email=self.email.data or "",
            identity_number=self.identity_number.data or "",
        )


class RespondentRow(Form):
    """One reported party."""

    name = Line(_("Nama terlapor atau objek"), required=True)
    category = Pick(_("Kategori"), choices=options(labels.CATEGORIES, empty=True))
    position = Line(
        _("Jabatan"), hint=_("Untuk ASN sertakan NIP-nya: “Camat Contoh, NIP 18 angka”.")
    )
    address = Line(_("Alamat"), limit=500)
    region = Pick(
        _("Kabupaten/kota terlapor"),
        required=False,
        hint=_("Menentukan ke mana perkara diteruskan."),
    )

    def respondent(self) -> Respondent:
        """What was typed."""
        return Respondent(
            name=self.name.data or "",
            category=self.category.data or "",
            position=self.position.data or "",
            address=self.address.data or "",
            region=self.region.data or "",
        )


STEPS: Mapping[str, tuple[str, ...]] = {
    "pelapor": ("jenis_pelapor", "pelapor"),
    "peristiwa": (
        "pemilihan",
        "peristiwa",
        "judul",
        "tempat",
        "wilayah",
        "tanggal_kejadian",
        "alasan_tahapan",
        "tanggal_diketahui",
        "dugaan_pidana",
        "uraian",
    ),
    "terlapor": ("terlapor", "saksi"),
    "bukti": (),
}
"""Step to the fields it asks for, in the order of the paper form; the files are the draft's own."""


class IntakeForm(TaskForm):
    """Everything a report holds; the steps ask for it group by group."""

    aliases: ClassVar[dict[str, str]] = {
        "bukti": "bukti-0-berkas",
        "bukti_keterangan": "bukti-0-keterangan",
        "wilayah": "wilayah-cari",
        "titik": "wilayah-titik",
    }

    kunci = HiddenField()
    nama_dibaca = HiddenField()
    pemilihan = Pick(_("Pemilihan"))
    jenis_pelapor = Radio(_("Kedudukan pelapor"), choices=options(REPORTER_KINDS))
    pelapor = FormField(ReporterRow)
    judul = Line(
        _("Judul singkat"), limit=150, hint=_("Untuk daftar perkara. Jangan memuat nama pelapor.")
    )
    peristiwa = Prose(
        _("Peristiwa yang dilaporkan"),
        required=True,
        limit=2000,
        hint=_("Satu atau dua kalimat: siapa berbuat apa. Tulis “pelapor”, bukan namanya."),
    )
    tempat = Line(_("Tempat kejadian"), required=True)
    wilayah = FormField(RegionRow)
    tanggal_kejadian = Day(_("Tanggal kejadian"))
    alasan_tahapan = Prose(
        _("Mengapa peristiwa itu menyangkut tahapan pemilihan ini"),
        limit=2000,
        when=_("wajib bila tanggal kejadian di luar tahapan pemilihan yang dipilih"),
        hint=_("Alasannya dimuat dalam kajian awal."),
    )
    tanggal_diketahui = Day(
        _("Tanggal diketahui pelapor"),
        hint=_("Batas penyampaian dihitung dari tanggal ini, bukan dari tanggal kejadian."),
    )
    uraian = Prose(
        _("Uraian kejadian"),
        limit=20_000,
        hint=_("Urut waktu, sejelas mungkin. Tulis “pelapor” dan “saksi”, bukan namanya."),
    )
    diterima_pada = Hour(
        _("Laporan diterima pada"),
        required=False,
        hint=_(
            "Hanya untuk laporan yang sudah diserahkan sebelum dicatat di sini, mis. formulir "
            "kertas. Kosongkan bila diterima sekarang. Semua batas dihitung dari waktu ini."
        ),
    )
    alasan_diterima = Line(
        _("Mengapa dicatat kemudian"), limit=500, when=_("wajib bila waktu terima diisi")
    )
    dugaan_pidana = BooleanField(_("Ada dugaan tindak pidana pemilihan (Gakkumdu)"))
    nama_sendiri = BooleanField(
        _("Saya mengerti: sesudah dikirim saya tidak dapat membuka perkara ini lagi")
    )
    terlapor = FieldList(FormField(RespondentRow), min_entries=1, max_entries=200)
    saksi = FieldList(FormField(PersonRow), min_entries=0, max_entries=100)
    bukti = FieldList(FormField(EvidenceRow), min_entries=1, max_entries=50)

    kept: tuple[Upload, ...] = ()
    """Files that are already in the store."""

    def keep(self, uploads: tuple[Upload, ...]) -> None:
        """Remember the files that were stored ahead of the act."""
        self.kept = uploads

    def told(self, key: str) -> Opening:
        """The report as it was typed; `key` makes its sending unique."""
        return Opening(
            key=key,
            election=self.pemilihan.data or "",
            reporter=self.pelapor.form.person(),
            reporter_kind=self.jenis_pelapor.data or "",
            respondents=self.respondents(),
            witnesses=self.witnesses(),
            title=self.judul.data or "",
            event_what=self.peristiwa.data or "",
            event_place=self.tempat.data or "",
            event_region=self.wilayah.form.code,
            event_point=self.wilayah.form.titik.data or "",
            event_date=self.tanggal_kejadian.data,
            known_date=self.tanggal_diketahui.data,
            account=self.uraian.data or "",
            suspects_crime=bool(self.dugaan_pidana.data),
            evidence=self.kept,
            stage_reason=self.alasan_tahapan.data or "",
            received_at=maybe(self.diterima_pada.data),
            received_reason=self.alasan_diterima.data or "",
        )

    def offer(self, elections: list[tuple[str, str]], regions: list[tuple[str, str]]) -> None:
        """Fill the lists that come from the law."""
        self.pemilihan.choices = options(elections, empty=len(elections) > 1)
        self.regions = options(regions, empty=True)
        for row in self.terlapor.entries:
            row.form.region.choices = self.regions

    def add_row(self, what: str) -> bool:
        """One more respondent, witness or file; False when ``what`` is none of these."""
        lists: dict[str, FieldList[Any]] = {
            "terlapor": self.terlapor,
            "saksi": self.saksi,
            "bukti": self.bukti,
        }
        rows = lists.get(what)
        if rows is None or len(rows.entries) >= (rows.max_entries or 200):
            return False
        rows.append_entry()
        for row in self.terlapor.entries:
            row.form.region.choices = self.regions
        return True

    def blank(self, what: str) -> Form:
        """An empty row that the page's script copies; ``__n__`` stands for its place."""
        rows = {"terlapor": RespondentRow, "saksi": PersonRow, "bukti": EvidenceRow}
        row: Form = rows[what](prefix=f"{what}-__n__-")
        if isinstance(row, RespondentRow):
            row.region.choices = self.regions
        return row

    def reporters(self) -> tuple[Person, ...]:
        """Who reports."""
        return (self.pelapor.form.person(),)

    def respondents(self) -> tuple[Respondent, ...]:
        """Every respondent row."""
        return tuple(row.form.respondent() for row in self.terlapor.entries)

    def witnesses(self) -> tuple[Person, ...]:
        """Every witness row."""
        return tuple(row.form.person() for row in self.saksi.entries)
