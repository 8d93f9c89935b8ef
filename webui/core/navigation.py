"""Where the bar of every page leads: the areas an officer may open, and what begins a case."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, request, url_for
from flask_babel import gettext as _

from webui.core import labels
from webui.core.access import may, opens


@dataclass(frozen=True)
class Place:
    """One link of the bar: its words, address and picture, and whether the page is there."""

    words: str
    url: str
    icon: str
    here: bool


def places() -> list[Place]:
    """The areas the officer may open, in the order of the work."""
    area, path = request.blueprint or "", request.path
    settings = path.startswith(url_for("settings.index")) and area != "preferences"
    found = (
        ("", _("Meja kerja"), "desk.show", "desk", request.endpoint == "desk.show"),
        ("perkara.lihat", _("Perkara"), "cases.index", "list", area == "cases"),
        ("tenggat.lihat", _("Batas waktu"), "agenda.show", "calendar", area == "agenda"),
        ("gambaran.lihat", _("Gambaran"), "picture.show", "chart", area in ("picture", "stuck")),
        (
            "dokumen.lihat",
            _("Dokumen"),
            "registers.index",
            "document",
            area in ("registers", "documents", "signing", "unanswered"),
        ),
        ("statistik.lihat", _("Statistik"), "statistics.show", "sum", area == "statistics"),
        ("kerawanan.lihat", _("Kerawanan"), "kerawanan.index", "warning", area == "kerawanan"),
        ("aturan.lihat", _("Aturan"), "law.index", "book", area == "law"),
        ("pengaturan", _("Pengaturan"), "settings.index", "gear", settings),
    )
    return [
        Place(words, url_for(endpoint), icon, here)
        for permission, words, endpoint, icon, here in found
        if not permission or may(permission)
    ]


def beginnings() -> list[Place]:
    """The pages by which the officer may begin a case."""
    found = (
        (_("Terima laporan"), "intake_steps.start", "inbox"),
        (labels.page("doors.find"), "doors.find", "flag"),
        (labels.page("doors.inform"), "doors.inform", "word"),
    )
    return [
        Place(str(words), url_for(endpoint), icon, request.endpoint == endpoint)
        for words, endpoint, icon in found
        if opens(endpoint)
    ]


def on_top() -> bool:
    """Whether the page is one the bar leads to, so that a phone shows its tabs."""
    return any(place.url == request.path for place in places())


def init(app: Flask) -> None:
    """Hand the links of the bar to the templates of ``app``."""
    app.jinja_env.globals.update(bar_places=places, bar_beginnings=beginnings, on_top=on_top)
