"""The public sentences are short, and the poster leads to the door it is for.

How plain they are is measured by words a sentence and by LIX (Björnsson 1968), which adds the share
of words of more than six letters: under 40 is plain prose, although affixes make Indonesian words
long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from flask import Flask

import webui
from tests.web.visitor import Visitor, words

ROOT = Path(webui.__file__).parent
MOST_WORDS = 20
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def sentences() -> Iterator[list[str]]:
    """Every Indonesian sentence of the citizens' pages, as its words."""
    for folder, method in (("templates/citizens", "jinja2"), ("citizens", "python")):
        for _file, _line, text, _notes, _context in extract_from_dir(
            ROOT / folder, method_map=[("**", method)], keywords={"_": None}
        ):
            said = re.sub(r"%\(\w+\)s", "hari", text if isinstance(text, str) else text[0])
            for sentence in re.split(r"[.?!:;]\s+|[.?!]$", said):
                if found := _WORD.findall(sentence):
                    yield found


def test_public_sentences_are_short() -> None:
    found = [one for one in sentences() if len(one) > 2]
    every = [word for one in found for word in one]
    long = sum(len(word) > 6 for word in every)
    mean = len(every) / len(found)
    assert len(found) > 40
    assert [" ".join(one) for one in found if len(one) > MOST_WORDS] == []
    assert mean < 10
    assert mean + 100 * long / len(every) < 40  # LIX: 35 when this was written


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_poster_of_an_office_leads_to_the_door(flask: Flask, language: str) -> None:
    stranger = Visitor(flask)
    offices = stranger.get(f"/lapor/poster?bahasa={language}")
    assert "/lapor/poster/07.05" in offices.text
    page = stranger.get(f"/lapor/poster/07.05?bahasa={language}")
    base = flask.extensions["casework"].settings.base_url
    assert "Kepahiang" in words(page)
    assert f"{base}/lapor" in words(page)
    assert "<svg" in page.text
    assert "Set-Cookie" not in page.headers
    assert stranger.get("/lapor/poster/99.99").status_code == 404
