"""The pleno's decision: the meeting, and a result for every respondent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casework.services.pleno import Decision
from webui.forms.pleno import Member, PlenoForm, seats
from webui.forms.respondents import Articles, Results, result_fields
from webui.pages.people import PartyLine
from webui.times import wall_now


class DecisionForm(Results, PlenoForm):
    """Meeting and results; built for one case by ``decision_form``."""

    drafted = True

    def decisions(self) -> dict[int, list[Decision]]:
        """The result of every respondent that has one."""
        return {
            party.id: [
                Decision(
                    self.result(party.id, "hasil"),
                    self.result(party.id, "pasal"),
                    self.result(party.id, "alasan"),
                )
            ]
            for party in self.parties
            if self.result(party.id, "hasil")
        }


def decision_form(
    members: Sequence[Member],
    parties: Sequence[PartyLine],
    articles: Articles,
    proposed: Mapping[str, str],
) -> DecisionForm:
    """The decision of one case, filled with what the kajian proposes."""
    fields = {**seats(members), **result_fields(parties, articles)}
    form_class = type("CaseDecisionForm", (DecisionForm,), fields)
    present = {f"hadir-{member.id}": True for member in members}
    form: DecisionForm = form_class(data={**proposed, **present, "waktu": wall_now()})
    return form
