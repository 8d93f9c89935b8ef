"""A report that is taken down step by step: its fields and files until it is sent.

Files are encrypted in the store from the first moment; the key of each stands in the sealed
draft alone. A draft that is thrown away takes the keys with it.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select

from casework.errors import BadInput, Conflict, wording
from casework.models import Case
from casework.ports import StoredFile
from casework.services.cases.evidence import Upload
from casework.services.core import drafts
from casework.services.core.drafts import Content, Kept
from casework.services.core.work import Work

PREFIX = "/laporan/konsep/"
MOST_FILES = 50

Fields = Mapping[str, list[str]]


@dataclass(frozen=True)
class DraftFile:
    """A file of an unsent report: always encrypted; `confidential` says what it becomes."""

    sha256: str
    size: int
    path: str
    key: str
    name: str
    description: str
    media_type: str
    confidential: bool

    @property
    def stored(self) -> StoredFile:
        """The file as the store knows it."""
        return StoredFile(self.sha256, self.size, self.path, base64.b64decode(self.key))


def page(token: str) -> str:
    """The page a draft belongs to."""
    return f"{PREFIX}{token}"


def begin(work: Work) -> str:
    """Begin a report; gives its token, which is also the key that makes its sending unique."""
    token = secrets.token_urlsafe(24)
    drafts.keep(work, page(token), {"fields": {}, "files": []}, revision=0)
    return token


def find(work: Work, token: str) -> Kept | None:
    """The acting officer's unsent report, or None."""
    return drafts.find(work, page(token))


def mine(work: Work) -> list[Kept]:
    """The acting officer's unsent reports in which something was typed, newest first."""
    found = drafts.mine(work, PREFIX)
    return [one for one in found if one.content["fields"] or one.content["files"]]


def token_of(kept: Kept) -> str:
    """The token in the page of a draft."""
    return kept.page.removeprefix(PREFIX)


def fill(work: Work, token: str, names: Collection[str], typed: Fields) -> Kept:
    """Put what was typed in place of the fields that begin with one of `names`.

    Raises NotFound when the draft is gone.
    """

    def rewrite(content: Content) -> dict[str, Any]:
        others = {
            name: values for name, values in content["fields"].items() if not belongs(name, names)
        }
        mine = {name: list(values) for name, values in typed.items() if belongs(name, names)}
        return {**content, "fields": others | mine}

    return drafts.change(work, page(token), rewrite)


def belongs(name: str, names: Collection[str]) -> bool:
    """Is a field one of `names`, or a part of one of them (`pelapor-name` of `pelapor`)?"""
    return any(name == one or name.startswith(f"{one}-") for one in names)


def add_file(work: Work, token: str, upload: Upload, *, confidential: bool) -> Kept:
    """Remember a file that is already in the store, encrypted.

    Raises NotFound, or BadInput when there are too many.
    """
    if upload.file.wrapped_key is None:
        raise ValueError("a file of a draft is stored encrypted")
    row = DraftFile(
        sha256=upload.file.sha256,
        size=upload.file.size,
        path=upload.file.path,
        key=base64.b64encode(upload.file.wrapped_key).decode(),
        name=upload.name[:200],
        description=upload.description,
        media_type=upload.media_type,
        confidential=confidential,
    )

    def rewrite(content: Content) -> dict[str, Any]:
        if len(content["files"]) >= MOST_FILES:
            raise BadInput.one(
                "berkas", wording("Paling banyak %(most)s berkas satu laporan. Tambahkan yang lain "
"sesudah laporan diterima, di berkas perkaranya.", most=MOST_FILES),
            )  # fmt: skip
        if any(one["sha256"] == row.sha256 for one in content["files"]):
            raise BadInput.one("berkas", "Berkas dengan isi yang sama sudah ada di bawah.")
        return {**content, "files": [*content["files"], asdict(row)]}

    return drafts.change(work, page(token), rewrite)


def remove_file(work: Work, token: str, path: str) -> DraftFile | None:
    """Forget one file; gives it, so that its bytes can go too. Raises NotFound."""
    gone: list[DraftFile] = []

    def rewrite(content: Content) -> dict[str, Any]:
        gone.extend(one for one in files(content) if one.path == path)
        kept = [one for one in content["files"] if one["path"] != path]
        return {**content, "files": kept}

    drafts.change(work, page(token), rewrite)
    return gone[0] if gone else None


def files(content: Content) -> list[DraftFile]:
    """The files of a draft, in the order they were added."""
    return [DraftFile(**one) for one in content["files"]]


def drop(work: Work, token: str) -> list[DraftFile] | None:
    """Throw a draft away; gives its files, whose bytes can go once this is committed.

    None when it is gone already: if it was sent meanwhile, its files are evidence by now.
    """
    held = drafts.hold(work, page(token))
    if held is None:
        return None
    drafts.drop(work, held.page)
    return files(held.content)


def take(work: Work, kept: Kept) -> Case | None:
    """Take a draft out to record it as it was checked; gives the case when it was sent already.

    Raises Conflict when another window changed it or threw it away: its files may be gone.
    """
    held = drafts.hold(work, kept.page)
    if held is None:
        if case := sent(work, token_of(kept)):
            return case
        raise Conflict("Konsep ini sudah dibuang di jendela lain. Tidak ada laporan yang dicatat.")
    if held.content != kept.content:
        raise Conflict(
            "Konsep ini berubah di jendela lain sejak diperiksa. Muat ulang halaman dan periksa "
            "lagi sebelum mengirim.",
            drafts.changed(kept.content, held.content),
        )
    drafts.drop(work, kept.page)
    return None


def sent(work: Work, token: str) -> Case | None:
    """The case this report became, when it was sent already by the acting officer."""
    return work.session.scalar(
        select(Case).where(Case.submission_key == token, Case.received_by == work.actor.officer_id)
    )


def marks(work: Work, content: Content, steps: Mapping[str, Collection[str]]) -> dict[str, str]:
    """A short fingerprint of each step, to tell later which of them changed."""
    found = {}
    for step, names in steps.items():
        fields = {
            name: values for name, values in content["fields"].items() if belongs(name, names)
        }
        part = content["files"] if step == "bukti" else fields
        found[step] = work.vault.mark(repr(_ordered(part)).encode(), "draft-step")[:12]
    return found


def _ordered(part: object) -> object:
    return sorted(part.items()) if isinstance(part, dict) else part
