"""One web application for the tests of a process: to build it costs as much as many a test."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from flask import Flask

from casework.bootstrap import App
from casework.settings import Settings
from webui.app import create_app
from webui.core import template_context
from webui.core.cookie import CookieDoor
from webui.core.throttle import limiter


class Served:
    """Serves one installation after the other with the same application, and forgets the last."""

    def __init__(self) -> None:
        self.flask: Flask | None = None
        self.settings: Settings | None = None
        self.config: dict[str, Any] = {}

    def __call__(self, app: App) -> Flask:
        """The application as `create_app` would build it around this installation."""
        settings = _of_any(app.settings)
        if self.flask is None or self.settings != settings:
            self.flask, self.settings = create_app(app), settings
            self.config = dict(self.flask.config)
            return self.flask
        flask = self.flask
        flask.config.clear()
        flask.config.update(self.config, LOGIN_SCOPE=secrets.token_hex(8))
        flask.extensions["casework"] = app
        flask.session_interface = CookieDoor(app, flask.config["SECRET_KEY"])
        template_context.init(flask)
        limiter.reset()
        return flask


def _of_any(settings: Settings) -> Settings:
    """What settings say beside the place of one installation."""
    return settings.model_copy(update={"var": Path(), "database_url": "", "clock": ""})
