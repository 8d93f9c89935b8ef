"""Signing in through an identity provider (OpenID Connect Core 1.0): Authlib's client, with PKCE.

Off unless the settings name a provider. It tells who somebody is; accounts are made here only.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskIntegration, FlaskOAuth2App
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, session
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from casework.errors import CaseworkError, SettingsError
from casework.settings import Settings

NAME = "oidc"
SECONDS = 10
ALGORITHMS = ("RS256", "PS256", "ES256")
LEEWAY_SECONDS = 60
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
# What Authlib raises when the provider is out of reach, lies, or sends what is no answer.
_FAULTS = (AuthlibBaseError, JoseError, RequestException, KeyError, TypeError, ValueError)


class ProviderFault(CaseworkError):
    """The provider is out of reach, or what it sent cannot be trusted; says which."""


class _Requests(OAuth2Session):  # type: ignore[misc]  # Authlib ships no types
    """Waits some seconds only and follows no redirect, which could lead to somebody else."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.default_timeout, self.max_redirects = SECONDS, 0


class _Client(FlaskOAuth2App):  # type: ignore[misc]  # Authlib ships no types
    """Authlib's client; believes the issuer of the settings only, at safe addresses."""

    client_cls = _Requests

    def __init__(self, issuer: str, **more: Any) -> None:
        metadata = f"{issuer}/.well-known/openid-configuration"
        super().__init__(FlaskIntegration(NAME), NAME, server_metadata_url=metadata, **more)
        self.issuer = issuer

    def load_server_metadata(self) -> dict[str, Any]:
        """What the provider says of itself. Raises ProviderFault."""
        found: dict[str, Any] = super().load_server_metadata()
        if str(found.get("issuer", "")).rstrip("/") != self.issuer:
            raise ProviderFault("discovery: another issuer")
        for name in _ENDPOINTS:
            if not _safe(str(found.get(name, ""))):
                raise ProviderFault(f"discovery: {name}")
        found["id_token_signing_alg_values_supported"] = list(ALGORITHMS)
        return found


class Provider:
    """The identity provider of the settings."""

    def __init__(self, settings: Settings) -> None:
        self.issuer = settings.oidc_issuer.rstrip("/")
        self.client_id, self.secret = settings.oidc_client_id, settings.oidc_client_secret
        self.claim = settings.oidc_claim
        self.back = f"{settings.base_url}/masuk/oidc/kembali"

    def leave(self, onward: str) -> Response:
        """Send the visitor to the provider; `onward` is where to go afterwards.

        State, nonce and verifier of this attempt are kept in the visitor's session and used once.
        Raises ProviderFault.
        """
        for kept in [name for name in session if name.startswith(f"_state_{NAME}_")]:
            del session[kept]  # one attempt at a time: all lie in one cookie
        try:
            answer: Response = self._client().authorize_redirect(self.back)
        except _FAULTS as fault:
            raise ProviderFault(type(fault).__name__) from fault
        session[NAME] = onward
        answer.status_code = 303
        return answer

    def come_back(self) -> tuple[str, str]:
        """What the provider says about who came back, by the claim of the settings, and `onward`.

        Raises ProviderFault; an address the provider did not verify counts as none.
        """
        client = self._client()
        issuer = {"essential": True, "values": [self.issuer, f"{self.issuer}/"]}
        audience = {"essential": True, "value": self.client_id}
        try:
            token = client.authorize_access_token(
                leeway=LEEWAY_SECONDS, claims_options={"iss": issuer, "aud": audience}
            )
            claims = token["userinfo"]
        except _FAULTS as fault:
            raise ProviderFault(type(fault).__name__) from fault
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1:
            raise ProviderFault("id token: more than one audience")
        if self.claim == "email" and claims.get("email_verified") is not True:
            raise ProviderFault("email not verified")
        return str(claims.get(self.claim, "")), str(session.pop(NAME, ""))

    def _client(self) -> _Client:
        # Made for each attempt: what the provider says of itself and its keys is asked anew.
        return _Client(
            self.issuer,
            client_id=self.client_id,
            client_secret=self.secret or None,
            client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
        )


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
        app.extensions["oidc"] = Provider(settings)
    app.jinja_env.globals["sso"] = app.extensions["oidc"] is not None
