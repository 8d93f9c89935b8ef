"""A template reaches its own folder and its own values, and nothing else."""

from __future__ import annotations

import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest

from casework.adapters.pdf import Renderer
from casework.adapters.pdf.forms import Forms, default_root
from casework.errors import RenderFailed
from tests.unit.papers.samples import EDITION, sample

FORM = "tanda_bukti"
Draw = Callable[[str], bytes]


@pytest.fixture(scope="module")
def draw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draw]:
    """Draw the receipt with something added to its template, each time in an edition of its own."""
    rules = tmp_path_factory.mktemp("rules")
    shutil.copytree(default_root() / EDITION / "documents", rules / EDITION / "documents")
    original = (rules / EDITION / "documents" / FORM / "template.html").read_text("utf-8")
    renderer = Renderer(rules, workers=1)
    numbers = count()

    def drawn(extra: str) -> bytes:
        edition = f"uji-{next(numbers)}"
        folder = rules / edition / "documents" / FORM
        folder.mkdir(parents=True)
        (rules / edition / "edition.yaml").write_text(f"amends: {EDITION}\n")
        text = original.replace("{% block body %}", "{% block body %}" + extra)
        (folder / "template.html").write_text(text, "utf-8")
        return renderer.render(FORM, edition, sample(FORM), draft=False)

    yield drawn
    renderer.close()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.css",
        "data:image/svg+xml,<svg/>",
        "paper:../metadata.yaml",
        "paper:lain.svg",
        "/etc/passwd",
        "emblem.svg",
    ],
)
def test_other_references_stop_the_drawing(draw: Draw, address: str) -> None:
    with pytest.raises(RenderFailed, match="di luar foldernya"):
        draw(f'<img alt="x" src="{address}">')


def test_a_style_sheet_reaches_no_further(draw: Draw) -> None:
    with pytest.raises(RenderFailed, match="di luar foldernya"):
        draw('<p style="background: url(file:///etc/hostname)">x</p>')


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ letterhead.__init__.__globals__ }}",
        "{{ print.mark.__globals__ }}",
        "{{ tidak_ada }}",
        "{{ form.tidak_ada }}",
        "{% include '/etc/passwd' %}",
        "{{ 'x'",
    ],
)
def test_a_template_that_reaches_out_or_is_wrong_is_refused(draw: Draw, code: str) -> None:
    with pytest.raises(RenderFailed, match="Templat tanda_bukti keliru"):
        draw(code)


def test_a_real_file_and_a_real_server_are_never_asked(draw: Draw, tmp_path: Path) -> None:
    """What exists and would answer is not read either."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    # A path that reads like the number of a case must not be bound like one.
    present = tmp_path / "x-0/LP/PG-1/ada.svg"
    present.parent.mkdir(parents=True)
    present.write_text(drawing)
    asked: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml")
            self.end_headers()
            self.wfile.write(drawing.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/ada.svg"
        urlopen(address).read()
        assert asked == ["/ada.svg"]
        inline = "data:image/svg+xml;base64," + b64encode(drawing.encode()).decode()
        for reference in (address, present.as_uri(), inline):
            for markup in (
                f'<img alt="x" src="{reference}">',
                f'<object data="{reference}"></object>',
                f'<p style="background: url({reference})">x</p>',
                f'<style>@import url("{reference}");</style>',
                f'<link rel="stylesheet" href="{reference}">',
            ):
                with pytest.raises(RenderFailed, match="di luar foldernya"):
                    draw(markup)
        server.shutdown()
    assert asked == ["/ada.svg"]


def test_its_own_emblem_is_served(draw: Draw) -> None:
    assert draw('<img alt="x" src="paper:emblem.svg">').startswith(b"%PDF")


def test_a_form_that_does_not_exist_is_named() -> None:
    with pytest.raises(RenderFailed, match="rules/pemilihan-1999/documents/tanda_bukti"):
        Forms().get(FORM, "pemilihan-1999")
