"""Clarification: invitations, minutes of questions and answers, absences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar

from flask import request
from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Field, FieldList, Form, FormField, HiddenField, IntegerField
from wtforms.validators import NumberRange, StopValidation

from casework.engine.planner import REMOTE
from casework.services.acts.clarification.planning import Chosen, Wanted
from casework.services.cases.minutes import Minutes
from webui.core import labels
from webui.core.fields import Hour, Line, Pick, Prose, Radio, Ticks
from webui.core.forms import CaseForm, TaskForm
from webui.core.options import options
from webui.core.times import aware


class InviteForm(CaseForm):
    """Who is invited, when and where."""

    pihak = Ticks(_("Pihak yang diundang"), coerce=int)
    waktu = Hour(_("Waktu klarifikasi"))
    tempat = Line(_("Tempat klarifikasi"), required=True)
    alasan = Prose(
        _("Alasan waktunya"),
        limit=500,
        hint=_("Hanya bila di luar jam kantor atau lebih dekat dari jarak undangan kantor."),
    )


class AnswerRow(Form):
    """One question and its answer."""

    tanya = Prose(_("Pertanyaan"), limit=2000)
    jawab = Prose(_("Jawaban"), limit=8000)


class MinutesForm(CaseForm):
    """The berita acara of one session; `tutup` is the button that ends the clarification too."""

    tutup = HiddenField()

    waktu = Hour(_("Klarifikasi dimulai"))
    pemeriksa = Ticks(
        _("Yang melakukan klarifikasi"),
        coerce=int,
        description=_("Semua yang dicentang menandatangani berita acara."),
    )
    identitas = Line(
        _("Identitas yang ditunjukkan"),
        hint=_("Misalnya KTP-el. Kosong berarti tidak diminta, dan tidak dicetak."),
    )
    kewarganegaraan = Line(
        _("Kewarganegaraan"),
        limit=60,
        hint=_("Hanya bila ditanyakan. Kosong berarti tidak ditanyakan, dan tidak dicetak."),
    )
    sumpah = Pick(
        _("Sumpah atau janji"),
        choices=options(labels.OATHS, empty=True),
        hint=_("Yang sungguh terjadi; dicetak pada berita acara dan formulir sumpah."),
    )
    pengambil = Line(
        _("Nama yang mengambil sumpah atau janji"),
        when=_("wajib bila sumpah atau janji diucapkan"),
        hint=_("Disimpan tersegel bersama berita acara."),
    )
    jabatan_pengambil = Line(
        _("Jabatan pengambil sumpah"),
        when=_("wajib bila sumpah atau janji diucapkan"),
        hint=_("Misalnya rohaniwan, atau jabatan di kantor ini."),
    )
    kuasa = Radio(
        _("Kuasa hukum"),
        choices=options([("ya", _("Didampingi")), ("tidak", _("Tidak didampingi"))]),
    )
    nama_kuasa = Line(_("Nama kuasa hukum"), hint=_("Disimpan tersegel bersama berita acara."))
    tanya_jawab = FieldList(FormField(AnswerRow), min_entries=3, max_entries=100)
    tanda_tangan = Radio(
        _("Penandatanganan"),
        choices=options([("ya", _("Ditandatangani")), ("tidak", _("Menolak menandatangani"))]),
    )
    dibacakan = Radio(
        _("Berita acara dibacakan kembali kepada yang diklarifikasi"),
        choices=options([("ya", _("Dibacakan")), ("tidak", _("Tidak dibacakan"))]),
    )
    catatan = Prose(_("Catatan"), limit=2000, when=_("wajib bila menolak menandatangani"))

    _places: ClassVar[dict[str, str]] = {"tanya": "tanya", "jawab": "jawab"}

    def validate(self, extra_validators: Any = None) -> bool:
        """Somebody asked the questions."""
        fine: bool = super().validate(extra_validators)
        if not self.pemeriksa.data and not self.pemeriksa.errors:
            self.pemeriksa.errors = [_t("Centang paling sedikit satu petugas.")]
            return False
        return fine

    def find(self, path: str) -> Field | None:
        """The service counts answered rows; the page may have empty ones between them."""
        part, _dash, index = path.partition("-")
        rows = self._filled()
        if part in self._places and index.isdigit() and rows:
            return rows[min(int(index), len(rows) - 1)].form[part]
        if part in self._places:
            return self.tanya_jawab.entries[0].form[part]
        return super().find(path)

    def ask(self, questions: Sequence[str]) -> None:
        """Put questions into the rows that are empty, then into new ones."""
        free = [one for one in self.tanya_jawab if not (one.form.tanya.data or one.form.jawab.data)]
        for text in questions:
            row = free.pop(0) if free else self.tanya_jawab.append_entry()
            row.form.tanya.data = text

    def _filled(self) -> list[FormField[AnswerRow]]:
        return [
            row for row in self.tanya_jawab.entries if row.form.tanya.data or row.form.jawab.data
        ]

    def minutes(self) -> Minutes:
        """The minutes as the service wants them; rows left empty are left out."""
        return Minutes(
            held_at=aware(self.waktu.data),
            answers=tuple(
                (row.form.tanya.data or "", row.form.jawab.data or "") for row in self._filled()
            ),
            oath=self.sumpah.data or "",
            counsel=self.kuasa.data == "ya",
            signed=self.tanda_tangan.data == "ya",
            note=self.catatan.data or "",
            counsel_name=self.nama_kuasa.data or "",
            read=self.dibacakan.data == "ya",
            examiners=tuple(self.pemeriksa.data or ()),
            citizenship=self.kewarganegaraan.data or "",
            proof_of_identity=self.identitas.data or "",
            sworn_by=self.pengambil.data or "",
            sworn_as=self.jabatan_pengambil.data or "",
        )


class AbsenceForm(CaseForm):
    """Why the invited person did not come, and how that person knew of the session."""

    alasan = Prose(_("Keterangan ketidakhadiran"), required=True, limit=1000)
    diberi_tahu = Prose(
        _("Cara orang itu diberi tahu"),
        limit=2000,
        when=_("wajib bila penyampaian undangan belum tercatat"),
        hint=_("Siapa yang memberi tahu, kapan, dan bagaimana. Dimuat dalam berita acara."),
    )
    aliases = {"sesi": "alasan"}  # noqa: RUF012 - declared on the base


class CallOffForm(CaseForm):
    """Why a session does not take place."""

    alasan = Prose(_("Alasan pembatalan"), required=True, limit=500)
    aliases = {"sesi": "alasan"}  # noqa: RUF012 - declared on the base


MOST_ROOMS = 12


def number(label: Any, least: int, most: int, hint: Any = "") -> IntegerField:
    """A whole number within bounds."""
    text = _("Isi angka bulat dari %(least)s sampai %(most)s.", least=least, most=most)
    return IntegerField(label, [Whole(text), NumberRange(least, most, text)], description=hint)


class Whole:
    """Refuses what is no whole number in Indonesian, once."""

    def __init__(self, text: Any) -> None:
        self.text = text

    def __call__(self, form: object, field: IntegerField) -> None:
        """Check one field."""
        if field.data is None:
            field.errors = []
            raise StopValidation(str(self.text))


class SettingsForm(TaskForm):
    """What the office can: it changes nothing and so lives in the address."""

    class Meta:
        """A question needs no token."""

        csrf = False

    ruang = Line(_("Ruang"), limit=600, hint=_("Pisahkan dengan titik koma."))
    petugas = Ticks(_("Petugas yang memeriksa"), coerce=int, choices=[])
    menit = number(_("Lama sesi (menit)"), 10, 240)
    jeda = number(_("Jeda antarsesi (menit)"), 0, 120)
    jarak = number(_("Jarak undangan (jam)"), 0, 72)
    sisakan = number(_("Sisakan untuk kajian dan pleno (jam)"), 0, 96)
    libur = BooleanField(_("Kantor juga buka pada hari libur"))
    daring = Ticks(_("Didengar melalui daring"), coerce=int, choices=[])

    def wanted(self) -> Wanted:
        """What the plan shall keep to, as the service wants it; only after validation."""
        names = (one.strip() for one in (self.ruang.data or "").split(";"))
        return Wanted(
            rooms=tuple(dict.fromkeys(one[:200] for one in names if one))[:MOST_ROOMS],
            officers=tuple(self.petugas.data or ()),
            length=timedelta(minutes=self.menit.data or 60),
            gap=timedelta(minutes=self.jeda.data or 0),
            notice=timedelta(hours=self.jarak.data or 0),
            reserve=timedelta(hours=self.sisakan.data or 0),
            free_days=bool(self.libur.data),
            video=frozenset(self.daring.data or ()),
        )


def settings_form(
    usual: Wanted, people: Sequence[tuple[int, str]], officers: Sequence[tuple[int, str]]
) -> SettingsForm:
    """The settings of the address, else the office's own."""
    data = {
        "ruang": "; ".join(usual.rooms),
        "petugas": list(usual.officers),
        "menit": minutes(usual.length),
        "jeda": minutes(usual.gap),
        "jarak": minutes(usual.notice) // 60,
        "sisakan": minutes(usual.reserve) // 60,
    }
    form = SettingsForm(formdata=request.args if "menit" in request.args else None, data=data)
    form.petugas.choices = options(officers)
    form.daring.choices = options(people)
    return form


def minutes(length: timedelta) -> int:
    """Whole minutes of a length."""
    return int(length.total_seconds() // 60)


class PlanForm(CaseForm):
    """The sessions; built by ``plan_form`` with ``ikut``, ``jam``, ``ruang``, ``petugas`` each."""

    aliases: ClassVar[dict[str, str]] = {"tempat": "", "waktu": "", "pihak": ""}
    people: ClassVar[tuple[int, ...]] = ()

    keadaan = Line(
        _("Keadaan tertentu untuk sesi daring"),
        hint=_("Hanya bila ada sesi daring; tertulis dalam undangan."),
    )

    def chosen(self) -> list[Chosen]:
        """The ticked sessions; only after validation."""
        return [
            Chosen(
                party,
                aware(self[f"jam-{party}"].data),
                "" if self[f"ruang-{party}"].data == VIDEO else self[f"ruang-{party}"].data,
                int(self[f"petugas-{party}"].data),
            )
            for party in self.people
            if self[f"ikut-{party}"].data
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """A ticked session has an hour, a room and an officer."""
        fine: bool = super().validate(extra_validators)
        for party in self.people if fine else ():
            if not self[f"ikut-{party}"].data:
                continue
            for name in ("jam", "ruang", "petugas"):
                field = self[f"{name}-{party}"]
                if not field.data:
                    field.errors = [_t("Isi jam, ruang, dan petugas sesi yang dicentang.")]
                    fine = False
        return fine


VIDEO = "daring"


def plan_form(
    people: Sequence[int],
    rooms: Sequence[str],
    officers: Sequence[tuple[int, str]],
    proposed: Mapping[str, object],
    *,
    video: bool,
) -> PlanForm:
    """A row for everybody who can be invited, filled with the plan."""
    fields: dict[str, Any] = {"people": tuple(people)}
    places = [(one, one) for one in rooms] + ([(VIDEO, _("daring"))] if video else [])
    for party in people:
        fields[f"ikut-{party}"] = BooleanField(_("Undang"))
        fields[f"jam-{party}"] = Hour(_("Waktu"), required=False)
        fields[f"ruang-{party}"] = Pick(
            _("Ruang"), choices=options(places, empty=True), required=False
        )
        fields[f"petugas-{party}"] = Pick(
            _("Petugas"),
            choices=options([(str(key), name) for key, name in officers], empty=True),
            required=False,
        )
    form: PlanForm = type("CasePlanForm", (PlanForm,), fields)(data=dict(proposed))
    return form


def room_value(room: str) -> str:
    """What the list of rooms holds for a proposed room."""
    return VIDEO if room == REMOTE else room
