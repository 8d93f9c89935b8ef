"""Envelope encryption: each value has a key of its own, wrapped by a master key in a file.

AES-256-GCM (NIST SP 800-38D) from `cryptography`; nonces are random, 96 bits.
"""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from casework.errors import IntegrityFault, SettingsError

_NONCE = 12
_WRAPPED = _NONCE + 32 + 16


class KeyFileVault:
    """Seals values with the master key of one installation."""

    def __init__(self, master: bytes) -> None:
        self._master = AESGCM(master)
        self.fingerprint = hmac.digest(master, b"casework-key-check", "sha256").hex()
        """Tells this master key from another one, and nothing of it."""
        self._marks = hmac.digest(master, b"casework-marks", "sha256")
        derived = HKDF(hashes.SHA256(), length=32, salt=None, info=b"casework-record-mac-v1")
        self._record = derived.derive(master)

    @classmethod
    def from_file(cls, path: Path) -> KeyFileVault:
        """Read the key file, making it (mode 0600) on the very first start.

        Raises SettingsError when the file is not a 32-byte key.
        """
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                return cls.from_file(path)
            with os.fdopen(handle, "wb") as file:
                file.write(AESGCM.generate_key(256))
                file.flush()
                os.fsync(file.fileno())
        key = path.read_bytes()
        if len(key) != 32:
            raise SettingsError(f"CASEWORK_KEY_FILE: {path} bukan kunci 32 byte.")
        return cls(key)

    def new_key(self, context: str) -> tuple[bytes, bytes]:
        """Make a data key; gives the key and its wrapped form."""
        key = AESGCM.generate_key(256)
        nonce = os.urandom(_NONCE)
        return key, nonce + self._master.encrypt(nonce, key, context.encode())

    def unwrap(self, wrapped: bytes, context: str) -> bytes:
        """Give back a data key; raises IntegrityFault when it does not open."""
        try:
            return self._master.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], context.encode())
        except (InvalidTag, ValueError) as fault:
            raise IntegrityFault("Kunci data tidak cocok dengan kunci induk.") from fault

    def mark(self, plain: bytes, context: str) -> str:
        """HMAC-SHA256 under a key derived from the master key, in hex."""
        return hmac.digest(self._marks, context.encode() + b"\x00" + plain, "sha256").hex()

    def authenticate(self, message: bytes) -> str:
        """HMAC-SHA256 (RFC 2104) under the key of the record, in hex.

        That key is derived from the master key by HKDF (RFC 5869) and is written nowhere.
        """
        return hmac.digest(self._record, message, "sha256").hex()

    def seal(self, plain: bytes, context: str) -> bytes:
        """Encrypt a value under a fresh key, bound to `context`."""
        key, wrapped = self.new_key(context)
        nonce = os.urandom(_NONCE)
        return wrapped + nonce + AESGCM(key).encrypt(nonce, plain, context.encode())

    def open(self, sealed: bytes, context: str) -> bytes:
        """Decrypt a sealed value; raises IntegrityFault when it was changed or moved."""
        key = self.unwrap(sealed[:_WRAPPED], context)
        body = sealed[_WRAPPED:]
        try:
            return AESGCM(key).decrypt(body[:_NONCE], body[_NONCE:], context.encode())
        except (InvalidTag, ValueError) as fault:
            raise IntegrityFault("Data tersegel tidak utuh.") from fault
