"""Closed by default: every route declares who may open it, and the guard keeps to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from casework.bootstrap import App
from casework.engine import roles
from casework.services.acts.registry import services
from tests.staff import ROLES
from tests.web.steps import received
from tests.web.visitor import Visitor, words
from webui.app import create_app
from webui.cases.acts_page import endpoint_of
from webui.core import access, labels
from webui.core.access import SHARED

AsRole = Callable[[str], Visitor]
# The only pages a stranger may open.
OPEN = {
    "static",
    "announcements.feed",
    "announcements.show",
    "citizens.poster",
    "citizens.posters",
    "citizens.start",
    "auth.sign_in",
    "auth.sign_out",
    "auth.switch",
    "feeds.calendar",
    "fonts.font",
    "fonts.stylesheet",
    "health.live",
    "health.ready",
    "verification.ask",
    "verification.compare",
    "verification.show",
    "password_link.show",
    "second_factor.ask",
    "second_factor.enrol",
    "sso.back",
    "sso.leave",
}


def test_every_route_declares_a_permission(flask: Flask) -> None:
    with flask.app_context():
        declared = {
            rule.endpoint: access.permission_of(rule.endpoint)
            for rule in flask.url_map.iter_rules()
        }
    assert {name for name, permission in declared.items() if permission is None} == set()
    assert {name for name, permission in declared.items() if permission == access.OPEN} == OPEN


def test_a_route_that_forgets_to_declare_is_closed(flask: Flask) -> None:
    changed = create_app(flask.extensions["casework"])
    changed.add_url_rule("/terlupa", "terlupa", lambda: "rahasia")
    assert Visitor(changed, "chair").get("/terlupa").status_code == 404


def test_every_act_of_the_law_has_its_page(flask: Flask, app: App) -> None:
    with flask.test_request_context():
        pages = access.act_pages()
        for edition in app.law.editions.values():
            if edition.no_cases or not edition.acts:
                continue
            for act in edition.acts.values():
                own = act.id in services() or act.begins is not None
                assert (endpoint_of(act.id) != SHARED) is own, act.id
        known = {act for edition in app.law.editions.values() for act in edition.acts}
        assert set(pages) <= known
        for name, endpoint in pages.items():
            declared = access.permission_of(endpoint) or ""
            named = name in declared.removeprefix("tindakan:").split(",")
            # A page that leads to several acts has a permission of its own, for all who do one.
            assert named or access.roles_for(f"tindakan:{name}") <= access.roles_for(declared), name


def test_the_shared_page_belongs_to_the_roles_of_the_act_it_names(flask: Flask, app: App) -> None:
    for act in app.law.editions["pemilihan-2020"].acts.values():
        with flask.test_request_context(f"/perkara/1/tindakan/{act.id}"):
            declared = access.permission_of(SHARED) or ""
            assert set(act.roles) <= access.roles_for(declared)
    with flask.test_request_context("/perkara/1/tindakan/menghilang"):
        assert access.roles_for(access.permission_of(SHARED) or "") == frozenset()


def paths(flask: Flask) -> list[str]:
    """Every guarded page that is opened by GET, on case 1."""
    with flask.test_request_context():
        adapter = flask.create_url_adapter(None) or flask.url_map.bind("localhost")
        found = []
        for rule in flask.url_map.iter_rules():
            if rule.endpoint in OPEN or "GET" not in (rule.methods or ()):
                continue
            values = dict.fromkeys(rule.arguments, 1)
            found.append(adapter.build(rule.endpoint, values, force_external=False))
        return found


def test_a_stranger_is_sent_to_the_sign_in_page(flask: Flask) -> None:
    stranger = Visitor(flask)
    for path in paths(flask):
        page = stranger.get(path)
        assert page.status_code == 303, path
        assert page.headers["Location"].startswith("/masuk"), path


def test_an_unknown_case_and_a_case_of_another_office_look_alike(
    flask: Flask, as_role: AsRole
) -> None:
    received(as_role)
    other = Visitor(flask, "coordinator-kepahiang")
    for path in paths(flask):
        if "/1" not in path:
            continue
        elsewhere, missing = other.get(path), other.get(path.replace("/1", "/999", 1))
        assert elsewhere.status_code == missing.status_code, path
        assert elsewhere.status_code in (403, 404), path


def shared(act: str) -> dict[str, str]:
    """What the address of a shared page names beside the case."""
    return {"act_id": act} if endpoint_of(act) == SHARED else {}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_refused_the_acts_of_others(
    flask: Flask, app: App, as_role: AsRole, role: str
) -> None:
    received(as_role)
    visitor = as_role(role)
    token = visitor.token()
    acts = app.law.editions["pemilihan-2020"].acts
    with flask.test_request_context():
        adapter = flask.create_url_adapter(None) or flask.url_map.bind("localhost")
        urls = {
            act: adapter.build(endpoint_of(act), {"case_id": 1} | shared(act))
            for act in acts
            if acts[act].begins is None
        }
    for act, path in urls.items():
        page = visitor.client.post(path, data={"csrf_token": token, "version": "1"})
        permission_roles = set(acts[act].roles) | (
            {"case_officer"} if act in ("catat_klarifikasi", "catat_ketidakhadiran") else set()
        )
        if role in permission_roles:
            assert page.status_code in (405, 409, 422), (act, page.status)
        else:
            assert page.status_code in (403, 405), (act, page.status)
            if page.status_code == 403:
                assert "Tindakan ini hanya untuk" in words(page)


def test_the_administrator_sees_no_case(as_role: AsRole) -> None:
    received(as_role)
    assert as_role("administrator").get("/perkara/1").status_code == 403
    assert as_role("administrator").get("/").status_code == 200


def test_the_identity_is_opened_with_a_reason_and_leaves_a_trace(as_role: AsRole) -> None:
    received(as_role)
    path = "/perkara/1/pihak/1/identitas"
    coordinator = as_role("coordinator")
    assert as_role("case_officer").get(path).status_code == 403
    assert coordinator.submit(path, {"alasan": ""}).status_code == 422
    page = coordinator.submit(path, {"alasan": "Memanggil pelapor"})
    assert "Budi Santoso" in words(page)
    shown = words(as_role("case_officer").get("/perkara/1"))
    assert "Identitas dibuka" in shown
    assert "Memanggil pelapor" in shown
    assert "Budi" not in shown


def test_a_role_is_called_the_same_on_pages_and_in_refusals(flask: Flask) -> None:
    with flask.test_request_context():
        shown = {role: str(labels.role(role)) for role in roles.TITLES}
    assert shown == dict(roles.TITLES)


def test_who_cannot_sign_in_reads_that_and_not_of_saving(flask: Flask) -> None:
    page = Visitor(flask).sign_in("case_officer", "bukan ini")
    assert "Belum dapat masuk" in words(page)
    assert "disimpan" not in words(page)
