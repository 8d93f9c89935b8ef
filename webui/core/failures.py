"""Error pages: each failed request gets a page that says what to do, never a traceback."""

from __future__ import annotations

import traceback
from pathlib import Path

import structlog
from flask import Flask, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_limiter import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from casework.errors import CaseworkError, Conflict, NotFound, NotPermitted, Unavailable
from webui.core import bodies, labels
from webui.core.access import RoleRefused
from webui.core.language import refused

log = structlog.get_logger(__name__)
RETRY_SECONDS = 30

TEXTS = {
    400: (
        _l("Permintaan tidak dapat dibaca"),
        _l("Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi."),
    ),
    404: (
        _l("Halaman tidak ditemukan"),
        _l(
            "Alamatnya mungkin salah ketik, atau Anda tidak mempunyai akses. "
            "Cari perkara lewat daftar perkara."
        ),
    ),
    405: (
        _l("Tindakan tidak tersedia di alamat ini"),
        _l("Buka halamannya lewat menu, lalu gunakan tombol yang ada di sana."),
    ),
    409: (
        _l("Perkara sudah berubah"),
        _l("Petugas lain bertindak lebih dahulu. Muat ulang perkara dan periksa perubahannya."),
    ),
    413: (
        _l("Kiriman terlalu besar"),
        _l(
            "Tidak ada yang tersimpan. Kembali ke halaman sebelumnya, lalu pendekkan isian. "
            "Kirim berkas satu per satu."
        ),
    ),
    422: (
        _l("Isian belum dapat diterima"),
        _l("Periksa kembali isian, perbaiki, lalu kirim lagi."),
    ),
    429: (
        _l("Terlalu banyak permintaan"),
        _l("Tunggu satu menit, lalu coba lagi."),
    ),
    500: (
        _l("Terjadi gangguan pada sistem"),
        _l(
            "Tidak ada yang tersimpan separuh. Coba lagi; bila terulang, beri tahu administrator "
            "dan sebutkan waktunya."
        ),
    ),
}
"""Status to title and advice."""


def page(status: int, detail: str = "", **more: object) -> ResponseReturnValue:
    """The error page of ``status``."""
    title, advice = TEXTS.get(status, TEXTS[400])
    return render_template(
        "core/error.html", status=status, title=title, advice=advice, detail=detail, **more
    ), status


def unavailable(error: Unavailable) -> ResponseReturnValue:
    """503 on a page that asks nothing of database or disk."""
    log.error("unavailable", endpoint=request.endpoint, error=type(error.__cause__).__name__)
    # Not render_template: that would ask the database who is signed in.
    page = current_app.jinja_env.get_template("core/unavailable.html")
    text = page.render(detail=refused(error.outside))
    return text, 503, {"Retry-After": str(RETRY_SECONDS)}


def forbidden(roles: frozenset[str], detail: str = "") -> ResponseReturnValue:
    """403 that names the roles which may."""
    return render_template(
        "core/403.html", roles=sorted(str(labels.role(role)) for role in roles), detail=detail
    ), 403


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    return page(error.code)


def _too_often(error: RateLimitExceeded) -> ResponseReturnValue:
    told = error.limit.error_message
    if told:
        title, _advice = TEXTS[429]
        text = render_template(
            "core/error.html", status=429, title=title, advice=error.description, detail=""
        )
        response = make_response(text, 429)
    else:
        response = make_response(page(429))
    response.headers["Retry-After"] = str(error.limit.limit.get_expiry())
    return response


def _csrf(_error: CSRFError) -> ResponseReturnValue:
    return page(
        400,
        _(
            "Halaman ini sudah terlalu lama terbuka atau sesi Anda berganti. "
            "Muat ulang halaman, isi lagi, lalu kirim."
        ),
    )


def _unexpected(error: Exception) -> ResponseReturnValue:
    # The kind and the place go to the log; the text may hold personal data and does not.
    log.error(
        "request_failed", endpoint=request.endpoint, error=type(error).__name__, place=_place(error)
    )
    return page(500)


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames[-6:]))


def init(app: Flask) -> None:
    """Give ``app`` its error pages."""
    app.register_error_handler(RoleRefused, lambda error: forbidden(error.roles))
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(RateLimitExceeded, _too_often)
    app.register_error_handler(RequestEntityTooLarge, lambda error: page(413, bodies.told()))
    app.register_error_handler(NotFound, lambda error: page(404))
    app.register_error_handler(NotPermitted, lambda error: forbidden(frozenset(), refused(error)))
    app.register_error_handler(
        Conflict, lambda error: page(409, refused(error), changes=error.changes)
    )
    app.register_error_handler(Unavailable, unavailable)
    app.register_error_handler(CaseworkError, lambda error: page(422, refused(error)))
    app.register_error_handler(HTTPException, _http)
    if not app.testing:
        app.register_error_handler(Exception, _unexpected)
