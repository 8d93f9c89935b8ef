"""An upload on its way: whole from anywhere, and nothing of it readable on the disk."""

from __future__ import annotations

import io
import os
import random
import time
from pathlib import Path

import pytest

from casework.adapters.store import FileStore
from casework.adapters.vault import KeyFileVault
from webui.core.spool import IN_MEMORY, SealedSpool

MARK = b"isi laporan yang rahasia "
LONG = MARK * (3 * IN_MEMORY // len(MARK))


@pytest.mark.parametrize("content", [b"", MARK, LONG[:IN_MEMORY], LONG], ids=len)
def test_what_came_in_pieces_is_read_from_anywhere(content: bytes) -> None:
    chance = random.Random(1)
    spool, rest = SealedSpool(), content
    while rest:
        size = chance.randint(1, 70_000)
        assert spool.write(rest[:size]) == len(rest[:size])
        rest = rest[size:]
    spool.seek(0)
    assert spool.read() == content
    assert spool.seek(0, os.SEEK_END) == len(content) == spool.tell()
    for _ in range(50):
        start, size = chance.randint(0, len(content)), chance.randint(0, 100_000)
        spool.seek(start)
        assert spool.read(size) == content[start : start + size]
    spool.seek(0)
    assert io.BufferedReader(spool).read() == content


def test_what_lies_on_the_disk_is_sealed_private_and_without_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with SealedSpool() as spool:
        spool.write(LONG)
        assert list(tmp_path.iterdir()) == []
        assert spool._file is not None
        spool._file.flush()
        kept = Path(f"/proc/self/fd/{spool._file.fileno()}")
        assert kept.stat().st_mode & 0o777 == 0o600
        sealed = kept.read_bytes()
    assert len(sealed) == len(LONG)
    assert MARK not in sealed


def test_the_store_sweeps_what_a_killed_process_left(tmp_path: Path) -> None:
    store = FileStore(tmp_path, KeyFileVault(bytes(32)))
    old, fresh = tmp_path / "incoming" / "lama", tmp_path / "incoming" / "baru"
    for file in (old, fresh):
        file.write_bytes(MARK)
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (two_days_ago, two_days_ago))
    assert store.sweep() == 1
    assert [file.name for file in (tmp_path / "incoming").iterdir()] == ["baru"]


def test_a_file_on_its_way_into_the_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    store = FileStore(tmp_path, KeyFileVault(bytes(32)))
    seen: list[int] = []

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            seen.extend(one.stat().st_mode & 0o777 for one in (tmp_path / "incoming").iterdir())
            return super().read(size)

    store.put(Slow(MARK), sealed=False, limit=1000)
    assert set(seen) == {0o600}
