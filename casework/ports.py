"""What services need from the world; `casework.adapters` provides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
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

    def authenticate(self, message: bytes) -> str:
        """Keyed code (hex) by which the record shows that this installation wrote a link of it."""

    def open(self, sealed: bytes, context: str) -> bytes:
        """Decrypt; raises IntegrityFault when the bytes or the context do not fit."""


class Store(Protocol):
    """Write-once files addressed by content."""

    def put(self, stream: IO[bytes], *, sealed: bool, limit: int) -> StoredFile:
        """Stream into the store, fsync, rename; refuses an empty or over-long file.

        `limit` is in bytes. Raises BadInput, or Unavailable when the disk takes no more.
        """

    def discard(self, path: str) -> None:
        """Remove an encrypted file that no row refers to; others are never removed."""

    def read(self, path: str, wrapped_key: bytes | None) -> Iterator[bytes]:
        """Yield the plain content in pieces; raises IntegrityFault when it cannot."""


class Renderer(Protocol):
    """Draws an official paper."""

    def render(
        self,
        form: str,
        edition: str,
        data: Mapping[str, object],
        *,
        draft: bool,
        emblem: bytes = b"",
    ) -> bytes:
        """Give the PDF bytes; same input, same bytes.

        `emblem` is the picture whose hash the letterhead in `data` names, if it names one. Raises
        RenderFailed, EmblemUnusable.
        """

    def version(self, form: str, edition: str) -> str:
        """SHA-256 over what a form is drawn from, to keep beside an issued paper."""

    def close(self) -> None:
        """End the child processes."""


@dataclass(frozen=True)
class Sheet:
    """A table to be printed: every cell is text that is ready to be read.

    `columns` are the titles with their share of the width; `under` stands below the title.
    """

    title: str
    under: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""


class Secret:
    """A passphrase on its way to the one place that needs it; no text of it says what it is."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def reveal(self) -> str:
        """The passphrase itself."""
        return self._value


@dataclass(frozen=True)
class SignOrder:
    """What is to be signed by whom.

    `login` and `office` find the certificate; `name` is the printed name the mark goes to; `lines`
    stand in the mark. `ordinal` counts the signatures of the paper from 1. `subscriber` is who the
    signing service knows the officer as (NIK), typed each time.
    """

    login: str
    office: str
    name: str
    lines: tuple[str, ...]
    reason: str
    place: str
    at: datetime
    ordinal: int
    subscriber: str = ""


@dataclass(frozen=True)
class SignedPdf:
    """A signed paper: `certificate` is the SHA-256 (hex) of the signer's, "" where not told."""

    content: bytes
    signer: str
    certificate: str
    timestamped: bool


class Stamper(Protocol):
    """Says by a third party when something existed."""

    def stamp(self, sha256: bytes) -> bytes:
        """Give a time-stamp token (RFC 3161, DER) over a SHA-256; raises DeliveryFailed."""


class Signer(Protocol):
    """One way to sign electronically. A passphrase is used once and kept nowhere."""

    @property
    def needs_subscriber(self) -> bool:
        """Whether the officer also types who the service knows them as."""

    def ready(self, login: str, office: str) -> bool:
        """Whether this officer can sign this way here."""

    def sign(self, pdf: bytes, order: SignOrder, passphrase: Secret) -> SignedPdf:
        """Give the paper with one more signature.

        Raises BadInput (`frasa_sandi`, `sertifikat`, `nik`) or SigningFailed.
        """


class Mailer(Protocol):
    """Hands one message to the mail server."""

    @property
    def configured(self) -> bool:
        """False when the installation has no mail server."""

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        """Send and give the Message-ID, derived from `key`.

        Raises DeliveryFailed, or Undeliverable when the address is refused for good.
        """


class Messenger(Protocol):
    """Hands one message to the service behind a channel other than mail."""

    @property
    def channels(self) -> frozenset[str]:
        """The channels that are set up."""

    def send(self, channel: str, *, to: str, subject: str, text: str, key: str) -> str:
        """Send and give the id derived from `key`; raises DeliveryFailed."""


@dataclass(frozen=True)
class Examined:
    """What reading a whole installation back found: how much was read, and what does not agree.

    `counts` and `first` (the first few, in words) are by invariant, and empty when all hold;
    `offices` are the keys of those concerned; `seconds` is how long it took.
    """

    schema: str
    seconds: int
    events: int
    rows: int
    files: int
    counts: Mapping[str, int]
    first: Mapping[str, tuple[str, ...]]
    offices: tuple[int, ...]


class Examiner(Protocol):
    """Reads a whole installation back without holding anybody up."""

    def examine(self) -> Examined:
        """Examine everything as it is now; raises ExaminationFailed."""

    def close(self) -> None:
        """End what is under way."""
