"""Headers every response carries, and the cookies' settings.

The policy starts from nothing and allows our own host only; pages carry neither inline
styles nor inline scripts, so no nonce is needed.
"""

from __future__ import annotations

from datetime import timedelta

from flask import Flask, Response, current_app, request

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""For an evidence file: whatever it holds, it may do nothing in our name."""

PDF_POLICY = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
)
"""For our own letters: a browser's PDF viewer does not start inside a sandbox."""

YEAR_OF_HTTPS = "max-age=31536000; includeSubDomains"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


_WANTED = (("Content-Security-Policy", PAGE_POLICY), *HEADERS.items())


def harden(response: Response) -> Response:
    """Add the security headers; a view may have set a stricter policy of its own."""
    here = {name.lower() for name, _ in response.headers}
    wanted = _WANTED
    # Our own line is plain behind a web server that speaks https for us.
    if current_app.config["SESSION_COOKIE_SECURE"]:
        wanted = (*wanted, ("Strict-Transport-Security", YEAR_OF_HTTPS))
    if request.endpoint == "static":  # its address names its content
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif request.endpoint != "fonts.font":
        wanted = (*wanted, ("Cache-Control", "no-store"))
    for name, value in wanted:
        if name.lower() not in here:
            response.headers.add(name, value)
    return response


def init(app: Flask, *, secure: bool, key: bytes) -> None:
    """Give ``app`` its cookies and headers; ``secure``: https only, ``__Host-`` prefix."""
    app.config.update(
        SECRET_KEY=key,
        SESSION_COOKIE_NAME="__Host-perkara" if secure else "perkara",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=secure,
    )
    app.after_request(harden)
