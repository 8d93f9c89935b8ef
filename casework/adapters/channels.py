"""Channels beside mail: Telegram, WhatsApp and an office's own webhook, through apprise.

Apprise is an optional part (`casework[channels]`) and is loaded at the first message.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from urllib.parse import quote, urlencode, urlsplit

from casework.errors import DeliveryFailed, SettingsError
from casework.settings import Settings

TIMEOUT_SECONDS = 10
_TIMES = urlencode({"cto": TIMEOUT_SECONDS, "rto": TIMEOUT_SECONDS})
_SCHEMES = {"https": "jsons", "http": "json"}

# Gives apprise's address of a message: to whom, and under which key.
Address = Callable[[str, str], str]


class Messenger:
    """Hands a message to the service behind a channel; `channels` are those that are set up."""

    def __init__(self, addresses: Mapping[str, Address] | None = None) -> None:
        self._addresses = dict(addresses or {})

    @classmethod
    def from_settings(cls, settings: Settings) -> Messenger:
        """The channels the environment sets up.

        Raises SettingsError when one cannot be used, naming the variable or the missing part.
        """
        found: dict[str, Address] = {}
        if settings.telegram_token:
            found["telegram"] = _telegram(settings.telegram_token)
        if settings.whatsapp_token:
            found["whatsapp"] = _whatsapp(settings.whatsapp_token, settings.whatsapp_sender)
        if settings.webhook_url:
            found["webhook"] = _webhook(settings.webhook_url)
        if found and find_spec("apprise") is None:
            raise SettingsError(
                f"Kanal {', '.join(found)} disetel, tetapi paket apprise tidak terpasang. Pasang "
                "bagian pilihan casework[channels], atau hapus setelan kanal itu."
            )
        return cls(found)

    @property
    def channels(self) -> frozenset[str]:
        """The channels that can be used."""
        return frozenset(self._addresses)

    def send(self, channel: str, *, to: str, subject: str, text: str, key: str) -> str:
        """Send and give the id derived from `key`, the same for every try.

        Raises DeliveryFailed, which tells neither address nor token.
        """
        from apprise import Apprise  # loads a hundred services: paid by who uses them

        mark = hashlib.sha256(key.encode()).hexdigest()[:40]
        service = Apprise.instantiate(self._addresses[channel](to, mark))
        if not service or not service.notify(body=text, title=subject):
            raise DeliveryFailed(
                f"Kanal {channel} tidak menerima pesan. Periksa setelannya dan alamat petugas; "
                "pesan akan dikirim ulang."
            )
        return mark


def _telegram(token: str) -> Address:
    return lambda to, mark: f"tgram://{quote(token, safe=':')}/{quote(to)}/?{_TIMES}"


def _whatsapp(token: str, sender: str) -> Address:
    if not sender:
        raise SettingsError(
            "CASEWORK_WHATSAPP_TOKEN perlu CASEWORK_WHATSAPP_SENDER, ID nomor pengirimnya."
        )
    return lambda to, mark: (
        f"whatsapp://{quote(token, safe='')}@{quote(sender)}/{quote(to.lstrip('+'))}/?{_TIMES}"
    )


def _webhook(url: str) -> Address:
    parts = urlsplit(url)
    loopback = parts.hostname in {"127.0.0.1", "::1", "localhost"}
    if (
        not parts.hostname
        or parts.scheme not in _SCHEMES
        or (parts.scheme == "http" and not loopback)
    ):
        raise SettingsError(
            "CASEWORK_WEBHOOK_URL harus alamat https://; http:// hanya untuk mesin ini sendiri."
        )
    scheme = _SCHEMES[parts.scheme]

    def address(to: str, mark: str) -> str:
        named = f"+X-Casework-Officer={quote(to)}&+X-Casework-Key={mark}"
        return f"{scheme}://{parts.netloc}{parts.path}?{_TIMES}&{named}"

    return address
