"""The page of the list: its frame is kept, a request fills in what is its own.

Whatever decides what the frame says is part of the key it is kept under. A page with something to
say once (a message, a stop of the tour, a filter that cannot be read) is written anew each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import current_app, get_flashed_messages, render_template, request, session, url_for
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup, escape

from casework.engine.law import Law
from casework.services.cases.listing.criteria import BY_LIMIT, Wanted
from casework.services.cases.listing.views import Choices
from webui import clockface, shown
from webui.addresses import Address, this_page
from webui.door import house, me
from webui.frames import Frame, Shelf, slot
from webui.language import say as gettext
from webui.language import spoken
from webui.pages import caserows, choosing
from webui.pages import wanted as filters
from webui.pages.caselist import CaseList
from webui.pages.choosing import Offered
from webui.session import SignedIn

MOST = 256
_BEGIN = {"halaman": None, "sesudah": None}
"""What a changed filter takes away: it begins at the first page."""


@dataclass(frozen=True)
class Made:
    """A frame, and what was found out while it was made; `law` lives as long as its key."""

    frame: Frame
    offered: Offered
    law: Law
    root: str
    paths: Mapping[str, str]
    parts: Any
    """The components of tables, as a template would import them."""


def page(found: CaseList, asked: Wanted, choices: Choices, law: Law) -> str:
    """The page of the list with what was found."""
    args = request.args.to_dict()
    columns = choosing.columns(request.args.getlist("kolom"))
    order = asked.order or ("" if found.searched else BY_LIMIT)
    used = [name for name in filters.FILTERS if args.get(name, "").strip()]
    unread = filters.unread(args)
    says: dict[str, Any] = {
        "columns": columns,
        "order": order,
        "newest_found": found.searched and not asked.order,
        "any_chosen": bool(used),
        "any_rows": bool(found.rows),
        "before": bool(found.before),
        "after": bool(found.after),
    }
    waiting = shown.letters_wait()
    make = partial(_made, says, choices, law, unread, found.unclear, waiting)
    once = (
        unread or found.unclear or session.get("tur") or me().actor.deputy_for
        or get_flashed_messages(with_categories=True)
    )  # fmt: skip
    made = make() if once else _shelf().get(_key((*says.values(), waiting), choices, law), make)
    return made.frame.filled(_values(made, found, asked, args, used, columns))


def _shelf() -> Shelf[Made]:
    kept: Shelf[Made] = current_app.extensions.setdefault("list_frames", Shelf(MOST))
    return kept


def _token() -> str:
    """The token of a form of this session: signed once, not once a page."""
    shelf: Shelf[str] = current_app.extensions.setdefault("form_tokens", Shelf(MOST))
    raw = session.get("csrf_token")
    return shelf.get(raw, generate_csrf) if raw else str(generate_csrf())


def _key(says: tuple[object, ...], choices: Choices, law: Law) -> tuple[object, ...]:
    """Everything that decides what the frame says."""
    here = me()
    return (
        here, spoken(), request.script_root, house().clock.stands, house().today(here.zone),
        id(law), choices, says,
    )  # fmt: skip


def _made(
    says: Mapping[str, Any],
    choices: Choices,
    law: Law,
    unread: Sequence[str],
    unclear: Sequence[str],
    waiting: bool,
) -> Made:
    offered = choosing.offered(choices, law)
    heads = choosing.heads(says["columns"])
    text = render_template(
        "cases/index.html",
        **says,
        offered=offered,
        table_heads=choosing.table_heads(heads, lambda name: slot(f"sort {name}")),
        unread=unread,
        unclear=unclear,
        fill=slot,
        csrf_token=partial(slot, "token"),
        this_page=partial(slot, "here"),
        letters_wait=lambda: waiting,
        training_day=lambda: slot("moment") if current_app.config["TRAINING"] else "",
        clock_face=lambda: shown.clock_face() | {"now": slot("now")},
    )
    paths = {"keep": url_for("lists.keep_view"), "export": url_for("lists.export")}
    parts = current_app.jinja_env.get_template("parts/table.html").module
    return Made(Frame.of(text), offered, law, url_for("cases.index"), paths, parts)


def _values(
    made: Made,
    found: CaseList,
    asked: Wanted,
    args: Mapping[str, str],
    used: Sequence[str],
    columns: Sequence[str],
) -> dict[str, str]:
    """HTML for each slot."""
    here, now = me(), house().now()
    address = Address(made.root, request.args)
    values = {
        "token": _token(),
        "here": str(escape(this_page())),
        "moment": str(escape(clockface.moment(now, here.zone))),
        "now": now.isoformat(),
        "title": f"{escape(asked.text)} · " if asked.text else "",
        "cari": str(escape(asked.text)),
        "sejak": str(escape(args.get("sejak", ""))),
        "sampai": str(escape(args.get("sampai", ""))),
        "lewat": " checked" if asked.overdue else "",
        "pelimpahan": " checked" if asked.passing else "",
        "open": " open" if any(name != "cari" for name in used) else "",
        "order": str(made.parts.ordered(args["urut"])) if args.get("urut") else "",
        "used": _used(made, address, args, used) if used else "",
        "before": str(escape(address.changed({"sesudah": found.before}))),
        "after": str(escape(address.changed({"sesudah": found.after}))),
        "rows": _rows(made, found, columns, here, now.timestamp()),
    }
    for name in made.offered.options:
        values[f"choices {name}"] = made.offered.written(name, args.get(name, ""))
    for name, path in made.paths.items():
        values[name] = str(escape(address.only(path, filters.KEPT)))
    order = asked.order or ("" if found.searched else BY_LIMIT)
    for name in choosing.SORTED:
        turned = f"-{name}" if order == name else name
        values[f"sort {name}"] = str(escape(address.changed({**_BEGIN, "urut": turned})))
    return values


def _used(made: Made, address: Address, args: Mapping[str, str], used: Sequence[str]) -> str:
    words = choosing.chosen(made.offered, args)
    ways = [(words[name], address.changed({**_BEGIN, name: None})) for name in used]
    return str(made.parts.in_use(ways, made.root))


def _rows(made: Made, found: CaseList, columns: Sequence[str], here: SignedIn, now: float) -> str:
    nobody = Markup('<span class="soft">{}</span>').format(gettext("belum ada"))
    given = caserows.Setting(
        root=made.root,
        zone=here.zone,
        language=spoken(),
        now=int(now),
        office=str(escape(here.office)),
        nobody=nobody,
        latest=str(escape(gettext("mulai paling lambat"))),
        marker=found.marker,
    )
    return caserows.written(found.rows, choosing.heads(columns), given)
