"""Rate limits for requests without a session; no address is kept, only a mark of the day."""

from __future__ import annotations

import hmac

from flask import Flask, current_app, request
from flask_limiter import Limiter

from webui.core.transaction import house


def visitor() -> str:
    """A name for whoever asks that means nothing tomorrow: the address under a key of the day.

    Behind reverse proxies it is the address the outermost trusted one saw.
    """
    day = house().now().strftime("%Y-%m-%d")
    key = hmac.digest(_secret(), day.encode(), "sha256")
    return hmac.new(key, _address().encode(), "sha256").hexdigest()


def _secret() -> bytes:
    secret = current_app.secret_key or ""
    return secret if isinstance(secret, bytes) else secret.encode()


def _address() -> str:
    proxies: int = current_app.config["TRUSTED_PROXIES"]
    told = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(told) >= proxies:
        return told[-proxies]
    return request.remote_addr or ""


limiter = Limiter(key_func=visitor, strategy="moving-window", key_prefix="casework")
SECONDS = 2


def init(app: Flask, *, proxies: int, redis_url: str = "") -> None:
    """Count requests of ``app``, ``proxies`` of ours before it.

    In the memory of this process, or at ``redis_url`` for all processes together. While Redis does
    not answer each process counts for itself again: nobody is let in uncounted, nobody kept out.
    """
    app.config["TRUSTED_PROXIES"] = proxies
    app.config["RATELIMIT_STORAGE_URI"] = redis_url or "memory://"
    if redis_url:
        app.config["RATELIMIT_STORAGE_OPTIONS"] = {
            "socket_connect_timeout": SECONDS,
            "socket_timeout": SECONDS,
            "wrap_exceptions": True,
        }
        app.config["RATELIMIT_IN_MEMORY_FALLBACK_ENABLED"] = True
    limiter.init_app(app)
    # Before each request it would look for limits of all pages, and there are none: a view that is
    # limited looks for itself.
    looks = app.before_request_funcs[None]
    looks[:] = [one for one in looks if getattr(one, "__self__", None) is not limiter]
