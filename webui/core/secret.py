"""The key that signs the session cookie: a file outside the database, made on first start."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_BYTES = 32


def session_key(path: Path) -> bytes:
    """Read the key at ``path``, or create it readable by its owner only.

    Two processes starting at once agree: the one that creates the file wins, the other reads it.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
