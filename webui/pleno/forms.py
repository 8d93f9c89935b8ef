"""A pleno: who sat there, which position each took, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.engine.meeting import needed, quorum
from casework.services.acts.review import allegations
from casework.services.acts.review.pleno import Decision, Pleno, Seat
from webui.cases.people_page import PartyLine
from webui.core.fields import Hour, Line, Pick, Prose, Radio
from webui.core.forms import CaseForm
from webui.core.options import Options, options
from webui.core.times import aware
from webui.review.allegation_slots import Fields, slots
from webui.review.article_choices import Articles
from webui.review.respondents_form import Results, result_fields

HERE, AWAY = "ya", "tidak"
VIEWS = {"setuju": _("Setuju"), "tidak_setuju": _("Tidak setuju"), "abstain": _("Abstain")}


@dataclass(frozen=True)
class Member:
    """An officer of the office who may sit in a pleno or take its notes."""

    id: int
    name: str


@dataclass(frozen=True)
class Attendance:
    """How many are there, and how they stand; quorum is more than half.

    `open`: how many are there whose position is not told yet.
    """

    here: int
    all: int
    yes: int
    no: int
    rest: int
    open: int

    @property
    def quorum(self) -> bool:
        """Are more than half of the members there?"""
        return quorum(self.here, self.all)

    @property
    def needed(self) -> int:
        """How many must be there, for the page's script."""
        return needed(self.all)


class SeatsForm(CaseForm):
    """Who was there and which position each took; its fields are those of ``seats``."""

    members: ClassVar[tuple[Member, ...]] = ()

    alasan = Prose(_("Pertimbangan"), limit=4000)
    mayoritas = BooleanField(
        _("Sikap sudah diperiksa; keputusan ini dicatat walaupun yang setuju tidak lebih banyak")
    )

    def attendance(self) -> Attendance:
        """The meeting as it is filled in so far."""
        here = [one for one in self.members if self[f"hadir-{one.id}"].data == HERE]
        views = Counter(self[f"sikap-{one.id}"].data or "" for one in here)
        return Attendance(
            len(here),
            len(self.members),
            views["setuju"],
            views["tidak_setuju"],
            views["abstain"],
            views[""],
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Attendance of everybody, and a position of everybody who was there, are said."""
        fine: bool = super().validate(extra_validators)
        for member in self.members:
            here, view = self[f"hadir-{member.id}"], self[f"sikap-{member.id}"]
            if here.data not in (HERE, AWAY):
                here.errors, fine = [_t("Isi kehadiran %(name)s.", name=member.name)], False
            elif here.data == HERE and not view.data:
                view.errors, fine = [_t("Isi sikap %(name)s.", name=member.name)], False
        return fine

    def seated(self) -> tuple[Seat, ...]:
        """The members as the service wants them."""
        return tuple(
            Seat(
                member.id,
                member.name,
                here := self[f"hadir-{member.id}"].data == HERE,
                (self[f"sikap-{member.id}"].data or "") if here else "",
            )
            for member in self.members
        )


class PlenoForm(SeatsForm):
    """The meeting; built for the members of one office by ``pleno_form``."""

    waktu = Hour(_("Rapat dibuka"))
    selesai = Hour(_("Rapat ditutup"))
    notulis = Pick(_("Notulis"))
    nomor = Line(
        _("Nomor berita acara"),
        limit=100,
        hint=_("Menurut buku kantor. Kosong berarti ditulis tangan pada berita acara."),
    )

    def pleno(self) -> Pleno:
        """The meeting as the service wants it."""
        held_at: datetime = aware(self.waktu.data)
        return Pleno(
            held_at=held_at,
            seats=self.seated(),
            reason=self.alasan.data or "",
            acknowledged=bool(self.mayoritas.data),
            closed_at=aware(self.selesai.data),
            note_taker_id=int(self.notulis.data),
            number=self.nomor.data or "",
        )


def seats(members: Sequence[Member]) -> dict[str, object]:
    """Two fields a member: present, and position; both begin empty."""
    fields: dict[str, object] = {"members": tuple(members)}
    presence = [(HERE, _("Hadir")), (AWAY, _("Tidak hadir"))]
    for member in members:
        fields[f"hadir-{member.id}"] = Radio(
            _("Kehadiran %(name)s", name=member.name), choices=options(presence), required=False
        )
        fields[f"sikap-{member.id}"] = Radio(
            _("Sikap %(name)s", name=member.name), choices=options(VIEWS), required=False
        )
    return fields


def pleno_form(members: Sequence[Member], note_takers: Sequence[Member]) -> PlenoForm:
    """The form for a meeting of these members; nothing is told of anybody beforehand."""
    form_class = type("OfficePlenoForm", (PlenoForm,), seats(members))
    form: PlenoForm = form_class()
    form.notulis.choices = _names(note_takers)
    return form


def _names(people: Sequence[Member]) -> Options:
    return options([(str(one.id), one.name) for one in people], empty=True)


class Decided(Results):
    """Mixed into a form that decides about allegations."""

    def decisions(self) -> dict[int, list[Decision]]:
        """The result of every allegation, of every respondent that has one."""
        return {
            party_id: [
                Decision(*(self.result(one.key, part) for part in ("hasil", "pasal", "alasan")))
                for one in ones
            ]
            for party_id, ones in self.judged()
        }


class DecisionForm(Decided, PlenoForm):
    """Meeting and results; built for one case by ``decision_form``."""

    tanpa_gakkumdu = Prose(
        _("Alasan memutus tanpa pembahasan kedua"),
        limit=2000,
        hint=_(
            "Hanya bila pleno memutuskan tindak pidana. Alasan ini tampil pada perkara dan berita "
            "acara pleno, dan diberitahukan kepada supervisor."
        ),
    )


def decision_form(
    members: Sequence[Member],
    parties: Sequence[PartyLine],
    articles: Articles,
    proposed: Mapping[str, str],
    fields: Fields | None = None,
    *,
    note_takers: Sequence[Member],
) -> DecisionForm:
    """The decision of one case, filled with what the kajian proposes.

    With ``fields`` it is filled with them instead of what was sent.
    """
    places = slots(parties, proposed, fields)
    asked = {party.id: 1 for party in parties} | allegations.counted(proposed)
    parts = {
        **seats(members),
        **result_fields(parties, places, articles, proposed, fields),
        "asked": asked,
    }
    form_class = type("CaseDecisionForm", (DecisionForm,), parts)
    given = {} if fields is None else {"formdata": fields}
    form: DecisionForm = form_class(data=dict(proposed), **given)
    form.notulis.choices = _names(note_takers)
    return form
