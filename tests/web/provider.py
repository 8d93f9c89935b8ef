"""A small real OpenID provider on loopback: discovery, keys, codes bound by PKCE, signed tokens."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwk, jwt

CLIENT, SECRET = "casework", "rahasia-klien"


class Provider:
    """Its state: keys, codes given out, and what a test wants it to say."""

    def __init__(self) -> None:
        self.key = jwk.RSAKey.generate_key(2048, {"kid": "satu", "use": "sig", "alg": "RS256"})
        self.signing: jwk.Key = self.key
        self.header = {"alg": "RS256", "kid": "satu"}
        self.issuer = ""
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: dict[str, str] = {}  # by the latest visitor
        self.metadata: object = {}  # laid over what it says of itself; no object replaces it
        self.posts = 0
        self.token_elsewhere = ""  # where the token endpoint redirects to
        self.claims: dict[str, Any] = {"email": "ketua@contoh.invalid", "email_verified": True}

    def visit(self, entrance: str) -> dict[str, str]:
        """Agree at the provider's own page; gives what the browser carries back."""
        asked = {name: value[0] for name, value in parse_qs(urlsplit(entrance).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        code = secrets.token_urlsafe(16)
        self.codes[code] = self.asked = asked
        return {"code": code, "state": asked["state"]}

    def token(self, sent: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The token endpoint: a code is good once, with the verifier of its challenge."""
        asked = self.codes.pop(sent.get("code", ""), None)
        proof = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if (
            not asked
            or asked["code_challenge"] != challenge
            or asked["redirect_uri"] != sent.get("redirect_uri")
        ):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 300,
                  "nonce": asked["nonce"], **self.claims}  # fmt: skip
        signed = jwt.encode(self.header, claims, self.signing, [self.header["alg"]])
        return 200, {"id_token": signed, "access_token": "tanda", "token_type": "Bearer"}


@contextmanager
def serving() -> Iterator[Provider]:
    """Serve it on a free port of this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = provider.issuer
            said: object = provider.metadata
            if isinstance(said, dict):
                said = {
                    "issuer": place, "authorization_endpoint": f"{place}/masuk",
                    "token_endpoint": f"{place}/token", "jwks_uri": f"{place}/kunci", **said,
                }  # fmt: skip
            pages: dict[str, object] = {
                "/.well-known/openid-configuration": said,
                "/kunci": {"keys": [provider.key.as_dict(private=False)]},
            }
            self.answer(200 if self.path in pages else 404, pages.get(self.path, {}))

        def do_POST(self) -> None:
            provider.posts += 1
            if provider.token_elsewhere:
                self.send_response(307)
                self.send_header("Location", provider.token_elsewhere)
                self.end_headers()
                return
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            client = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            if self.headers["Authorization"] != f"Basic {client}":
                self.answer(401, {"error": "invalid_client"})
                return
            self.answer(*provider.token({k: v[0] for k, v in parse_qs(body).items()}))

        def answer(self, status: int, content: object) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield provider
        server.shutdown()
        thread.join()
