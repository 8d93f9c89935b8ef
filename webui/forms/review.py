"""The kajian: facts, analysis, conclusion, and a proposal for every allegation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import HiddenInput

from casework.engine.matrix import Element, Tally
from casework.errors import BadInput
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from webui.forms.base import CaseForm
from webui.forms.fields import Plain, Prose
from webui.forms.respondents import Articles, Results, result_fields
from webui.forms.slots import Fields, slots
from webui.pages.people import PartyLine


class MatrixField(StringField):
    """The matrix of one allegation, carried along as JSON; its own page fills it."""

    widget = HiddenInput()

    def __init__(self, **more: Any) -> None:
        super().__init__(_("Unsur dan bukti"), [Optional(), Plain(100_000)], **more)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The rows; raises BadInput where they cannot be read."""
        return review.read(self.data or "")

    def post_validate(self, form: object, validation_stopped: bool) -> None:
        """Refuse what is no matrix."""
        try:
            _rows = self.elements
        except BadInput as refusal:
            self.data = ""
            raise ValidationError(str(refusal)) from refusal


class ReviewForm(Results, CaseForm):
    """The kajian of one case; built by ``review_form``."""

    drafted = True
    of_article: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    fakta = Prose(_("Fakta dan keterangan"), required=True, limit=50_000)
    analisis = Prose(_("Analisis"), required=True, limit=50_000)
    kesimpulan = Prose(_("Kesimpulan"), required=True, limit=50_000)

    def elements(self, key: str) -> tuple[Element, ...]:
        """The matrix of an allegation for the chosen article: each of its elements has a row."""
        kept = self[f"unsur-{key}"].elements
        return review.for_article(kept, self.result(key, "pasal"), self.of_article)

    def tally(self, key: str) -> Tally:
        """How a matrix stands, for showing; one that cannot be read counts as none."""
        try:
            return Tally(self.elements(key))
        except BadInput:
            return Tally(())

    def kajian(self) -> Kajian:
        """The kajian as the service wants it."""
        return Kajian(
            facts=self.fakta.data or "",
            analysis=self.analisis.data or "",
            conclusion=self.kesimpulan.data or "",
            proposals={
                party_id: [
                    Proposal(
                        violation_class=self.result(one.key, "hasil"),
                        article=self.result(one.key, "pasal"),
                        elements=self.elements(one.key),
                        reason=self.result(one.key, "alasan"),
                    )
                    for one in ones
                ]
                for party_id, ones in self.judged()
            },
        )


def review_form(
    parties: Sequence[PartyLine],
    articles: Articles,
    before: Mapping[str, str],
    of_article: Mapping[str, tuple[str, ...]],
    fields: Fields | None = None,
) -> ReviewForm:
    """The kajian of one case, filled with the draft or its newest version.

    With ``fields`` it is filled with them instead of what was sent.
    """
    places = slots(parties, before, fields)
    members = {**result_fields(parties, places, articles), "of_article": of_article}
    for one in places:
        members[f"unsur-{one.key}"] = MatrixField()
    form_class = type("CaseReviewForm", (ReviewForm,), members)
    given = {} if fields is None else {"formdata": fields}
    form: ReviewForm = form_class(data=dict(before), **given)
    return form
