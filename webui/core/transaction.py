"""How pages reach the services: a transaction in the name of the officer signed in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import cast

from flask import current_app
from flask_login import current_user

from casework.bootstrap import App
from casework.services.core.work import Actor, Work
from webui.core.session import SignedIn


def house() -> App:
    """The application this web process serves."""
    return cast(App, current_app.extensions["casework"])


def me() -> SignedIn:
    """Who is signed in; only guarded views may ask.

    The officer, not Flask-Login's stand-in, which is somebody else in the next request.
    """
    return cast(SignedIn, current_user._get_current_object())  # noqa: SLF001  # Werkzeug's way


def actor() -> Actor:
    """The signed-in officer as the services know an actor."""
    return me().actor


def reading() -> AbstractContextManager[Work]:
    """A transaction that keeps nothing."""
    return house().reading(actor())


def glancing() -> AbstractContextManager[Work]:
    """Surroundings for reading a list: each statement sees what was committed last.

    Whether the law was revised meanwhile is not asked. Raises Unavailable.
    """
    return house().glancing(actor())


def acting() -> AbstractContextManager[Work]:
    """One transaction for one act; committed on a clean exit."""
    return house().unit_of_work(actor())
