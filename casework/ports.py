"""What services need from the world; `casework.adapters` provides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Protocol


@dataclass(frozen=True)
class StoredFile:
    """A file that is already safe on disk: hash and size (bytes) of its plain content."""

    sha256: str
    size: int
    path: str
    wrapped_key: bytes | None


class Vault(Protocol):
    """Seals small values with AES-GCM; `context` binds a sealed value to its place."""

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt under a fresh key that the master key wraps."""

    def mark(self, plain: bytes, context: str) -> str:
        """Keyed digest (hex): tells equal values apart from others, and nothing without the key."""

    def open(self, sealed: bytes, context: str) -> bytes:
        """Decrypt; raises IntegrityFault when the bytes or the context do not fit."""


class Store(Protocol):
    """Write-once files addressed by content."""

    def put(self, stream: IO[bytes], *, sealed: bool, limit: int) -> StoredFile:
        """Stream into the store, fsync, rename; refuses an empty or over-long file.

        `limit` is in bytes. Raises BadInput, or Unavailable when the disk takes no more.
        """

    def read(self, path: str, wrapped_key: bytes | None) -> Iterator[bytes]:
        """Yield the plain content in pieces; raises IntegrityFault when it cannot."""


class Renderer(Protocol):
    """Draws an official paper."""

    def render(self, form: str, edition: str, data: Mapping[str, object], *, draft: bool) -> bytes:
        """Give the PDF bytes; same input, same bytes. Raises RenderFailed."""

    def close(self) -> None:
        """End the child processes."""


class Mailer(Protocol):
    """Hands one message to the mail server."""

    @property
    def configured(self) -> bool:
        """False when the installation has no mail server."""

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        """Send and give the Message-ID, derived from `key`; raises DeliveryFailed."""


class Messenger(Protocol):
    """Hands one message to the service behind a channel other than mail."""

    @property
    def channels(self) -> frozenset[str]:
        """The channels that are set up."""

    def send(self, channel: str, *, to: str, subject: str, text: str, key: str) -> str:
        """Send and give the id derived from `key`; raises DeliveryFailed."""
