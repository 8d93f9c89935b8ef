"""Makes pictures of the main screens in a real browser, and of one page of a letter.

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

import pypdfium2
from playwright.sync_api import sync_playwright

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
SCENARIO = ROOT / "tests" / "scenarios" / "bengkulu-2024-09-19.yaml"
BIN = Path(sys.executable).parent
PORT = os.environ.get("CASEWORK_WEB_PORT", "8000")
ADDRESS = f"http://127.0.0.1:{PORT}"
PASSWORD = "latihan-bawaslu"


@dataclass(frozen=True)
class Scene:
    """A moment of the played case, and the pages photographed then: account, path, name."""

    moment: str
    pages: tuple[tuple[str, str, str], ...]


SCENES = (
    # Two reports are being looked at, their first limit ends tomorrow.
    Scene(
        "2024-09-20T15:00:00+07:00",
        (
            ("penangan", "/", "meja-kerja"),
            ("penerima", "/laporan/mulai", "terima-laporan"),
            ("penangan", "/perkara/1/syarat", "kajian-awal"),
            ("koordinator", "/tenggat/", "tenggat"),
            ("penelaah", "/aturan/pemilihan-2024@1/", "aturan"),
        ),
    ),
    # Clarifications are under way, the handling limit is two days off.
    Scene(
        "2024-09-25T08:30:00+07:00",
        (
            ("koordinator", "/perkara/1", "berkas-perkara"),
            ("koordinator", "/perkara/", "perkara"),
            ("penangan", "/perkara/1/klarifikasi/", "klarifikasi"),
        ),
    ),
    Scene("2024-09-26T14:00:00+07:00", (("penangan", "/perkara/1/kajian", "kajian"),)),
    Scene("2024-09-27T08:30:00+07:00", (("ketua", "/perkara/1/pleno/putusan", "pleno"),)),
    Scene(
        "2024-09-27T15:40:00+07:00",
        (
            ("penangan", "/perkara/1/tindak-lanjut", "tindak-lanjut"),
            ("sekretariat", "/dokumen", "dokumen"),
        ),
    ),
)


def main() -> None:
    """Draw everything under docs/screens/."""
    SCREENS.mkdir(parents=True, exist_ok=True)
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
        for login, path, name in scene.pages:
            page = browser.new_page(viewport={"width": 1280, "height": 1100}, locale="id-ID")
            page.goto(f"{ADDRESS}/masuk")
            page.fill("input[name=login]", f"{login}.bengkulu")
            page.fill("input[name=password]", PASSWORD)
            page.press("input[name=password]", "Enter")
            page.wait_for_load_state()
            answer = page.goto(ADDRESS + path)
            if answer is None or answer.status != 200:
                sys.exit(f"screens: {path} answers {answer.status if answer else 'nothing'}")
            # No worker runs beside these pages; that notice is not what the picture is about.
            page.evaluate("document.querySelectorAll('main > .note.warn').forEach(n => n.remove())")
            page.screenshot(path=SCREENS / f"{name}.png")
            page.close()
        browser.close()


def _letter() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([BIN / "casework", "simulate", SCENARIO, "--out", folder], check=True)
        letter = next(Path(folder).glob("*pemberitahuan_kelengkapan*.pdf"))
        document = pypdfium2.PdfDocument(letter)
        document[0].render(scale=1.4).to_pil().save(SCREENS / "surat.png")


if __name__ == "__main__":
    main()
