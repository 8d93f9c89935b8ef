"""Finds the Indonesian that an English page says without marking it as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from lxml import html

from casework.adapters import rulebook
from webui.core.language import catalogue

# No word of these is English, and a sentence of Indonesian seldom does without all of them.
FUNCTION_WORDS = re.compile(
    r"\b(yang|dengan|untuk|belum|sudah|dan|atau|dari|pada|oleh|tidak|ini|itu|akan|karena|bila|agar"
    r"|dalam|adalah|sebelum|sesudah|dapat|bukan|paling|lambat|sejak|kepada|hanya|setiap|semua|juga"
    r"|harus|tanpa|lewat|masih|lagi|telah|serta|sampai|bagi)\b",
    re.IGNORECASE,
)
SPOKEN = ("title", "aria-label", "placeholder", "alt")
SILENT = ("script", "style", "template")


@cache
def _translated() -> frozenset[str]:
    """Every text that has another one in English."""
    known = catalogue("en")._catalog
    return frozenset(
        " ".join(text.split())
        for text, english in known.items()
        if isinstance(text, str) and text and english != text
    )


@cache
def _english() -> frozenset[str]:
    """Every text of the English catalogue: some words are the same, or a message of another."""
    return frozenset(" ".join(text.split()) for text in catalogue("en")._catalog.values() if text)


@cache
def _names() -> tuple[str, ...]:
    """What agencies, elections and articles are called; a name is no sentence."""
    book = rulebook.load()
    named = {text for one in book.agencies.values() for text in (one.name, one.address_to)}
    named |= {one.title for one in book.elections.values()}
    for edition in book.editions.values():
        read = [*edition.articles, *(one.id for one in edition.provisions.values() if one.split)]
        named |= {edition.article_name(name) for name in read}
    return tuple(sorted(named, key=len, reverse=True))


def left(page: str, typed: Iterable[str] = ()) -> list[str]:
    """Every text of a page that is Indonesian, not marked with `lang`, and not typed by somebody.

    It is one of the catalogue, or holds a word that only Indonesian has.
    """
    written = tuple(" ".join(one.split()) for one in typed)
    found = dict.fromkeys(
        text for text in _said(html.fromstring(page), "en") if _is_indonesian(text, written)
    )
    return list(found)


def _is_indonesian(text: str, typed: tuple[str, ...]) -> bool:
    if text in _translated() and text not in _english() and text not in typed:
        return True
    for one in sorted((*typed, *_names()), key=len, reverse=True):
        text = text.replace(one, " ")
    return FUNCTION_WORDS.search(text) is not None


def _said(element: html.HtmlElement, lang: str) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    lang = element.get("lang") or lang
    if lang != "id":
        texts = [element.text, *(element.get(name) for name in SPOKEN)]
        if element.tag == "textarea":
            texts = []  # what an officer writes, or what the office writes every day
        yield from (" ".join(text.split()) for text in texts if text and text.strip())
    for child in element:
        yield from _said(child, lang)
        if lang != "id" and child.tail and child.tail.strip():
            yield " ".join(child.tail.split())
