"""Nothing typed is lost: a form in which somebody writes a text keeps itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import webui
from webui.core.fields import Prose
from webui.core.forms import TaskForm

OTHERWISE = {
    "webui.core.sample_form": "shown on the page of the components, never sent",
    "webui.intake.forms": "the base of forms that say it themselves",
    "webui.intake.steps_form": "the steps of an intake keep themselves, several of them apart",
}


def forms(base: type[TaskForm] = TaskForm) -> Iterator[type[TaskForm]]:
    for one in base.__subclasses__():
        yield one
        yield from forms(one)


def writes(form: type[TaskForm]) -> bool:
    fields = (getattr(getattr(form, name, None), "field_class", object) for name in dir(form))
    return any(issubclass(field, Prose) for field in fields)


def test_a_form_with_a_text_is_drafted() -> None:
    for module in pkgutil.walk_packages(webui.__path__, "webui."):
        importlib.import_module(module.name)
    ours = {form for form in forms() if form.__module__.startswith("webui.") and writes(form)}
    assert len(ours) > 40
    left = {form.__module__ for form in ours if not form.drafted}
    assert left <= OTHERWISE.keys(), left
