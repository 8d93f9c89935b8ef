"""The areas of the pages: a folder each, with its views, forms and what its pages show."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint

AREAS = (
    "account", "cases", "citizens", "clarification", "core", "deadlines", "desk", "documents",
    "gakkumdu", "guide", "hearing", "intake", "kerawanan", "law", "picture", "pleno", "referral",
    "review", "settings",
)  # fmt: skip


def blueprints() -> Iterator[Blueprint]:
    """The blueprint `bp` of each module `views` or `…_views` of every area."""
    for area in AREAS:
        package = import_module(f"webui.{area}")
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            if module.name.endswith(("views", "_views")):
                yield import_module(module.name).bp
