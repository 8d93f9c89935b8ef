"""Health checks for a process manager: `/health/live` and `/health/ready`."""

from __future__ import annotations

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from casework.errors import Unavailable
from webui.core.access import public
from webui.core.transaction import house

bp = Blueprint("health", __name__, url_prefix="/health")


@bp.get("/live")
@public
def live() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(status="ok")


@bp.get("/ready")
@public
def ready() -> ResponseReturnValue:
    """The database answers and has our tables; says no more than that to a stranger."""
    try:
        with house().database.read() as session:
            session.execute(text("SELECT 1 FROM cases WHERE 1 = 0"))
    except (SQLAlchemyError, Unavailable):
        return jsonify(status="unavailable", database="unavailable"), 503
    return jsonify(status="ok", database="ok")
