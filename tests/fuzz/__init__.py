"""Hostile posts to every form: the forms are found by walking the pages as each role would."""

from __future__ import annotations

import os

POSTS = "CASEWORK_TEST_FUZZ_POSTS"


def how_many(usual: int) -> int:
    """Posts of one run: `make fuzz` asks for more than `make test`."""
    return int(os.environ.get(POSTS, usual))
