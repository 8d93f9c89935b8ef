"""Settings: offices, officers, roles, absences."""

from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import available_timezones

from flask_babel import lazy_gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField

from casework.engine.zones import ZONES
from casework.services.people.accounts import Grant
from casework.services.people.addresses import NewAddress
from webui.core import labels
from webui.core.fields import Day, Line, Pick, Prose, Ticks, needed
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.options import Options, options

LEVELS = [("provinsi", _l("Provinsi")), ("kabupaten", _l("Kabupaten")), ("kota", _l("Kota"))]


def key(text: object) -> int | None:
    """The key of a row as an option carries it; what is none is none that is offered."""
    if text in (None, ""):
        return None
    return int(str(text)) if str(text).isdecimal() else 0


class OfficeForm(TaskForm):
    """An office and what its letterhead says."""

    drafted = True

    nama = Line(_l("Nama kantor"), required=True, limit=300)
    kota = Line(_l("Kota tempat surat ditandatangani"), required=True, limit=100)
    zona = Pick(_l("Zona waktu"), choices=options([(one, one) for one in ZONES]))
    kode_wilayah = Line(
        _l("Kode wilayah pada nomor perkara"), required=True, limit=20, hint=_l("Contoh 07.05.")
    )
    latihan = BooleanField(_l("Kode wilayah ini kode latihan, belum kode resmi"))
    instansi = Prose(
        _l("Nama instansi pada kop"), limit=800,
        hint=_l("Satu baris di layar satu baris di kop. Kosong: nama kantor dalam huruf besar."),
    )  # fmt: skip
    alamat = Prose(
        _l("Alamat pada kop"), limit=800,
        hint=_l("Jalan, telepon, surel, laman; paling banyak enam baris."),
    )  # fmt: skip

    def lines(self, name: str) -> tuple[str, ...]:
        """The lines of a field, empty ones left out."""
        text: str = self[name].data or ""
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class NewOfficeForm(OfficeForm):
    """An office that does not exist yet."""

    kode = Line(_l("Kode kantor"), required=True, limit=20, hint=_l("Contoh 07.05."))
    tingkat = Pick(_l("Tingkat"), choices=options(LEVELS))
    induk = Pick(_l("Kantor di atasnya"))

    def __init__(self, parents: Options, **more: Any) -> None:
        super().__init__(**more)
        self.induk.choices = parents


class EmblemForm(TaskForm):
    """The picture on the letterhead."""

    lambang = Attachment(
        _l("Berkas lambang"),
        hint=_l("PNG 64 sampai 4000 titik tiap sisi, atau SVG biasa; paling besar 256 kB."),
    )


class OfficerForm(TaskForm):
    """How an officer is called and reached."""

    nama = Line(_l("Nama lengkap, seperti di bawah surat"), required=True)
    jabatan = Line(_l("Jabatan"), limit=120)
    surel = Line(_l("Surel"), limit=254)
    nip = Line(_l("NIP"), limit=32)


class NewOfficerForm(OfficerForm):
    """An officer with roles at one office from a day on."""

    nama_masuk = Line(
        _l("Nama pengguna"), required=True, limit=64,
        hint=_l("Huruf kecil, angka, titik; tidak berubah lagi. Contoh rani.kepahiang."),
    )  # fmt: skip
    kantor = Pick(_l("Kantor"))
    peran = Ticks(_l("Peran"))
    mulai = Day(_l("Mulai bertugas"))

    def __init__(self, offices: Options, **more: Any) -> None:
        super().__init__(**more)
        self.kantor.choices = offices
        self.peran.choices = roles()


class RoleForm(TaskForm):
    """A role at an office, from–until."""

    kantor = Pick(_l("Kantor"), coerce=key)
    peran = Pick(_l("Peran"))
    mulai = Day(_l("Mulai"))
    sampai = Day(
        _l("Berakhir"), required=False,
        hint=_l("Hari pertama peran itu tidak dipegang lagi. Kosong: sampai diakhiri."),
    )  # fmt: skip

    def __init__(self, offices: Options, **more: Any) -> None:
        super().__init__(**more)
        self.kantor.choices = offices
        self.peran.choices = roles()

    def grant(self) -> Grant:
        """What was typed, for the service."""
        return Grant(self.kantor.data, self.peran.data, self.mulai.chosen, self.sampai.data)


class EndRoleForm(TaskForm):
    """The first day on which a role is no longer held."""

    sampai = Day(_l("Berakhir"), hint=_l("Hari pertama peran itu tidak dipegang lagi."))


class LeaveForm(TaskForm):
    """Why an account closes, and who takes the open cases over."""

    alasan = Line(_l("Alasan"), required=True, limit=500, hint=_l("Misalnya mutasi atau pensiun."))
    pengganti = Pick(_l("Perkara terbuka diserahkan kepada"), required=False, coerce=key)


class AbsenceForm(TaskForm):
    """An officer away, and the deputy."""

    kantor = Pick(_l("Kantor"), coerce=key)
    petugas = Pick(
        _l("Petugas yang tidak masuk"),
        coerce=key,
        hint=_l(
            "Ketua, anggota, administrator, auditor, dan penelaah hukum tidak ada di sini: peran "
            "mereka tidak beralih kepada wakil."
        ),
    )
    wakil = Pick(_l("Wakil"), coerce=key)
    dari = Day(_l("Hari pertama tidak masuk"))
    sampai = Day(_l("Hari masuk kembali"))

    def __init__(self, offices: Options, away: Options, deputies: Options, **more: Any) -> None:
        super().__init__(**more)
        self.kantor.choices = offices
        self.petugas.choices, self.wakil.choices = away, deputies


def roles() -> Options:
    """Every role an officer can hold."""
    return options([(key, words) for key, words in labels.ROLES.items() if key != "sistem"])


def zones(present: str) -> Options:
    """The zones of Indonesia, and the present one where it is another."""
    known = (
        [*ZONES, present] if present not in ZONES and present in available_timezones() else ZONES
    )
    return options([(one, one) for one in known])


class AddressForm(TaskForm):
    """Title, postal address, place, e-mail, and from when until when."""

    drafted = True

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


class ChoiceForm(TaskForm):
    """Why an office makes a choice or takes it back."""

    drafted = True

    alasan = Prose(
        _("Alasan"),
        required=True,
        limit=1000,
        hint=_("Tampil pada setiap perkara yang tersentuh, dan tercatat."),
    )


class TemplateForm(TaskForm):
    """The lines of a template, one sentence a line, and why they are set so."""

    drafted = True

    baris = Prose(
        _("Templat"),
        limit=20_000,
        hint=_(
            "Satu kalimat satu baris. Kosongkan untuk kembali ke bunyi dari data aturan. Dalam "
            "kurung kurawal diisi dari perkara: {nomor}, {judul}, {tempat}, {tanggal_kejadian}, "
            "{terlapor}, {kantor}."
        ),
    )
    alasan = Prose(_("Alasan"), required=True, limit=500)


WORDS = {
    "penerimaan:LP": _("Nomor penerimaan laporan (LP)"),
    "registrasi:LP": _("Nomor registrasi laporan (LP)"),
    "registrasi:TM": _("Nomor registrasi temuan (TM)"),
    "surat": _("Nomor surat keluar"),
}
FIELDS = {name: name.replace(":", "_").lower() for name in WORDS}


class LastNumber(IntegerField):
    """The last number used; empty leaves the series as it is."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(label, [needed(required=False)], **more)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read a whole number; says in Indonesian what is wanted."""
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = int(valuelist[0])
            except ValueError as fault:
                raise ValueError(_("Tulis bilangan bulat.")) from fault


class OpeningForm(TaskForm):
    """The last number used of each series, and why."""

    drafted = True

    aliases: ClassVar[dict[str, str]] = {**FIELDS, "terakhir": "penerimaan_lp"}

    penerimaan_lp = LastNumber(WORDS["penerimaan:LP"])
    registrasi_lp = LastNumber(WORDS["registrasi:LP"])
    registrasi_tm = LastNumber(WORDS["registrasi:TM"])
    surat = LastNumber(WORDS["surat"])
    alasan = Prose(
        _("Alasan"), required=True, limit=500,
        hint=_("Misalnya: sampai hari ini dicatat pada buku kertas. Tampil di register."),
    )  # fmt: skip

    @property
    def last(self) -> dict[str, int | None]:
        """What was typed, by series."""
        return {name: self[field].data for name, field in FIELDS.items()}


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
