"""The hash chain: canonical form of a record and the hash that ties it to the one before.

SHA-256 (FIPS 180-4) over a domain-separated, sorted-key JSON of UTF-8 NFC text.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time

GENESIS = "0" * 64
_DOMAIN = b"casework-event-v1\x00"
_CODE_DOMAIN = b"casework-event-mac-v1\x00"
_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def plain(value: object) -> object:
    """Reduce a value to what canonical JSON can hold; floats are refused.

    >>> plain({"at": date(2024, 9, 19), "n": 1})
    {'at': '2024-09-19', 'n': 1}
    """
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Mapping):
        # Most of a row is as plain as it can be: asked here, without a call for each value.
        return {
            str(key): item if item is None or type(item) is int else plain(item)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"no canonical form for {type(value).__name__}")


def canonical(value: object) -> bytes:
    """Give the one byte string that stands for a value.

    >>> canonical({"b": 1, "a": "x"})
    b'{"a":"x","b":1}'
    """
    return _ENCODER.encode(plain(value)).encode()


def digest(value: object) -> str:
    """SHA-256 of the canonical form, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def link(office: int, seq: int, previous: str, body: object) -> str:
    """Hash of one link: it covers the chain's office, the position and the link before."""
    head = canonical({"office": office, "seq": seq, "previous": previous})
    return hashlib.sha256(_DOMAIN + head + b"\x00" + canonical(body)).hexdigest()


def authenticated(office: int, seq: int, hash_: str) -> bytes:
    """What the authentication code of a link is reckoned over; the hash covers all before it."""
    return _CODE_DOMAIN + canonical({"office": office, "seq": seq, "hash": hash_})
