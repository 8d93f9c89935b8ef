"""Which language a page speaks, and where its words come from.

The message ids are the Indonesian texts themselves; English is a ``.po`` catalogue read
straight from the package, so nothing has to be compiled before the first start.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, session
from flask_babel import Babel, Domain, get_locale

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}
"""Language code to the name the language has for itself."""

CATALOGUES = Path(__file__).with_name("translations")


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
        """The catalogue of the language this request speaks."""
        return self._loaded.get(str(get_locale()), self._loaded["id"])


def chosen() -> str:
    """The language the officer switched to, else Indonesian."""
    language = session.get("bahasa")
    return language if language in LANGUAGES else "id"


def other() -> tuple[str, str]:
    """Code and own name of the language the switch leads to."""
    code = "en" if chosen() == "id" else "id"
    return code, LANGUAGES[code]


def init(app: Flask) -> None:
    """Make every request of ``app`` speak the chosen language."""
    Babel(app, default_locale="id", locale_selector=chosen)
    domain = CatalogueDomain()

    @app.before_request
    def speak() -> None:
        domain.as_default()

    app.jinja_env.globals.update(language=chosen, other_language=other)


def safe_path(path: str | None) -> str:
    """``path`` if it is one of ours, else the desk; never another host's address."""
    inside = bool(path) and str(path).startswith("/") and str(path)[1:2] not in ("/", "\\")
    return str(path) if inside and str(path).isprintable() else "/"
