"""Hundreds of hostile posts to every form that a role can reach: no 500, nothing reflected."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from casework.bootstrap import App
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import examine
from tests.fuzz import POSTS, how_many
from tests.fuzz.hostile import sensible, spoils
from tests.fuzz.judging import faults, lost
from tests.fuzz.walking import Form, fields, walk
from tests.fuzz.world import open_cases
from tests.sample import sampled
from tests.staff import ROLES
from tests.standing_rows import state
from tests.web.visitor import Visitor

NOBODY = Actor.system(0)

AsRole = Callable[[str], Visitor]


@pytest.fixture
def forms(app: App, flask: Flask, as_role: AsRole) -> list[Form]:
    """The forms of all roles, each once a page and role; what stands on every page once a role.

    To find them hundreds of pages are opened, and none may change anything by that.
    """
    open_cases(app, as_role)
    before = state(app)
    found: dict[tuple[str, str, str], Form] = {}
    files: set[str] = set()
    for role in ROLES:
        for form in walk(as_role(role), role, files)[0]:
            everywhere = form.action.startswith("/bahasa/")
            found.setdefault((role, "" if everywhere else form.page, form.action), form)
    (rows, counts), (rows_before, counts_before) = state(app), before
    # The secret of a second factor is offered by its page and means nothing until it is confirmed.
    kept = {name: row for name, row in rows.items() if not name.startswith("second_factors:")}
    assert kept == rows_before
    changed = {name for name, count in counts.items() if count != counts_before[name]}
    assert changed <= {"second_factors"}
    return list(found.values())


def test_no_form_is_hurt_by_what_is_typed_into_it(
    app: App, as_role: AsRole, forms: list[Form], capsys: pytest.CaptureFixture[str]
) -> None:
    told: dict[int, int] = {}
    by_action: dict[str, list[Form]] = {}
    for form in forms:
        by_action.setdefault(form.action, []).append(form)
    assert len(by_action) > 30, sorted(by_action)

    @given(data=st.data())
    @settings(
        max_examples=how_many(90 if sampled() else 500),
        deadline=None,
        # The gate repeats itself; `make fuzz` goes somewhere new each time.
        derandomize=POSTS not in os.environ,
        # The office goes on from post to post: an example cannot be made smaller afterwards.
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    def post(data: st.DataObject) -> None:
        # By address first: a form that stands on forty pages is not forty times as likely.
        action = data.draw(st.sampled_from(sorted(by_action)), label="action")
        form = data.draw(st.sampled_from(by_action[action]), label="form")
        spoiled = data.draw(spoils(form.fields, megabyte=data.draw(st.integers(0, 40)) == 0))
        visitor = as_role(form.role)
        page = visitor.get(form.page)
        if page.status_code == 303 and "/masuk" in page.headers["Location"]:
            visitor.sign_in(form.role)
            page = visitor.get(form.page)
        assert not faults(page), (str(form), faults(page))
        now = fields(page, form.place) if page.status_code == 200 else ()
        sent = {**sensible(now or form.fields), **spoiled}
        answer = visitor.client.post(form.action, data=sent, content_type="multipart/form-data")
        # A long body lies in a file of the test client, which nobody else closes.
        answer.request.environ["wsgi.input"].close()
        told[answer.status_code] = told.get(answer.status_code, 0) + 1
        assert not faults(answer), (str(form), faults(answer), _short(sent))
        assert not lost(answer, spoiled), (str(form), lost(answer, spoiled), _short(sent))

    post()
    with capsys.disabled():
        sys.stdout.write(f"{sum(told.values())} posts, {len(forms)} forms; answers {told}\n")
    assert told.get(422, 0) > 0
    assert told.get(303, 0) > 0
    with app.reading(NOBODY) as work:
        broken = [one for one in examine(work, app.anchors.read()) if not one.holds]
    assert broken == []


def _short(sent: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: [text[:80] for text in texts] for name, texts in sent.items()}
