"""The page font, served by us from the system's own font package, where it is installed."""

from __future__ import annotations

import io
from contextlib import closing
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, render_template, send_file
from fontTools import subset

from webui.core.access import public

bp = Blueprint("fonts", __name__)

WEEK = 7 * 24 * 3600
FOLDERS = (Path("/usr/share/fonts/opentype/inter"), Path("/usr/share/fonts/truetype/inter"))
FACES = {"Inter-Regular": 400, "Inter-SemiBold": 600, "Inter-Bold": 700}
"""File stem to CSS weight: only these three are ever served."""
LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180),  # Latin, with every accent a name may have
    *range(0x2010, 0x2027), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122,
    *range(0x2190, 0x219A), 0x2212, 0x2248, 0x2264, 0x2265, 0x25CB, 0x25CF, 0x2713, 0x2715,
)  # fmt: skip
"""Code points a page is written with; any other is drawn with a font of the reader's machine."""
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
"""Of what the font can do: what our style sheets ask for, and what a text needs."""


def find(stem: str, folders: tuple[Path, ...] = FOLDERS) -> Path | None:
    """The installed file of a face, or None where the font is not installed."""
    candidates = (folder / f"{stem}{ending}" for folder in folders for ending in (".otf", ".ttf"))
    return next((path for path in candidates if path.is_file()), None)


@cache
def drawn(path: Path) -> bytes:
    """The letters of pages out of a face, as WOFF2: 20 kB of 600. Takes a third of a second."""
    wanted = subset.Options(flavor="woff2", layout_features=list(FEATURES), hinting=False)
    few = subset.Subsetter(wanted)
    few.populate(unicodes=LETTERS)
    file = io.BytesIO()
    with closing(subset.load_font(str(path), wanted)) as face:
        few.subset(face)
        subset.save_font(face, file, wanted)
    return file.getvalue()


@bp.app_template_global("font_faces")
@cache
def installed() -> tuple[tuple[str, int], ...]:
    """Stem and weight of each face installed here; looked for once a process."""
    return tuple((stem, weight) for stem, weight in FACES.items() if find(stem))


@bp.get("/huruf.css")
@public
def stylesheet() -> Response:
    """@font-face rules for the faces installed here; empty when there are none."""
    body = render_template("core/parts/fonts.css", faces=installed())
    response = Response(body, mimetype="text/css")
    response.headers["Cache-Control"] = "max-age=86400"
    return response


@bp.get("/huruf/<stem>")
@public
def font(stem: str) -> Response:
    """One font file; anything but our three faces does not exist."""
    path = find(stem) if stem in FACES else None
    if path is None:
        abort(404)
    return send_file(io.BytesIO(drawn(path)), mimetype="font/woff2", max_age=WEEK)
