"""The form of one entry as it is written: a field a key; only what was changed is sent on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml
from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import Field

from casework.engine.law import Law
from casework.engine.revision import Source
from webui.core import labels, law_labels
from webui.core.fields import Line, Pick, Prose
from webui.core.options import options
from webui.law.forms import CitingForm, rows_of
from webui.law.wording import cites_of, yaml_of

CHOICES: Mapping[str, Mapping[str, Any]] = {
    "unit": labels.UNITS,
    "first_day": {
        "next_day": _("hari kejadian tidak dihitung"),
        "same_day": _("hari kejadian dihitung"),
    },
    "ends": {
        "end_of_day": _("pukul 24.00 pada hari terakhir"),
        "office_close": _("pada jam tutup kantor"),
        "exact": _("tepat pada jamnya"),
    },
    "direction": {"after": _("sesudahnya"), "before": _("sebelumnya")},
    "group": {"formil": _("formal"), "materiel": _("materiel"), "lampiran": _("lampiran")},
    "verification": labels.MARKS,
}
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "batas": ("length", "unit", "first_day", "ends", "closes_at", "within", "examples"),
    "pasal": ("subject", "elements", "elements_note", "penalty", "penalties"),
    "ketentuan": ("text",),
    "syarat": ("help",),
    "tujuan": ("destinations", "form"),
    "hasil": ("possible", "why", "cure"),
    "formulir": ("code",),
    "tahap": ("limits", "unlimited"),
    "tindakan": ("to", "needs", "opens", "meets", "documents", "records"),
}
"""Keys an entry of a kind may take though it does not have them yet."""
ALWAYS = ("quote", "note")
LISTS = frozenset({"elements", "destinations", "limits", "documents", "records"})
TREES = frozenset({"examples", "needs", "opens", "meets", "penalties"})
WHOLE = frozenset({"length", "width"})
LONG = frozenset({"note", "quote", "text", "penalty"})
HINTS = {
    "list": _("Satu baris untuk setiap butir."),
    "tree": _("Susunan seperti pada berkas aturan (YAML); lihat docs/writing-rules.md."),
}
APART = frozenset({"citation", "source"})
"""What the entry itself rests on is asked in fields of its own."""


class Text(yaml.SafeLoader):
    """Dates and times stay the text that was written."""


Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Asked:
    """One key of the entry: its path with dots, its value now, and how it is typed."""

    path: str
    value: Any
    kind: str

    @property
    def field(self) -> str:
        """The name of its field."""
        return "nilai-" + self.path.replace(".", "-")

    @property
    def key(self) -> str:
        """The key within its part."""
        return self.path.rpartition(".")[2]

    @property
    def is_mark(self) -> bool:
        """Whether it says how far the words were read."""
        return self.key == "verification"

    @property
    def group(self) -> str:
        """The part it stands in; "" for the entry itself."""
        return self.path.rpartition(".")[0]

    @property
    def settled(self) -> Any:
        """The value now, as a field that strips its ends would give it back."""
        return self.value.strip() if isinstance(self.value, str) else self.value

    def typed(self) -> str:
        """The value as it stands in its field."""
        if self.value is None:
            return ""
        if self.kind == "flag":
            return "ya" if self.value else "tidak"
        if self.kind == "list":
            return "\n".join(str(one) for one in self.value)
        return yaml_of(self.value) if self.kind == "tree" else str(self.value)

    def read(self, text: str) -> Any:
        """The value that was typed; None for nothing. Raises ValueError with what is wrong."""
        if not text:
            return None
        if self.kind == "flag":
            return text == "ya"
        if self.kind == "whole":
            if not text.isdecimal():
                raise ValueError(_t("Tulis bilangan bulat."))
            return int(text)
        if self.kind == "list":
            return [line.strip() for line in text.splitlines() if line.strip()]
        return _tree(text) if self.kind == "tree" else text


class CorrectionForm(CitingForm):
    """Built for one entry by ``correction_form``."""

    entry: ClassVar[str] = ""
    asked: ClassVar[tuple[Asked, ...]] = ()
    cited: ClassVar[Any] = None

    def validate(self, extra_validators: object = None) -> bool:
        """Shape, and that each value can be read as its kind."""
        good = bool(super().validate(extra_validators))
        for one in self.asked:
            try:
                one.read(self[one.field].data or "")
            except ValueError as fault:
                self[one.field].errors = [*self[one.field].errors, str(fault)]
                good = False
        return good

    @property
    def parts(self) -> dict[str, list[Field]]:
        """The fields of the entry itself (""), then those of each part of it."""
        found: dict[str, list[Field]] = {}
        for one in self.asked:
            found.setdefault(one.group, []).append(self[one.field])
        return found

    def changes(self) -> dict[str, Any]:
        """The keys whose value was changed, and the mark of every part they stand in."""
        told = {
            one.path: value
            for one in self.asked
            if not one.is_mark and (value := one.read(self[one.field].data or "")) != one.value
        }
        if self.citation != self.cited and self.citation:
            told["citation"] = self.citation
            # Words and note fall away with an article unless they are said anew.
            told |= {key: self[f"nilai-{key}"].data for key in ALWAYS if self[f"nilai-{key}"].data}
        groups = {path.rpartition(".")[0] for path in told}
        for one in self.asked:
            mark = self[one.field].data or ""
            if one.is_mark and mark and (one.group in groups or mark != one.value):
                told[one.path] = mark
        return told


def correction_form(law: Law, source: Source) -> CorrectionForm:
    """A field for every key of the entry, filled with what it says now."""
    asked = tuple(_asked(source))
    fields = {one.field: _field(one) for one in asked}
    names = {f"{source.name} {one.path}": one.field for one in asked}
    form_class = type(
        "EntryForm",
        (CorrectionForm,),
        {
            **fields,
            "entry": source.name,
            "asked": asked,
            "cited": _plain(source.values.get("citation")),
            "aliases": {**names, "tanda": "nilai-verification", "bunyi": "nilai-quote"},
        },
    )
    before = {one.field: one.typed() for one in asked if not one.is_mark}
    form: CorrectionForm = form_class(
        data={**before, "rujukan": rows_of(source.values.get("citation"))}
    )
    form.offer(law)
    return form


def _asked(source: Source) -> Iterator[Asked]:
    """What the entry says, then what each part of it says."""
    kind = source.name.partition("/")[0]
    values = {key: one for key, one in source.values.items() if key not in APART}
    wanted = (*OPTIONAL.get(kind, ()), *(ALWAYS if "verification" in values else ()))
    found = _keys({**values, **{key: None for key in wanted if key not in values}}, "")
    # In each part its words last, its mark at the end.
    yield from sorted(found, key=lambda one: (one.group, one.is_mark, one.key in ALWAYS))


def _keys(values: Mapping[str, Any], inside: str) -> Iterator[Asked]:
    for key, value in values.items():
        path = f"{inside}{key}"
        if isinstance(value, Mapping) and key != "citation":
            yield from _keys(value, f"{path}.")
        else:
            yield Asked(path, value, _kind(key, value))


def _kind(key: str, value: Any) -> str:
    if key in CHOICES:
        return "choice"
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int) or (value is None and key in WHOLE):
        return "whole"
    if isinstance(value, list) and all(isinstance(one, str) for one in value) and key not in TREES:
        return "list"
    if isinstance(value, list | Mapping) or (value is None and key in TREES):
        return "tree"
    return "list" if value is None and key in LISTS else "text"


def _field(one: Asked) -> Field:
    label, key = law_labels.key(one.key), one.key
    if one.kind in ("choice", "flag"):
        pairs = {"ya": _("ya"), "tidak": _("tidak")} if one.kind == "flag" else CHOICES[key]
        hint = _("Wajib dipilih bila isinya diubah.") if one.is_mark else ""
        return Pick(label, choices=options(pairs, empty=True), required=False, hint=hint)
    hint = HINTS.get(one.kind, "")
    short = one.kind == "whole" or (one.kind == "text" and key not in LONG)
    if short and len(one.typed()) <= 60:
        return Line(label, limit=8000, hint=hint)
    return Prose(label, limit=8000, hint=hint)


def _tree(text: str) -> Any:
    try:
        return yaml.load(text, Text)  # noqa: S506 - a SafeLoader that leaves dates alone
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = _t(" pada baris %(n)s", n=mark.line + 1) if mark else ""
        raise ValueError(_t("Susunannya tidak terbaca%(where)s.", where=where)) from fault


def _plain(value: Any) -> Any:
    found = [dict(one) for one in cites_of(value)]
    return found[0] if len(found) == 1 else found
