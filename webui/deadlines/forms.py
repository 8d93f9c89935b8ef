"""When something begins, where, and what is taken to happen then: a question, not an act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from casework.engine.edition import Edition
from casework.engine.forecast import Chosen, decisions, detours, doors
from casework.engine.law import Law
from webui.core import labels, law_labels
from webui.core.fields import Hour, Pick, Ticks
from webui.core.forms import TaskForm
from webui.core.options import options


class ForecastForm(TaskForm):
    """The question lives in the address, so it can be kept, sent and printed."""

    class Meta:
        """It changes nothing, so nobody can be tricked into sending it."""

        csrf = False

    rezim = Pick(_l("Rezim"))
    kantor = Pick(_l("Kantor"))
    pintu = Pick(_l("Dimulai dengan"), required=False)
    waktu = Hour(
        _l("Tanggal dan jam"), hint=_l("Menurut jam kantor itu; boleh lampau atau akan datang.")
    )
    melalui = Ticks(_l("Melalui tahap"))
    diperpanjang = Ticks(_l("Diperpanjang"))
    anggap = Ticks(_l("Anggap terjadi"))

    @property
    def at(self) -> datetime:
        """The moment that was typed; only after validation."""
        if self.waktu.data is None:
            raise TypeError("the moment was read before it was validated")
        return self.waktu.data

    @property
    def chosen(self) -> Chosen:
        """What was ticked."""
        return Chosen(*(frozenset(one.data or ()) for one in self._ticks))

    @property
    def _ticks(self) -> tuple[Ticks, ...]:
        return self.melalui, self.diperpanjang, self.anggap

    def forget(self) -> None:
        """Offer nothing that depends on an edition: there is none to ask."""
        self.pintu.choices, self.pintu.data = [], None
        for field in self._ticks:
            _offer(field, ())

    def offer(self, edition: Edition) -> None:
        """Offer what this edition knows; what was ticked under another one is forgotten."""
        found = doors(edition)
        self.pintu.choices = options((act.id, labels.act(act.id, act.label)) for act in found)
        asked = (self.pintu.raw_data or [""])[0]
        self.pintu.data = asked if asked in {act.id for act in found} else found[0].id
        door = edition.acts[self.pintu.data]
        _offer(self.melalui, ((one, labels.word(labels.STAGES, one, edition.stages[one].title))
                              for one in detours(edition, door)))  # fmt: skip
        _offer(
            self.diperpanjang,
            (
                (rule.id, labels.law_title(rule.title))
                for rule in edition.deadlines.values()
                if rule.extension
            ),
        )
        _offer(
            self.anggap,
            (
                (one, labels.law_title(edition.facts[one].title))
                for one in sorted(decisions(edition))
            ),
        )


def _offer(field: Ticks, choices: Iterable[tuple[str, Any]]) -> None:
    offered = dict(choices)
    field.choices = options(offered)
    field.data = [one for one in field.raw_data or [] if one in offered]


def forecast_form(law: Law, asked: MultiDict[str, str], office: str, now: datetime) -> ForecastForm:
    """The form as asked; where the address leaves something open, this office and this minute."""
    given = MultiDict(asked)
    given.setdefault("rezim", next(iter(law.editions.values())).regime)
    given.setdefault("kantor", office if office in law.offices else next(iter(law.offices)))
    given.setdefault("waktu", f"{now:%Y-%m-%dT%H:%M}")
    form = ForecastForm(formdata=given)
    regimes = sorted({edition.regime for edition in law.editions.values()})
    form.rezim.choices = options((one, labels.word(law_labels.REGIMES, one)) for one in regimes)
    form.kantor.choices = options((one.code, one.name) for one in law.offices.values())
    form.forget()
    return form
