"""What a lawyer of the office says about an entry of the law: confirmed, corrected, annotated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import FieldList, Form, FormField, HiddenField

from casework.engine.law import Law
from casework.engine.revision import Source
from casework.services.acts.amendments.revisions import Ground
from casework.services.cases.evidence import Upload
from webui.core import labels, law_labels
from webui.core.fields import Line, Pick, Prose, Radio
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.options import options
from webui.law.wording import cites_of

MARKS = [(code, labels.MARKS[code]) for code in ("confirmed", "secondary")]


class CitationRow(Form):
    """One article: instrument, article, paragraph, letter, and what has no number."""

    peraturan = Pick(_("Peraturan"), required=False)
    pasal = Line(_("Pasal"), limit=20)
    ayat = Line(_("Ayat"), limit=20)
    huruf = Line(_("Huruf"), limit=20)
    bagian = Line(_("Bagian tanpa nomor"))

    @property
    def cite(self) -> dict[str, str]:
        """The citation as the rules write it; empty where no instrument was chosen."""
        said = {
            "law": self.peraturan.data,
            "article": self.pasal.data,
            "paragraph": self.ayat.data,
            "letter": self.huruf.data,
            "part": self.bagian.data,
        }
        return {key: value for key, value in said.items() if value} if said["law"] else {}


class GroundedForm(TaskForm):
    """Why, on what source, with which paper; and the revision the lawyer looked at."""

    drafted = True

    dilihat = HiddenField()
    sumber = Line(
        _("Sumber"), limit=1000, hint=_("Tempat bunyi itu dibaca: alamat, naskah resmi, halaman.")
    )
    alasan = Prose(_("Alasan"), required=True, limit=2000, hint=_("Jangan menulis nama orang."))
    naskah = Attachment(
        _("Naskah"),
        hint=_("Salinan naskah yang dibaca. Setelah melihat akibatnya, pilih kembali berkasnya."),
    )
    kept: Upload | None = None

    def keep(self, upload: Upload | None) -> None:
        """Remember the paper that was stored ahead of the act."""
        self.kept = upload

    @property
    def seen(self) -> str:
        """The revision the page showed."""
        return self.dilihat.data or ""

    @property
    def ground(self) -> Ground:
        """The reason as the service wants it."""
        return Ground(self.alasan.data or "", self.sumber.data or "", self.kept)


class CitingForm(GroundedForm):
    """A form that can name another article than the entry does."""

    rujukan = FieldList(FormField(CitationRow), max_entries=60)

    def offer(self, law: Law) -> None:
        """Let every row choose among the instruments of the law."""
        known = options([(one.id, one.short) for one in law.instruments.values()], empty=True)
        for row in self.rujukan.entries:
            row.form.peraturan.choices = known

    @property
    def citation(self) -> Any:
        """The citation as the rules write it: one article, or a list of them."""
        found = [row.form.cite for row in self.rujukan.entries if row.form.cite]
        return found[0] if len(found) == 1 else found


class ConfirmForm(CitingForm):
    """The words were read: quote them."""

    bagian = Radio(_("Yang disahkan"), required=False)
    tanda = Radio(
        _("Tanda sesudah dibaca"),
        choices=options(MARKS),
        hint=_("Terkonfirmasi hanya bila bunyi pasalnya sendiri yang dibaca."),
    )
    bunyi = Prose(
        _("Bunyi pasal"), required=True, limit=4000, hint=_("Kata-kata yang menentukan saja.")
    )
    catatan = Prose(_("Catatan"), limit=4000, hint=_("Yang perlu diketahui pembaca."))

    def other_citation(self, source: Source) -> Any:
        """The article that was typed, or None where it is the one the entry names."""
        part = self.bagian.data or ""
        values = source.values.get(part, {}) if part else source.values
        now = [dict(one) for one in cites_of(values.get("citation"))]
        found = self.citation
        typed = found if isinstance(found, list) else [found]
        return found if typed and typed != now else None


class AnnotateForm(GroundedForm):
    """Another note; value and mark stay."""

    catatan = Prose(_("Catatan"), required=True, limit=4000)


def rows_of(value: object) -> list[dict[str, str]]:
    """A citation as rows of the form, with an open one at the end."""
    names = {"peraturan": "law", "pasal": "article", "ayat": "paragraph", "huruf": "letter"}
    rows = [
        {
            **{field: str(one.get(key, "")) for field, key in names.items()},
            "bagian": one.get("part", ""),
        }
        for one in cites_of(value)
    ]
    return [*rows, {}]


def confirm_form(law: Law, source: Source, part: str) -> ConfirmForm:
    """The form filled with what the entry (or one basis inside it) says now."""
    values: Mapping[str, Any] = source.values.get(part, {}) if part else source.values
    form = ConfirmForm(
        data={
            "bagian": part,
            "tanda": "confirmed",
            "bunyi": values.get("quote", ""),
            "catatan": values.get("note", ""),
            "sumber": values.get("source", ""),
            "rujukan": rows_of(values.get("citation")),
        }
    )
    form.bagian.choices = options(parts_of(source))
    form.offer(law)
    return form


def parts_of(source: Source) -> list[tuple[str, object]]:
    """The entry itself and every part of it that bears a mark of its own."""
    own = [("", _t("Entri ini sendiri"))] if "verification" in source.values else []
    inside = [
        (key, law_labels.key(key))
        for key, value in source.values.items()
        if isinstance(value, Mapping) and "verification" in value
    ]
    return [*own, *inside]
