"""Makes pictures of the screens in a real browser, and of one page of a letter.

Each page at four widths, in light and dark, in both languages: `build/screens`. The twelve main
ones at 1280 x 800 are those of the documentation: `docs/screens`.

It plays the real case of Bengkulu into a folder of its own, so that no other data is shown. Run by
`make screens`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

import pypdfium2
from playwright.sync_api import Page, sync_playwright

from casework.bootstrap import build
from casework.commands.migrate import upgrade
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import training
from casework.settings import Settings
from casework.simulation.play import play
from casework.simulation.reading import load

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
DRAWN = ROOT / "build" / "screens"
SCENARIO = ROOT / "tests" / "scenarios" / "bengkulu-2024-09-19.yaml"
BIN = Path(sys.executable).parent
PORT = os.environ.get("CASEWORK_WEB_PORT", "8000")
ADDRESS = f"http://127.0.0.1:{PORT}"
PASSWORD = "latihan-bawaslu"


@dataclass(frozen=True)
class Screen:
    """A page to be photographed: as whom, where, under which name.

    `press`: its first button is pressed first.
    `kept` pictures belong to the twelve of the documentation.
    """

    login: str
    path: str
    name: str
    kept: bool = False
    press: bool = False


@dataclass(frozen=True)
class Scene:
    """A moment of the played case, and the pages photographed then."""

    moment: str
    screens: tuple[Screen, ...]


SCENES = (
    # Two reports are being looked at, their first limit ends tomorrow.
    Scene(
        "2024-09-20T15:00:00+07:00",
        (
            Screen("penangan", "/", "meja-kerja", kept=True),
            Screen("penangan", "/pemberitahuan", "pemberitahuan"),
            Screen(
                "penerima",
                "/laporan/mulai",
                "terima-laporan",
                kept=True,
                press=True,
            ),
            Screen("penangan", "/perkara/1/syarat", "kajian-awal", kept=True),
            Screen("koordinator", "/tenggat/", "tenggat", kept=True),
            Screen("penelaah", "/", "meja-penelaah"),
            Screen("penelaah", "/aturan/pemilihan-2024@1/", "aturan", kept=True),
            Screen("penangan", "/komponen", "komponen"),
        ),
    ),
    # Clarifications are under way, the handling limit is two days off.
    Scene(
        "2024-09-25T08:30:00+07:00",
        (
            Screen("koordinator", "/", "meja-koordinator"),
            Screen("koordinator", "/perkara/1", "berkas-perkara", kept=True),
            Screen("koordinator", "/perkara/1/berkas/bukti", "bukti"),
            Screen("koordinator", "/perkara/1/berkas/jejak", "jejak"),
            Screen("koordinator", "/perkara/", "perkara", kept=True),
            Screen("penangan", "/perkara/1/klarifikasi/", "klarifikasi", kept=True),
        ),
    ),
    Scene(
        "2024-09-26T14:00:00+07:00",
        (Screen("penangan", "/perkara/1/kajian", "kajian", kept=True),),
    ),
    Scene(
        "2024-09-27T08:30:00+07:00",
        (
            Screen("ketua", "/", "meja-ketua"),
            Screen("ketua", "/perkara/1/pleno/putusan", "pleno", kept=True),
        ),
    ),
    Scene(
        "2024-09-27T15:40:00+07:00",
        (
            Screen("ketua", "/dokumen/tanda-tangan", "tanda-tangan", kept=True),
            Screen("penangan", "/perkara/1/tindak-lanjut", "tindak-lanjut", kept=True),
            Screen("sekretariat", "/", "meja-sekretariat"),
            Screen("sekretariat", "/dokumen", "dokumen"),
            Screen("auditor", "/", "meja-auditor"),
        ),
    ),
)
WIDTHS = (1280, 768, 390, 320)
HEIGHTS = {1280: 800, 768: 1024, 390: 844, 320: 640}
LANGUAGES = ("id", "en")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Draw every page into build/screens/, the main ones into docs/screens/ too."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    DRAWN.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {"CASEWORK_VAR": folder, "CASEWORK_MODE": "training"}
            os.environ.pop("CASEWORK_DATABASE_URL", None)
            _play_until(datetime.fromisoformat(scene.moment))
            with _served({**os.environ, "CASEWORK_CLOCK": scene.moment}):
                _pages(scene)
    _letter()


def _play_until(moment: datetime) -> None:
    settings = Settings.from_env()
    upgrade(settings.url)
    app = build(settings)
    scenario = load(SCENARIO, app.law)
    acts = tuple(act for act in scenario.acts if act.at <= moment)
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        training.seed(work)
    play(app, replace(scenario, acts=acts, until=moment), played=True)
    app.close()


@contextmanager
def _served(env: dict[str, str]) -> Iterator[None]:
    command = [str(BIN / "gunicorn"), "webui.app:create_app()", "--bind", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen([*command, "--threads", "4"], env=env, cwd=ROOT)
    try:
        for _ in range(100):
            time.sleep(0.3)
            try:
                urllib.request.urlopen(f"{ADDRESS}/health/live", timeout=60).close()
            except (urllib.error.URLError, TimeoutError):
                continue
            break
        yield
    finally:
        server.terminate()
        server.wait()


def _pages(scene: Scene) -> None:
    with sync_playwright() as play:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        for login in dict.fromkeys(one.login for one in scene.screens):
            mine = [one for one in scene.screens if one.login == login]
            for scheme in SCHEMES:
                context = browser.new_context(color_scheme=scheme, locale="id-ID")
                page = context.new_page()
                _sign_in(page, login)
                for language in LANGUAGES:
                    if language != "id":
                        page.goto(f"{ADDRESS}/")
                        _switch(page, language)
                    for screen in mine:
                        _photograph(page, screen, scheme, language)
                context.close()
        browser.close()


def _sign_in(page: Page, login: str) -> None:
    page.goto(f"{ADDRESS}/masuk")
    page.fill("input[name=login]", f"{login}.bengkulu")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_load_state()


def _switch(page: Page, language: str) -> None:
    """Send the form of the language, wherever the frame keeps it."""
    form = page.locator(f"header form[action='/bahasa/{language}']")
    with page.expect_navigation():
        form.evaluate("form => form.submit()")


def _photograph(page: Page, screen: Screen, scheme: str, language: str) -> None:
    page.set_viewport_size({"width": 1280, "height": HEIGHTS[1280]})
    answer = page.goto(ADDRESS + screen.path)
    if answer is None or answer.status != 200:
        sys.exit(f"screens: {screen.path} answers {answer.status if answer else 'nothing'}")
    if screen.press:
        with page.expect_navigation():
            page.locator("main form button").first.click()
    # No worker runs beside these pages; that notice is not what the picture is about.
    page.evaluate("document.querySelectorAll('main > .note.warn').forEach(n => n.remove())")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        name = f"{screen.name}-{width}-{scheme}-{language}.png"
        page.screenshot(path=DRAWN / name, full_page=width < WIDTHS[0])
    if screen.kept and (scheme, language) == ("light", "id"):
        page.set_viewport_size({"width": 1280, "height": HEIGHTS[1280]})
        page.screenshot(path=SCREENS / f"{screen.name}.png")


def _letter() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([BIN / "casework", "simulate", SCENARIO, "--out", folder], check=True)
        letter = next(Path(folder).glob("*pemberitahuan_kelengkapan*.pdf"))
        document = pypdfium2.PdfDocument(letter)
        document[0].render(scale=1.4).to_pil().save(SCREENS / "surat.png")


if __name__ == "__main__":
    main()
