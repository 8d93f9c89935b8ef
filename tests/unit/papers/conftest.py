"""One renderer for all tests of papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, sample

Drawn = Callable[..., bytes]


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    drawing = Renderer(workers=1)
    yield drawing
    drawing.close()


@pytest.fixture(scope="session")
def drawn(renderer: Renderer) -> Drawn:
    """The PDF of a form's sample in an edition (the first one when none is named), drawn once."""

    @cache
    def draw(form: str, edition: str = EDITION) -> bytes:
        return renderer.render(form, edition, sample(form, edition), draft=False)

    return draw
