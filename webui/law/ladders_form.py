"""The ladder of reminders of one limit at one office, rung by rung."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FieldList, Form, FormField, IntegerField

from casework.engine.rule import Rung
from webui.core import labels
from webui.core.fields import Pick, Prose, Ticks, needed
from webui.core.forms import TaskForm
from webui.core.options import options

PLACES = {"before": _("sebelum batas"), "at": _("tepat pada batas"), "after": _("sesudah batas")}
UNITS = {"minutes": _("menit"), "hours": _("jam"), "days": _("hari")}
_LENGTH = {
    "minutes": timedelta(minutes=1), "hours": timedelta(hours=1), "days": timedelta(days=1)
}  # fmt: skip
# Whoever only keeps accounts or confirms law is reminded of no case.
ROLES = [
    (key, words)
    for key, words in labels.ROLES.items()
    if key not in ("sistem", "administrator", "auditor", "legal_reviewer")
]


class RungRow(Form):
    """One rung; a row without a role is ignored."""

    letak = Pick(_("Letak"), choices=options(PLACES))
    lama = IntegerField(_("Lama"), [needed(required=False)])
    satuan = Pick(_("Satuan"), choices=options(UNITS))
    peran = Ticks(_("Siapa"), choices=options(ROLES))
    jam_kantor = BooleanField(_("tunggu sampai kantor buka"))

    @property
    def rung(self) -> Rung:
        """What was typed."""
        length = (self.lama.data or 0) * _LENGTH[self.satuan.data]
        before = {"before": length, "at": timedelta(0), "after": -length}[self.letak.data]
        return Rung(before, tuple(self.peran.data or ()), bool(self.jam_kantor.data))


class LadderForm(TaskForm):
    """The rungs, and why they are set so."""

    drafted = True

    tangga = FieldList(FormField(RungRow), min_entries=1, max_entries=14)
    kembali = BooleanField(_("Kembali ke tangga dari data aturan"))
    alasan = Prose(_("Alasan"), required=True, limit=500)

    def validate(self, extra_validators: Any = None) -> bool:
        """A rung that reminds somebody before or after the limit says how long."""
        fine: bool = super().validate(extra_validators)
        for row in self.tangga.entries:
            place, length = row.form.letak.data, row.form.lama.data
            if row.form.peran.data and place != "at" and not 1 <= (length or 0) <= 100_000:
                row.form.lama.errors = [_("Isi berapa lama, bilangan bulat di atas nol.")]
                fine = False
        return fine

    def find(self, path: str) -> Any:
        """A refusal about the ladder as a whole stands beside its first rung."""
        found = self.tangga.entries[0].form.lama if path == "tangga" else None
        return found if found is not None else super().find(path)

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The rungs that remind somebody; none where the law data shall hold again."""
        if self.kembali.data:
            return ()
        return tuple(row.form.rung for row in self.tangga.entries if row.form.peran.data)


def typed(rungs: Iterable[Rung]) -> list[dict[str, object]]:
    """Rungs as rows of the form, with two open ones at the end."""
    rows = [_row(one) for one in rungs]
    return [*rows, {"letak": "before", "satuan": "hours"}, {"letak": "before", "satuan": "hours"}]


def _row(one: Rung) -> dict[str, object]:
    span = abs(one.before)
    unit = next(
        (name for name in ("days", "hours") if span > _LENGTH[name] and not span % _LENGTH[name]),
        "hours" if not span % _LENGTH["hours"] else "minutes",
    )
    place = "at" if not one.before else "before" if one.before > timedelta(0) else "after"
    return {
        "letak": place, "lama": span // _LENGTH[unit] if one.before else None, "satuan": unit,
        "peran": list(one.roles), "jam_kantor": one.office_hours,
    }  # fmt: skip
