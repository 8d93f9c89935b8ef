"""Every route for every role: it answers as declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from tests.staff import ROLES
from tests.web.steps import received
from tests.web.visitor import Visitor, words
from webui.core import access

AsRole = Callable[[str], Visitor]
REFUSED = "Tindakan ini hanya untuk"
METHODS = ("POST", "PUT", "PATCH", "DELETE", "GET")


def doors(flask: Flask) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each guarded address, with a method (one that changes first), the roles declared."""
    for rule in flask.url_map.iter_rules():
        values = {name: "nilai_syarat" if name == "act_id" else 1 for name in rule.arguments}
        with flask.test_request_context():
            path = flask.url_map.bind("localhost").build(rule.endpoint, values)
        method = next(one for one in METHODS if one in (rule.methods or ()))
        with flask.test_request_context(path, method=method):
            declared = access.permission_of(rule.endpoint) or ""
            if declared != access.OPEN:
                yield method, path, access.roles_for(declared)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_or_refused_as_declared(
    flask: Flask, as_role: AsRole, role: str
) -> None:
    received(as_role)
    visitor, wrong, seen = as_role(role), [], 0
    for method, path, roles in doors(flask):
        if method == "GET" and role in roles and path.startswith("/perkara/"):
            # Opened by each role in the journeys; here the guard is looked at.
            continue
        seen += 1
        # Without a form token nothing is done by those who are let in: they get 400.
        page = visitor.client.open(path, method=method)
        refused = page.status_code == 403 and REFUSED in words(page)
        if refused is (role in roles) or page.status_code >= 500:
            wrong.append((method, path, page.status_code))
        page.close()
    assert seen > 50
    assert wrong == []
