"""How often one address may fail: only failures count, and no address is kept."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.visitor import Visitor, words
from webui.app import create_app


def fail(flask: Flask, times: int, **headers: str) -> list[int]:
    """Try wrong passwords for names nobody has; gives the statuses."""
    visitor = Visitor(flask)
    typed = {**visitor.fields(visitor.get("/masuk")), "password": "salah-salah-salah"}
    return [
        visitor.client.post("/masuk", data={**typed, "login": f"hantu{n}"}, headers=headers)
        .status_code
        for n in range(times)
    ]  # fmt: skip


@pytest.fixture
def flask(flask: Flask) -> Flask:
    """As in an office, with fewer tries."""
    flask.config["LOGIN_TRIES"] = "3 per 15 minutes"
    return flask


def test_too_many_failures_from_one_address_end_in_a_page_with_words(flask: Flask) -> None:
    assert fail(flask, 4) == [422] * 3 + [429]
    visitor = Visitor(flask)
    page = visitor.sign_in("chair")
    assert page.status_code == 429
    assert "Tunggu lima belas menit" in words(page)
    assert int(page.headers["Retry-After"]) > 0
    # Whoever is signed in goes on working, the page itself still opens, and so do other houses.
    assert visitor.get("/masuk").status_code == 200
    assert fail(create_app(flask.extensions["casework"]), 1) == [422]


def test_each_address_behind_our_proxy_has_its_own_count(flask: Flask) -> None:
    flask.config["TRUSTED_PROXIES"] = 1
    assert fail(flask, 4, X_Forwarded_For="203.0.113.7")[-1] == 429
    assert fail(flask, 1, X_Forwarded_For="203.0.113.7, 203.0.113.8") == [422]


def test_right_passwords_never_count(flask: Flask) -> None:
    visitors = [Visitor(flask, "chair") for _time in range(4)]
    assert visitors[-1].get("/").status_code == 200
