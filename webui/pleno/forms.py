"""A pleno: who sat there, which position each took, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.engine.meeting import needed, quorum
from casework.services.acts.review import allegations
from casework.services.acts.review.pleno import Decision, Pleno, Seat
from webui.cases.people_page import PartyLine
from webui.core import labels
from webui.core.fields import Hour, Pick, Prose
from webui.core.forms import CaseForm
from webui.core.options import options
from webui.core.times import aware, wall_now
from webui.review.allegation_slots import Fields, slots
from webui.review.article_choices import Articles
from webui.review.respondents_form import Results, result_fields


@dataclass(frozen=True)
class Member:
    """A commissioner of the office."""

    id: int
    name: str


@dataclass(frozen=True)
class Attendance:
    """How many are there, and how they stand; quorum is more than half."""

    here: int
    all: int
    yes: int
    no: int
    rest: int

    @property
    def quorum(self) -> bool:
        """Are more than half of the members there?"""
        return quorum(self.here, self.all)

    @property
    def needed(self) -> int:
        """How many must be there, for the page's script."""
        return needed(self.all)


class PlenoForm(CaseForm):
    """The meeting; built for the members of one office by ``pleno_form``."""

    members: ClassVar[tuple[Member, ...]] = ()

    waktu = Hour(_("Waktu pleno"))
    alasan = Prose(_("Pertimbangan"), limit=4000)
    mayoritas = BooleanField(
        _("Sikap sudah diperiksa; keputusan ini dicatat walaupun yang setuju tidak lebih banyak")
    )

    def attendance(self) -> Attendance:
        """The meeting as it is filled in so far."""
        views = [
            self[f"sikap-{one.id}"].data or "setuju"
            for one in self.members
            if self[f"hadir-{one.id}"].data
        ]
        yes, no = views.count("setuju"), views.count("tidak_setuju")
        return Attendance(len(views), len(self.members), yes, no, len(views) - yes - no)

    def pleno(self) -> Pleno:
        """The meeting as the service wants it."""
        seats = tuple(
            Seat(
                member.id,
                member.name,
                bool(self[f"hadir-{member.id}"].data),
                self[f"sikap-{member.id}"].data or "setuju",
            )
            for member in self.members
        )
        held_at: datetime = aware(self.waktu.data)
        return Pleno(
            held_at=held_at,
            seats=seats,
            reason=self.alasan.data or "",
            acknowledged=bool(self.mayoritas.data),
        )


def seats(members: Sequence[Member]) -> dict[str, object]:
    """Two fields a member: present, and position."""
    fields: dict[str, object] = {"members": tuple(members)}
    for member in members:
        fields[f"hadir-{member.id}"] = BooleanField(_("hadir"))
        fields[f"sikap-{member.id}"] = Pick(
            _("Sikap"), choices=options(labels.POSITIONS), default="setuju"
        )
    return fields


def pleno_form(members: Sequence[Member]) -> PlenoForm:
    """The form for a meeting of these members, everyone present until unticked."""
    form_class = type("OfficePlenoForm", (PlenoForm,), seats(members))
    present = {f"hadir-{member.id}": True for member in members}
    form: PlenoForm = form_class(data={**present, "waktu": wall_now()})
    return form


class DecisionForm(Results, PlenoForm):
    """Meeting and results; built for one case by ``decision_form``."""

    drafted = True

    tanpa_gakkumdu = Prose(
        _("Alasan memutus tanpa pembahasan kedua"),
        limit=2000,
        hint=_(
            "Hanya bila pleno memutuskan tindak pidana. Alasan ini tampil pada perkara dan berita "
            "acara pleno, dan diberitahukan kepada supervisor."
        ),
    )

    def decisions(self) -> dict[int, list[Decision]]:
        """The result of every allegation, of every respondent that has one."""
        return {
            party_id: [
                Decision(*(self.result(one.key, part) for part in ("hasil", "pasal", "alasan")))
                for one in ones
            ]
            for party_id, ones in self.judged()
        }


def decision_form(
    members: Sequence[Member],
    parties: Sequence[PartyLine],
    articles: Articles,
    proposed: Mapping[str, str],
    fields: Fields | None = None,
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
    present = {f"hadir-{member.id}": True for member in members}
    given = {} if fields is None else {"formdata": fields}
    form: DecisionForm = form_class(data={**proposed, **present, "waktu": wall_now()}, **given)
    return form
