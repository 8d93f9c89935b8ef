"""What sticks to the frame covers neither what has the focus nor each other (WCAG 2.2, 2.4.11)."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests import desk
from tests.browser.conftest import Windows

SIZES = [(1280, 800), (390, 800), (320, 640)]
PATHS = ["/perkara/1", "/", "/perkara/1/syarat"]
"""A case file, the desk, a form whose buttons stay in sight."""
COVERED = """() => {
  const one = document.activeElement
  const box = one.getBoundingClientRect()
  if (one === document.body || !box.width || one.closest('.skip')) { return '' }
  const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1)
  const seen = [0.1, 0.5, 0.9].some(part => {
    const y = box.top + box.height * part
    const top = y < 0 || y > innerHeight ? null : document.elementFromPoint(x, y)
    return top && (one.contains(top) || top.contains(one) || top.closest('label')
      || top.parentElement === one.parentElement)
  })
  return seen ? '' : `${one.outerHTML.slice(0, 120)} at ${box.top}..${box.bottom}`
}"""
"""What has the focus, where nothing of it is in sight."""
OVERLAPPING = """() => {
  const stuck = [...document.querySelectorAll('.bar, .workhead, .actbar, .form-foot, .tabbar')]
    .filter(one => one.checkVisibility())
    .map(one => [one.className, one.getBoundingClientRect()])
    .filter(([, box]) => box.bottom > 0 && box.top < innerHeight)
  return stuck.flatMap(([name, a], n) => stuck.slice(n + 1)
    .filter(([, b]) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
    .map(([other]) => `${name} over ${other}`))
}"""
"""Parts of the frame that lie on each other."""


@pytest.mark.parametrize("size", SIZES, ids=[f"{width}px" for width, _height in SIZES])
def test_the_frame_covers_nothing_that_has_the_focus(
    app: App, window: Windows, size: tuple[int, int]
) -> None:
    desk.receive(app)
    drain(app)
    one = window("penangan")
    one.page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    faults: list[str] = []
    for path in PATHS:
        assert one.open(path) == 200
        one.page.emulate_media(reduced_motion="reduce")
        for key, most in (("Tab", 90), ("Shift+Tab", 40)):
            for _stop in range(most):
                one.page.keyboard.press(key)
                if found := one.page.evaluate(COVERED):
                    faults.append(f"{path} {key}: {found}")
        for part in (0, 0.5, 1):
            one.page.evaluate("part => scrollTo(0, document.body.scrollHeight * part)", part)
            faults += [f"{path}: {told}" for told in one.page.evaluate(OVERLAPPING)]
    assert faults == [], "\n".join(faults)
