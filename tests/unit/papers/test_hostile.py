"""Hostile text prints as it was typed and does nothing."""

from __future__ import annotations

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import LAYOUTS, filled, sample, words_of
from tests.unit.papers.test_layout import assert_inside

TEXTS = (
    '<b>tebal</b><script>alert(1)</script><img src="http://127.0.0.1:9/x">',
    "{{7*7}} {% raw %} {{ cycler.__init__.__globals__ }} ${7*7} #{7*7}",
    "file:///etc/passwd http://169.254.169.254/ data:text/html,x url(paper:emblem.svg)",
    "</style><style>body{display:none}</style> --><!-- ]]> &amp; &#65;",
)


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_it_prints_literally(renderer: Renderer, edition: str, form: str) -> None:
    pdf = renderer.render(
        form, edition, filled(sample(form, edition), " ".join(TEXTS)), draft=False
    )
    joined = words_of(pdf).replace(" ", "")
    for text in TEXTS:
        assert text.replace(" ", "") in joined
    assert b"/URI" not in pdf
    assert_inside(pdf)


@pytest.mark.parametrize(("edition", "form"), LAYOUTS)
def test_marks_and_emoji_do_not_turn_or_break_the_page(
    renderer: Renderer, edition: str, form: str
) -> None:
    text = "Budi \u202eibuD\u202c \u2066x\u2069 \U0001f600 \u0627\u0644 \x00\x07 \ud83d Ünï ﷺ"
    pdf = renderer.render(form, edition, filled(sample(form, edition), text), draft=False)
    joined = words_of(pdf).replace(" ", "")
    assert "BudiibuDx[U+1F600][U+0627][U+0644]" in joined
    assert "Ünï[U+FDFA]" in joined
    assert_inside(pdf)
