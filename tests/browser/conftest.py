"""A real Chromium against a real gunicorn; one browser window a role."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from werkzeug.routing import MapAdapter

from casework.bootstrap import App
from casework.services.core.work import Actor
from casework.services.people import training
from casework.services.people.training import PASSWORD
from tests import stages
from tests.browser import serving
from tests.browser.window import Window
from tests.conftest import SettableClock
from tests.fuzz.walking import walk
from tests.fuzz.world import open_cases
from tests.web.visitor import Visitor
from webui.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

ACCOUNTS = {
    "intake_officer": "penerima",
    "case_officer": "penangan",
    "coordinator": "koordinator",
    "chair": "ketua",
    "commissioner": "anggota",
    "secretariat": "sekretariat",
    "head_of_secretariat": "kepala",
    "legal_reviewer": "penelaah",
    "administrator": "admin",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; as root it runs without its sandbox."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def prepared() -> ForkServerContext:
    """Starts processes that have the product's modules already: to import them takes seconds."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.browser.serving", "gunicorn.app.wsgiapp", "webui.app"])
    return context


@pytest.fixture
def server(
    app: App, clock: SettableClock, tmp_path: Path, prepared: ForkServerContext
) -> Iterator[str]:
    """The pages on the database of `app`, with the training set, in a process of their own."""
    stages.library().leave()
    with app.unit_of_work(Actor.system(0)) as work:
        training.seed(work)
    url = f"http://127.0.0.1:{free_port()}"
    # In training mode, as on an officer's machine: failures end in pages, not in tracebacks.
    environment = {**os.environ, "CASEWORK_MODE": "training", "CASEWORK_PUBLIC_URL": url}
    process = prepared.Process(
        target=serving.serve,
        args=(environment, url.removeprefix("http://"), tmp_path / "gunicorn.log"),
    )
    process.start()
    try:
        _wait(f"{url}/health/ready")
        yield url
    finally:
        process.terminate()
        process.join(timeout=30)
        assert process.exitcode == 0


def _wait(url: str) -> None:
    for _attempt in range(120):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise TimeoutError(url)


class Windows:
    """One signed-in window a training account, opened when first asked for."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.browser, self.server = browser, server
        self.options: dict[str, object] = {}
        self.open: dict[str, Window] = {}

    def __call__(self, login: str, **options: object) -> Window:
        """The window of an account, e.g. ``penerima`` of Bengkulu or ``pengawas.ri``."""
        if login not in self.open:
            account = login if "." in login else f"{login}.bengkulu"
            wanted = {**self.options, **options}
            self.open[login] = Window(self.browser, self.server, account, **wanted)
        return self.open[login]

    def close(self) -> None:
        """Close all of them."""
        for window in self.open.values():
            window.context.close()


@pytest.fixture
def window(chromium: Browser, server: str) -> Iterator[Windows]:
    """Give the window of an account."""
    windows = Windows(chromium, server)
    yield windows
    windows.close()


@pytest.fixture
def pages(app: App, server: str) -> list[tuple[str, str]]:
    """An account and a path for each kind of page, in an office with five cases at work."""
    flask = create_app(app)
    known: dict[str, Visitor] = {}

    def as_role(role: str) -> Visitor:
        if role not in known:
            known[role] = Visitor(flask)
            known[role].sign_in(f"{ACCOUNTS[role]}.bengkulu", PASSWORD)
        return known[role]

    open_cases(app, as_role)
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    adapter = flask.url_map.bind("localhost")
    files: set[str] = set()
    for role in ACCOUNTS:
        for path in walk(as_role(role), role, files)[1]:
            if key := _kind(adapter, path):
                found.setdefault(key, (ACCOUNTS[role], path))
    return sorted(found.values())


def _kind(adapter: MapAdapter, path: str) -> tuple[str, ...]:
    """What kind of page an address is; empty for files and for figures."""
    endpoint, values = adapter.match(path.partition("?")[0])
    if endpoint.startswith("files.") and endpoint != "files.add_proof":
        return ()
    named = [str(values[name]) for name in ("part", "kind", "act_id", "role") if name in values]
    return (endpoint, *named)
