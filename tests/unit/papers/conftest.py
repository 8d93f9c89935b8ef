"""One renderer for all tests of papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, sample

Drawn = Callable[..., bytes]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of one form go to one process, which draws its sample once."""
    for item in items:
        given = getattr(getattr(item, "callspec", None), "params", {})
        if "form" in given and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(f"{given.get('edition')} {given['form']}"))


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
