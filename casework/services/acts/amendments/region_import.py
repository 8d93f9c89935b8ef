"""Regions from a file: told first, then all of it or nothing; the same file twice is the same tree.

A file is CSV with a heading: `code` and `name`, and where it has them `level`, `parent` and
`bawaslu_code`; other columns are passed over, lines that begin with # are remarks.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from casework.engine.region import Judged, Node, RegionLevel, Row, Verdict, chain, judge, key_of
from casework.errors import BadInput, NotPermitted, wording
from casework.models import Region
from casework.services.cases.record import audit
from casework.services.core.work import Work

ACTION = "wilayah_diimpor"
MOST_ROWS = 1_000_000
_LONGEST_FIELD = 500
_AT_ONCE = 500
"""How many codes one statement asks for."""


@dataclass(frozen=True)
class Preview:
    """What a file would do; `sha256` is that of its bytes."""

    rows: tuple[Judged, ...]
    sha256: str

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many rows of each verdict."""
        found = Counter(one.verdict for one in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    def of(self, verdict: Verdict) -> tuple[Judged, ...]:
        """The rows of one verdict, in the order of the file."""
        return tuple(one for one in self.rows if one.verdict is verdict)


def preview(work: Work, content: bytes) -> Preview:
    """What a file would create, change, leave, and refuse with the reason. Raises BadInput."""
    rows = list(_rows(content))
    wanted = {code for row in rows for code in chain(row.code.strip())}
    return Preview(judge(rows, _known(work, wanted)), hashlib.sha256(content).hexdigest())


def apply(work: Work, content: bytes, seen: str = "") -> Preview:
    """Take the whole file in, recorded; gives what it did.

    `seen` is the digest of the file whose preview was shown ("": none was). Raises BadInput where a
    row is refused or it is another file: nothing changes then.
    """
    if work.actor.officer_id is not None and "administrator" not in work.actor.roles:
        raise NotPermitted("Wilayah diimpor oleh administrator.")
    found = preview(work, content)
    if seen and seen != found.sha256:
        raise BadInput.one("berkas", "Berkas ini bukan berkas yang diperiksa. Periksa dahulu.")
    if refused := found.counts[Verdict.REFUSED]:
        raise BadInput.one(
            "berkas",
            wording(
                "%(n)s baris ditolak, jadi tidak satu pun diambil. Betulkan baris itu, lalu kirim "
                "kembali seluruh berkas.",
                n=refused,
            ),
        )
    created = {one.node.code: one.node for one in found.of(Verdict.CREATE) if one.node}
    changed = {one.node.code: one.node for one in found.of(Verdict.UPDATE) if one.node}
    if created:
        # Parents first, as the database checks them row by row.
        ordered = sorted(created.values(), key=lambda one: one.level.depth)
        work.session.execute(insert(Region), [_values(one) for one in ordered])
    if changed:
        work.session.execute(update(Region), [_values(one) for one in changed.values()])
    if office := work.actor.office_id or audit.first_office(work):
        detail = {"file": found.sha256, **{str(key): n for key, n in found.counts.items()}}
        audit.tell(work, office, ACTION, (), detail)
    return found


def waits(session: Session) -> bool:
    """Are there no regions yet?"""
    return session.scalar(select(Region.code).limit(1)) is None


def count(work: Work) -> Mapping[str, int]:
    """How many regions of each level there are."""
    rows = work.session.execute(select(Region.level, func.count()).group_by(Region.level))
    order = {level: place for place, level in enumerate(RegionLevel)}
    ordered = sorted(rows, key=lambda row: order[row[0]])
    return {str(level): number for level, number in ordered}


def _values(node: Node) -> dict[str, object]:
    return {
        "code": node.code,
        "parent_code": node.parent or None,
        "regency_code": node.regency or None,
        "level": node.level,
        "name": node.name,
        "key": key_of(node.name),
        "bawaslu_code": node.bawaslu,
    }


def _known(work: Work, codes: Iterable[str]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    ordered = sorted(codes)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = work.session.execute(
            select(Region.code, Region.level, Region.name, Region.bawaslu_code).where(
                Region.code.in_(ordered[start : start + _AT_ONCE])
            )
        )
        found |= {code: Node(code, level, name, own) for code, level, name, own in rows}
    return found


def _rows(content: bytes) -> Iterator[Row]:
    """The rows of a file. Raises BadInput for one that is no such file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadInput.one(
            "berkas", "Berkas ini bukan teks UTF-8. Simpan sebagai CSV UTF-8, lalu kirim kembali."
        ) from wrong
    lines = text.splitlines()
    kept = [(number, one) for number, one in enumerate(lines, 1)
            if one.strip() and not one.startswith("#")]  # fmt: skip
    if not kept or len(kept) > MOST_ROWS:
        raise BadInput.one(
            "berkas", wording("Berkas ini kosong atau berisi lebih dari %(n)s baris.", n=MOST_ROWS)
        )
    heading = kept[0][1]
    delimiter = max(",;\t", key=heading.count)
    names = [one.strip().casefold() for one in next(csv.reader([heading], delimiter=delimiter))]
    if not {"code", "name"} <= set(names):
        raise BadInput.one(
            "berkas",
            wording(
                'Baris judul harus memuat kolom "code" dan "name"; yang terbaca: %(heading)s',
                heading=heading[:100],
            ),
        )
    for number, line in kept[1:]:
        cells = next(csv.reader([line], delimiter=delimiter))
        row = dict(zip(names, (one[:_LONGEST_FIELD] for one in cells), strict=False))
        yield Row(
            number,
            row.get("code", ""),
            row.get("name", ""),
            row.get("level", ""),
            row.get("parent", ""),
            row.get("bawaslu_code", ""),
        )
