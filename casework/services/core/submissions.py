"""The one way in which a phone, or a desk on a weak line, sends what it wrote.

A *submission* is the sender's UUID, the bytes sent (JSON: `kind`, `text` of at most 5 kB, `files`
with `size` and `sha256` each) and their SHA-256. `send` may be repeated without harm: the same UUID
and hash give the same `State`, the same UUID with other bytes a `State` that says
`conflict`, and both are kept. `State.sha256` is the echo: only who reads it may
say "Terkirim". Files follow in pieces: `piece` takes those that begin where the last ended, and
`FileState.offset` says where that is. `content` reads a whole
file back; `finish` notes once what was made of it all.

Only the sender goes on with it: the officer, or who holds the bearer (a random text made by the
sender's page and sent with everything). For anybody else there is none.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from casework.errors import BadInput, Conflict, NotFound
from casework.models import ResumableUpload, Submission, SubmissionConflict, UploadPart
from casework.ports import StoredFile
from casework.services.core.work import Work

KEPT_FOR = timedelta(days=14)
MOST_TEXT = 5000
MOST_FILES = 20
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class FileState:
    """How much of one announced file is safe here; sizes in bytes."""

    sha256: str
    size: int
    offset: int


@dataclass(frozen=True)
class State:
    """What the server has of a submission: the echo of its hash, its files, what came of it."""

    uuid: str
    sha256: str
    files: tuple[FileState, ...]
    result: int | None
    conflict: bool = False

    @property
    def whole(self) -> int:
        """How many of the files are here from end to end."""
        return sum(one.offset == one.size for one in self.files)


def send(work: Work, uuid: str, body: bytes, *, limit: int, bearer: str = "") -> State:
    """Keep a submission, or find the one that was kept; `limit` is the most bytes of one file.

    Raises BadInput, or NotFound when the UUID is somebody else's.
    """
    told = _read(uuid, body, limit)
    sha256 = hashlib.sha256(body).hexdigest()
    row = Submission(
        uuid=uuid,
        sha256=sha256,
        kind=told["kind"],
        sealed=work.vault.seal(body, f"submission:{uuid}"),
        officer_id=work.actor.officer_id,
        bearer=_hashed(bearer),
        received_at=work.now,
        expires_at=work.now + KEPT_FOR,
    )
    try:
        with work.session.begin_nested():
            work.session.add(row)
    except IntegrityError:
        row = _mine(work, uuid, bearer)
        if row.sha256 == sha256:
            return _state(work, row)
        known = select(SubmissionConflict.id).where(
            SubmissionConflict.submission_id == row.id, SubmissionConflict.sha256 == sha256
        )
        if work.session.scalar(known) is None:
            work.session.add(
                SubmissionConflict(
                    submission_id=row.id,
                    sha256=sha256,
                    sealed=work.vault.seal(body, f"submission:{uuid}"),
                    received_at=work.now,
                )
            )
        return _state(work, row, conflict=True)
    for ordinal, one in enumerate(told["files"]):
        work.session.add(
            ResumableUpload(
                submission_id=row.id,
                ordinal=ordinal,
                sha256=one["sha256"],
                size=one["size"],
                received=0,
            )
        )
    work.session.flush()
    return _state(work, row)


def state(work: Work, uuid: str, *, bearer: str = "") -> State:
    """What the server has of it; raises NotFound."""
    return _state(work, _mine(work, uuid, bearer))


def waiting(work: Work, kind: str) -> list[State]:
    """What the acting officer sent of one kind and has not finished, newest first."""
    rows = work.session.scalars(
        select(Submission)
        .where(
            Submission.officer_id == work.actor.officer_id,
            Submission.kind == kind,
            Submission.result.is_(None),
            Submission.expires_at > work.now,
        )
        .order_by(Submission.id.desc())
        .limit(MOST_FILES)
    )
    return [_state(work, row) for row in rows]


def piece(
    work: Work, uuid: str, ordinal: int, offset: int, stored: StoredFile, *, bearer: str = ""
) -> int:
    """Add a piece that is safe in the store, encrypted; gives where the next one begins.

    Raises Conflict when it does not begin where the last ended, BadInput beyond the announced
    size, NotFound. The caller discards what was refused.
    """
    row = _mine(work, uuid, bearer)
    file = _file(work, row, ordinal)
    if row.result is not None or offset != file.received:
        raise Conflict("Potongan berkas ini tidak menyambung yang sudah ada.")
    if stored.wrapped_key is None or offset + stored.size > file.size:
        raise BadInput.one("berkas", "Berkas lebih panjang dari yang diberitahukan.")
    work.session.add(
        UploadPart(
            upload_id=file.id, start=offset, path=stored.path, wrapped_key=stored.wrapped_key
        )
    )
    file.received = offset + stored.size
    work.session.flush()
    return file.received


def content(work: Work, uuid: str, ordinal: int, *, bearer: str = "") -> Iterator[bytes]:
    """The bytes of a whole file; raises Conflict before, BadInput when its hash is another."""
    file = _file(work, _mine(work, uuid, bearer), ordinal)
    if file.received != file.size:
        raise Conflict("Berkas belum seluruhnya diterima server. Lanjutkan unggahannya.")
    parts = list(work.session.scalars(
        select(UploadPart).where(UploadPart.upload_id == file.id).order_by(UploadPart.start)
    ))  # fmt: skip
    digest = hashlib.sha256()
    for part in parts:
        for some in work.store.read(part.path, part.wrapped_key):
            digest.update(some)
            yield some
    if digest.hexdigest() != file.sha256:
        raise BadInput.one(
            "bukti",
            "Sidik jari berkas yang diterima berbeda dari yang diberitahukan; tidak ada yang "
            "dicatat. Pilih berkasnya lagi.",
        )


def finish(work: Work, uuid: str, result: int, *, bearer: str = "") -> list[str]:
    """Note what was made of it; gives paths of pieces to discard after the commit.

    Raises Conflict when something was made of it already.
    """
    row = _mine(work, uuid, bearer)
    if row.result is not None:
        raise Conflict("Kiriman ini sudah dicatat.")
    row.result = result
    return _forget(work, [row.id], files_too=False)


def terminate(work: Work, uuid: str, *, bearer: str = "") -> list[str]:
    """Throw away what was not finished; gives paths to discard after the commit."""
    row = _mine(work, uuid, bearer)
    if row.result is not None:
        raise Conflict("Kiriman ini sudah dicatat.")
    return _forget(work, [row.id], files_too=True)


def sweep(work: Work) -> list[str]:
    """Remove what is over its time; gives paths to discard after the commit."""
    old = list(work.session.scalars(select(Submission.id).where(Submission.expires_at <= work.now)))
    return _forget(work, old, files_too=True) if old else []


def _forget(work: Work, keys: list[int], *, files_too: bool) -> list[str]:
    files = select(ResumableUpload.id).where(ResumableUpload.submission_id.in_(keys))
    parts = UploadPart.upload_id.in_(files)
    paths = list(work.session.scalars(select(UploadPart.path).where(parts)))
    gone = {"synchronize_session": False}
    work.session.execute(delete(UploadPart).where(parts), execution_options=gone)
    if files_too:
        for entity in (ResumableUpload, SubmissionConflict):
            of_them = entity.submission_id.in_(keys)
            work.session.execute(delete(entity).where(of_them), execution_options=gone)
        work.session.execute(delete(Submission).where(Submission.id.in_(keys)))
    return paths


def _mine(work: Work, uuid: str, bearer: str) -> Submission:
    row = work.session.scalar(
        select(Submission)
        .where(
            Submission.uuid == uuid,
            Submission.officer_id == work.actor.officer_id,
            Submission.bearer == _hashed(bearer),
        )
        .with_for_update()
    )
    if row is None or (row.officer_id is None and not bearer):
        raise NotFound("Kiriman itu tidak ada.")
    return row


def _file(work: Work, row: Submission, ordinal: int) -> ResumableUpload:
    file = work.session.scalar(select(ResumableUpload).where(
        ResumableUpload.submission_id == row.id, ResumableUpload.ordinal == ordinal
    ))  # fmt: skip
    if file is None:
        raise NotFound("Berkas itu tidak ada.")
    return file


def _state(work: Work, row: Submission, *, conflict: bool = False) -> State:
    files = work.session.scalars(
        select(ResumableUpload)
        .where(ResumableUpload.submission_id == row.id)
        .order_by(ResumableUpload.ordinal)
    )
    held = tuple(FileState(one.sha256, one.size, one.received) for one in files)
    return State(row.uuid, row.sha256, held, row.result, conflict)


def _hashed(bearer: str) -> str:
    return hashlib.sha256(bearer.encode()).hexdigest() if bearer else ""


def _read(uuid: str, body: bytes, limit: int) -> dict[str, Any]:
    kind, files = "", list[dict[str, Any]]()
    try:
        told = json.loads(body)
        kind, text, files = told["kind"], told["text"], told["files"]
        fits = (
            _UUID.fullmatch(uuid)
            and isinstance(kind, str)
            and 0 < len(kind) <= 64
            and "\0" not in kind
            and len(text.encode()) <= MOST_TEXT
            and isinstance(files, list)
            and len(files) <= MOST_FILES
            and all(
                type(one["size"]) is int
                and 0 < one["size"] <= limit
                and _SHA256.fullmatch(one["sha256"])
                for one in files
            )
        )
        kind.encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        fits = False
    if not fits:
        raise BadInput.one("berkas", "Kiriman ini tidak terbaca, atau berkasnya terlalu besar.")
    return {"kind": kind, "files": files}
