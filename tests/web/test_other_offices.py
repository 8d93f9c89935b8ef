"""What belongs to another office: whoever sends a form to its address changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document
from tests.fuzz.world import open_cases
from tests.staff import ROLES
from tests.standing_rows import state
from tests.web.visitor import Visitor

AsRole = Callable[[str], Visitor]
# About the law or about the sender's own things, whoever sends it.
OWN = ("/aturan/", "/akun/", "/pemberitahuan/", "/bahasa/", "/pengaturan/pemberitahuan")


def addresses(flask: Flask, keys: tuple[int, ...]) -> Iterator[str]:
    """Every address that takes a form and names a thing by its key."""
    routes = flask.url_map.bind("localhost")
    for rule in flask.url_map.iter_rules():
        if "POST" not in (rule.methods or ()) or "<int:" not in rule.rule:
            continue
        for key in keys:
            values = dict.fromkeys(rule.arguments, key) | {"act_id": "limpahkan"}
            named = {name: values[name] for name in rule.arguments}
            path = routes.build(rule.endpoint, named, method="POST")
            # The first officers are those of the other office, later ones the sender's own.
            colleague = path.startswith("/pengaturan/") and key > len(ROLES)
            if not path.startswith(OWN) and not colleague:
                yield path


@pytest.mark.parametrize(
    "role", ["coordinator", "chair", "case_officer", "head_of_secretariat", "administrator"]
)
def test_forms_for_the_things_of_another_office_find_nothing(
    app: App, flask: Flask, as_role: AsRole, role: str
) -> None:
    open_cases(app, as_role)
    with app.database.read() as session:
        letter = session.scalars(
            select(Document.id).where(Document.kind == "undangan_klarifikasi")
        ).first()
    other = Visitor(flask, f"{role}-kepahiang")
    token, before, wrong = other.token(), state(app), []
    typed = {"csrf_token": token, "version": "1", "alasan": "Mencoba saja.", "arsip": "1"}
    paths = sorted({*addresses(flask, (1, 4, letter or 1))})
    assert len(paths) > 60
    for path in paths:
        answer = other.client.post(path, data=typed)
        if answer.status_code not in (403, 404, 405):
            wrong.append((path, answer.status))
        answer.close()
    assert wrong == []
    assert state(app) == before
