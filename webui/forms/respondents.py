"""One result a respondent, with a way to set many at once that works without JavaScript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import BooleanField

from webui import labels
from webui.forms.fields import Pick, Prose
from webui.forms.options import grouped, options
from webui.pages.people import PartyLine

TICKED, EVERYBODY, UNSET = "dicentang", "semua", "kosong"

Articles = Mapping[str, list[tuple[str, str]]]


class Results:
    """Mixed into a case form whose fields ``result_fields`` made."""

    parties: ClassVar[tuple[PartyLine, ...]] = ()

    def apply_to_chosen(self) -> int:
        """Copy the result at the top to the respondents it is for; gives how many."""
        form: Any = self
        chosen = [party for party in self.parties if self._is_for(party)]
        for party in chosen:
            for part in ("hasil", "pasal", "alasan"):
                value = form[f"semua_{part}"].data
                if value:
                    form[f"{part}-{party.id}"].data = value
            form[f"pilih-{party.id}"].data = False
        return len(chosen)

    def _is_for(self, party: PartyLine) -> bool:
        form: Any = self
        whom = form.semua_untuk.data or TICKED
        if whom == TICKED:
            return bool(form[f"pilih-{party.id}"].data)
        if whom == UNSET:
            return not self.result(party.id, "hasil")
        return whom in (EVERYBODY, party.category)

    def counts(self) -> list[tuple[str, int]]:
        """How many respondents have each result, "" for those without one; none left out."""
        found = Counter(self.result(party.id, "hasil") for party in self.parties)
        return [(kind, found[kind]) for kind in (*labels.CLASSES, "") if found[kind]]

    def result(self, party_id: int, part: str) -> str:
        """What was set for one respondent: hasil, pasal or alasan."""
        form: Any = self
        return form[f"{part}-{party_id}"].data or ""


def result_fields(parties: Sequence[PartyLine], articles: Articles) -> dict[str, object]:
    """Fields for every respondent and for the bulk row."""
    classes = options(labels.CLASSES, empty=True)
    pasal = grouped(articles, _("— tanpa pasal —"))
    categories = dict.fromkeys(party.category for party in parties if party.category)
    whom = {
        TICKED: _("yang dicentang"),
        EVERYBODY: _("semua terlapor"),
        UNSET: _("yang belum diisi"),
        **{code: labels.word(labels.CATEGORIES, code) for code in categories},
    }
    fields: dict[str, object] = {
        "parties": tuple(parties),
        "semua_untuk": Pick(_("Untuk"), choices=options(whom), required=False, default=TICKED),
        "semua_hasil": Pick(_("Hasil"), choices=classes, required=False),
        "semua_pasal": Pick(_("Pasal"), choices=pasal, required=False),
        "semua_alasan": Prose(_("Alasan"), limit=2000),
    }
    for party in parties:
        fields[f"pilih-{party.id}"] = BooleanField(_("Pilih %(name)s", name=party.label))
        fields[f"hasil-{party.id}"] = Pick(_("Hasil"), choices=classes, required=False)
        fields[f"pasal-{party.id}"] = Pick(_("Pasal"), choices=pasal, required=False)
        fields[f"alasan-{party.id}"] = Prose(_("Alasan"), limit=4000)
    return fields
