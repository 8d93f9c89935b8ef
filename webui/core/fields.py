"""Form fields with label, hint, and messages for input of the wrong shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    DateField,
    DateTimeField,
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Optional, StopValidation
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from webui.core import times

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
KEPT = frozenset("\n\r\t")


def is_hidden(char: str) -> bool:
    """Whether a character cannot be seen yet changes what is read: bidi control, NUL, control."""
    return char in BIDI or (unicodedata.category(char) in ("Cc", "Cs") and char not in KEPT)


class Plain:
    """Refuses hidden characters and over-long text; takes the hidden ones out of what is shown."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, form: object, field: Field) -> None:
        """Check one field; ``limit`` is in characters."""
        value: str = field.data or ""
        hidden = sorted({f"U+{ord(char):04X}" for char in value if is_hidden(char)})
        if hidden:
            field.data = "".join(char for char in value if not is_hidden(char))
            raise StopValidation(
                _(
                    "Teks memuat tanda tersembunyi (%(marks)s), misalnya pembalik arah tulisan. "
                    "Tanda itu sudah dibuang dari isian ini; periksa bunyinya, lalu kirim lagi.",
                    marks=", ".join(hidden),
                )
            )
        if len(value) > self.limit:
            raise StopValidation(
                _(
                    "Terlalu panjang: %(length)s huruf, paling banyak %(limit)s. "
                    "Singkatkan isinya.",
                    length=len(value),
                    limit=self.limit,
                )
            )


_FILL = _l("Belum diisi. Bagian ini wajib.")


def needed(required: bool) -> InputRequired | Optional:
    """The validator for a field that must, or need not, be filled."""
    if required:
        return InputRequired(_FILL)
    return Optional()


def written(required: bool) -> DataRequired | InputRequired | Optional:
    """Whether a text may be left out; spaces alone are no text."""
    return DataRequired(_FILL) if required else needed(required)


class Line(StringField):
    """One line of text, at most 200 characters unless told otherwise.

    `when` says when a field that may be left out must be filled after all.
    """

    def __init__(
        self,
        label: Any = "",
        *,
        required: bool = False,
        limit: int = 200,
        hint: Any = "",
        when: Any = "",
        **more: Any,
    ) -> None:
        self.when = when
        super().__init__(
            label,
            [written(required), Plain(limit)],
            description=hint,
            filters=[lambda text: text.strip() if text else text],
            **more,
        )


class Prose(TextAreaField):
    """Several lines of text; `when` as in `Line`."""

    def __init__(
        self,
        label: Any = "",
        *,
        required: bool = False,
        limit: int = 20_000,
        hint: Any = "",
        when: Any = "",
        **more: Any,
    ) -> None:
        self.when = when
        super().__init__(
            label,
            [written(required), Plain(limit)],
            description=hint,
            filters=[lambda text: text.replace("\r\n", "\n").strip() if text else text],
            **more,
        )


class Day(DateField):
    """A calendar date, written as people write it; the page shows its weekday.

    No `input` of the browser's own: that one speaks the browser's language. A script adds the
    browser's calendar beside it.
    """

    widget = TextInput()

    def __init__(
        self, label: Any = "", *, required: bool = True, hint: Any = "", **more: Any
    ) -> None:
        super().__init__(label, [needed(required)], description=hint, format=times.DAY, **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the date; says what a date looks like."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if typed:
            try:
                self.data = times.read_day(typed)
            except ValueError as fault:
                raise ValueError(
                    _(
                        "Bukan tanggal yang sah. Tulis hari, bulan, dan tahun, "
                        "misalnya 19-09-2024 atau 19 September 2024."
                    )
                ) from fault

    @property
    def chosen(self) -> date:
        """The date of a field that must be filled, once the form is valid."""
        return cast(date, self.data)


class Hour(DateTimeField):
    """A date and hour on the office's wall clock, written as people write them."""

    widget = TextInput()

    def __init__(
        self, label: Any = "", *, required: bool = True, hint: Any = "", **more: Any
    ) -> None:
        super().__init__(label, [needed(required)], description=hint, format=times.HOUR, **more)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read date and hour; says what they look like."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data: datetime | None = None
        if typed:
            try:
                self.data = times.read_hour(typed)
            except ValueError as fault:
                raise ValueError(
                    _("Jamnya belum ditulis. Tambahkan sesudah tanggalnya, misalnya 14.30.")
                    if times.has_no_hour(typed)
                    else _(
                        "Bukan tanggal dan jam yang sah. Tulis hari, bulan, tahun, lalu jam, "
                        "misalnya 21-09-2024 14.30."
                    )
                ) from fault


class Pick(SelectField):
    """One of a list."""

    def __init__(
        self,
        label: Any = "",
        *,
        choices: Any = None,
        required: bool = True,
        hint: Any = "",
        **more: Any,
    ) -> None:
        super().__init__(
            label,
            [needed(required)],
            choices=choices,
            description=hint,
            validate_choice=True,
            **more,
        )

    def pre_validate(self, form: Any) -> None:
        """Refuse a value that is not offered, in Indonesian; an open field may stay empty."""
        if self.data in (None, "", "None") and not self.flags.required:
            return
        try:
            super().pre_validate(form)
        except ValueError as fault:
            raise StopValidation(_("Pilih salah satu yang tersedia.")) from fault


class Radio(RadioField):
    """One of a few, all visible."""

    def __init__(
        self,
        label: Any = "",
        *,
        choices: Any = None,
        required: bool = True,
        hint: Any = "",
        **more: Any,
    ) -> None:
        super().__init__(label, [needed(required)], choices=choices, description=hint, **more)

    def pre_validate(self, form: Any) -> None:
        """Refuse a value that is not offered, in Indonesian."""
        if self.data in (None, "", "None"):
            return
        try:
            super().pre_validate(form)
        except ValueError as fault:
            raise StopValidation(_("Pilih salah satu yang tersedia.")) from fault


class Ticks(SelectMultipleField):
    """Several of a list, each with its own tick box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        """Refuse a value that is not offered, in Indonesian."""
        try:
            super().pre_validate(form)
        except ValueError as fault:
            raise StopValidation(_("Pilih dari daftar yang tersedia.")) from fault
