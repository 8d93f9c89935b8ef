"""Which language a page speaks, and where its words come from.

The message ids are the Indonesian texts themselves; English is a ``.po`` catalogue read
straight from the package, so nothing has to be compiled before the first start.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, request, session
from flask_babel import Babel, Domain

from casework.errors import Told

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
"""Language code to the name the language has for itself."""

CATALOGUES = Path(__file__).parents[1] / "translations"


def catalogue(language: str, root: Path = CATALOGUES) -> NullTranslations:
    """The translations of ``language``, compiled in memory; empty for the source language."""
    path = root / language / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return Translations()
    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class CatalogueDomain(Domain):  # type: ignore[misc]  # Flask-Babel ships no types
    """A gettext domain that reads ``.po`` files without a compiled twin."""

    def __init__(self) -> None:
        super().__init__()
        self._loaded = {code: catalogue(code) for code in LANGUAGES}

    def get_translations(self) -> NullTranslations:
        """The catalogue of the language this request speaks; found once a request."""
        try:
            found: NullTranslations = g.catalogue
        except AttributeError:
            found = g.catalogue = self._loaded.get(spoken(), self._loaded["id"])
        except RuntimeError:  # outside of any request
            found = self._loaded["id"]
        return found


DOMAIN = CatalogueDomain()


def spoken() -> str:
    """Code of the language this request speaks; found once a request."""
    try:
        found: str = g.spoken
    except AttributeError:
        found = g.spoken = chosen()
    return found


def here() -> str:
    """Code of the language this request speaks; "id" (Indonesian) outside of any request."""
    try:
        return spoken()
    except RuntimeError:
        return "id"


def say(text: str, **values: object) -> str:
    """What ``gettext`` says, without looking for the language again at each word."""
    said: str = DOMAIN.get_translations().gettext(text)
    return said % values if values else said


def refused(refusal: Exception | str) -> str:
    """Why a service refused something, in the language of this request where it is known."""
    text = refusal if isinstance(refusal, str) else next(iter(refusal.args), "")
    if isinstance(text, Told):
        values = {
            name: say(one) if isinstance(one, str) else one for name, one in text.values.items()
        }
        return say(text.pattern) % values
    return say(text) if text and isinstance(text, str) else str(refusal)


def say_many(one: str, many: str, n: int) -> str:
    """What ``ngettext`` says."""
    said: str = DOMAIN.get_translations().ngettext(one, many, n)
    return said


_SAID: dict[tuple[str, int], Mapping[str, Any]] = {}


def said(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table of lazy words in the language of this request; outside of one, as it is.

    A lazy word looks for its language again each time it is written, and a list writes hundreds.
    """
    try:
        key = spoken(), id(table)
    except RuntimeError:
        return table
    kept = _SAID.get(key)
    if kept is None or len(kept) != len(table):
        kept = _SAID[key] = {code: str(word) for code, word in table.items()}
    return kept


def chosen() -> str:
    """The language the address asks for, else the one switched to, else Indonesian."""
    language = request.args.get("bahasa") or session.get("bahasa")
    return language if language in LANGUAGES else "id"


def other() -> tuple[str, str]:
    """Code and own name of the language the switch leads to."""
    code = "en" if chosen() == "id" else "id"
    return code, LANGUAGES[code]


def init(app: Flask) -> None:
    """Make every request of ``app`` speak the chosen language."""
    Babel(app, default_locale="id", locale_selector=chosen)
    # A page says some hundred words: say them ourselves, and reach them without a detour by `_`.
    app.jinja_env.install_gettext_callables(say, say_many, newstyle=True)  # type: ignore[attr-defined]  # of Jinja's extension
    app.jinja_env.globals["_"] = app.jinja_env.globals["gettext"]

    @app.before_request
    def speak() -> None:
        DOMAIN.as_default()

    app.jinja_env.globals.update(language=chosen, other_language=other)


def safe_path(path: str | None) -> str:
    """``path`` if it is one of ours, else the desk; never another host's address."""
    inside = bool(path) and str(path).startswith("/") and str(path)[1:2] not in ("/", "\\")
    return str(path) if inside and str(path).isprintable() else "/"
