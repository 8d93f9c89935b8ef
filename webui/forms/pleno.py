"""A pleno: who sat there, which position each took, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.engine.meeting import needed, quorum
from casework.services.acts.review.pleno import Pleno, Seat
from webui import labels
from webui.forms.base import CaseForm
from webui.forms.fields import Hour, Pick, Prose
from webui.forms.options import options
from webui.times import aware, wall_now


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
