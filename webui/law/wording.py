"""A value as the rules write it, in words a lawyer can read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

_CITE = frozenset({"law", "article", "paragraph", "letter", "part"})


def written(value: Any) -> str:
    """The value in lines.

    >>> written({"law": "uu-pemilihan", "article": "134", "paragraph": "5"})
    'uu-pemilihan Pasal 134 ayat (5)'
    >>> written(["a", "b"])
    'a\\nb'
    """
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Mapping):
        if "law" in value and set(value) <= _CITE:
            return cited(value)
        return yaml_of(value)
    if isinstance(value, list | tuple):
        plain = all(isinstance(one, str | int) or _is_cite(one) for one in value)
        return "\n".join(written(one) for one in value) if plain else yaml_of(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def cited(value: Mapping[str, Any]) -> str:
    """A citation with the id of its instrument."""
    parts = [str(value["law"])]
    parts += [f"Pasal {value['article']}"] if value.get("article") else []
    parts += [f"ayat ({value['paragraph']})"] if value.get("paragraph") else []
    parts += [f"huruf {value['letter']}"] if value.get("letter") else []
    parts += [f"({value['part']})"] if value.get("part") else []
    return " ".join(parts)


def cites_of(value: object) -> list[Mapping[str, Any]]:
    """The citations of an entry as a list, however many it has."""
    if isinstance(value, Mapping):
        return [value]
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def yaml_of(value: Any) -> str:
    """The value as YAML, the way the rules folder holds it."""
    text: str = yaml.safe_dump(
        _plain(value), allow_unicode=True, sort_keys=False, default_flow_style=None, width=100
    )
    return text.removesuffix("...\n").strip()


def _is_cite(value: Any) -> bool:
    return isinstance(value, Mapping) and "law" in value and set(value) <= _CITE


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
