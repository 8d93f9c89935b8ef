"""Settings: offices, officers, roles, absences."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from casework.engine.zones import ZONES
from casework.services.people.accounts import Grant
from webui import labels
from webui.forms.base import TaskForm
from webui.forms.fields import Day, Line, Pick, Prose, Ticks
from webui.forms.files import Attachment
from webui.forms.options import Options, options

LEVELS = [("provinsi", _l("Provinsi")), ("kabupaten", _l("Kabupaten")), ("kota", _l("Kota"))]


def key(text: object) -> int | None:
    """The key of a row as an option carries it; what is none is none that is offered."""
    if text in (None, ""):
        return None
    return int(str(text)) if str(text).isdecimal() else 0


class OfficeForm(TaskForm):
    """An office and what its letterhead says."""

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
