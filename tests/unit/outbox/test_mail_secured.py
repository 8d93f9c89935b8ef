"""Mail servers that ask for a login, on a line that is secured or not used at all."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from casework.adapters.mail import MailServer, SmtpMailer
from casework.errors import DeliveryFailed, SettingsError
from casework.settings import Settings
from tests.certificates import of_server
from tests.flows.waiting import free_port

USER, PASSWORD = "casework", "rahasia-uji"


class Inbox:
    """Keeps as whom each mail was handed in."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # the name the server calls
        who: Any = session.auth_data
        self.taken.append(who.login.decode() if who else "")
        return "250 kept"


def known(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, who: Any) -> AuthResult:
    right = who == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False, auth_data=who)


@contextmanager
def serving(folder: Path, inbox: Inbox, security: str, name: str = "localhost") -> Iterator[int]:
    """A server with a login on a secured line; without `security` one that offers neither."""
    shown, key = of_server(folder, name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown, key)
    login: dict[str, Any] = {"authenticator": known}
    ways: dict[str, dict[str, Any]] = {
        "starttls": login | {"tls_context": context, "require_starttls": True},
        # The whole conversation is inside, which the server cannot see from within.
        "tls": login | {"ssl_context": context, "auth_require_tls": False},
        "none": {},
    }
    port = free_port()
    controller = Controller(
        inbox, hostname="localhost", port=port, server_hostname="localhost", **ways[security]
    )
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def handed_in(server: MailServer) -> str:
    mailer = SmtpMailer(server, "casework@latihan.invalid")
    return mailer.send(to="a@latihan.invalid", subject="s", text="t", html="<p>t</p>", key="k")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_login_goes_over_a_secured_line(tmp_path: Path, security: Any) -> None:
    inbox = Inbox()
    with serving(tmp_path, inbox, security) as port:
        own = MailServer("localhost", port, security, USER, PASSWORD, tmp_path / "server.pem")
        assert handed_in(own).startswith("<")
        with pytest.raises(DeliveryFailed, match="CASEWORK_SMTP_PASSWORD"):
            handed_in(replace(own, password="salah"))
        with pytest.raises(DeliveryFailed, match="tidak dapat diamankan"):
            handed_in(replace(own, authority=None))
    assert inbox.taken == [USER]


def test_a_certificate_of_another_name_is_refused(tmp_path: Path) -> None:
    inbox = Inbox()
    with serving(tmp_path, inbox, "tls", name="surel.lain.invalid") as port:
        own = MailServer("localhost", port, "tls", USER, PASSWORD, tmp_path / "server.pem")
        with pytest.raises(DeliveryFailed, match="nama server pada sertifikatnya"):
            handed_in(own)
    assert inbox.taken == []


def test_a_server_that_cannot_secure_the_line_gets_nothing(tmp_path: Path) -> None:
    inbox = Inbox()
    with serving(tmp_path, inbox, "none") as port:
        with pytest.raises(DeliveryFailed, match="tidak dapat diamankan"):
            handed_in(MailServer("localhost", port, "starttls"))
        assert inbox.taken == []
        handed_in(MailServer("localhost", port))
    assert inbox.taken == [""]


def test_a_password_is_not_sent_in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEWORK_SMTP_HOST", "surel.bawaslu.invalid")
    monkeypatch.setenv("CASEWORK_SMTP_USER", USER)
    monkeypatch.setenv("CASEWORK_SMTP_PASSWORD", PASSWORD)
    with pytest.raises(SettingsError, match="CASEWORK_SMTP_SECURITY") as refusal:
        Settings.from_env()
    assert PASSWORD not in str(refusal.value)
    monkeypatch.setenv("CASEWORK_SMTP_SECURITY", "starttls")
    assert Settings.from_env().smtp_user == USER
