"""The last numbers an office used before this system, one field a series."""

from __future__ import annotations

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import IntegerField

from webui.forms.base import TaskForm
from webui.forms.fields import Prose, needed

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
