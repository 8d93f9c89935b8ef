"""Forwarding: respondents without a destination, and what the addressees did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask_babel import lazy_gettext as _

from webui import labels
from webui.forms.base import CaseForm
from webui.forms.fields import Day, Pick, Prose, Ticks
from webui.forms.options import options


class ReferralForm(CaseForm):
    """A reason for each respondent that goes nowhere; built by ``referral_form``."""

    lost: ClassVar[tuple[int, ...]] = ()

    def without(self) -> Mapping[int, str]:
        """Reasons by party."""
        return {key: self[f"tujuan-{key}"].data or "" for key in self.lost}


def referral_form(lost: Sequence[int]) -> ReferralForm:
    """The form for the respondents whose destination the law in hand does not name."""
    fields: dict[str, object] = {
        f"tujuan-{key}": Prose(_("Alasan tanpa penerusan"), limit=2000) for key in lost
    }
    form_class = type("CaseReferralForm", (ReferralForm,), {**fields, "lost": tuple(lost)})
    form: ReferralForm = form_class()
    return form


class FollowUpForm(CaseForm):
    """One answer for one or many respondents."""

    terlapor = Ticks(_("Terlapor"), coerce=int)
    status = Pick(
        _("Status"),
        choices=options(
            [(key, word) for key, word in labels.FOLLOW_UPS.items() if key != "planned"], empty=True
        ),
    )
    catatan = Prose(
        _("Catatan"),
        limit=2000,
        hint=_("Wajib bila gagal, dikembalikan, atau tidak ditindaklanjuti."),
    )
    perkiraan = Day(_("Jawaban diharapkan pada"), required=False)
