"""A result for each allegation, with a way to set many at once that works without JavaScript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, TypeVar

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from casework.services.acts.review import allegations
from webui.cases.people_page import PartyLine
from webui.core import drafting, labels
from webui.core.fields import Line, Pick, Prose
from webui.core.keys import whole
from webui.core.options import options
from webui.review.allegation_slots import Fields, Slot, filled, one_less, one_more
from webui.review.article_choices import Articles

TICKED, EVERYBODY, UNSET = "dicentang", "semua", "kosong"
FURTHER = "tambah"

BUTTONS = frozenset({"terapkan", "tambah_pasal", "buang_pasal", "saring_pasal", "ganti_hasil"})
"""Those that change the page and send nothing."""

Form = TypeVar("Form", bound="Results")


class Results:
    """Mixed into a case form whose fields ``result_fields`` made."""

    parties: ClassVar[tuple[PartyLine, ...]] = ()
    slots: ClassVar[tuple[Slot, ...]] = ()
    found: ClassVar[int | None] = None
    asked: ClassVar[Mapping[int, int]] = {}
    fresh: str = ""
    """The allegation that was just added."""

    def of(self, party_id: int) -> list[Slot]:
        """The allegations against one respondent."""
        return [one for one in self.slots if one.party.id == party_id]

    def judged(self) -> list[tuple[int, list[Slot]]]:
        """Respondents with something set; of several allegations none is left out."""
        found = [(party.id, self.of(party.id)) for party in self.parties]
        return [
            (key, ones) for key, ones in found if len(ones) > 1 or self.result(ones[0].key, "hasil")
        ]

    def may_go(self, slot: Slot) -> bool:
        """Whether an allegation can be taken off the page: what the kajian names is decided."""
        several = len(self.of(slot.party.id)) > 1
        return several and slot.number > self.asked.get(slot.party.id, 0)

    def may_grow(self, party_id: int) -> bool:
        """Whether a further allegation can be added."""
        return len(self.of(party_id)) < allegations.MOST

    def apply_to_chosen(self) -> int:
        """Copy the result at the top to the respondents it is for; gives how many.

        An article goes to the allegation that has it; where there is but one, it becomes that.
        """
        form: Any = self
        chosen = [party for party in self.parties if self._is_for(party)]
        for party in chosen:
            for slot in self._meant(party):
                for part in ("hasil", "pasal", "alasan"):
                    value = form[f"semua_{part}"].data
                    if value:
                        form[f"{part}-{slot.key}"].data = value
            form[f"pilih-{party.id}"].data = False
        return len(chosen)

    def further(self, fields: Fields) -> Fields:
        """The fields with the result at the top as a further allegation of those it is for.

        Who has the article already has it set; an allegation that is still empty is filled.
        """
        form: Any = self
        top = {part: form[f"semua_{part}"].data or "" for part in ("hasil", "pasal", "alasan")}
        for party in self.parties:
            if not (top["pasal"] and self._is_for(party)):
                continue
            ones = self.of(party.id)
            keys = [one.key for one in ones if self.result(one.key, "pasal") == top["pasal"]]
            keys += [one.key for one in ones if not self._touched(one)]
            if not keys and not self.may_grow(party.id):
                continue
            key = keys[0] if keys else allegations.slot(party.id, len(ones) + 1)
            fields = filled(fields, {f"{part}-{key}": text for part, text in top.items()})
            fields.poplist(f"pilih-{party.id}")
        return fields

    def _touched(self, slot: Slot) -> bool:
        return any(self.result(slot.key, part) for part in ("hasil", "pasal", "alasan"))

    def _meant(self, party: PartyLine) -> list[Slot]:
        form: Any = self
        ones = self.of(party.id)
        if form.semua_untuk.data == UNSET:
            ones = [one for one in ones if not self.result(one.key, "hasil")]
        elif len(ones) > 1 and (article := form.semua_pasal.data):
            ones = [one for one in ones if self.result(one.key, "pasal") == article]
        return ones

    def _is_for(self, party: PartyLine) -> bool:
        form: Any = self
        whom = form.semua_untuk.data or TICKED
        if whom == TICKED:
            return bool(form[f"pilih-{party.id}"].data)
        if whom == UNSET:
            return not all(self.result(one.key, "hasil") for one in self.of(party.id))
        return whom in (EVERYBODY, party.category)

    def counts(self) -> list[tuple[str, int]]:
        """How many allegations have each result, "" for those without one; none left out."""
        found = Counter(self.result(one.key, "hasil") for one in self.slots)
        return [(kind, found[kind]) for kind in (*labels.CLASSES, "") if found[kind]]

    def result(self, key: str, part: str) -> str:
        """What was set for one allegation: hasil, pasal or alasan."""
        form: Any = self
        return form[f"{part}-{key}"].data or ""


def rearranged(build: Callable[[Fields | None], Form]) -> Form:
    """The form after one of ``BUTTONS``; ``build`` makes it of fields, or of those sent."""
    form = build(None)
    if FURTHER in request.form.getlist("terapkan"):
        return build(form.further(request.form.copy()))
    if "terapkan" in request.form:
        form.apply_to_chosen()
        return form
    if "ganti_hasil" in request.form:
        key, _colon, kind = request.form["ganti_hasil"].partition(":")
        if any(one.key == key for one in form.slots) and kind in labels.CLASSES:
            return build(filled(request.form.copy(), {f"hasil-{key}": kind}))
        return form
    if "buang_pasal" in request.form:
        return build(one_less(request.form.copy(), request.form["buang_pasal"]))
    party_id = request.form.get("tambah_pasal", 0, type=whole)
    if not any(party.id == party_id for party in form.parties) or not form.may_grow(party_id):
        return form
    form = build(one_more(request.form.copy(), party_id))
    form.fresh = form.of(party_id)[-1].key
    return form


def _typed(name: str, before: Mapping[str, str], sent: Fields | None) -> str:
    """What a field holds as the page is made: as sent, else as drafted, else as it was before."""
    if sent is None and request.method == "POST":
        sent = request.form
    if sent is not None:
        return sent.get(name, "")
    draft = drafting.kept()
    if draft is not None:
        return next(iter(draft.content.get(name, ())), "")
    return before.get(name, "")


def _bulk(categories: Mapping[str, object], whom: str) -> str:
    """The category that the bulk row is for; "" where it is for several."""
    if whom in categories:
        return whom
    return next(iter(categories)) if len(categories) == 1 else ""


def result_fields(
    parties: Sequence[PartyLine],
    places: Sequence[Slot],
    articles: Articles,
    before: Mapping[str, str],
    sent: Fields | None = None,
) -> dict[str, object]:
    """Fields for every allegation and for the bulk row; `sent` as for the form they are for."""
    classes = options(labels.CLASSES, empty=True)
    search = _typed("cari_pasal", before, sent)
    categories = dict.fromkeys(party.category for party in parties if party.category)
    everything = articles.options(
        search,
        category=_bulk(categories, _typed("semua_untuk", before, sent)),
        outcome=_typed("semua_hasil", before, sent),
        chosen=_typed("semua_pasal", before, sent),
    )
    whom = {
        TICKED: _("yang dicentang"),
        EVERYBODY: _("semua terlapor"),
        UNSET: _("yang belum diisi"),
        **{code: labels.word(labels.CATEGORIES, code) for code in categories},
    }
    fields: dict[str, object] = {
        "parties": tuple(parties),
        "slots": tuple(places),
        "semua_untuk": Pick(_("Untuk"), choices=options(whom), required=False, default=TICKED),
        "semua_hasil": Pick(_("Hasil"), choices=classes, required=False),
        "cari_pasal": Line(
            _("Cari pasal"), limit=100, hint=_("Kata dari nomor, judul, perbuatan, atau unsurnya.")
        ),
        "found": articles.found(search) if search.strip() else None,
        "semua_pasal": Pick(_("Pasal"), choices=everything, required=False),
        "semua_alasan": Prose(_("Alasan"), limit=2000),
    }
    for party in parties:
        fields[f"pilih-{party.id}"] = BooleanField(_("Pilih %(name)s", name=party.label))
    for one in places:
        fields[f"hasil-{one.key}"] = Pick(_("Hasil"), choices=classes, required=False)
        chosen = articles.options(
            search,
            category=one.party.category,
            outcome=_typed(f"hasil-{one.key}", before, sent),
            chosen=_typed(f"pasal-{one.key}", before, sent),
        )
        fields[f"pasal-{one.key}"] = Pick(_("Pasal"), choices=chosen, required=False)
        fields[f"alasan-{one.key}"] = Prose(_("Alasan"), limit=4000)
    return fields
