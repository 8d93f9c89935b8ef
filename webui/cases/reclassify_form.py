"""The right category and region of one respondent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _

from webui.cases.people_page import PartyLine
from webui.core import labels
from webui.core.fields import Pick, Prose
from webui.core.forms import CaseForm
from webui.core.options import options


class RespondentForm(CaseForm):
    """Filled for the respondents of one case by ``respondent_form``."""

    terlapor = Pick(_("Terlapor"), coerce=int)
    kategori = Pick(_("Kategori yang benar"), choices=options(labels.CATEGORIES, empty=True))
    wilayah = Pick(_("Wilayah yang benar"), required=False)
    alasan = Prose(_("Alasan pembetulan"), required=True, limit=500)
    tanpa_tujuan = Prose(
        _("Alasan tanpa penerusan"),
        limit=2000,
        hint=_("Hanya bila tujuan surat untuk terlapor ini kemudian tidak diketahui."),
    )

    def _place(self, name: str, text: str) -> None:
        super()._place("tanpa_tujuan" if name.startswith("tujuan-") else name, text)


def respondent_form(shown: Mapping[str, Any], chosen: PartyLine | None) -> RespondentForm:
    """The form of one case, begun with what is recorded about the chosen respondent."""
    known: Mapping[int, PartyLine] = shown["by_id"]
    data: dict[str, object] = {}
    if chosen is not None:
        region = shown["keys"].get(chosen.id, "")
        data = {"terlapor": chosen.id, "kategori": chosen.category, "wilayah": region}
    form = RespondentForm(data=data)
    form.terlapor.choices = options((key, one.label) for key, one in known.items())
    form.wilayah.choices = options(shown["regions"], empty=True)
    return form
