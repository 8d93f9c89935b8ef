"""The form of report in steps: one group of questions a page, from the same fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Form

from casework.services.acts.registration.opening import Opening
from casework.services.core.drafts import Content
from webui.core import labels
from webui.core.drafting import as_sent
from webui.core.fields import Line, Pick, Prose
from webui.core.file_fields import SECRET, Attachments
from webui.core.forms import TaskForm
from webui.core.options import options
from webui.intake.forms import STEPS, IntakeForm, PersonRow, RespondentRow

TITLES = {
    "pelapor": _("Pelapor"),
    "peristiwa": _("Peristiwa"),
    "terlapor": _("Terlapor dan saksi"),
    "bukti": _("Bukti"),
    "periksa": _("Periksa jawaban"),
}


CATEGORIES = options(labels.CATEGORIES, empty=True)


class ReportForm(IntakeForm):
    """Everything that was typed in the steps, to check it and send it as one report."""

    bukti = None  # type: ignore[assignment]  # WTForms: None takes a field away
    catatan_terlambat = Prose(
        _("Catatan petugas tentang keterlambatan"),
        limit=2000,
        hint=_("Mengapa laporan baru disampaikan sekarang. Laporan tetap diterima."),
    )

    def told(self, key: str) -> Opening:
        """The report as it was typed, with the officer's word on its lateness."""
        return replace(super().told(key), late_reason=self.catatan_terlambat.data or "")

    def offer(self, elections: list[tuple[str, str]], regions: list[tuple[str, str]]) -> None:
        """Fill the lists that come from the law; this form is never typed into."""
        self.pemilihan.choices = options(elections, empty=len(elections) > 1)
        for row in self.terlapor.entries:
            row.form.region.choices = options(regions, empty=True)


def report_form(content: Content) -> ReportForm:
    """The report of a draft."""
    return ReportForm(formdata=as_sent(content["fields"]), meta={"csrf": False})


class StepForm(TaskForm):
    """One step; the lists of the law are filled where the step has them."""

    def offer(self, elections: list[tuple[str, str]], regions: list[tuple[str, str]]) -> None:
        """Fill the lists that come from the law."""
        if "pemilihan" in self:
            self["pemilihan"].choices = options(elections, empty=len(elections) > 1)
        self.regions = options(regions, empty=True)
        for row in self.rows("terlapor"):
            row.form.region.choices = self.regions

    def asked(self, step: str) -> list[Any]:
        """The fields of a step, in their order."""
        return [self[name] for name in STEPS[step]]

    def rows(self, name: str) -> list[Any]:
        """The rows of a repeated group; none where the step has no such group."""
        return list(self[name].entries) if name in self else []

    def blank(self, what: str) -> Form:
        """An empty row that the page's script copies; ``__n__`` stands for its place."""
        rows = {"terlapor": RespondentRow, "saksi": PersonRow}
        row: Form = rows[what](prefix=f"{what}-__n__-")
        if isinstance(row, RespondentRow):
            row.region.choices = self.regions
        return row


class EventStep(StepForm):
    """What happened, where, when and how; the dates are checked as the report itself will be."""

    aliases = IntakeForm.aliases


class ReporterStep(StepForm):
    """Who reports."""


class PeopleStep(StepForm):
    """Who is reported, also pasted from a list, and who saw it."""

    daftar = Prose(
        _("Tempel daftar terlapor"),
        limit=20_000,
        hint=_("Satu baris satu terlapor: nama; jabatan; kategori; kabupaten/kota."),
    )
    kategori_daftar = Pick(
        _("Kategori bila baris tidak menyebutnya"),
        required=False,
        choices=CATEGORIES,
    )


FORMS: Mapping[str, type[StepForm]] = {
    "pelapor": ReporterStep,
    "peristiwa": EventStep,
    "terlapor": PeopleStep,
}


for _step, _form in FORMS.items():
    for _name in STEPS[_step]:
        setattr(_form, _name, getattr(IntakeForm, _name))


def step_form(step: str, fields: Mapping[str, list[str]]) -> StepForm:
    """The form of a step with what was typed before."""
    return FORMS[step](formdata=as_sent(fields) if fields else None, meta={"csrf": False})


class UploadForm(TaskForm):
    """Files for the report, several at once, with what they show."""

    berkas = Attachments(_("Berkas"), hint=_("Boleh beberapa berkas sekaligus."), known=True)
    keterangan = Line(_("Keterangan bukti"), hint=_("Apa yang terlihat, di mana, kapan."))
    rahasia = BooleanField(SECRET)
