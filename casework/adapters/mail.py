"""Mail by SMTP: plain text and HTML, under a Message-ID that a second try repeats.

With "starttls" (RFC 3207) or "tls" (RFC 8314) the server has to show a certificate of its name; a
line that cannot be secured is not used, nor is a password ever sent on an open one.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Literal

from casework.errors import DeliveryFailed, Undeliverable

# 550-553: mailbox unavailable, not local, full, no such name (RFC 5321, 4.2.3); 556: a domain that
# takes no mail (RFC 7504). 554 and the rest say nothing of whom they are about.
_OF_RECIPIENT = frozenset({550, 551, 552, 553, 556})
# Class 5, subject 1 (address) or 2 (mailbox), RFC 3463; the other subjects are the server's own.
_ENHANCED = re.compile(rb"\s*5\.(\d{1,3})\.\d{1,3}\b")
_RECIPIENT_SUBJECTS = {b"1", b"2"}
# Servers that refuse to relay for us say 550 too: an administrator cures that, for everybody.
_ABOUT_US = re.compile(rb"relay|authenti", re.IGNORECASE)


def for_good(fault: Exception) -> str:
    """The answer by which the one recipient of a mail was refused for good, or "".

    >>> for_good(smtplib.SMTPDataError(550, b"5.1.1 no such user"))
    '550 5.1.1'
    >>> for_good(smtplib.SMTPDataError(550, b"5.7.1 relay access denied"))
    ''
    >>> for_good(smtplib.SMTPRecipientsRefused({"a@b": (450, b"busy")}))
    ''
    """
    words: bytes | str
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        answers = list(fault.recipients.values())
        code, words = answers[0] if len(answers) == 1 else (0, b"")
    elif isinstance(fault, smtplib.SMTPDataError):
        code, words = fault.smtp_code, fault.smtp_error
    else:
        return ""
    return _of_recipient(code, words if isinstance(words, bytes) else words.encode())


def _of_recipient(code: int, words: bytes) -> str:
    found = _ENHANCED.match(words)
    if found is not None and 500 <= code < 600:
        about = found[1] in _RECIPIENT_SUBJECTS
        return f"{code} {found[0].strip().decode()}" if about else ""
    return str(code) if code in _OF_RECIPIENT and not _ABOUT_US.search(words) else ""


TIMEOUT_SECONDS = 20
Security = Literal["none", "starttls", "tls"]
_WRONG_ADDRESS = "Alamat surel petugas ditolak untuk seterusnya. Betulkan alamat itu."


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed in, and as whom.

    `authority` is a file of certificates to trust, None for those of the machine.
    """

    host: str
    port: int
    security: Security = "none"
    user: str = ""
    password: str = ""
    authority: Path | None = None


class SmtpMailer:
    """Hands messages to one server; without a host it is not configured and sends nothing."""

    def __init__(self, server: MailServer, sender: str) -> None:
        self._server = server
        self._sender = sender

    @property
    def configured(self) -> bool:
        """False when the installation has no mail server."""
        return bool(self._server.host)

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        """Send and give the Message-ID, derived from `key`.

        Raises DeliveryFailed, or Undeliverable when the address is refused for good.
        """
        try:
            message = self._message(to, subject, text, html, key)
            server = self._connected()
            try:
                _hand_in(server, message)
            finally:
                _take_leave(server)
        except smtplib.SMTPAuthenticationError as fault:
            raise DeliveryFailed(
                "Server surel menolak nama atau kata sandi. Periksa CASEWORK_SMTP_USER dan "
                "CASEWORK_SMTP_PASSWORD; pesan akan dikirim ulang."
            ) from fault
        except (ssl.SSLError, smtplib.SMTPNotSupportedError) as fault:
            raise DeliveryFailed(
                "Sambungan ke server surel tidak dapat diamankan, jadi tidak ada yang dikirim. "
                "Periksa CASEWORK_SMTP_SECURITY, CASEWORK_SMTP_PORT, nama server pada "
                "sertifikatnya, dan CASEWORK_SMTP_CA; pesan akan dikirim ulang."
            ) from fault
        except (OSError, smtplib.SMTPException) as fault:
            raise DeliveryFailed(
                "Server surel tidak menerima pesan. Periksa CASEWORK_SMTP_HOST dan "
                "CASEWORK_SMTP_PORT; pesan akan dikirim ulang."
            ) from fault
        except ValueError as fault:
            raise DeliveryFailed(
                "Pesan tidak dapat disusun untuk server surel. Periksa CASEWORK_MAIL_FROM dan "
                "huruf pada CASEWORK_SMTP_PASSWORD; pesan akan dikirim ulang."
            ) from fault
        return str(message["Message-ID"])

    def _connected(self) -> smtplib.SMTP:
        """A conversation in which mails can be handed in; raises OSError or SMTPException."""
        to = self._server
        context = ssl.create_default_context(cafile=to.authority)
        # Named, because smtplib would look our own name up at a name server for its greeting.
        if to.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                to.host, to.port, self._domain, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(to.host, to.port, self._domain, timeout=TIMEOUT_SECONDS)
        try:
            if to.security == "starttls":
                server.starttls(context=context)
            if to.user:
                server.login(to.user, to.password)
        except (OSError, smtplib.SMTPException):
            server.close()
            raise
        return server

    def _message(self, to: str, subject: str, text: str, html: str, key: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self._sender
        try:
            message["To"] = to
        except ValueError as fault:
            raise Undeliverable(_WRONG_ADDRESS, "tidak sah") from fault
        message["Subject"] = subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = self.message_id(key)
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text)
        message.add_alternative(html, subtype="html")
        return message

    def message_id(self, key: str) -> str:
        """The Message-ID of a key: the same for every try."""
        return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{self._domain}>"

    @property
    def _domain(self) -> str:
        return parseaddr(self._sender)[1].partition("@")[2] or "localhost"


def _hand_in(server: smtplib.SMTP, message: EmailMessage) -> None:
    try:
        server.send_message(message)
    except smtplib.SMTPNotSupportedError as fault:
        # The line is secured by now: it is the address that this server cannot write.
        raise Undeliverable(_WRONG_ADDRESS, "huruf tidak didukung") from fault
    except smtplib.SMTPException as fault:
        if answer := for_good(fault):
            raise Undeliverable(_WRONG_ADDRESS, answer) from fault
        raise


def _take_leave(server: smtplib.SMTP) -> None:
    """End the conversation; a mail that was taken stays taken, whatever is answered to that."""
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
    server.close()
