"""Points out, once, that a text of the intake form for all officers names a protected person."""

from __future__ import annotations

from wtforms import Field

from casework.services.cases.record import naming
from webui.intake.forms import IntakeForm

READ = ("peristiwa", "judul", "tempat", "uraian")
"""The answers that whoever may open the case reads."""


def naming_fields(form: IntakeForm) -> tuple[Field, ...]:
    """The answers for all to read that tell who reports or witnesses."""
    people = [*form.reporters(), *form.witnesses()]
    texts = {name: form[name].data or "" for name in READ}
    return tuple(form[name] for name in naming.telling(people, texts, texts["tempat"]))


def still_to_say(form: IntakeForm) -> tuple[Field, ...]:
    """The answers that name somebody protected, where the officer has not been shown them yet.

    Nothing once the officer has read it and sent the form again; the form remembers which were
    shown.
    """
    found = naming_fields(form)
    names = {one.name for one in found}
    if names <= set((form.nama_dibaca.data or "").split(",")):
        return ()
    form.nama_dibaca.data = ",".join(sorted(names))
    return found
