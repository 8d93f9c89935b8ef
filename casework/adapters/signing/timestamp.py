"""Time stamps of a digest by a time-stamping service (RFC 3161)."""

from __future__ import annotations

import asyncio

from casework.errors import DeliveryFailed

SECONDS = 10


class TimeStamps:
    """Asks the service at an address."""

    def __init__(self, url: str) -> None:
        self._url = url

    def stamp(self, sha256: bytes) -> bytes:
        """Give the token (DER) over a SHA-256; raises DeliveryFailed when the service does not."""
        # Loaded here: what draws no signature would pay for it at each start.
        from pyhanko.sign.timestamps import (
            HTTPTimeStamper,
            TimestampRequestError,
        )

        asked = HTTPTimeStamper(self._url, timeout=SECONDS).async_timestamp(sha256, "sha256")
        try:
            token = asyncio.run(asked)
        except TimestampRequestError as fault:
            raise DeliveryFailed("Server penanda waktu (TSA) tidak memberi cap waktu.") from fault
        return bytes(token.dump())
