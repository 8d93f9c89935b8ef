"""The folders of forms, read once: an amending edition holds only what differs from its base."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import casework
from casework.errors import RenderFailed

SHARED = "_layout"
_SUFFIXES = frozenset({".html", ".css", ".svg"})


def default_root() -> Path:
    """The rules folder that belongs to this installation."""
    return Path(casework.__file__).resolve().parents[1] / "rules"


@dataclass(frozen=True)
class Form:
    """One form of one edition: its entry, and the files its template may use, by name.

    Shared files are named `_layout/…`; `version` is a SHA-256 over all of it.
    """

    metadata: Mapping[str, Any]
    files: Mapping[str, str]
    version: str


@dataclass(frozen=True)
class FreeText:
    """A text of a form that may be edited on its draft; `limit` is in characters."""

    title: str
    limit: int


class Forms:
    """All forms of all editions under a rules folder."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root or default_root()
        self._known: dict[tuple[str, str], Form] = {}

    def get(self, form: str, edition: str) -> Form:
        """Give a form, with what the base editions say where the edition itself is silent.

        `edition` may carry a revision (`pemilihan-2024@1`). Raises RenderFailed.
        """
        key = form, edition.partition("@")[0]
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def editable(self, form: str, edition: str) -> dict[str, FreeText]:
        """The texts of a draft that an officer may put in other words, by field."""
        entries = self.get(form, edition).metadata.get("editable", {})
        return {name: FreeText(one["title"], int(one["limit"])) for name, one in entries.items()}

    def names(self, edition: str) -> frozenset[str]:
        """The forms that have a template in the edition or in one that it amends."""
        return frozenset(
            folder.name
            for layer in self._layers(edition)
            for folder in (self._root / layer / "documents").glob("*")
            if folder.name != SHARED and (folder / "template.html").is_file()
        )

    def _read(self, form: str, edition: str) -> Form:
        metadata: dict[str, Any] = {}
        files: dict[str, str] = {}
        for layer in reversed(list(self._layers(edition))):
            documents = self._root / layer / "documents"
            files |= {f"{SHARED}/{name}": text for name, text in _texts(documents / SHARED)}
            files |= dict(_texts(documents / form))
            entry = documents / form / "metadata.yaml"
            if entry.is_file():
                metadata |= yaml.safe_load(entry.read_text("utf-8"))
        if "template.html" not in files or not metadata:
            raise RenderFailed(
                f"Formulir {form} tidak ada pada edisi {edition}. "
                f"Periksa folder rules/{edition}/documents/{form}."
            )
        version = hashlib.sha256(repr((sorted(metadata.items()), sorted(files.items()))).encode())
        return Form(metadata, files, version.hexdigest())

    def _layers(self, edition: str) -> Iterator[str]:
        """Yield the edition, then what it amends, and so on down to the first text."""
        seen: list[str] = []
        name: str | None = edition
        while name and name not in seen:
            seen.append(name)
            yield name
            entry = self._root / name / "edition.yaml"
            text = entry.read_text("utf-8") if entry.is_file() else ""
            name = (yaml.safe_load(text) or {}).get("amends")


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if file.suffix in _SUFFIXES:
                yield file.name, file.read_text("utf-8")
