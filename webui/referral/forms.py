"""Forwarding: respondents without a destination, and what the addressees did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.services.acts.recommendation.followup import ANSWERS, RECORDABLE
from casework.services.acts.recommendation.referral import ANSWER_DAYS
from webui.core import labels
from webui.core.fields import Day, Hour, Pick, Prose, Ticks
from webui.core.file_fields import Attachment
from webui.core.forms import CaseForm
from webui.core.options import options


class ReferralForm(CaseForm):
    """A reason for each outcome that goes nowhere; built by ``referral_form``."""

    lost: ClassVar[tuple[int, ...]] = ()

    def without(self) -> Mapping[int, str]:
        """Reasons by outcome."""
        return {key: self[f"tujuan-{key}"].data or "" for key in self.lost}


def referral_form(lost: Sequence[int]) -> ReferralForm:
    """The form for the outcomes whose destination the law in hand does not name."""
    fields: dict[str, object] = {
        f"tujuan-{key}": Prose(_("Alasan tanpa penerusan"), limit=2000) for key in lost
    }
    form_class = type("CaseReferralForm", (ReferralForm,), {**fields, "lost": tuple(lost)})
    form: ReferralForm = form_class()
    return form


class RedraftForm(ReferralForm):
    """Why the letters are drafted anew; built by ``redraft_form``."""

    alasan = Prose(_("Alasan menyusun ulang"), required=True, limit=500)


def redraft_form(lost: Sequence[int]) -> RedraftForm:
    """The form for letters drafted anew."""
    fields: dict[str, object] = {
        f"tujuan-{key}": Prose(_("Alasan tanpa penerusan"), limit=2000) for key in lost
    }
    form_class = type("CaseRedraftForm", (RedraftForm,), {**fields, "lost": tuple(lost)})
    form: RedraftForm = form_class()
    return form


class RespondentNoticeForm(CaseForm):
    """Which respondents are told what was decided about them."""

    terlapor = Ticks(_("Terlapor yang diberi tahu"), coerce=int)
    kutipan = BooleanField(_("Sertakan kutipan kajian sebagai surat tersendiri"))


class FollowUpForm(CaseForm):
    """One answer for one or many respondents."""

    aliases: ClassVar[dict[str, str]] = {"bukti": "balasan"}

    terlapor = Ticks(_("Terlapor"), coerce=int)
    status = Pick(
        _("Status"),
        choices=options(
            [(key, labels.FOLLOW_UPS[key]) for key in labels.FOLLOW_UPS if key in RECORDABLE],
            empty=True,
        ),
    )
    dijawab = Hour(
        _("Dijawab pada"),
        required=False,
        hint=_(
            "Waktu instansi menjawab menurut suratnya, bukan waktu mencatat: batas waktu instansi "
            "dinilai dengan waktu ini. Kosongkan bila tidak ada jawaban."
        ),
    )
    catatan = Prose(
        _("Catatan"),
        limit=2000,
        when=_("wajib bila gagal, dikembalikan, dialihkan, atau tidak ditindaklanjuti"),
    )
    perkiraan = Day(
        _("Jawaban diharapkan pada"),
        required=False,
        hint=_(
            "Perkiraan kantor, bukan batas hukum: bila tidak diisi, %(n)s hari sejak surat "
            "disusun.",
            n=ANSWER_DAYS,
        ),
    )
    balasan = Attachment(_("Surat jawaban"))

    def validate(self, extra_validators: object = None) -> bool:
        """Shape, and the hour of an answer where there is one."""
        good = bool(super().validate(extra_validators))
        if good and self.status.data in ANSWERS and self.dijawab.data is None:
            self.dijawab.errors = [*self.dijawab.errors, _t("Isi kapan instansi menjawab.")]
            return False
        return good
