"""The components look as they did: places, sizes and colours against those kept in `look.json`.

No pixels: how letters are smoothed differs between machines. Where a change is wanted,
`CASEWORK_LOOK=keep pytest tests/browser/test_look.py` keeps the new look; read its difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final, Literal

from tests.browser.conftest import Windows

KEPT = Path(__file__).with_name("look.json")
WIDTHS = (1280, 390)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
# Letters of another machine are a little wider or narrower; a line breaks elsewhere.
PIXELS, SHARE = 10, 0.15
# The first of each class: a component is the same wherever it stands.
_LOOK = """() => {
  const seen = {};
  for (const one of document.querySelectorAll('main [class]')) {
    const classes = one.getAttribute('class').trim().split(/\\s+/);
    const name = [one.tagName.toLowerCase(), ...classes].join('.');
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (name in seen || !box.width || !box.height) { continue; }
    const around = one.parentElement.getBoundingClientRect();
    seen[name] = {
      box: [box.x - around.x, box.width, box.height].map(Math.round),
      ink: [style.color, style.backgroundColor, style.borderTopColor],
      shape: [style.display, style.borderRadius, style.fontWeight],
    };
  }
  return seen;
}"""


def test_the_components_look_as_they_did(window: Windows) -> None:
    one = window("penangan")
    found: dict[str, Any] = {}
    for width in WIDTHS:
        for scheme in SCHEMES:
            one.page.set_viewport_size({"width": width, "height": 900})
            one.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert one.open("/komponen") == 200
            found[f"{width} {scheme}"] = one.page.evaluate(_LOOK)
    if os.environ.get("CASEWORK_LOOK") == "keep":
        pages = (
            f"{json.dumps(page)}: {{\n"
            + ",\n".join(f"{json.dumps(name)}: {json.dumps(one[name])}" for name in sorted(one))
            + "\n}"
            for page, one in found.items()
        )
        KEPT.write_text("{\n" + ",\n".join(pages) + "\n}\n")
    kept = json.loads(KEPT.read_text())
    assert len(kept["1280 light"]) > 60
    assert _differences(kept, found) == []


def _differences(kept: dict[str, Any], found: dict[str, Any]) -> list[str]:
    told = []
    for page, pieces in kept.items():
        if gone := sorted(pieces.keys() - found[page].keys()):
            told.append(f"{page}: gone: {', '.join(gone)}")
        for name in sorted(pieces.keys() & found[page].keys()):
            old, new = pieces[name], found[page][name]
            told += [
                f"{page}: {name}: {what} {old[what]} is now {new[what]}"
                for what in ("ink", "shape")
                if old[what] != new[what]
            ]
            if not all(map(_near, old["box"], new["box"])):
                told.append(f"{page}: {name}: box {old['box']} is now {new['box']}")
    return told


def _near(old: int, new: int) -> bool:
    return abs(old - new) <= max(PIXELS, SHARE * abs(old))
