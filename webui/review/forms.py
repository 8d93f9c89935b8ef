"""The kajian awal: every requirement met or not, and why; then one of three ways on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import FieldList, FormField, HiddenField, StringField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import HiddenInput

from casework.engine.matrix import Element, Tally
from casework.engine.requirements import Requirement
from casework.engine.suggestion import Conclusion
from casework.errors import BadInput
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases.evidence import Upload
from webui.cases.people_page import PartyLine
from webui.core import labels
from webui.core.fields import Hour, Plain, Prose, Radio
from webui.core.file_fields import EvidenceRow
from webui.core.forms import CaseForm, TaskForm
from webui.core.language import refused
from webui.core.options import options
from webui.review.allegation_slots import Fields, slots
from webui.review.article_choices import Articles
from webui.review.respondents_form import Results, result_fields


@dataclass(frozen=True)
class Counted:
    """How many requirements were judged so far, and what can be done about those not met.

    `final` are the ones that a reporter cannot complete any more.
    """

    met: int
    unmet: int
    open: int
    final: int

    @property
    def follows(self) -> str:
        """Which document follows from it: ``none``, the ``letter`` to complete, or ``status``."""
        return "status" if self.final else "letter" if self.unmet else "none"


ANSWERS = [("ya", _("Terpenuhi")), ("tidak", _("Belum terpenuhi"))]


class AssessForm(CaseForm):
    """One question and one reason a requirement; built from the edition by ``assess_form``.

    ``usulan-<id>`` is what was suggested when the page was shown, which writes it anew each time.
    """

    wanted: ClassVar[tuple[str, ...]] = ()
    terima = HiddenField()
    ajukan = HiddenField()

    def validate(self, extra_validators: object = None) -> bool:
        """Shape, and at least one requirement judged."""
        good = bool(super().validate(extra_validators))
        if good and not self.verdicts():
            self.problems.append(_t("Nilai paling sedikit satu syarat."))
        return good and not self.problems

    @property
    def accepts(self) -> bool:
        """Was the button pressed that takes every suggestion not answered otherwise?"""
        return bool(self.terima.data)

    @property
    def left_open(self) -> tuple[str, ...]:
        """The requirements that were not judged."""
        judged = self.verdicts()
        return tuple(key for key in self.wanted if key not in judged)

    def counted(self, incurable: Collection[str]) -> Counted:
        """What was answered so far; `incurable` are the requirements that nobody can complete."""
        unmet = [key for key in self.wanted if self[f"syarat-{key}"].data == "tidak"]
        many = Counter(self[f"syarat-{key}"].data or "" for key in self.wanted)
        return Counted(
            met=many["ya"],
            unmet=len(unmet),
            open=len(self.wanted) - many["ya"] - len(unmet),
            final=sum(key in incurable for key in unmet),
        )

    def verdicts(self) -> dict[str, Verdict]:
        """What was judged; requirements left open are left out."""
        found = {}
        for key in self.wanted:
            answer, reason = self[f"syarat-{key}"].data, self[f"alasan-{key}"].data or ""
            seen = self[f"usulan-{key}"].data or ""
            if answer not in ("ya", "tidak") and self.accepts:
                answer = _ACCEPTED.get(seen)
            if answer in ("ya", "tidak"):
                found[key] = Verdict(answer == "ya", reason, seen)
        return found


_ACCEPTED: Mapping[str, str] = {Conclusion.MET: "ya", Conclusion.UNMET: "tidak"}


def assess_form(requirements: Iterable[Requirement], found: Mapping[str, Verdict]) -> AssessForm:
    """The checklist of one edition, filled with what was judged before."""
    fields: dict[str, object] = {}
    wanted = []
    for one in requirements:
        wanted.append(one.id)
        fields[f"syarat-{one.id}"] = Radio(
            labels.law_title(one.title), choices=options(ANSWERS), required=False
        )
        fields[f"alasan-{one.id}"] = Prose(
            _("Alasan"), limit=2000, when=_("wajib bila tidak terpenuhi atau lain dari usulan")
        )
        fields[f"usulan-{one.id}"] = HiddenField()
    form_class = type("EditionAssessForm", (AssessForm,), {**fields, "wanted": tuple(wanted)})
    before = {
        name: value
        for key, verdict in found.items()
        for name, value in (
            (f"syarat-{key}", "ya" if verdict.met else "tidak"),
            (f"alasan-{key}", verdict.reason),
        )
    }
    form: AssessForm = form_class(data=before)
    return form


class ReasonForm(CaseForm):
    """An act that needs one reason."""

    alasan = Prose(_("Alasan"), required=True, limit=2000)


class CompletionForm(CaseForm):
    """What the reporter brought, and when it came in."""

    aliases: ClassVar[dict[str, str]] = {"bukti": "bukti-0-berkas"}

    waktu = Hour(_("Diterima pada"), hint=_("Tanggal dan jam menurut jam kantor."))
    uraian = Prose(_("Kelengkapan yang diserahkan"), required=True, limit=4000)
    bukti = FieldList(FormField(EvidenceRow), min_entries=2, max_entries=20)
    kept: tuple[Upload, ...] = ()

    def keep(self, uploads: tuple[Upload, ...]) -> None:
        """Remember the files that were stored ahead of the act."""
        self.kept = uploads


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
            raise ValidationError(refused(refusal)) from refusal


class ReviewForm(Results, CaseForm):
    """The kajian of one case; built by ``review_form``."""

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
    members = {**result_fields(parties, places, articles, before, fields), "of_article": of_article}
    for one in places:
        members[f"unsur-{one.key}"] = MatrixField()
    form_class = type("CaseReviewForm", (ReviewForm,), members)
    given = {} if fields is None else {"formdata": fields}
    form: ReviewForm = form_class(data=dict(before), **given)
    return form


class InitialForm(TaskForm):
    """What the officer saw, and the note; the button pressed says which step it is."""

    drafted = True

    aliases: ClassVar[dict[str, str]] = {"paraf": ""}

    isi = HiddenField()
    catatan = Prose(
        _("Catatan"),
        limit=2000,
        when=_("wajib bila dikembalikan"),
        hint=_("Jangan menulis nama orang."),
    )
