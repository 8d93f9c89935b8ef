"""Signing in through an identity provider (OpenID Connect Core 1.0): code flow with PKCE.

Off unless the settings name a provider. It tells who somebody is; accounts are made here only.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from flask import Flask

from casework.errors import CaseworkError, SettingsError
from casework.settings import Settings

SECONDS = 10
ALGORITHMS = ("RS256", "PS256", "ES256")
LEEWAY_SECONDS = 60


class ProviderFault(CaseworkError):
    """The provider is out of reach, or what it sent cannot be trusted; says which."""


@dataclass(frozen=True)
class Ticket:
    """What one attempt must bring back: kept in the visitor's session, used once."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Ticket:
        """Fresh random values."""
        return cls(*(secrets.token_urlsafe(32) for _ in range(3)))


class Provider:
    """The identity provider of the settings."""

    def __init__(self, settings: Settings) -> None:
        self.issuer = settings.oidc_issuer.rstrip("/")
        self.client_id, self.secret = settings.oidc_client_id, settings.oidc_client_secret
        self.claim = settings.oidc_claim
        self.back = f"{settings.base_url}/masuk/oidc/kembali"

    def entrance(self, ticket: Ticket) -> str:
        """The address to send the visitor to. Raises ProviderFault."""
        from authlib.oauth2.rfc7636 import create_s256_code_challenge

        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.back,
            "scope": "openid email profile",
            "state": ticket.state,
            "nonce": ticket.nonce,
            "code_challenge": create_s256_code_challenge(ticket.verifier),
            "code_challenge_method": "S256",
        }
        return f"{self._found('authorization_endpoint')}?{urlencode(asked)}"

    def claimed(self, code: str, ticket: Ticket) -> str:
        """What the provider says about who came back, by the claim of the settings.

        Raises ProviderFault; an address the provider did not verify counts as none.
        """
        answer = self._ask(
            "POST",
            self._found("token_endpoint"),
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self.back,
                "client_id": self.client_id,
                "code_verifier": ticket.verifier,
            },
            auth=httpx.BasicAuth(self.client_id, self.secret) if self.secret else None,
        )
        claims = self._checked(str(answer.get("id_token", "")), ticket.nonce)
        if self.claim == "email" and claims.get("email_verified") is not True:
            raise ProviderFault("email not verified")
        return str(claims.get(self.claim, ""))

    def _checked(self, token: str, nonce: str) -> dict[str, Any]:
        from joserfc import jwk, jwt
        from joserfc.errors import JoseError

        keys = self._ask("GET", self._found("jwks_uri"))
        try:
            key_set = jwk.KeySet.import_key_set(keys)  # type: ignore[arg-type]  # checked by it
            claims = jwt.decode(token, key_set, algorithms=list(ALGORITHMS)).claims
            jwt.JWTClaimsRegistry(
                leeway=LEEWAY_SECONDS,
                iss={"essential": True, "value": self.issuer},
                aud={"essential": True, "value": self.client_id},
                exp={"essential": True},
                sub={"essential": True},
                nonce={"essential": True, "value": nonce},
            ).validate(claims)
        except (JoseError, ValueError, KeyError) as fault:
            raise ProviderFault(f"id token: {type(fault).__name__}") from fault
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1:
            raise ProviderFault("id token: more than one audience")
        return dict(claims)

    def _found(self, name: str) -> str:
        known = self._ask("GET", f"{self.issuer}/.well-known/openid-configuration")
        if str(known.get("issuer", "")).rstrip("/") != self.issuer:
            raise ProviderFault("discovery: another issuer")
        place = str(known.get(name, ""))
        if not _safe(place):
            raise ProviderFault(f"discovery: {name}")
        return place

    def _ask(self, method: str, place: str, **more: Any) -> dict[str, Any]:
        try:
            answer = httpx.request(method, place, timeout=SECONDS, **more)
            answer.raise_for_status()
            found = answer.json()
        except (httpx.HTTPError, ValueError) as fault:
            raise ProviderFault(f"{urlsplit(place).path}: {type(fault).__name__}") from fault
        if not isinstance(found, dict):
            raise ProviderFault(f"{urlsplit(place).path}: no object")
        return found


def _safe(place: str) -> bool:
    address = urlsplit(place)
    loopback = address.hostname in {"127.0.0.1", "::1", "localhost"}
    return address.scheme == "https" or (address.scheme == "http" and loopback)


def init(app: Flask, settings: Settings) -> None:
    """Offer the provider of the settings on ``app``, if they name one. Raises SettingsError."""
    app.extensions["oidc"] = None
    if settings.oidc_issuer:
        if not settings.oidc_client_id or not _safe(settings.oidc_issuer):
            raise SettingsError(
                "CASEWORK_OIDC_ISSUER harus https:// dan memerlukan CASEWORK_OIDC_CLIENT_ID."
            )
        if find_spec("authlib") is None:
            raise SettingsError("CASEWORK_OIDC_ISSUER memerlukan bagian tambahan casework[sso].")
        app.extensions["oidc"] = Provider(settings)
    app.jinja_env.globals["sso"] = app.extensions["oidc"] is not None
