"""Options of lists, as WTForms wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from webui.core.language import here

Options = list[Any]


def options(
    pairs: Iterable[tuple[Any, Any]] | Mapping[str, Any],
    *,
    empty: bool = False,
    indonesian: bool = False,
) -> Options:
    """Options from pairs of value and words, with an open first one where wanted.

    `indonesian`: the words are those of the law, in every language.
    """
    marked = _marked(indonesian)
    items = pairs.items() if isinstance(pairs, Mapping) else pairs
    first = [SelectChoice("", _("— pilih —"))] if empty else []
    return first + [SelectChoice(value, words, dict(marked)) for value, words in items]


def grouped(
    groups: Mapping[str, Iterable[tuple[str, str]]], first: object, *, indonesian: bool = False
) -> Options:
    """Options under headings, after one open option; `indonesian` as in `options`."""
    marked = _marked(indonesian)
    return [SelectChoice("", first)] + [
        SelectChoice(value, words, dict(marked), optgroup=group)
        for group, pairs in groups.items()
        for value, words in pairs
    ]


def _marked(indonesian: bool) -> dict[str, str]:
    return {"lang": "id"} if indonesian and here() != "id" else {}
