"""An office to work in."""

from __future__ import annotations

import pytest

from casework.bootstrap import App
from tests.bureau import Bureau
from tests.conftest import SettableClock


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    """The province's office with its training staff, on the morning of 2024-09-19."""
    return Bureau(app, clock)
