"""Write-once, content-addressed files; protected ones are encrypted piece by piece."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casework.adapters.vault import KeyFileVault
from casework.errors import BadInput, IntegrityFault, Unavailable
from casework.failpoint import failpoint
from casework.ports import StoredFile

PIECE = 1 << 20
_NONCE, _TAG = 12, 16
_CONTEXT = "file"
_LONGEST_UPLOAD = 24 * 3600
"""Seconds after which nothing is at work on an incoming file any more."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class FileStore:
    """Files under one folder; a row may refer to a file only after `put` returned."""

    def __init__(self, root: Path, vault: KeyFileVault) -> None:
        self._root = root
        self._vault = vault
        (root / "incoming").mkdir(parents=True, exist_ok=True)

    def put(self, stream: IO[bytes], *, sealed: bool, limit: int) -> StoredFile:
        """Stream, hash, fsync and rename; `limit` is in bytes. Raises BadInput or Unavailable."""
        incoming = self._root / "incoming" / secrets.token_hex(16)
        key, wrapped = self._vault.new_key(_CONTEXT) if sealed else (None, None)
        try:
            sha256, size = self._write(stream, incoming, key, limit)
            if sealed:
                name = secrets.token_hex(32)
                path = f"sealed/{name[:2]}/{name}"
            else:
                path = f"sha256/{sha256[:2]}/{sha256[2:4]}/{sha256}"
            self._settle(incoming, self._root / path)
        except OSError as fault:
            raise Unavailable(
                f"Berkas tidak dapat disimpan ({fault.strerror}). Tidak ada yang tersimpan; minta "
                "administrator memeriksa ruang penyimpanan, lalu coba lagi."
            ) from fault
        finally:
            incoming.unlink(missing_ok=True)
        return StoredFile(sha256, size, path, wrapped)

    def _write(
        self, stream: IO[bytes], incoming: Path, key: bytes | None, limit: int
    ) -> tuple[str, int]:
        digest, size, index = hashlib.sha256(), 0, 0
        cipher = AESGCM(key) if key else None
        with open(incoming, "xb", opener=_private) as file:
            while piece := stream.read(PIECE):
                size += len(piece)
                if size > limit:
                    raise BadInput.one(
                        "bukti",
                        f"Berkas lebih besar dari {limit // (1 << 20)} MB. Perkecil atau bagi "
                        "berkas itu, atau serahkan di kantor pada media penyimpanan.",
                    )
                digest.update(piece)
                if cipher:
                    nonce = index.to_bytes(_NONCE, "big")
                    sealed = cipher.encrypt(nonce, piece, _CONTEXT.encode())
                    piece = len(sealed).to_bytes(4, "big") + sealed
                    index += 1
                file.write(piece)
            if size == 0:
                raise BadInput.one(
                    "bukti", "Berkas kosong (0 byte). Periksa berkas asalnya lalu unggah kembali."
                )
            if cipher:
                # An empty closing piece, so that a cut-off file is noticed.
                end = cipher.encrypt(index.to_bytes(_NONCE, "big"), b"", _CONTEXT.encode())
                file.write(len(end).to_bytes(4, "big") + end)
            file.flush()
            os.fsync(file.fileno())
        return digest.hexdigest(), size

    def _settle(self, incoming: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            return
        failpoint("file.written")
        incoming.chmod(0o440)
        incoming.rename(target)
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        failpoint("file.renamed")

    def sweep(self) -> int:
        """Remove what uploads left that a killed process did not end; gives how many.

        Only what is older than a day: another process may be at one just now.
        """
        gone = 0
        for file in (self._root / "incoming").iterdir():
            # Ended by itself meanwhile, or swept by another process.
            with suppress(FileNotFoundError):
                if time.time() - file.stat().st_mtime > _LONGEST_UPLOAD:
                    file.unlink()
                    gone += 1
        return gone

    def discard(self, path: str) -> None:
        """Remove an encrypted file that no row refers to; raises ValueError for any other.

        Plain files are shared by content, so none of them belongs to one draft alone.
        """
        target = self._root / path
        if target.resolve().parent.parent != (self._root / "sealed").resolve():
            raise ValueError(path)
        target.unlink(missing_ok=True)

    def read(self, path: str, wrapped_key: bytes | None) -> Iterator[bytes]:
        """Yield the plain content; raises IntegrityFault when the file is gone or changed."""
        try:
            file = (self._root / path).open("rb")
        except OSError as fault:
            raise IntegrityFault(f"Berkas {path} tidak ada di penyimpanan.") from fault
        with file:
            if wrapped_key is None:
                while piece := file.read(PIECE):
                    yield piece
                return
            cipher = AESGCM(self._vault.unwrap(wrapped_key, _CONTEXT))
            index = 0
            while True:
                size = int.from_bytes(file.read(4), "big")
                if size > PIECE + _TAG:
                    raise IntegrityFault(f"Berkas {path} tidak utuh.")
                try:
                    piece = cipher.decrypt(
                        index.to_bytes(_NONCE, "big"), file.read(size), _CONTEXT.encode()
                    )
                except (InvalidTag, ValueError) as fault:
                    raise IntegrityFault(f"Berkas {path} tidak utuh.") from fault
                if not piece:
                    # Nothing may follow the closing piece.
                    if file.read(1):
                        raise IntegrityFault(f"Berkas {path} tidak utuh.")
                    return
                yield piece
                index += 1
