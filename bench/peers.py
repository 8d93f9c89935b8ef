"""The same page of the list by programs that make pages of any table: Datasette and Flask-Admin.

Both read `listed`, a view of the measured database over cases and their lines. Neither knows who
may see what.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from flask import Flask, request
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_babel import Babel
from sqlalchemy import ColumnElement, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, scoped_session, sessionmaker

VIEW = (
    "CREATE VIEW listed AS SELECT c.id, c.receipt_number, c.registration_number, c.title, "
    "c.event_place, l.office_id, l.stage, l.tags, l.urgency, l.due "
    "FROM case_lines l JOIN cases c ON c.id = l.case_id"
)
SHOWN = ("receipt_number", "registration_number", "title", "event_place", "stage", "due")


class _Base(DeclarativeBase):
    pass


class Listed(_Base):
    """A line of the list."""

    __tablename__ = "listed"

    id: Mapped[int] = mapped_column(primary_key=True)
    receipt_number: Mapped[str]
    registration_number: Mapped[str]
    title: Mapped[str]
    event_place: Mapped[str]
    office_id: Mapped[int]
    stage: Mapped[str]
    tags: Mapped[str]
    urgency: Mapped[int]
    due: Mapped[int | None]


class ListedView(ModelView):  # type: ignore[misc]  # Flask-Admin ships no types
    """Fifty lines a page, the nearest limit first; it counts all of them, as it does by itself."""

    can_create = can_edit = can_delete = False
    column_list = SHOWN
    column_default_sort = "urgency"
    page_size = 50

    def get_query(self) -> Any:
        """The lines that the address asks for."""
        return super().get_query().filter(*_asked())

    def get_count_query(self) -> Any:
        """How many they are."""
        return super().get_count_query().filter(*_asked())


def _asked() -> tuple[ColumnElement[bool], ...]:
    return (
        Listed.office_id == int(os.environ["BENCH_OFFICE"]),
        Listed.stage == request.args["tahap"],
        Listed.tags.contains(f" category:{request.args['kategori']} "),
    )


def create_app() -> Flask:
    """The one page of Flask-Admin."""
    app = Flask(__name__)
    app.secret_key = "bench"  # nobody signs in
    Babel(app)
    session = scoped_session(sessionmaker(create_engine(os.environ["BENCH_URL"])))
    app.teardown_appcontext(lambda _fault: session.remove())
    Admin(app, url="/").add_view(ListedView(Listed, session, name="Perkara", endpoint="perkara"))
    return app


def datasette(file: str, port: int) -> list[str]:
    """The command that serves the same view of a file of SQLite."""
    return [
        sys.executable, "-m", "datasette", "serve", file,
        "--host", "127.0.0.1", "--port", str(port),
        "--setting", "default_page_size", "50", "--setting", "sql_time_limit_ms", "20000",
        "--setting", "suggest_facets", "off",
    ]  # fmt: skip
