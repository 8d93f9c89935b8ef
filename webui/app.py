"""The Flask application: ``webui.app:create_app()`` is what gunicorn serves."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from flask_wtf import CSRFProtect

from casework import bootstrap
from casework.adapters import logs
from casework.adapters.garbage import spare_what_stands
from casework.settings import Settings
from webui.areas import blueprints
from webui.cases import thumbnails
from webui.core import (
    access,
    addresses,
    bodies,
    compression,
    drafting,
    editing_mark,
    failures,
    fonts,
    keys,
    language,
    navigation,
    oidc,
    request_log,
    security,
    session,
    sign_in_limits,
    template_context,
    throttle,
)
from webui.core.bodies import FORM_BYTES, MEGABYTE
from webui.core.secret import session_key
from webui.core.uploads import CappedRequest

WHOLE_UPLOAD_MB = 1024
"""Above this an upload is cut off; below it, files over their own limit are refused in place."""


def create_app(house: bootstrap.App | None = None, settings: Settings | None = None) -> Flask:
    """Build the web application around ``house``, or one built from the environment.

    Raises SettingsError when the installation is not set up.
    """
    ours = house is None
    if house is None:
        settings = settings or Settings.from_env()
        logs.configure(as_json=settings.logs_json)
        house = bootstrap.build(settings)
    app = Flask(__name__, static_url_path=f"/static/{_edition_of_files()}")
    app.request_class = CappedRequest
    app.extensions["casework"] = house
    app.testing = house.settings.mode == "test"
    app.config.update(
        UPLOAD_LIMIT=house.settings.max_upload_mb * MEGABYTE,
        MAX_CONTENT_LENGTH=WHOLE_UPLOAD_MB * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=FORM_BYTES,
        MAX_FORM_PARTS=5000,
        TRAINING=house.settings.training,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    keys.init(app)
    compression.init(app)
    request_log.init(app)
    key = _key(house.settings)
    security.init(app, secure=_secure(house.settings), key=key)
    language.init(app)
    session.init(app, key)
    access.init(app)
    throttle.init(app, proxies=house.settings.trusted_proxies, redis_url=house.settings.redis_url)
    # After the guard: a stranger's upload is turned away before it is read.
    bodies.init(app)
    CSRFProtect(app)
    sign_in_limits.init(app, together=bool(house.settings.redis_url))
    oidc.init(app, house.settings)
    failures.init(app)
    template_context.init(app)
    navigation.init(app)
    addresses.init(app)
    editing_mark.init(app)
    drafting.init(app)
    thumbnails.init(app)
    app.register_blueprint(fonts.bp)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    if ours:
        house.store.sweep()
        spare_what_stands()
    return app


def _edition_of_files() -> str:
    """Stands in the address of style sheets and scripts, so that a browser may keep them.

    Other content has another address; nobody works with the style of yesterday.
    """
    files = sorted(file for file in (Path(__file__).parent / "static").rglob("*") if file.is_file())
    known = hashlib.sha256()
    for file in files:
        known.update(file.name.encode() + file.read_bytes())
    return known.hexdigest()[:12]


def _secure(settings: Settings) -> bool:
    # Plain http is for training on this machine only; everything else sits behind https.
    address = urlsplit(settings.base_url)
    loopback = address.hostname in {"127.0.0.1", "::1", "localhost"}
    return not (settings.training and address.scheme == "http" and loopback)


def _key(settings: Settings) -> bytes:
    if settings.secret_key:
        return settings.secret_key.encode()
    return session_key(settings.master_key.parent / "web-session.key")
