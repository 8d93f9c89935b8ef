"""The right category and region of one respondent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _

from webui import labels
from webui.forms.base import CaseForm
from webui.forms.fields import Pick, Prose
from webui.forms.options import options
from webui.pages.people import PartyLine


class RespondentForm(CaseForm):
    """Built for the respondents of one case by ``respondent_form``."""

    aliases: ClassVar[dict[str, str]] = {}

    terlapor = Pick(_("Terlapor"), coerce=int)
    kategori = Pick(_("Kategori yang benar"), choices=options(labels.CATEGORIES, empty=True))
    wilayah = Pick(_("Wilayah yang benar"), required=False)
    alasan = Prose(_("Alasan pembetulan"), required=True, limit=500)
    tanpa_tujuan = Prose(
        _("Alasan tanpa penerusan"),
        limit=2000,
        hint=_("Hanya bila tujuan surat untuk terlapor ini kemudian tidak diketahui."),
    )

    def without(self) -> Mapping[int, str]:
        """The reason for the chosen respondent, when one was given."""
        text = self.tanpa_tujuan.data or ""
        return {self.terlapor.data: text} if text else {}


def respondent_form(shown: Mapping[str, Any], chosen: PartyLine | None) -> RespondentForm:
    """The form of one case, begun with what is recorded about the chosen respondent."""
    known: Mapping[int, PartyLine] = shown["by_id"]
    aliases = {f"tujuan-{key}": "tanpa_tujuan" for key in known}
    form_class = type("CaseRespondentForm", (RespondentForm,), {"aliases": aliases})
    data: dict[str, object] = {}
    if chosen is not None:
        region = shown["keys"].get(chosen.id, "")
        data = {"terlapor": chosen.id, "kategori": chosen.category, "wilayah": region}
    form: RespondentForm = form_class(data=data)
    form.terlapor.choices = options((key, one.label) for key, one in known.items())
    form.wilayah.choices = options(shown["regions"], empty=True)
    return form
