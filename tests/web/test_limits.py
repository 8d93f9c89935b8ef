"""How often one address may fail: only failures count, and no address is kept."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest
from flask import Flask

from casework.errors import SettingsError
from casework.settings import Settings
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


COUNTING = """
from webui.app import create_app
from webui.core.throttle import limiter
flask = create_app()
client = flask.test_client()
print(type(limiter.storage).__name__, repr(flask.config["LOGIN_SCOPE"]))
print(*(client.get("/verifikasi").status_code for time in range(61)))
"""


@pytest.mark.usefixtures("app")
def test_while_redis_does_not_answer_a_process_counts_for_itself() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # taken, and nobody listens
        address = f"redis://127.0.0.1:{held.getsockname()[1]}/0"
        told = subprocess.run(
            [sys.executable, "-c", COUNTING],
            env={**os.environ, "CASEWORK_REDIS_URL": address},
            capture_output=True,
            text=True,
            check=True,
        )
    storage, statuses = told.stdout.splitlines()[-2:]
    assert storage == "RedisStorage ''"
    assert statuses.split() == ["200"] * 60 + ["429"]


def test_an_address_of_something_else_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CASEWORK_REDIS_URL", "memcached://127.0.0.1")
    with pytest.raises(SettingsError, match="CASEWORK_REDIS_URL"):
        Settings.from_env()
