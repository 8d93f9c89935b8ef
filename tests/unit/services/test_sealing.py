"""Sealed values and files open only whole, in their own place, with their own key."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from pathlib import Path

import pytest

from casework.adapters.store import PIECE, FileStore
from casework.adapters.vault import KeyFileVault
from casework.errors import BadInput, IntegrityFault, SettingsError

PLAIN = b"Nama Pelapor"


@pytest.fixture
def vault(tmp_path: Path) -> KeyFileVault:
    return KeyFileVault.from_file(tmp_path / "keys" / "master.key")


@pytest.fixture
def store(tmp_path: Path, vault: KeyFileVault) -> FileStore:
    return FileStore(tmp_path / "files", vault)


def test_what_is_sealed_opens_again_and_reads_as_noise(vault: KeyFileVault) -> None:
    sealed = vault.seal(PLAIN, "identity:1")
    assert PLAIN not in sealed
    assert vault.open(sealed, "identity:1") == PLAIN
    assert vault.seal(PLAIN, "identity:1") != sealed


@pytest.mark.parametrize("place", [0, 20, 61, 75, -1])
def test_one_changed_byte_does_not_open(vault: KeyFileVault, place: int) -> None:
    sealed = bytearray(vault.seal(PLAIN, "identity:1"))
    sealed[place] ^= 1
    with pytest.raises(IntegrityFault):
        vault.open(bytes(sealed), "identity:1")


def test_a_sealed_value_moved_to_another_row_does_not_open(vault: KeyFileVault) -> None:
    with pytest.raises(IntegrityFault):
        vault.open(vault.seal(PLAIN, "identity:1"), "identity:2")


def test_another_master_key_does_not_open(vault: KeyFileVault, tmp_path: Path) -> None:
    other = KeyFileVault.from_file(tmp_path / "other.key")
    with pytest.raises(IntegrityFault):
        other.open(vault.seal(PLAIN, "identity:1"), "identity:1")


def test_the_key_file_is_for_its_owner_only_and_stays(vault: KeyFileVault, tmp_path: Path) -> None:
    file = tmp_path / "keys" / "master.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = KeyFileVault.from_file(file)
    assert again.open(vault.seal(PLAIN, "x"), "x") == PLAIN


def test_a_key_file_of_another_length_stops_the_start(tmp_path: Path) -> None:
    file = tmp_path / "short.key"
    file.write_bytes(b"short")
    with pytest.raises(SettingsError, match="32 byte"):
        KeyFileVault.from_file(file)


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("size", [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_files_come_back_as_they_went_in(store: FileStore, sealed: bool, size: int) -> None:
    content = os.urandom(size)
    kept = store.put(BytesIO(content), sealed=sealed, limit=size)
    assert kept.size == size
    assert b"".join(store.read(kept.path, kept.wrapped_key)) == content


def test_equal_plain_files_are_one_file(store: FileStore) -> None:
    one = store.put(BytesIO(PLAIN), sealed=False, limit=100)
    two = store.put(BytesIO(PLAIN), sealed=False, limit=100)
    assert one.path == two.path
    assert store.put(BytesIO(PLAIN), sealed=True, limit=100).path != one.path


@pytest.mark.parametrize(("content", "part"), [(b"", "kosong"), (b"x" * 101, "lebih besar")])
def test_empty_and_over_long_files_are_refused_and_leave_nothing(
    store: FileStore, tmp_path: Path, content: bytes, part: str
) -> None:
    with pytest.raises(BadInput, match=part):
        store.put(BytesIO(content), sealed=False, limit=100)
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def test_a_sealed_file_is_noise_and_a_shortened_one_is_noticed(
    store: FileStore, tmp_path: Path
) -> None:
    kept = store.put(BytesIO(PLAIN * 50), sealed=True, limit=10000)
    file = tmp_path / "files" / kept.path
    content = file.read_bytes()
    assert PLAIN not in content
    file.chmod(0o640)
    for shorter in (content[:-1], content[:-20], content[:10], b""):
        file.write_bytes(shorter)
        with pytest.raises(IntegrityFault):
            b"".join(store.read(kept.path, kept.wrapped_key))
