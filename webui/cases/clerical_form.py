"""What was typed wrongly about a case, a party or a dispatch, and what is right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import FormField

from casework.services.acts.corrections.clerical import CASE, PARTY, PERSON
from webui.core.fields import Day, Hour, Line, Prose
from webui.core.forms import CaseForm
from webui.core.region_field import RegionRow

WHY = _("Misalnya: salah ketik saat laporan diterima. Jangan menulis nama orang.")
FIELDS = {
    "title": _("Judul"), "event_what": _("Peristiwa"), "event_place": _("Tempat kejadian"),
    "account": _("Uraian"), "event_date": _("Tanggal kejadian"), "label": _("Nama"),
    "position": _("Jabatan"), "address": _("Alamat"), "phone": _("Telepon"), "name": _("Nama"),
    "birth_place": _("Tempat lahir"), "birth_date": _("Tanggal lahir"),
    "sex": _("Jenis kelamin"), "occupation": _("Pekerjaan"), "citizenship": _("Kewarganegaraan"),
    "email": _("Surel"), "identity_number": _("Nomor identitas"), "sent_at": _("Waktu dikirim"),
    "received_at": _("Waktu diterima"), "event_region": _("Wilayah kejadian"),
    "event_point": _("Titik koordinat"),
}  # fmt: skip
"""Fields of a correction in words."""


class CorrectedForm(CaseForm):
    """Fields by the names of the service, and the reason."""

    told: ClassVar[Mapping[str, int]] = {}

    alasan = Prose(_("Alasan pembetulan"), required=True, limit=500, hint=WHY)

    @property
    def values(self) -> dict[str, str]:
        """What was typed, by field."""
        return {field: self[field].data or "" for field in self.told}


class CaseDataForm(CorrectedForm):
    """What a case is called and what is said to have happened."""

    told = CASE
    aliases: ClassVar[dict[str, str]] = {"wilayah": "wilayah-cari", "titik": "wilayah-titik"}

    title = Line(FIELDS["title"], required=True, limit=CASE["title"])
    event_what = Prose(FIELDS["event_what"], required=True, limit=CASE["event_what"])
    event_place = Line(FIELDS["event_place"], required=True, limit=CASE["event_place"])
    wilayah = FormField(RegionRow)
    event_date = Day(FIELDS["event_date"])
    account = Prose(FIELDS["account"], required=True, limit=CASE["account"])

    @property
    def values(self) -> dict[str, str]:
        """What was typed, by field, with the region and the point."""
        row = self.wilayah.form
        return {
            **super().values,
            "event_region": row.code,
            "event_point": row.titik.data or "",
        }


class RespondentDataForm(CorrectedForm):
    """How a respondent is called and reached."""

    told = PARTY

    label = Line(FIELDS["label"], required=True, limit=PARTY["label"])
    position = Line(FIELDS["position"], limit=PARTY["position"])
    address = Prose(FIELDS["address"], limit=PARTY["address"])
    phone = Line(FIELDS["phone"], limit=PARTY["phone"])


class PersonDataForm(CorrectedForm):
    """A protected person: only what is wrong is typed, the rest stays unseen."""

    told = PERSON

    name = Line(FIELDS["name"], limit=PERSON["name"])
    identity_number = Line(FIELDS["identity_number"], limit=PERSON["identity_number"])
    phone = Line(FIELDS["phone"], limit=PERSON["phone"])
    email = Line(FIELDS["email"], limit=PERSON["email"])
    address = Prose(FIELDS["address"], limit=PERSON["address"])
    birth_place = Line(FIELDS["birth_place"], limit=PERSON["birth_place"])
    birth_date = Line(FIELDS["birth_date"], limit=PERSON["birth_date"])
    sex = Line(FIELDS["sex"], limit=PERSON["sex"])
    occupation = Line(FIELDS["occupation"], limit=PERSON["occupation"])
    citizenship = Line(FIELDS["citizenship"], limit=PERSON["citizenship"])


class DispatchTimesForm(CorrectedForm):
    """When a letter left and, where that is recorded, when it arrived."""

    sent_at = Hour(FIELDS["sent_at"])
    received_at = Hour(FIELDS["received_at"], required=False)
