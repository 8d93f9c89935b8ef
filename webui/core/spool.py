"""Holds an upload while it arrives: in memory, and beyond a size sealed in an unnamed file.

The key exists in this process only. Nothing of an upload can be read on the disk meanwhile, and a
process that is killed leaves neither a name nor a readable byte behind.
"""

from __future__ import annotations

import os
from io import BytesIO, RawIOBase
from tempfile import TemporaryFile
from typing import IO, Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from casework.errors import Unavailable

IN_MEMORY = 512 * 1024
"""Bytes of one upload held in memory before it goes to a file."""
_BLOCK = 16


class SealedSpool(RawIOBase):
    """Takes bytes in order and gives them back from anywhere.

    AES in counter mode, so that any place can be read; each key seals one file once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._memory = BytesIO()
        self._file: IO[bytes] | None = None
        self._key = os.urandom(32)
        self._seal = Cipher(AES(self._key), CTR(bytes(_BLOCK))).encryptor()
        self._size = self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def writable(self) -> bool:
        """Always; what is written comes at the end."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Add to the end; raises Unavailable when the disk takes no more."""
        plain = bytes(data)
        try:
            if self._file is None and self._size + len(plain) > IN_MEMORY:
                self._file = TemporaryFile(prefix="casework-")  # noqa: SIM115 - closed with this
                self._file.write(self._seal.update(self._memory.getvalue()))
                self._memory = BytesIO()
            if self._file is None:
                self._memory.seek(0, os.SEEK_END)
                self._memory.write(plain)
            else:
                self._file.seek(self._size)
                self._file.write(self._seal.update(plain))
        except OSError as fault:
            raise Unavailable(
                f"Berkas tidak dapat disimpan ({fault.strerror}). Tidak ada yang tersimpan; minta "
                "administrator memeriksa ruang penyimpanan, lalu coba lagi."
            ) from fault
        self._size += len(plain)
        self._at = self._size
        return len(plain)

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from where the reading stands."""
        view = memoryview(buffer).cast("B")
        source = self._memory if self._file is None else self._file
        source.seek(self._at)
        plain = source.read(len(view))
        if self._file is not None:
            plain = self._opened(plain)
        view[: len(plain)] = plain
        self._at += len(plain)
        return len(plain)

    def _opened(self, sealed: bytes) -> bytes:
        block, skipped = divmod(self._at, _BLOCK)
        opening = Cipher(AES(self._key), CTR(block.to_bytes(_BLOCK, "big"))).decryptor()
        opening.update(bytes(skipped))
        return opening.update(sealed)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Read on from there."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        """Where the reading stands."""
        return self._at

    def close(self) -> None:
        """Give the file back; nothing is left of it."""
        if self._file is not None:
            self._file.close()
        super().close()
