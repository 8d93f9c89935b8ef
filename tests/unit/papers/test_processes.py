"""A drawing process that dies or hangs is a clear error; the next paper gets a new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from casework.adapters import fonts
from casework.adapters.pdf import Renderer
from casework.adapters.pdf.renderer import DrawingProcess
from casework.errors import RenderFailed, SettingsError
from tests.unit.papers.samples import EDITION, sample

FORM = "tanda_bukti"


def pid(renderer: Renderer) -> int:
    child = renderer._processes[0]._child
    assert child is not None
    return child.pid


def draw(renderer: Renderer) -> bytes:
    return renderer.render(FORM, EDITION, sample(FORM), draft=False)


def test_a_killed_child_is_replaced_unnoticed() -> None:
    renderer = Renderer(workers=1)
    try:
        first = draw(renderer)
        before = pid(renderer)
        os.kill(before, signal.SIGKILL)
        renderer._processes[0]._child.wait()  # type: ignore[union-attr]  # it has drawn, so it has one
        assert draw(renderer) == first
        assert pid(renderer) != before
    finally:
        renderer.close()


def test_a_child_that_crashes_while_drawing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    process = DrawingProcess(timeout=30, memory=2 << 30)
    crashing = _child("import sys; sys.stdin.readline()")
    monkeypatch.setattr(process, "_ready", lambda: crashing)
    with pytest.raises(RenderFailed, match="berhenti mendadak"):
        process.draw({"form": FORM})
    crashing.communicate()


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    process = DrawingProcess(timeout=0.3, memory=2 << 30)
    hanging = _child("import time; time.sleep(60)")
    monkeypatch.setattr(process, "_ready", lambda: hanging)
    with pytest.raises(RenderFailed, match="tidak selesai digambar"):
        process.draw({"form": FORM})
    assert hanging.wait() == -signal.SIGKILL
    hanging.communicate()


def test_too_little_memory_is_an_error_and_not_a_hang() -> None:
    renderer = Renderer(workers=1, memory=96 << 20)
    try:
        with pytest.raises(RenderFailed):
            draw(renderer)
    finally:
        renderer.close()


def test_many_threads_share_the_children(renderer: Renderer) -> None:
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda _: draw(renderer), range(6)))
    assert len(set(drawn)) == 1


def test_a_missing_font_stops_the_start_with_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "FACES", ("TidakAda-Regular.ttf",))
    with pytest.raises(SettingsError, match="apt-get install fonts-liberation"):
        Renderer()


def test_a_wrong_value_is_refused_without_printing_it(renderer: Renderer) -> None:
    with pytest.raises(RenderFailed, match=r"tanda_bukti\.reporter\.name") as refusal:
        renderer.render(
            FORM, EDITION, {**sample(FORM), "reporter": {"name": 7, "sex": "rahasia"}}, draft=False
        )
    assert "rahasia" not in str(refusal.value)
    data = {key: value for key, value in sample(FORM).items() if key != "nomor"}
    with pytest.raises(RenderFailed, match=r"tanda_bukti\.nomor"):
        renderer.render(FORM, EDITION, data, draft=False)
    with pytest.raises(RenderFailed, match=r"tanda_bukti\.lebih"):
        renderer.render(FORM, EDITION, {**sample(FORM), "lebih": ""}, draft=False)


def _child(code: str) -> Any:
    return subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
