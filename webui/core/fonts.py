"""The page font, served by us from the system's own font package, where it is installed."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, current_app, render_template, send_file

from webui.core.access import public

bp = Blueprint("fonts", __name__)

FOLDERS = (Path("/usr/share/fonts/opentype/inter"), Path("/usr/share/fonts/truetype/inter"))
FACES = {"Inter-Regular": 400, "Inter-SemiBold": 600, "Inter-Bold": 700}
"""File stem to CSS weight: only these three are ever served."""


def find(stem: str, folders: tuple[Path, ...] = FOLDERS) -> Path | None:
    """The installed file of a face, or None where the font is not installed."""
    candidates = (folder / f"{stem}{ending}" for folder in folders for ending in (".otf", ".ttf"))
    return next((path for path in candidates if path.is_file()), None)


@bp.get("/huruf.css")
@public
def stylesheet() -> Response:
    """@font-face rules for the faces installed here; empty when there are none."""
    faces = [(stem, weight) for stem, weight in FACES.items() if find(stem)]
    body = render_template("core/parts/fonts.css", faces=faces)
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
    kind = "font/otf" if path.suffix == ".otf" else "font/ttf"
    return send_file(path, mimetype=kind, max_age=current_app.get_send_file_max_age(None) or 86400)
