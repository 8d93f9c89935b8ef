"""Base classes of forms: put a service's refusals beside their fields, carry the case version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import Field, FieldList, FormField, IntegerField
from wtforms.widgets import HiddenInput

from casework.engine.templates import Template
from casework.errors import ActRefused, BadInput, CaseworkError, Lack
from webui.core import drafting
from webui.core.language import refused


class TaskForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form for one task. Refusals land beside their field, else in the error summary."""

    aliases: ClassVar[dict[str, str]] = {}
    """Name a service uses for a field, to the name this form gives it."""

    drafted: ClassVar[bool] = False
    """Whether its page keeps what is typed until it is sent."""

    templates: Sequence[Template] = ()
    """What an office writes every day, to be taken into this form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.problems: list[str] = []
        self.lacks: tuple[Lack, ...] = ()
        if self.drafted:
            drafting.fill(kwargs)
        super().__init__(*args, **kwargs)

    @property
    def rejected(self) -> bool:
        """Whether anything stands in the way of the form as sent."""
        return bool(self.errors or self.problems or self.lacks)

    def refuse(self, refusal: CaseworkError) -> None:
        """Put what a service refused where the officer will look for it."""
        if isinstance(refusal, ActRefused):
            self.lacks = refusal.lacks
        elif isinstance(refusal, BadInput):
            for problem in refusal.problems:
                self._place(problem.field, refused(problem.text))
        else:
            self.problems.append(refused(refusal))

    def _place(self, name: str, text: str) -> None:
        field = self.find(self.aliases.get(name, name))
        if field is None:
            self.problems.append(text)
        else:
            field.errors = [*field.errors, text]

    def find(self, path: str) -> Field | None:
        """The field at ``path`` (``respondents.0.name`` or ``respondents-0-name``), or None."""
        wanted = path.replace(".", "-").replace("[", "-").replace("]", "")
        found = dict(leaves(self))
        return found.get(wanted) or self._fields.get(wanted)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Each field with an error: its id in the page, and the text."""
        for _name, field in leaves(self):
            for text in _texts(field.errors):
                yield field.id, text

    @property
    def errors(self) -> dict[str, Any]:
        """Errors by field, also those a service added after validation."""
        return {name: field.errors for name, field in leaves(self) if field.errors}


def leaves(form: Any) -> Iterator[tuple[str, Field]]:
    """Every field of a form with its full name, groups and repeated rows opened up."""
    for field in form:
        yield from _open(field)


def _open(field: Field) -> Iterator[tuple[str, Field]]:
    if isinstance(field, FormField):
        yield from leaves(field.form)
    elif isinstance(field, FieldList):
        for entry in field.entries:
            yield from _open(entry)
    else:
        yield field.name, field


def _texts(errors: Any) -> Iterator[str]:
    for error in errors or ():
        if isinstance(error, (list, tuple)):
            yield from _texts(error)
        else:
            yield str(error)


class CaseForm(TaskForm):
    """A form about one case: it carries the version the officer was looking at, and is drafted."""

    drafted = True

    version = IntegerField(widget=HiddenInput())

    @property
    def seen(self) -> int:
        """The case version the page showed; 0 when the field was tampered with."""
        return self.version.data or 0
