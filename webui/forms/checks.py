"""The kajian awal: every requirement met or not, and why; then one of three ways on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import FieldList, FormField

from casework.engine.requirements import Requirement
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.cases.evidence import Upload
from webui.forms.base import CaseForm
from webui.forms.fields import Hour, Prose, Radio
from webui.forms.files import EvidenceRow
from webui.forms.options import options

ANSWERS = [("ya", _("Terpenuhi")), ("tidak", _("Belum terpenuhi"))]


class AssessForm(CaseForm):
    """One question and one reason a requirement; built from the edition by ``assess_form``."""

    drafted = True
    wanted: ClassVar[tuple[str, ...]] = ()

    def validate(self, extra_validators: object = None) -> bool:
        """Shape, and at least one requirement judged."""
        good = bool(super().validate(extra_validators))
        if good and not self.verdicts():
            self.problems.append(_t("Nilai paling sedikit satu syarat."))
        return good and not self.problems

    def verdicts(self) -> dict[str, Verdict]:
        """What was judged; requirements left open are left out."""
        return {
            key: Verdict(self[f"syarat-{key}"].data == "ya", self[f"alasan-{key}"].data or "")
            for key in self.wanted
            if self[f"syarat-{key}"].data in ("ya", "tidak")
        }


def assess_form(requirements: Iterable[Requirement], found: Mapping[str, Verdict]) -> AssessForm:
    """The checklist of one edition, filled with what was judged before."""
    fields: dict[str, object] = {}
    wanted = []
    for one in requirements:
        wanted.append(one.id)
        fields[f"syarat-{one.id}"] = Radio(one.title, choices=options(ANSWERS), required=False)
        fields[f"alasan-{one.id}"] = Prose(_("Alasan"), limit=2000)
    form_class = type("EditionAssessForm", (AssessForm,), {**fields, "wanted": tuple(wanted)})
    before = {
        name: value
        for key, verdict in found.items()
        for name, value in (
            (f"syarat-{key}", "ya" if verdict.met else "tidak"),
            (f"alasan-{key}", verdict.reason),
        )
    }
    form: AssessForm = form_class(data=before)
    return form


class ReasonForm(CaseForm):
    """An act that needs one reason."""

    drafted = True

    alasan = Prose(_("Alasan"), required=True, limit=2000)


class CompletionForm(CaseForm):
    """What the reporter brought, and when it came in."""

    drafted = True
    aliases: ClassVar[dict[str, str]] = {"bukti": "bukti-0-berkas"}

    waktu = Hour(_("Diterima pada"), hint=_("Tanggal dan jam menurut jam kantor."))
    uraian = Prose(_("Kelengkapan yang diserahkan"), required=True, limit=4000)
    bukti = FieldList(FormField(EvidenceRow), min_entries=2, max_entries=20)
    kept: tuple[Upload, ...] = ()

    def keep(self, uploads: tuple[Upload, ...]) -> None:
        """Remember the files that were stored ahead of the act."""
        self.kept = uploads
