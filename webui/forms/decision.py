"""The pleno's decision: the meeting, and a result for every allegation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casework.services.acts.review import allegations
from casework.services.acts.review.pleno import Decision
from webui.forms.pleno import Member, PlenoForm, seats
from webui.forms.respondents import Articles, Results, result_fields
from webui.forms.slots import Fields, slots
from webui.pages.people import PartyLine
from webui.times import wall_now


class DecisionForm(Results, PlenoForm):
    """Meeting and results; built for one case by ``decision_form``."""

    drafted = True

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
    parts = {**seats(members), **result_fields(parties, places, articles), "asked": asked}
    form_class = type("CaseDecisionForm", (DecisionForm,), parts)
    present = {f"hadir-{member.id}": True for member in members}
    given = {} if fields is None else {"formdata": fields}
    form: DecisionForm = form_class(data={**proposed, **present, "waktu": wall_now()}, **given)
    return form
