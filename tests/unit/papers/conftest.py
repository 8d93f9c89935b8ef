"""One renderer for all tests of papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, sample

Drawn = Callable[[str], bytes]


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    drawing = Renderer(workers=1)
    yield drawing
    drawing.close()


@pytest.fixture(scope="session")
def drawn(renderer: Renderer) -> Drawn:
    """The PDF of a form's sample, drawn once."""
    return cache(lambda form: renderer.render(form, EDITION, sample(form), draft=False))
