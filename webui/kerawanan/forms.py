"""Forms of the vulnerability map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, Form, FormField, IntegerField
from wtforms.validators import NumberRange

from casework.engine.kerawanan import IndexEdition, Indicator, Step
from casework.services.kerawanan.rounds import MOST_TIMES, Filled
from casework.services.kerawanan.tasks import FORMS
from webui.core.fields import Day, Hour, Line, Pick, Prose, Radio, Ticks, needed
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.options import Options, options


def key(value: Any) -> int | None:
    """A number of a choice; None where none was made."""
    return int(value) if value not in (None, "", "None") else None


def steps(found: Sequence[Step]) -> Options:
    """A scale as choices: number, name and what it means."""
    return options(
        (
            (one.id, f"{one.id} {one.title}" + (f": {one.hint}" if one.hint else ""))
            for one in found
        ),
        indonesian=True,
    )


class OpenForm(TaskForm):
    """A round that is to be opened."""

    judul = Line(_l("Judul putaran"), required=True, limit=120)
    edisi = Pick(_l("Edisi"))
    sejak = Day(
        _l("Kejadian dihitung sejak"), hint=_l("Biasanya awal siklus pemilihan yang terakhir.")
    )
    sampai = Hour(_l("Diisi paling lambat"))
    kantor = Ticks(_l("Kantor yang mengisi"), coerce=int)


class ItemForm(Form):
    """One item: what happened, what is likely now, and what is proposed."""

    jumlah = IntegerField(
        _l("Jumlah kejadian lain"), [needed(False), NumberRange(0, MOST_TIMES)], default=0
    )
    tingkat = Pick(_l("Tingkat kejadian"), required=False, coerce=key)
    mungkin = Radio(_l("Seberapa mungkin sekarang?"), required=False, coerce=key)
    alasan = Prose(_l("Alasan, satu atau dua kalimat"), limit=1000)
    bukti = Line(_l("Bukti: nomor LHP, perkara, surat, atau tautan"), limit=300)
    bentuk = Pick(_l("Usul pencegahan: bentuknya"), required=False)
    usul = Line(_l("Apa yang akan dilakukan"), limit=300)
    pilih = BooleanField(_l("Beri tugas pencegahan meskipun bukan peringatan"))


class AnswersForm(TaskForm):
    """The items of one page."""

    drafted = True
    butir = FieldList(FormField(ItemForm))

    def __init__(
        self, edition: IndexEdition, items: Sequence[Indicator], told: Sequence[Filled]
    ) -> None:
        # What is refused is named by the number of the item, the fields by their place.
        self.items = items
        super().__init__(data={"butir": [_typed(one) for one in told]})
        self.aliases = {  # type: ignore[misc]  # of these items, not of the class
            f"{one.id}.{name}": f"butir-{place}-{name}"
            for place, one in enumerate(items)
            for name in ("jumlah", "tingkat", "mungkin", "alasan", "bukti", "bentuk", "usul")
        }
        while len(self.butir) < len(items):
            self.butir.append_entry()
        for entry in self.butir:
            entry.form.tingkat.choices = options((), empty=True) + steps(edition.levels)
            entry.form.mungkin.choices = steps(edition.likelihoods)
            entry.form.bentuk.choices = options(FORMS.items(), empty=True)

    @property
    def filled(self) -> list[Filled]:
        """What was typed, item by item."""
        return [
            Filled(
                one.id,
                entry.form.jumlah.data or 0,
                entry.form.tingkat.data,
                entry.form.mungkin.data,
                entry.form.alasan.data or "",
                entry.form.bukti.data or "",
                entry.form.bentuk.data or "",
                entry.form.usul.data or "",
                bool(entry.form.pilih.data),
            )
            for one, entry in zip(self.items, self.butir, strict=False)
        ]


def _typed(one: Filled) -> dict[str, object]:
    return {
        "jumlah": one.times, "tingkat": one.level, "mungkin": one.likelihood, "alasan": one.reason,
        "bukti": one.proof, "bentuk": one.prevention, "usul": one.proposal, "pilih": one.chosen,
    }  # fmt: skip


class AskForm(TaskForm):
    """What the province wants to know before it takes the answers."""

    drafted = True
    tanya = Prose(_l("Yang ditanyakan"), required=True, limit=1000)


class CloseForm(TaskForm):
    """The end of a round."""

    drafted = True
    alasan = Prose(
        _l("Alasan"),
        limit=500,
        hint=_l("Wajib bila ada kantor yang belum mengirim: mengapa ditutup tanpa jawabannya."),
    )


class EventForm(TaskForm):
    """Something that happened."""

    indikator = Pick(_l("Indikator"))
    tanggal = Day(_l("Tanggal kejadian"))
    tempat = Line(_l("Tempat"), required=True, hint=_l("Desa atau kecamatan; tanpa nama orang."))
    jumlah = IntegerField(
        _l("Jumlah kejadian"), [needed(True), NumberRange(1, MOST_TIMES)], default=1
    )
    tingkat = Radio(_l("Tingkat kejadian"), coerce=key)
    sumber = Pick(_l("Sumber"))
    rujukan = Line(_l("Nomor LHP atau surat, atau alamat berita"), required=True, limit=300)


class RefuseEventForm(TaskForm):
    """Why an event that was entered does not count."""

    drafted = True
    alasan = Prose(_l("Mengapa tidak dihitung"), required=True, limit=300)


class PlanForm(TaskForm):
    """A prevention task."""

    bentuk = Pick(_l("Bentuk pencegahan"))
    kegiatan = Line(_l("Kegiatan"), required=True, limit=300)
    pemilik = Pick(_l("Pemilik tugas"), coerce=key)
    sampai = Day(_l("Selesai paling lambat"))
    mitra = Line(_l("Mitra"), hint=_l("Misalnya KPU, Panwascam, Polres, kampus."))


class FinishForm(TaskForm):
    """What came of a task."""

    drafted = True
    tanggal = Day(_l("Dilaksanakan pada"))
    tempat = Line(_l("Tempat"), required=True)
    hasil = Prose(_l("Hasil, uraian singkat"), required=True, limit=2000)
    berkas = Attachment(_l("Foto atau dokumen"), known=True)


class DropForm(TaskForm):
    """Why a task is called off."""

    drafted = True
    alasan = Prose(_l("Mengapa dibatalkan"), required=True, limit=500)
