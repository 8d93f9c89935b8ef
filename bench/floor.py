"""The floor of `cases`: Flask, a raw statement, an f-string; nobody signs in."""

from __future__ import annotations

import os
import sqlite3
import threading
from datetime import UTC, datetime
from html import escape
from typing import Any

import psycopg
from flask import Flask, request

_SQL = """
SELECT c.id, c.receipt_number, c.registration_number, c.title, c.event_place, c.stage, l.urgency
FROM (SELECT case_id, urgency FROM case_lines WHERE office_id = {0} AND stage = {0}
      AND tags LIKE {0} ORDER BY urgency, case_id LIMIT 51) l
JOIN cases c ON c.id = l.case_id ORDER BY l.urgency, l.case_id
"""
_HERE = threading.local()


def _rows(office: int, stage: str, category: str) -> list[Any]:
    url = os.environ["BENCH_URL"]
    if not hasattr(_HERE, "connection"):
        _HERE.connection = (
            sqlite3.connect(url.removeprefix("sqlite:///"))
            if url.startswith("sqlite")
            else psycopg.connect(url, autocommit=True)
        )
    statement = _SQL.format("?" if url.startswith("sqlite") else "%s")
    rows: list[Any] = _HERE.connection.execute(
        statement, (office, stage, f"% category:{category} %")
    ).fetchall()
    return rows


def create_app() -> Flask:
    """The one page."""
    app = Flask(__name__)
    office = int(os.environ["BENCH_OFFICE"])

    @app.get("/perkara/")
    def index() -> str:
        rows = _rows(office, request.args["tahap"], request.args["kategori"])
        lines = "".join(
            f"<tr><th><a href='/perkara/{key}'>{escape(registered or received)}</a></th>"
            f"<td>{escape(title)}<br>{escape(place)}</td><td>{escape(stage)}</td>"
            f"<td>{datetime.fromtimestamp(urgency, UTC):%d %b %Y %H:%M}</td></tr>"
            for key, received, registered, title, place, stage, urgency in rows[:50]
        )
        return f"<!doctype html><title>Perkara</title><table>{lines}</table>"

    return app
