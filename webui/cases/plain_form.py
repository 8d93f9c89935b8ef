"""The form of an act without a form of its own: an hour a recorded fact, and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from flask_babel import lazy_gettext as _

from webui.cases.plain_page import Asked
from webui.core.fields import Hour, Pick, Prose
from webui.core.forms import CaseForm
from webui.core.options import options
from webui.core.times import aware, wall_now


class PlainForm(CaseForm):
    """Built for one act by ``plain_form``; a field of a fact has the fact's id."""

    moments: ClassVar[tuple[str, ...]] = ()
    reasoned: ClassVar[bool] = False

    @property
    def other(self) -> int | None:
        """The case to merge into, where the act asks for one."""
        found: int | None = self["perkara"].data if "perkara" in self else None
        return found

    def times(self) -> Mapping[str, datetime]:
        """What was typed so far, by fact."""
        return {name: aware(self[name].data) for name in self.moments if self[name].data}

    @property
    def office(self) -> int | None:
        """The other office, where the act concerns one."""
        found: int | None = self["kantor"].data if "kantor" in self else None
        return found

    @property
    def reason(self) -> str:
        """Why; empty where the act asks for no reason."""
        return self["alasan"].data or "" if self.reasoned else ""


def whole(value: object) -> int | None:
    """The key of a chosen row; None while nothing is chosen."""
    return int(str(value)) if value else None


def _reason() -> Prose:
    return Prose(_("Alasan"), required=True, limit=2000)


def _proof() -> Prose:
    return Prose(
        _("Bukti penerimaan"),
        required=True,
        limit=2000,
        hint=_("Nomor agenda atau tanda terima, dan siapa yang menerima berkasnya."),
    )


def plain_form(asked: Asked) -> PlainForm:
    """The questions of one act, its hours beginning with the present minute."""
    fields: dict[str, object] = {
        name: Hour(title, hint=_("Tanggal dan jam menurut jam kantor."))
        for name, title in asked.moments
    }
    if asked.cases is not None:
        fields["perkara"] = Pick(
            _("Digabung ke perkara"),
            choices=options(asked.cases, empty=True),
            coerce=whole,
            hint=_("Perkara itu yang diteruskan; keduanya ditautkan."),
        )
    if asked.offices is not None:
        fields["kantor"] = Pick(
            _("Kantor yang dituju"),
            choices=options(asked.offices, empty=True),
            coerce=whole,
            hint=_("Suratnya disiapkan sebagai konsep dan dialamatkan ke kantor ini."),
        )
    if asked.reasoned:
        fields["alasan"] = _proof() if asked.receives else _reason()
    names = tuple(name for name, _title in asked.moments)
    form_class = type(
        "ActForm", (PlainForm,), {**fields, "moments": names, "reasoned": asked.reasoned}
    )
    form: PlainForm = form_class(data=dict.fromkeys(names, wall_now()))
    return form
