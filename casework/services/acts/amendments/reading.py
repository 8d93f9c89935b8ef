"""A lawyer has a regulation read and answers what it says of the law data: a revision each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from random import SystemRandom
from typing import Any

from sqlalchemy.exc import IntegrityError

from casework.engine.regulation.matching import Found, Match
from casework.engine.regulation.pages import Page
from casework.engine.regulation.parser import parse
from casework.errors import BadInput, Conflict, NotPermitted, wording
from casework.models import (
    Base,
    Blob,
    RegulationRejection,
    RegulationSample,
    RegulationText,
    RuleRevision,
)
from casework.ports import StoredFile
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import REVIEWER, Ground
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.law import regulations
from casework.services.law.regulations import Board

READ, REJECTED, DRAWN = "naskah_dibaca", "naskah_bukan_ini", "naskah_sampel"
SAMPLE = 10
"""So many entries of a batch are looked at one by one before the batch is confirmed."""


def keep(work: Work, instrument: str, upload: Upload, pages: Sequence[Page]) -> RegulationText:
    """Keep the words of a regulation by article, beside the PDF they were read from.

    Raises NotPermitted, BadInput ("peraturan", "naskah"), or Conflict where this very PDF was read
    for this instrument before.
    """
    _reviewer(work)
    if instrument not in work.law.instruments:
        raise BadInput.one(
            "peraturan",
            wording(
                'Peraturan "%(instrument)s" tidak ada pada instruments.yaml. Pilih satu.',
                instrument=instrument,
            ),
        )
    found = parse(pages)
    if not any(one.enacting and one.address.article for one in found.passages):
        raise BadInput.one(
            "naskah",
            'Tidak ada satu pun baris "Pasal …" yang terbaca dalam PDF ini, jadi tidak ada yang '
            "dapat dicocokkan. Pilih naskah peraturannya, dengan teks.",
        )
    blob = evidence.blob_of(work, upload.file, "application/pdf")
    row = RegulationText(
        instrument=instrument,
        sha256=upload.file.sha256,
        document_id=blob.id,
        pages=len(pages),
        passages=[one.to_json() for one in found.passages],
        doubts=list(found.doubts),
        **_who(work),
    )
    _add(work, row, "Naskah ini sudah pernah dibaca untuk peraturan itu. Buka dari daftarnya.")
    _record(
        work,
        READ,
        row,
        {"instrument": instrument, "sha256": row.sha256, "passages": len(row.passages)},
        [blob],
    )
    return row


def confirm(
    work: Work,
    text_id: int,
    key: str,
    seen: str,
    place: int,
    quote: str,
    note: str | None = None,
) -> RuleRevision:
    """Confirm an entry by words of the regulation, with the article where they stand.

    `key` names the entry among the open matches, `place` which of the words offered, `seen` the
    revision the officer looked at, `note` replaces that of the entry ("" takes it away). Raises
    NotFound, NotPermitted, Conflict or BadInput ("bunyi", "aturan").
    """
    _reviewer(work)
    board = regulations.board(work, text_id)
    match = regulations.match_of(board, key)
    found = _chosen(match, place)
    if match.numbers and place == 0:
        raise BadInput.one(
            "aturan",
            wording(
                "Lamanya berlainan (%(numbers)s), jadi entri ini dibetulkan dahulu, "
                "bukan disahkan.",
                numbers="; ".join(match.numbers),
            ),
        )
    target = match.target
    return revisions.confirm(
        work,
        target.edition,
        seen,
        target.name,
        quote,
        _ground(work, board, [found]),
        citation=_citation(work, board, match, found),
        note=note,
        part=target.part,
    )


def reject(work: Work, text_id: int, key: str, place: int) -> RegulationRejection:
    """Say that words offered for an entry are not its words; they are not offered again.

    Raises NotFound, NotPermitted or BadInput ("bunyi").
    """
    _reviewer(work)
    board = regulations.board(work, text_id)
    match = regulations.match_of(board, key)
    address = str(_chosen(match, place).address) if match.found else ""
    row = RegulationRejection(text_id=text_id, target=key, address=address, **_who(work))
    _add(work, row, "Jawaban itu sudah tercatat.")
    _record(work, REJECTED, row, {"target": key, "address": address}, [])
    return row


def draw(work: Work, text_id: int) -> RegulationSample:
    """Draw at random which entries of the batch are looked at; what was drawn is recorded.

    Raises NotFound, NotPermitted, or BadInput where there is no batch.
    """
    _reviewer(work)
    members = [one.target.key for one in regulations.board(work, text_id).batch]
    if not members:
        raise BadInput.one("aturan", "Tidak ada entri yang dapat disahkan bersama-sama.")
    drawn = SystemRandom().sample(members, min(SAMPLE, len(members)))
    row = RegulationSample(text_id=text_id, members=members, drawn=drawn, **_who(work))
    work.session.add(row)
    _record(work, DRAWN, row, {"members": len(members), "drawn": drawn}, [])
    return row


def confirm_batch(
    work: Work, sample_id: int, seen: Mapping[str, str], agreed: Collection[str]
) -> tuple[RuleRevision, ...]:
    """Confirm the entries of a batch, when each one drawn was looked at and agreed.

    `seen` is the revision of each edition the officer looked at. One revision an edition; none, and
    BadInput ("sampel"), when one drawn was not agreed. Raises NotFound, NotPermitted or Conflict.
    """
    _reviewer(work)
    row = regulations.sample(work, sample_id)
    missing = [key for key in row.drawn if key not in agreed]
    if missing:
        raise BadInput.one(
            "sampel",
            wording(
                "%(missing)s dari %(drawn)s entri sampel belum dinyatakan sesuai: "
                "%(names)s. Bila ada yang tidak sesuai, jawab entri itu satu per satu; "
                "yang lain disahkan dengan sampel baru.",
                missing=len(missing),
                drawn=len(row.drawn),
                names=", ".join(missing),
            ),
        )
    board = regulations.board(work, row.text_id)
    left = {one.target.key: one for one in board.batch}
    if set(row.members) - set(left):
        raise Conflict(
            "Kelompok ini berubah sejak sampelnya diambil: ada entri yang sudah dijawab atau "
            "direvisi. Ambil sampel baru."
        )
    by_edition: dict[str, list[Match]] = {}
    for key in row.members:
        by_edition.setdefault(left[key].target.edition, []).append(left[key])
    return tuple(
        _confirm_all(work, board, row, edition, seen.get(edition, ""), matches)
        for edition, matches in by_edition.items()
    )


def _confirm_all(
    work: Work, board: Board, row: RegulationSample, edition: str, seen: str,
    matches: Sequence[Match],
) -> RuleRevision:  # fmt: skip
    changes: dict[str, dict[str, Any]] = {}
    ground = _ground(work, board, [match.found[0] for match in matches])
    for match in matches:
        target = match.target
        one = revisions.confirmation(
            work, edition, seen, target.name, target.quote,
            _ground(work, board, [match.found[0]]), part=target.part,
        )  # fmt: skip
        changes.setdefault(target.name, {}).update(one[target.name])
    reason = (
        f"{len(row.members)} entri yang kutipannya berdiri kata demi kata pada pasal yang "
        f"dirujuknya; {len(row.drawn)} di antaranya diperiksa, ditarik acak (sampel {row.id}): "
        f"{', '.join(row.drawn)}."
    )
    return revisions.confirm_together(
        work, edition, changes, Ground(reason[:2000], ground.source, ground.document)
    )


def _chosen(match: Match, place: int) -> Found:
    if not 0 <= place < len(match.found):
        raise BadInput.one("bunyi", "Pilih bunyi yang dimaksud; naskah ini tidak memuat yang lain.")
    return match.found[place]


def _citation(work: Work, board: Board, match: Match, found: Found) -> Any:
    """The article where the words stand, or None where the entry names it already."""
    target = match.target
    if any(one.holds(found.address) or found.address.holds(one) for one in target.cited):
        return None
    source = work.law.builder.source(target.edition, work.law.upon(target.edition), target.name)
    values: Any = source.values
    for step in target.part.split(".") if target.part else ():
        values = values[step]
    return regulations.citation(values, board.head.row.instrument, found.address)


def _ground(work: Work, board: Board, found: Sequence[Found]) -> Ground:
    """Where the words were read: instrument, pages, and the digest of the PDF."""
    row = board.head.row
    pages = (board.passages[at].page for one in found for at in one.passages)
    blob = work.session.get_one(Blob, row.document_id)
    file = StoredFile(blob.sha256, blob.size, blob.path, blob.wrapped_key)
    return Ground(
        f"Bunyinya dibaca pada naskah {board.head.instrument.short}.",
        regulations.source_of(
            board.head, pages, recognised=any(board.recognised(one) for one in found)
        ),
        Upload(file, "", "", blob.media_type),
    )


def _reviewer(work: Work) -> None:
    if REVIEWER not in work.actor.roles or work.actor.officer_id is None:
        raise NotPermitted(
            "Naskah peraturan dibaca dan dijawab oleh penelaah hukum (legal_reviewer) kantor ini."
        )


def _who(work: Work) -> dict[str, Any]:
    return {
        "officer_id": work.actor.officer_id,
        "office_id": work.actor.office_id,
        "at": work.now,
    }


def _add(work: Work, row: Base, twice: str) -> None:
    try:
        with work.session.begin_nested():
            work.session.add(row)
            work.session.flush()
    except IntegrityError as before:
        raise Conflict(twice) from before


def _record(
    work: Work,
    action: str,
    row: RegulationText | RegulationSample | RegulationRejection,
    detail: Mapping[str, Any],
    touched: Sequence[Base],
) -> None:
    work.session.flush()
    audit.record(
        work,
        action,
        subject=f"{row.__tablename__}:{row.id}",
        role=REVIEWER,
        detail=detail,
        touched=[row, *touched],
    )
