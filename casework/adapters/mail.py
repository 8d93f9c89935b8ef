"""Mail by SMTP: plain text and HTML, under a Message-ID that a second try repeats."""

from __future__ import annotations

import hashlib
import smtplib
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from casework.errors import DeliveryFailed

TIMEOUT_SECONDS = 20


class SmtpMailer:
    """Hands messages to one server; without a host it is not configured and sends nothing."""

    def __init__(self, host: str, port: int, sender: str) -> None:
        self._host = host
        self._port = port
        self._sender = sender

    @property
    def configured(self) -> bool:
        """False when the installation has no mail server."""
        return bool(self._host)

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        """Send and give the Message-ID, derived from `key`; raises DeliveryFailed."""
        try:
            message = self._message(to, subject, text, html, key)
            # Named, because smtplib would look our own name up at a name server for its greeting.
            server = smtplib.SMTP(
                self._host, self._port, local_hostname=self._domain, timeout=TIMEOUT_SECONDS
            )
            try:
                server.send_message(message)
            finally:
                _take_leave(server)
        except (OSError, smtplib.SMTPException) as fault:
            raise DeliveryFailed(
                "Server surel tidak menerima pesan. Periksa CASEWORK_SMTP_HOST dan "
                "CASEWORK_SMTP_PORT; pesan akan dikirim ulang."
            ) from fault
        except ValueError as fault:
            raise DeliveryFailed(
                "Alamat surel petugas tidak dapat dipakai. Betulkan alamat itu; "
                "pesan akan dikirim ulang."
            ) from fault
        return str(message["Message-ID"])

    def _message(self, to: str, subject: str, text: str, html: str, key: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = self._sender
        message["To"] = to
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


def _take_leave(server: smtplib.SMTP) -> None:
    """End the conversation; a mail that was taken stays taken, whatever is answered to that."""
    with suppress(OSError, smtplib.SMTPException):
        server.quit()
    server.close()
