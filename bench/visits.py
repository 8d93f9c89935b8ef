"""The twelve main pages in a real browser: time of the server, weight of a visit, layout shift."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlalchemy import func, select

from bench.load import served
from bench.stock import Stock
from bench.table import Mark, Row
from casework.bootstrap import App
from casework.models import Case
from casework.services.people.training import PASSWORD

ROUNDS = 20
MOST_MS = 150.0
FIRST_KB = 250.0
LATER_KB = 30.0

# The page, who opens it, and at which stage its case stands ("" the big one).
MAIN: tuple[tuple[str, str, str], ...] = (
    ("/", "penangan", ""),
    ("/laporan/mulai", "penerima", ""),
    ("/perkara/{case}/syarat", "penangan", "kajian_awal"),
    ("/perkara/{case}", "koordinator", ""),
    ("/perkara/", "koordinator", ""),
    ("/perkara/{case}/klarifikasi/", "penangan", "klarifikasi"),
    ("/perkara/{case}/kajian", "penangan", "kajian"),
    ("/perkara/{case}/pleno/putusan", "ketua", "pleno"),
    ("/perkara/{case}/tindak-lanjut", "penangan", ""),
    ("/dokumen/tanda-tangan", "ketua", ""),
    ("/tenggat/", "koordinator", ""),
    ("/aturan/pemilihan-2020/", "penelaah", ""),
)
# Counts what shifts without anybody having touched the page.
_SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) { if (!one.hadRecentInput) { sum += one.value; } }
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@dataclass(frozen=True)
class Visit:
    """One main page: milliseconds of the server (p95), kilobytes of two visits, layout shift."""

    path: str
    p95: float
    first: float
    later: float
    shift: float


def measure(app: App, given: Stock) -> list[Visit]:
    """Every main page, opened in a browser that has nothing yet, then once more."""
    environment = {
        **os.environ,
        "CASEWORK_MODE": "training",
        "CASEWORK_VAR": str(given.settings.var),
        "CASEWORK_DATABASE_URL": given.settings.database_url or "",
        "CASEWORK_CLOCK": given.settings.clock,
    }
    with (
        TemporaryDirectory() as folder,
        served("webui.app:create_app()", environment, Path(folder) / "log", "/masuk") as server,
        _chromium() as browser,
    ):
        return [
            _visit(browser, server.address, path.format(case=_case(app, given, stage)), login)
            for path, login, stage in MAIN
        ]


def rows(kind: str, found: list[Visit]) -> Iterator[Row]:
    """The time of the server for each page."""
    for one in found:
        yield Row(f"{kind}: p95 of {one.path}", one.p95 * 1e3)


def marks(kind: str, found: list[Visit]) -> Iterator[Mark]:
    """What is promised of the slowest, the heaviest and the least steady page."""
    slow = max(found, key=lambda one: one.p95)
    first = max(found, key=lambda one: one.first)
    later = max(found, key=lambda one: one.later)
    shift = max(found, key=lambda one: one.shift)
    yield Mark(f"{kind}: p95 in ms, {slow.path}", slow.p95, at_most=MOST_MS)
    yield Mark(f"{kind}: first visit in kB, {first.path}", first.first, at_most=FIRST_KB)
    yield Mark(f"{kind}: later visit in kB, {later.path}", later.later, at_most=LATER_KB)
    yield Mark(f"{kind}: layout shift, {shift.path}", shift.shift, at_most=0.0)


def _case(app: App, given: Stock, stage: str) -> int:
    if not stage:
        return given.big
    query = select(func.min(Case.id)).where(Case.stage == stage)
    with app.database.engine.connect() as connection:
        return int(connection.execute(query).scalar_one())


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def _visit(browser: Browser, address: str, path: str, login: str) -> Visit:
    seat = browser.new_context()
    page = seat.new_page()
    page.goto(f"{address}/masuk")
    page.fill("input[name=login]", f"{login}.bengkulu")
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    cookies: Any = seat.cookies()
    seat.close()
    # A browser that knows nobody's files yet, but the officer.
    fresh = browser.new_context()
    fresh.add_cookies(cookies)
    first, shift = _weighed(fresh, address + path)
    later, again = _weighed(fresh, address + path)
    p95 = _p95(fresh, address + path)
    fresh.close()
    return Visit(path, p95, first, later, max(shift, again))


def _weighed(seat: BrowserContext, url: str) -> tuple[float, float]:
    page: Page = seat.new_page()
    seen: list[float] = []
    reading = seat.new_cdp_session(page)
    reading.send("Network.enable")
    reading.on("Network.loadingFinished", lambda told: seen.append(told["encodedDataLength"]))
    answer = page.goto(url, wait_until="networkidle")
    if answer is None or answer.status != 200:
        raise SystemExit(f"bench: {url} answers {answer.status if answer else 'nothing'}")
    shift = float(page.evaluate(_SHIFTS))
    page.close()
    return sum(seen) / 1e3, shift


def _p95(seat: BrowserContext, url: str) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        seat.request.get(url, headers={"Accept-Encoding": "gzip"})
        taken.append((time.perf_counter() - began) * 1e3)
    return sorted(taken)[int(ROUNDS * 0.95) - 1]
