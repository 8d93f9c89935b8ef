"""What must hold after any post, however hostile."""

from __future__ import annotations

from lxml import html
from werkzeug.test import TestResponse

from tests.fuzz.hostile import ANSWER, HEADER, MARK

FINE = frozenset({200, 303, 400, 403, 404, 405, 409, 413, 422, 429})
"""200 is a page that shows the form again because a row was asked for."""


def faults(page: TestResponse) -> list[str]:
    """Everything that is wrong with the answer; empty when it is as it must be."""
    found = []
    if page.status_code not in FINE:
        found.append(f"status {page.status}")
    if HEADER in page.headers:
        found.append("a header was typed into the answer")
    if "html" in page.content_type and page.data:
        found += _taken_as_markup(page.text)
    if "Traceback (most recent call last)" in page.text:
        found.append("a traceback")
    return found


def _taken_as_markup(text: str) -> list[str]:
    tree = html.fromstring(text.replace("\x00", ""))
    found = [
        f"typed text became markup: {html.tostring(one)[:200]!r}"
        for one in tree.xpath(
            f"//*[starts-with(@id, '{MARK}')] | //@*[starts-with(name(), 'on')]/.."
            f" | //script[contains(., '{MARK}')] | //a[contains(@href, 'javascript:')]"
        )
    ]
    if ANSWER in text:
        found.append("typed text was run as a template")
    return found


def lost(page: TestResponse, sent: dict[str, list[str]]) -> list[str]:
    """Names of plain text controls whose typed text is gone from a page that refused it.

    A page shows what was typed again; passwords, files and what no text control can hold (line
    ends in one line, control characters) are the exception.
    """
    if page.status_code != 422 or "html" not in page.content_type:
        return []
    kept = {
        str(one.get("name")): str(one.value or "")
        for one in html.fromstring(page.text.replace("\x00", "")).xpath(
            "//main//textarea[@name] | //main//input[@name and @type='text']"
        )
    }
    return [
        name
        for name, texts in sent.items()
        if len(texts) == 1
        and name in kept
        and texts[0].strip()
        and texts[0].isprintable()
        and kept[name].strip() != texts[0].strip()
    ]
