"""What is worked out once and serves every test of a process: hashes, templates, statements.

Each test has a product of its own. A product that runs for weeks compiles a template or a statement
once; hundreds of products that run for a second each would do nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Engine

from casework.adapters.database import Database
from casework.services.people import officers

_COMPILED = ("dialect", "_compiled_cache")
PRODUCTS = officers.HASHER
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class CompiledTemplates(BytecodeCache):
    """Templates compiled in this process; the key of a bucket tells the source apart too."""

    def __init__(self) -> None:
        self.code: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what an earlier product compiled."""
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the next one."""
        self.code[bucket.key, bucket.checksum] = bucket.code


class CompiledStatements:
    """Statements compiled for one kind of database.

    What was compiled is filed under the dialect that compiled it, so a new engine takes over both.
    """

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}

    def lend(self, database: Database) -> None:
        """Let a database go on with what the first one of its kind compiled."""
        for name, engine in vars(database).items():
            if isinstance(engine, Engine):
                self._lend(f"{engine.dialect.name} {name}", engine)

    def _lend(self, kind: str, engine: Engine) -> None:
        # A dialect learns at its first connection what the server is.
        engine.connect().close()
        first = self.kept.setdefault(kind, {name: getattr(engine, name) for name in _COMPILED})
        for name, value in first.items():
            setattr(engine, name, value)


@contextmanager
def process() -> Iterator[CompiledStatements]:
    """While it lasts, products of this process share what costs the most."""
    with pytest.MonkeyPatch.context() as patch:
        # How long a guess takes is no test's business but one's, which brings its own hasher.
        patch.setattr(officers, "HASHER", CHEAP)
        patch.setattr(officers, "_NOBODY", CHEAP.hash("nobody's"))
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": CompiledTemplates()})
        yield CompiledStatements()
