"""Who is working on a case just now: seen by others, in nobody's way, gone by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from casework.bootstrap import App
from casework.models import WorkMark
from casework.services.cases import active_editors
from tests.web.steps import act, all_met, received
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
ACT, RENEW = "/perkara/1/syarat", "/perkara/1/sedang-dikerjakan"
SEEN = "Sedang dikerjakan oleh Bayu Pratama"


def marks(app: App) -> list[WorkMark]:
    with app.database.read() as session:
        return session.query(WorkMark).all()


def test_an_open_page_of_an_act_is_seen_by_others_and_stops_nobody(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    officer, coordinator = as_role("case_officer"), as_role("coordinator")
    assert SEEN not in words(coordinator.get("/perkara/1"))
    assert officer.get(ACT).status_code == 200
    for page in (coordinator.get("/perkara/1"), coordinator.get("/perkara/1/koreksi")):
        assert SEEN in words(page) or page.status_code != 200
    assert SEEN not in words(officer.get(ACT))
    assert "nilai_syarat" in {mark.act for mark in marks(app)}


def test_it_expires_by_itself_and_is_renewed_while_open(
    app: App, as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(as_role)
    officer, coordinator = as_role("case_officer"), as_role("coordinator")
    monkeypatch.setattr(active_editors, "LASTS", timedelta(seconds=-1))
    officer.get(ACT)
    assert SEEN not in words(coordinator.get("/perkara/1"))
    monkeypatch.setattr(active_editors, "LASTS", timedelta(minutes=3))
    sent = {"csrf_token": officer.token(), "tindakan": "nilai_syarat"}
    assert officer.client.post(RENEW, data=sent).status_code == 200
    assert SEEN in words(coordinator.get("/perkara/1"))
    assert len(marks(app)) == 1


def test_the_mark_says_only_what_its_officer_may_do(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    for named in ("registrasi", "<b>libur</b>", ""):
        sent = {"csrf_token": officer.token(), "tindakan": named}
        assert officer.client.post(RENEW, data=sent).status_code == 200
    assert marks(app) == []


def test_looking_at_a_case_leaves_no_mark_and_another_office_sees_none(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    received(as_role)
    as_role("case_officer").get("/perkara/1")
    assert marks(app) == []
    other = Visitor(flask, "case_officer-kepahiang")
    sent = {"csrf_token": other.token(), "tindakan": "nilai_syarat"}
    assert other.client.post(RENEW, data=sent).status_code == 404


def test_the_mark_goes_with_the_act(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    page = officer.get(ACT)
    assert len(marks(app)) == 1
    done = officer.submit(ACT, page=page)
    assert done.status_code in (303, 422), words(done)
    assert len(marks(app)) == (0 if done.status_code == 303 else 1)


def test_it_ends_with_its_page_but_not_that_of_another_act(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    officer.get(ACT)
    sent = {"csrf_token": officer.token(), "selesai": "1"}
    assert officer.client.post(RENEW, data={**sent, "tindakan": "registrasi"}).status_code == 204
    assert len(marks(app)) == 1
    assert officer.client.post(RENEW, data={**sent, "tindakan": "nilai_syarat"}).status_code == 204
    assert marks(app) == []


def test_a_case_file_learns_that_the_case_went_on(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer, coordinator = as_role("case_officer"), as_role("coordinator")
    shown = re.search(r'data-version="(\d+)"', coordinator.get("/perkara/1").text)
    sent = {"csrf_token": coordinator.token(), "tindakan": ""}
    answer = coordinator.client.post(RENEW, data=sent)
    assert shown
    assert answer.headers["X-Case-Version"] == shown[1]
    act(officer, "/perkara/1/syarat", all_met(app))
    answer = coordinator.client.post(RENEW, data=sent)
    assert int(answer.headers["X-Case-Version"]) > int(shown[1])
