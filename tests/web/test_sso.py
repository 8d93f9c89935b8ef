"""Signing in through an identity provider: only who has an account, only with what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from joserfc import jwk

from casework.bootstrap import App
from casework.errors import SettingsError
from casework.models import Officer
from tests.web.provider import CLIENT, SECRET, Provider, serving
from tests.web.visitor import Visitor, words
from webui.app import create_app

START, BACK = "/masuk/oidc", "/masuk/oidc/kembali"


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving() as provider:
        yield provider


def settings(app: App, **changes: str) -> App:
    return replace(app, settings=app.settings.model_copy(update=changes))


@pytest.fixture
def joined(app: App, flask: Flask, provider: Provider) -> Flask:
    """The house with that provider; the chair has a mail address there."""
    with app.database.write() as session:
        session.query(Officer).filter_by(login="chair").one().email = "Ketua@contoh.invalid"
    return create_app(
        settings(app, oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET)
    )


def come_back(visitor: Visitor, provider: Provider, **changes: str) -> str:
    """Through the provider and back; gives where that leads."""
    carried = provider.visit(visitor.get(START).headers["Location"])
    answer = visitor.client.get(BACK, query_string={**carried, **changes})
    assert answer.status_code == 303
    return str(answer.headers["Location"])


def test_without_a_provider_there_are_no_such_pages(flask: Flask) -> None:
    visitor = Visitor(flask)
    assert visitor.get(START).status_code == 404
    assert visitor.get(BACK).status_code == 404
    assert "penyedia identitas" not in words(visitor.get("/masuk"))


def test_an_officer_with_an_account_comes_in(joined: Flask, provider: Provider) -> None:
    visitor = Visitor(joined)
    assert "penyedia identitas" in words(visitor.get("/masuk"))
    entrance = visitor.client.get(START, query_string={"lanjut": "/perkara/"})
    assert "code_challenge_method=S256" in entrance.headers["Location"]
    carried = provider.visit(entrance.headers["Location"])
    answer = visitor.client.get(BACK, query_string=carried)
    assert answer.headers["Location"] == "/perkara/"
    assert visitor.get("/perkara/").status_code == 200
    # What was carried back is good once.
    again = Visitor(joined)
    assert again.client.get(BACK, query_string=carried).headers["Location"] == "/masuk"
    assert again.get("/").status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "orang.lain@contoh.invalid"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": ""},
        {"aud": "klien-lain"},
        {"aud": "klien-lain", "azp": CLIENT},
        {"aud": [CLIENT, "klien-lain"], "azp": CLIENT},
        {"aud": [CLIENT, "klien-lain"]},
        {"iss": "https://lain.contoh.invalid"},
        {"nonce": "lain"},
        {"exp": 1_700_000_000},
    ],
)
def test_what_was_not_asked_for_is_not_believed(
    joined: Flask, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.claims |= claims
    visitor = Visitor(joined)
    assert come_back(visitor, provider) == "/masuk"
    assert "tidak berhasil" in words(visitor.get("/masuk"))
    assert visitor.get("/").status_code == 303


def test_a_token_signed_by_another_key_is_refused(joined: Flask, provider: Provider) -> None:
    provider.signing = jwk.RSAKey.generate_key(2048, {"kid": "satu"})
    assert come_back(Visitor(joined), provider) == "/masuk"


def test_only_the_algorithms_of_ours_are_believed(joined: Flask, provider: Provider) -> None:
    provider.metadata = {"id_token_signing_alg_values_supported": ["RS512", "HS256"]}
    provider.header = {"alg": "RS512", "kid": "satu"}
    provider.key = provider.signing = jwk.RSAKey.generate_key(2048, {"kid": "satu"})
    assert come_back(Visitor(joined), provider) == "/masuk"


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://lain.contoh.invalid"},
        {"authorization_endpoint": "http://lain.contoh.invalid/masuk"},
        {"token_endpoint": "http://lain.contoh.invalid/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"token_endpoint": None},
        ["bukan objek"],
        "bukan objek",
    ],
)
def test_a_provider_that_says_of_itself_what_cannot_be_is_not_gone_to(
    joined: Flask, provider: Provider, metadata: object
) -> None:
    provider.metadata = metadata
    visitor = Visitor(joined)
    assert visitor.get(START).headers["Location"] == "/masuk"
    assert "tidak berhasil" in words(visitor.get("/masuk"))


def test_a_code_and_our_secret_follow_no_redirect(joined: Flask, provider: Provider) -> None:
    with serving() as other:
        provider.token_elsewhere = f"{other.issuer}/token"
        assert come_back(Visitor(joined), provider) == "/masuk"
        assert (provider.posts, other.posts) == (1, 0)


def test_what_was_carried_back_is_good_once_in_its_own_browser_too(
    joined: Flask, provider: Provider
) -> None:
    provider.claims["email_verified"] = False
    visitor = Visitor(joined)
    carried = provider.visit(visitor.get(START).headers["Location"])
    for _ in range(2):
        answer = visitor.client.get(BACK, query_string=carried)
        assert answer.headers["Location"] == "/masuk"
        provider.claims["email_verified"] = True
        provider.codes[carried["code"]] = provider.asked


def test_attempts_that_are_given_up_do_not_pile_up(joined: Flask, provider: Provider) -> None:
    visitor = Visitor(joined)
    first = visitor.get(START)
    last = [visitor.get(START) for _ in range(20)][-1]
    assert len(last.headers["Set-Cookie"]) < 1.2 * len(first.headers["Set-Cookie"])
    assert come_back(visitor, provider) == "/"


def test_another_state_or_another_browser_is_refused(joined: Flask, provider: Provider) -> None:
    assert come_back(Visitor(joined), provider, state="lain") == "/masuk"
    carried = provider.visit(Visitor(joined).get(START).headers["Location"])
    victim = Visitor(joined)
    victim.get(START)
    assert victim.client.get(BACK, query_string=carried).headers["Location"] == "/masuk"
    assert victim.get("/").status_code == 303


def test_a_leaver_and_a_shared_address_stay_outside(
    app: App, joined: Flask, provider: Provider
) -> None:
    with app.database.write() as session:
        session.query(Officer).filter_by(login="auditor").one().email = "ketua@contoh.invalid"
    assert come_back(Visitor(joined), provider) == "/masuk"
    with app.database.write() as session:
        for officer in session.query(Officer).filter(Officer.login.in_(("auditor", "chair"))):
            officer.active = False
    assert come_back(Visitor(joined), provider) == "/masuk"


def test_another_claim_names_the_login(app: App, joined: Flask, provider: Provider) -> None:
    made = create_app(
        settings(
            app, oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET,
            oidc_claim="preferred_username",
        )
    )  # fmt: skip
    provider.claims = {"preferred_username": "secretariat"}
    assert come_back(Visitor(made), provider) == "/"


def test_a_provider_out_of_reach_is_told_in_words(app: App, flask: Flask) -> None:
    gone = settings(app, oidc_issuer="http://127.0.0.1:9", oidc_client_id=CLIENT)
    visitor = Visitor(create_app(gone))
    assert visitor.get(START).headers["Location"] == "/masuk"
    assert "tidak berhasil" in words(visitor.get("/masuk"))


@pytest.mark.parametrize("issuer", ["http://lain.contoh.invalid", "lain"])
def test_a_provider_without_https_is_refused_at_the_start(
    app: App, flask: Flask, issuer: str
) -> None:
    with pytest.raises(SettingsError):
        create_app(settings(app, oidc_issuer=issuer, oidc_client_id=CLIENT))
