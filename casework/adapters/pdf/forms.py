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
        """The forms that the edition, or one that it amends, describes and that have a template."""
        own = [one.documents for one in self.layers(edition) if not one.borrowed]
        every = [one.documents for one in self.layers(edition)]
        return frozenset(
            entry.parent.name
            for documents in own
            for entry in documents.glob("*/metadata.yaml")
            if entry.parent.name != SHARED
            and any((folder / entry.parent.name / "template.html").is_file() for folder in every)
        )

    def sample(self, form: str, edition: str) -> dict[str, Any]:
        """The plain values of a form's sample: what all share, then the form's own, base first."""
        folders = [layer.documents for layer in reversed(list(self.layers(edition)))]
        values: dict[str, Any] = {}
        for folder in (*(one / SHARED for one in folders), *(one / form for one in folders)):
            values |= _sample(folder / "sample.yaml")
        return values

    def _read(self, form: str, edition: str) -> Form:
        shared: dict[str, Any] = {}
        own: dict[str, Any] = {}
        files: dict[str, str] = {}
        for layer in reversed(list(self.layers(edition))):
            documents = layer.documents
            files |= {f"{SHARED}/{name}": text for name, text in _texts(documents / SHARED)}
            files |= dict(_texts(documents / form))
            if not layer.borrowed:
                shared |= _entry(documents / SHARED)
                own |= _entry(documents / form)
        if "template.html" not in files or not own:
            raise RenderFailed(
                f"Formulir {form} tidak ada pada edisi {edition}. "
                f"Periksa folder rules/{edition}/documents/{form}."
            )
        metadata = shared | own
        version = hashlib.sha256(repr((sorted(metadata.items()), sorted(files.items()))).encode())
        return Form(metadata, files, version.hexdigest())

    def layers(self, edition: str) -> Iterator[Layer]:
        """Yield the edition, then what it amends, and so on; last those whose layouts it uses.

        A law that amends another takes over its forms. One that only uses the layouts of others
        (`layouts_of`, the first that has a form counts) has codes, titles and marks of its own.
        """
        seen: list[str] = []
        waiting, borrowed = [edition], False
        while waiting:
            name = waiting.pop(0)
            if name in seen:
                continue
            seen.append(name)
            documents = self._root / name / "documents"
            yield Layer(documents, borrowed)
            entry = self._root / name / "edition.yaml"
            text = entry.read_text("utf-8") if entry.is_file() else ""
            amended = (yaml.safe_load(text) or {}).get("amends")
            if amended is not None and not borrowed:
                waiting.append(amended)
            elif not borrowed:
                borrowed, lent = True, _entry(documents / SHARED).get("layouts_of", ())
                waiting += [lent] if isinstance(lent, str) else lent


@dataclass(frozen=True)
class Layer:
    """A folder of forms; `borrowed` when only its layouts are used."""

    documents: Path
    borrowed: bool


def _entry(folder: Path) -> dict[str, Any]:
    file = folder / "metadata.yaml"
    return (yaml.safe_load(file.read_text("utf-8")) or {}) if file.is_file() else {}


def _sample(file: Path) -> dict[str, Any]:
    return (yaml.safe_load(file.read_text("utf-8")) or {}) if file.is_file() else {}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    if folder.is_dir():
        for file in sorted(folder.iterdir()):
            if file.suffix in _SUFFIXES:
                yield file.name, file.read_text("utf-8")
