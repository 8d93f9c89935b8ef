"""What the gate takes a sample of; all of it runs in `make test-all`, and when a test is named."""

from __future__ import annotations

import os

VARIABLE = "CASEWORK_TEST_SAMPLE"
MARKER = "thorough"
"""A test that looks a second time at what the gate has seen; `make test-all` runs it."""


def sampled() -> bool:
    """Whether this run is the gate, which takes a sample."""
    return bool(os.environ.get(VARIABLE))
