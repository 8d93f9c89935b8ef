"""Somebody who became known after the case began."""

from __future__ import annotations

from typing import ClassVar

from flask_babel import lazy_gettext as _

from casework.models import Party
from casework.services.acts.parties import Respondent
from casework.services.cases.record.identity import Person
from webui.core import labels
from webui.core.fields import Line, Pick, Prose, Radio
from webui.core.forms import CaseForm
from webui.core.options import options

RESPONDENT = "respondent"


class PartyForm(CaseForm):
    """A witness, an expert, or a respondent."""

    aliases: ClassVar[dict[str, str]] = {
        **{f"orang-{part}": name for part, name in (
            ("name", "nama"), ("occupation", "pekerjaan"), ("address", "alamat"),
            ("phone", "telepon"),
        )},
        **{f"terlapor-0-{part}": name for part, name in (
            ("name", "nama"), ("position", "jabatan"), ("address", "alamat"), ("phone", "telepon"),
            ("category", "kategori"), ("region", "wilayah"),
        )},
    }  # fmt: skip

    kedudukan = Radio(
        _("Kedudukan"),
        choices=options(
            [("witness", _("Saksi")), ("expert", _("Ahli")), (RESPONDENT, _("Terlapor atau objek"))]
        ),
    )
    nama = Line(_("Nama"), required=True)
    pekerjaan = Line(_("Pekerjaan"), hint=_("Hanya untuk saksi dan ahli."))
    jabatan = Line(_("Jabatan"), hint=_("Hanya untuk terlapor atau objek."))
    alamat = Line(_("Alamat"), limit=500)
    telepon = Line(_("Nomor telepon"), limit=40)
    kategori = Pick(
        _("Kategori terlapor"),
        choices=options(labels.CATEGORIES, empty=True),
        required=False,
        hint=_("Hanya untuk terlapor atau objek."),
    )
    wilayah = Pick(
        _("Kabupaten/kota terlapor"),
        required=False,
        hint=_("Menentukan ke mana perkara diteruskan."),
    )
    alasan = Prose(
        _("Dari mana pihak ini diketahui"),
        required=True,
        limit=500,
        hint=_("Dibaca semua petugas: jangan menulis nama pelapor, saksi, atau ahli."),
    )

    def person(self) -> Person:
        """A protected person, as typed."""
        return Person(
            name=self.nama.data or "",
            occupation=self.pekerjaan.data or "",
            address=self.alamat.data or "",
            phone=self.telepon.data or "",
        )

    def respondent(self) -> Respondent:
        """A respondent, as typed."""
        return Respondent(
            name=self.nama.data or "",
            category=self.kategori.data or "",
            position=self.jabatan.data or "",
            address=self.alamat.data or "",
            phone=self.telepon.data or "",
            region=self.wilayah.data or "",
        )


def party_form(regions: list[tuple[str, str]], role: str, known: Party | None) -> PartyForm:
    """The form, begun with a role, or with a respondent of a case that ended in this one."""
    data: dict[str, str] = {"kedudukan": role}
    if known is not None:
        data = {
            "kedudukan": RESPONDENT, "nama": known.label, "jabatan": known.position,
            "alamat": known.address, "telepon": known.phone, "kategori": known.category,
            "wilayah": known.region,
        }  # fmt: skip
    form = PartyForm(data=data)
    form.wilayah.choices = options(regions, empty=True)
    return form
