"""The tests' visitor before a server of its own, as if through the TLS proxy of production."""

from __future__ import annotations

import io
from http.cookies import SimpleCookie
from typing import Any

import httpx

from tests.web.visitor import Visitor


class Answer:
    """What a page answered, by the names of Werkzeug's test client."""

    def __init__(self, given: httpx.Response) -> None:
        self.status_code, self.headers = given.status_code, given.headers
        self.status = f"{given.status_code} {given.reason_phrase}"
        self.text, self.data = given.text, given.content


class Client:
    """One browser: its cookies go along although the way from the proxy on is plain HTTP."""

    def __init__(self, address: str, host: str) -> None:
        self._http = httpx.Client(
            base_url=address, timeout=120,
            headers={"Host": host, "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7",
                     "Origin": f"https://{host}", "Referer": f"https://{host}/"},
        )  # fmt: skip
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._send("GET", path)

    def post(self, path: str, *, data: dict[str, Any], content_type: str) -> Answer:
        """Send a form, its files with it."""
        assert content_type == "multipart/form-data"
        parts: list[tuple[str, Any]] = []
        for name, value in data.items():
            for one in value if isinstance(value, list) else [value]:
                is_file = isinstance(one, tuple) and isinstance(one[0], io.BytesIO)
                parts.append((name, (one[1], one[0]) if is_file else (None, str(one))))
        return self._send("POST", path, files=parts)

    def _send(self, method: str, path: str, **more: Any) -> Answer:
        cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        given = self._http.request(method, path, headers={"Cookie": cookie}, **more)
        for line in given.headers.get_list("set-cookie"):
            for name, morsel in SimpleCookie(line).items():
                self._cookies[name] = morsel.value
        return Answer(given)


class RemoteVisitor(Visitor):
    """Fills the forms of a running installation."""

    def __init__(self, address: str, host: str) -> None:
        self.client = Client(address, host)  # type: ignore[assignment]  # as much as it uses
