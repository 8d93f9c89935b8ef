"""A discussion in the Sentra Gakkumdu, the assignment letter, and the file for the police."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.engine.papers.crime_file import Assigned
from casework.models.gakkumdu import Institution
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.review.discussions import Attendant, Told
from casework.services.cases.discussions import HELD
from webui.core import labels
from webui.core.fields import Hour, Line, Prose, Radio, Ticks
from webui.core.forms import CaseForm
from webui.core.options import options
from webui.core.times import aware, wall_now

_PEOPLE = _("Satu orang satu baris: nama, titik koma, lalu jabatan.")
_WORDS = _("Dengan kata-kata unsur itu sendiri; kosongkan bila unsur itu tidak hadir.")


class DiscussionForm(CaseForm):
    """One discussion; built by ``discussion_form`` with two fields an institution."""

    aliases = dict.fromkeys(HELD.values(), "waktu")

    waktu = Hour(_("Waktu pembahasan"))
    tempat = Line(_("Tempat pembahasan"), required=True)
    ketidakhadiran = Prose(
        _("Alasan ketidakhadiran"),
        limit=1000,
        hint=_("Hanya bila ada unsur yang tidak hadir."),
    )
    kesimpulan = Radio(_("Kesimpulan pembahasan"), choices=options(labels.DISCUSSED))
    penjelasan = Prose(_("Penjelasan kesimpulan"), required=True, limit=4000)

    def told(self) -> Told:
        """The discussion as the service wants it; only after validation."""
        return Told(
            held_at=aware(self.waktu.data),
            place=self.tempat.data or "",
            people={one: _people(self[f"hadir-{one}"].data or "") for one in Institution},
            opinions={one: self[f"pendapat-{one}"].data or "" for one in Institution},
            conclusion=self.kesimpulan.data or "",
            explanation=self.penjelasan.data or "",
            absence=self.ketidakhadiran.data or "",
        )


def discussion_form(place: str) -> DiscussionForm:
    """The form, with the place the office usually meets at."""
    fields: dict[str, object] = {}
    for one in Institution:
        name = labels.INSTITUTIONS[one]
        fields[f"hadir-{one}"] = Prose(
            _("Yang hadir dari %(institution)s", institution=name), limit=4000, hint=_PEOPLE
        )
        fields[f"pendapat-{one}"] = Prose(
            _("Pendapat %(institution)s", institution=name), limit=6000, hint=_WORDS
        )
    form_class = type("OfficeDiscussionForm", (DiscussionForm,), fields)
    form: DiscussionForm = form_class(data={"waktu": wall_now(), "tempat": place})
    return form


class AssignmentForm(CaseForm):
    """Who is assigned, and to what."""

    petugas = Prose(_("Yang ditugaskan"), required=True, limit=4000, hint=_PEOPLE)
    tugas = Prose(
        _("Tugasnya"),
        required=True,
        limit=1000,
        hint=_("Sambungan dari “menugaskan … untuk”, tanpa titik."),
    )

    def people(self) -> tuple[Assigned, ...]:
        """The people as the service wants them."""
        found = _people(self.petugas.data or "")
        return tuple(Assigned(name=one.name, position=one.position) for one in found)


class CrimeFileForm(CaseForm):
    """The file, item by item; built by ``crime_file_form``."""

    asked: ClassVar[tuple[str, ...]] = ()

    tetap = BooleanField(
        _("Tetap diteruskan tanpa isi yang wajib; alasannya dicatat dan supervisor diberi tahu")
    )

    def filled(self) -> Mapping[str, Filled]:
        """What was said of each item, only after validation."""
        return {
            item: Filled(self[f"bukti-{item}"].data or (), self[f"alasan-{item}"].data or "")
            for item in self.asked
        }


def crime_file_form(
    items: Sequence[tuple[str, str]], evidence: Sequence[tuple[int, str]]
) -> CrimeFileForm:
    """The form for the items that the case itself does not bring, by id and title."""
    fields: dict[str, object] = {"asked": tuple(item for item, _title in items)}
    for item, _title in items:
        fields[f"bukti-{item}"] = Ticks(
            _("Berkasnya di antara bukti perkara"), coerce=int, choices=options(evidence)
        )
        fields[f"alasan-{item}"] = Prose(_("Alasan tidak ada"), limit=1000)
    form_class = type("CaseCrimeFileForm", (CrimeFileForm,), fields)
    form: CrimeFileForm = form_class()
    return form


def _people(text: str) -> tuple[Attendant, ...]:
    lines = (line.partition(";") for line in text.splitlines() if line.strip())
    return tuple(Attendant(name.strip(), position.strip()) for name, _semicolon, position in lines)
