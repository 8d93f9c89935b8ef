"""The kajian: facts, analysis, conclusion, and a proposal for every respondent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _

from casework.services.review import Element, Kajian, Proposal
from webui.forms.base import CaseForm
from webui.forms.fields import Prose
from webui.forms.respondents import Articles, Results, result_fields
from webui.pages.people import PartyLine

PROVED_BY = "="
"""Between an element and the evidence that proves it, one element a line."""


class ReviewForm(Results, CaseForm):
    """The kajian of one case; built by ``review_form``."""

    fakta = Prose(_("Fakta dan keterangan"), required=True, limit=50_000)
    analisis = Prose(_("Analisis"), required=True, limit=50_000)
    kesimpulan = Prose(_("Kesimpulan"), required=True, limit=50_000)

    def kajian(self) -> Kajian:
        """The kajian as the service wants it."""
        return Kajian(
            facts=self.fakta.data or "",
            analysis=self.analisis.data or "",
            conclusion=self.kesimpulan.data or "",
            proposals={
                party.id: Proposal(
                    violation_class=self.result(party.id, "hasil"),
                    article=self.result(party.id, "pasal"),
                    elements=read_elements(self.result(party.id, "unsur")),
                    reason=self.result(party.id, "alasan"),
                )
                for party in self.parties
                if self.result(party.id, "hasil")
            },
        )

    def fill_elements(self, of_article: Mapping[str, Sequence[str]]) -> None:
        """Write the elements of each chosen article where none were written yet."""
        for party in self.parties:
            field = self[f"unsur-{party.id}"]
            if not field.data:
                found = of_article.get(self.result(party.id, "pasal"), ())
                field.data = "\n".join(f"{text} {PROVED_BY} " for text in found)


def read_elements(text: str) -> tuple[Element, ...]:
    """Lines ``element = evidence, evidence``; no evidence means not proven.

    >>> read_elements("menguntungkan calon = B-1, S-2")
    (Element(text='menguntungkan calon', evidence=('B-1', 'S-2')),)
    """
    found = []
    for line in text.splitlines():
        element, _sign, proof = line.rpartition(PROVED_BY) if PROVED_BY in line else (line, "", "")
        if element.strip():
            evidence = tuple(part.strip() for part in proof.split(",") if part.strip())
            found.append(Element(element.strip(), evidence))
    return tuple(found)


def write_elements(elements: Sequence[Mapping[str, object]]) -> str:
    """The same lines from what is stored."""
    lines = []
    for element in elements:
        evidence = element.get("evidence")
        proof = ", ".join(evidence) if isinstance(evidence, list) else ""
        lines.append(f"{element['text']} {PROVED_BY} {proof}")
    return "\n".join(lines)


def review_form(
    parties: Sequence[PartyLine], articles: Articles, before: Mapping[str, str]
) -> ReviewForm:
    """The kajian of one case, filled with its newest version."""
    fields = result_fields(parties, articles)
    for party in parties:
        fields[f"unsur-{party.id}"] = Prose(
            _("Unsur dan bukti"),
            limit=8000,
            hint=_(
                "Satu unsur satu baris; bukti sesudah tanda sama dengan, mis. "
                "“menguntungkan salah satu calon = B-1, S-1”. "
                "Tanpa bukti berarti tidak terbukti."
            ),
        )
    form_class = type("CaseReviewForm", (ReviewForm,), fields)
    form: ReviewForm = form_class(data=dict(before))
    return form
