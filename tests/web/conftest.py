"""The pages on the product of `app`, with one officer a role at two offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from casework.bootstrap import App
from tests import stages
from tests.staff import settle
from tests.web.served import Served
from tests.web.visitor import Visitor


@pytest.fixture(scope="session")
def served() -> Served:
    """Serves an installation with the one web application of this process."""
    return Served()


@pytest.fixture
def flask(app: App, served: Served) -> Flask:
    """The web application; Bawaslu Provinsi Bengkulu and Kepahiang have staff."""
    stages.library().after(app, "two offices", lambda: two_offices(app))
    return served(app)


def two_offices(app: App) -> None:
    """Staff at the province's office and at one below."""
    settle(app)
    settle(app, "07.05", "-kepahiang")


@pytest.fixture
def as_role(flask: Flask) -> Callable[[str], Visitor]:
    """Give a signed-in visitor by role; the same one each time."""
    known: dict[str, Visitor] = {}

    def visitor(role: str) -> Visitor:
        if role not in known:
            known[role] = Visitor(flask, role)
        return known[role]

    return visitor
