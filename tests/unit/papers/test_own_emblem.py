"""An office's own emblem stands on the paper: that very picture, or no paper at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pikepdf
import pytest

from casework.adapters.pdf import Renderer
from casework.errors import EmblemUnusable
from tests.documents.checks import faults
from tests.pictures import png, share, svg
from tests.unit.papers.samples import EDITION, LAYOUTS, sample

FORM = "pemberitahuan_kelengkapan"


def named(content: bytes, kind: str, form: str = FORM) -> dict[str, Any]:
    """The sample of a form on the letterhead of an office with an emblem of its own."""
    data = sample(form)
    own = {"path": "sha256/x", "sha256": hashlib.sha256(content).hexdigest(), "kind": kind}
    return {**data, "letterhead": {**data["letterhead"], "emblem": own}}


def drawn(renderer: Renderer, content: bytes, kind: str, form: str = FORM) -> bytes:
    return renderer.render(form, EDITION, named(content, kind, form), draft=False, emblem=content)


def pictures(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sum(len(page.get_images()) for page in opened.pages)


def test_the_picture_is_on_the_letter_whole_and_in_its_own_shape(renderer: Renderer) -> None:
    without = renderer.render(FORM, EDITION, sample(FORM), draft=False)
    assert (pictures(without), share(without)) == (0, 0)
    pdf = drawn(renderer, png(), "png")
    assert pictures(pdf) == 1
    # Twice as wide as high, in a square: half of it.
    assert share(pdf) == pytest.approx(0.5, abs=0.05)
    assert share(drawn(renderer, svg(), "svg")) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_letter_with_it_keeps_what_every_paper_keeps(renderer: Renderer, kind: str) -> None:
    assert list(faults(drawn(renderer, png() if kind == "png" else svg(), kind))) == []


@pytest.mark.parametrize("form", [form for edition, form in LAYOUTS if edition == EDITION])
def test_every_form_has_it(renderer: Renderer, form: str) -> None:
    assert share(drawn(renderer, png(), "png", form)) > 0.4


def test_the_same_emblem_gives_the_same_bytes_and_another_gives_others(
    renderer: Renderer,
) -> None:
    first = drawn(renderer, png(), "png")
    assert drawn(renderer, png((200, 0, 0)), "png") != first
    assert drawn(renderer, png(), "png") == first
    other = Renderer(workers=1)
    try:
        assert drawn(other, png(), "png") == first
    finally:
        other.close()


@pytest.mark.parametrize("given", [b"", png((200, 0, 0))])
def test_only_the_picture_that_the_data_name_is_drawn(renderer: Renderer, given: bytes) -> None:
    with pytest.raises(EmblemUnusable, match="Ganti lambang"):
        renderer.render(FORM, EDITION, named(png(), "png"), draft=False, emblem=given)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"\x89PNG", "png"), (b"GIF89a", "png"), (b"<svg", "svg"), (svg("<path>"), "svg")],
)
def test_what_cannot_be_drawn_is_never_left_out_unseen(
    renderer: Renderer, content: bytes, kind: str
) -> None:
    with pytest.raises(EmblemUnusable):
        drawn(renderer, content, kind)
    assert share(drawn(renderer, png(), "png")) > 0.4


def test_a_drawing_reads_no_file_and_asks_no_server(renderer: Renderer, tmp_path: Path) -> None:
    """What an upload refuses would do nothing on the paper either."""
    (tmp_path / "ada.png").write_bytes(png((200, 0, 0)))
    with listening() as (address, asked):
        for place in (address, (tmp_path / "ada.png").as_uri(), "paper:qr.svg"):
            for inside in (
                f'<image width="90" height="90" xlink:href="{place}"/>',
                f'<image width="90" height="90" href="{place}"/>',
                f'<use href="{place}#a"/>',
                f'<style>@import url("{place}");</style>',
                f'<rect width="90" height="90" style="fill: url({place})"/>',
            ):
                try:
                    pdf = drawn(renderer, svg(inside), "svg")
                except EmblemUnusable:
                    continue
                assert share(pdf, (200, 0, 0)) == 0
    assert asked == []


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server that would answer, and what it was asked."""
    asked: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(png((200, 0, 0)))

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/ada.png", asked
        server.shutdown()
