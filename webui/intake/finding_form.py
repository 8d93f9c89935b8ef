"""The doors beside the report: early information, and a finding of the supervisors."""

from __future__ import annotations

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import FieldList, FormField

from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import Opening
from casework.services.cases.record.identity import Person
from webui.core.fields import Hour, Line
from webui.core.forms import CaseForm
from webui.core.options import options
from webui.core.times import maybe
from webui.intake.forms import IntakeForm, RespondentRow

_SOURCE_HINT = _("Jangan menulis nama orang yang minta dirahasiakan.")


class TellingForm(IntakeForm):
    """What is asked at every door without a reporter: the same event, people and files."""

    drafted = True

    jenis_pelapor = None  # type: ignore[assignment]  # WTForms: None takes a field away
    pelapor = None  # type: ignore[assignment]  # WTForms: None takes a field away
    tanggal_diketahui = None  # type: ignore[assignment]  # WTForms: None takes a field away
    diterima_pada = None  # type: ignore[assignment]  # WTForms: None takes a field away
    alasan_diterima = None  # type: ignore[assignment]  # WTForms: None takes a field away

    def reporters(self) -> tuple[Person, ...]:
        """Nobody: there is no report."""
        return ()

    def telling(self) -> Opening:
        """What was typed."""
        source, moment = self.named
        return Opening(
            key=self.kunci.data or "",
            election=self.pemilihan.data or "",
            event_what=self.peristiwa.data or "",
            event_place=self.tempat.data or "",
            event_region=self.wilayah.form.code,
            event_point=self.wilayah.form.titik.data or "",
            event_date=self.tanggal_kejadian.data,
            account=self.uraian.data or "",
            source=self[source].data or "",
            at=maybe(self[moment].data),
            respondents=self.respondents(),
            witnesses=self.witnesses(),
            evidence=self.kept,
            title=self.judul.data or "",
            suspects_crime=bool(self.dugaan_pidana.data),
            stage_reason=self.alasan_tahapan.data or "",
        )

    named: ClassVar[tuple[str, str]]
    """Its fields for the source and for the moment that starts the clock."""


class FindingForm(TellingForm):
    """A suspected violation that the supervisors found themselves."""

    aliases: ClassVar[dict[str, str]] = {**IntakeForm.aliases, "sumber": "laporan_pengawasan"}
    named = ("laporan_pengawasan", "ditemukan")
    laporan_pengawasan = Line(
        _("Nomor dan tanggal laporan hasil pengawasan (Form A)"), required=True, limit=500,
        hint=_SOURCE_HINT,
    )  # fmt: skip
    ditemukan = Hour(
        _("Waktu ditemukan"), hint=_("Batas penetapan temuan dihitung dari waktu ini.")
    )


class InformationForm(TellingForm):
    """Something the office heard of, to be traced; nobody need be named yet."""

    named = ("sumber", "penelusuran_dimulai")
    sumber = Line(
        _("Asal informasi"), required=True, limit=500,
        hint=_(
            "Lisan, tertulis, atau media elektronik. Jangan menulis nama yang minta dirahasiakan."
        ),
    )  # fmt: skip
    penelusuran_dimulai = Hour(
        _("Waktu penelusuran dimulai"), hint=_("Batas penelusuran dihitung dari waktu ini.")
    )
    terlapor = FieldList(FormField(RespondentRow), min_entries=0, max_entries=200)


class ProposalForm(CaseForm):
    """What the tracing found, for the pleno; respondents are added to those of the case."""

    aliases: ClassVar[dict[str, str]] = {"sumber": "laporan_pengawasan"}
    drafted = True

    ditemukan = Hour(
        _("Waktu ditemukan"), hint=_("Batas penetapan temuan dihitung dari waktu ini.")
    )
    laporan_pengawasan = Line(
        _("Nomor dan tanggal laporan hasil pengawasan (Form A)"), required=True, limit=500,
        hint=_SOURCE_HINT,
    )  # fmt: skip
    terlapor = FieldList(FormField(RespondentRow), min_entries=0, max_entries=200)

    def offer(self, regions: list[tuple[str, str]]) -> None:
        """Fill the list that comes from the law."""
        self.regions = options(regions, empty=True)
        for row in self.terlapor.entries:
            row.form.region.choices = self.regions

    def add_row(self) -> None:
        """One more respondent."""
        rows: FieldList[Any] = self.terlapor
        if len(rows.entries) < (rows.max_entries or 200):
            rows.append_entry()
            rows.entries[-1].form.region.choices = self.regions

    def respondents(self) -> tuple[Respondent, ...]:
        """Every respondent row."""
        return tuple(row.form.respondent() for row in self.terlapor.entries)
