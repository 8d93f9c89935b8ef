"""A lawyer of the office confirms, corrects or annotates the law: a revision, never an edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casework.engine.basis import Mark
from casework.engine.refusals import RuleFileFault, RuleUnknown
from casework.engine.revision import Source
from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Base, Blob, RuleRevision
from casework.services.acting import evidence
from casework.services.acting.evidence import Upload
from casework.services.law import revision_rows, revisions_check
from casework.services.record import audit
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

REVIEWER = "legal_reviewer"
Changes = Mapping[str, Mapping[str, Any]]
_NOT_LAW = frozenset({"examples", "reminders"})
CONFIRM, CORRECT, ANNOTATE = "aturan_disahkan", "aturan_dibetulkan", "aturan_dicatat"


@dataclass(frozen=True)
class Ground:
    """Why a revision is made: the reason, where the words were read, and the paper if there is."""

    reason: str
    source: str
    document: Upload | None = None


def confirm(
    work: Work,
    edition: str,
    seen: str,
    name: str,
    quote: str,
    ground: Ground,
    *,
    citation: object = None,
    note: str | None = None,
    part: str = "",
    mark: Mark = Mark.CONFIRMED,
) -> RuleRevision:
    """Raise the mark of an entry whose words were read; its values stay.

    `seen` is the revision the officer looked at. `part` names a basis inside the entry
    (`start_basis`), `citation` and `note` replace those of the entry ("" takes the note away).
    Raises NotPermitted, Conflict, RuleUnknown or BadInput.
    """
    changes = confirmation(
        work, edition, seen, name, quote, ground,
        citation=citation, note=note, part=part, mark=mark,
    )  # fmt: skip
    return _revise(work, CONFIRM, edition, changes, ground)


def confirmation(
    work: Work,
    edition: str,
    seen: str,
    name: str,
    quote: str,
    ground: Ground,
    *,
    citation: object = None,
    note: str | None = None,
    part: str = "",
    mark: Mark = Mark.CONFIRMED,
) -> Changes:
    """The changes a confirmation would make. Raises as `confirm` does; changes nothing."""
    entry = _entry(work, edition, seen, name)
    inside = f"{part}." if part else ""
    values = _inside(entry, part)
    if values is None or "verification" not in values:
        where = f' pada bagian "{part}"' if part else ""
        raise BadInput.one("aturan", f"Entri ini tidak bertanda{where}; tidak ada yang disahkan.")
    old = Mark(values["verification"])
    if list(Mark).index(mark) > list(Mark).index(old):
        raise BadInput.one(
            "tanda",
            f"Entri ini sudah bertanda {old.label}. Menurunkan tanda adalah pembetulan.",
        )
    if not quote.strip() or not ground.source.strip():
        raise BadInput.one(
            "bunyi",
            "Pengesahan memerlukan bunyi pasal yang dibaca (kutipan) dan sumbernya. Lengkapi "
            "keduanya.",
        )
    said: dict[str, Any] = {"verification": mark.value, "quote": quote.strip()}
    said["source"] = ground.source.strip()
    said["note"] = values.get("note") if note is None else note.strip() or None
    if citation is not None:
        said["citation"] = citation
    return {name: {f"{inside}{key}": value for key, value in said.items()}}


def correct(work: Work, edition: str, seen: str, changes: Changes, ground: Ground) -> RuleRevision:
    """Give keys of entries another value, e.g. `{"batas/penanganan": {"length": 4, …}}`.

    Each entry states its mark anew; the loader and the proof judge the whole before anything is
    kept. Raises NotPermitted, Conflict, RuleUnknown or BadInput with the story of what breaks.
    """
    told = correction(work, edition, seen, changes, ground)
    return _revise(work, CORRECT, edition, told, ground)


def correction(work: Work, edition: str, seen: str, changes: Changes, ground: Ground) -> Changes:
    """The changes a correction would make, mark and source with them. Raises as `correct`."""
    told: dict[str, dict[str, Any]] = {}
    for name, keys in changes.items():
        entry = _entry(work, edition, seen, name)
        told[name] = _marked(entry, keys, ground)
    if not told:
        raise BadInput.one("nilai", "Tidak ada yang dibetulkan. Isi nilai yang seharusnya.")
    if not ground.source.strip():
        raise BadInput.one("sumber", "Pembetulan memerlukan sumbernya. Tulis di mana dibaca.")
    return told


def annotate(
    work: Work, edition: str, seen: str, name: str, note: str, ground: Ground
) -> RuleRevision:
    """Give an entry another note. Raises as `correct` does."""
    changes = annotation(work, edition, seen, name, note)
    return _revise(work, ANNOTATE, edition, changes, ground)


def annotation(work: Work, edition: str, seen: str, name: str, note: str) -> Changes:
    """The change a note would make. Raises as `correct` does."""
    _entry(work, edition, seen, name)
    if not note.strip():
        raise BadInput.one("catatan", "Catatan belum diisi.")
    return {name: {"note": note.strip()}}


def _entry(work: Work, edition: str, seen: str, name: str) -> Source:
    if REVIEWER not in work.actor.roles:
        raise NotPermitted(
            "Aturan disahkan atau dibetulkan oleh penelaah hukum (legal_reviewer) kantor ini."
        )
    newest = work.law.edition(edition).revision
    if seen != newest:
        raise Conflict(
            f"Edisi {edition} sudah menjadi revisi {newest} sejak halaman dibuka (revisi {seen}). "
            "Periksa perubahannya, lalu kirim kembali bila masih perlu."
        )
    return work.law.builder.source(edition, work.law.upon(edition), name)


def _inside(entry: Source, path: str) -> Mapping[str, Any] | None:
    """A part of an entry by its dotted path ("": the entry), or None when there is none."""
    values: Any = entry.values
    for key in path.split(".") if path else ():
        values = values.get(key) if isinstance(values, Mapping) else None
    return values if isinstance(values, Mapping) else None


def _marked(entry: Source, keys: Mapping[str, Any], ground: Ground) -> dict[str, Any]:
    """The corrected keys, where each basis they touch states its mark, and gets its source."""
    told = dict(keys)
    for inside in {path.rpartition(".")[0] for path in keys if path not in _NOT_LAW}:
        values = _inside(entry, inside)
        if values is None or "verification" not in values:
            continue
        prefix = f"{inside}." if inside else ""
        mark = told.get(f"{prefix}verification")
        if mark is None:
            raise BadInput.one(
                "tanda",
                f"Pembetulan {entry.name} menyebut tandanya sendiri (verification): confirmed, "
                "secondary, atau unverified. Nilai baru tidak mewarisi tanda nilai lama.",
            )
        if mark == Mark.CONFIRMED and not told.get(f"{prefix}quote"):
            raise BadInput.one(
                "bunyi", f"{entry.name}: tanda confirmed memerlukan kutipan bunyi pasalnya (quote)."
            )
        told.setdefault(f"{prefix}source", ground.source.strip())
    return told


def _revise(work: Work, act: str, edition: str, changes: Changes, ground: Ground) -> RuleRevision:
    check = TextChecker()
    reason = check.text("alasan", "Alasan", ground.reason, limit=2000, required=True)
    source = check.text("sumber", "Sumber", ground.source, limit=1000)
    check.done()
    overlays = revisions_check.shared(work.law, edition, revisions_check.plain(changes))
    revisions_check.sound(work.law, overlays)
    touched: list[Base] = []
    blob = paper(work, ground, touched)
    rows = revision_rows.add(work, act, overlays, reason, source, blob)
    audit.record(
        work,
        act,
        subject=f"rule_revisions:{rows[0].id}",
        role=REVIEWER,
        citation=_citation(work, edition, next(iter(changes))),
        detail={
            "entries": sorted(changes),
            "revisions": [f"{one.edition}@{one.revision}" for one in overlays],
        },
        touched=[*rows, *touched],
    )
    return rows[0]


def paper(work: Work, ground: Ground, touched: list[Base]) -> Blob | None:
    """Keep the paper of a ground, if there is one; its row is added to `touched`."""
    if ground.document is None:
        return None
    blob = evidence.blob_of(work, ground.document.file, ground.document.media_type)
    touched.append(blob)
    return blob


def _citation(work: Work, edition: str, name: str) -> str:
    try:
        return work.law.builder.basis(edition, work.law.upon(edition), name).citation
    except (RuleFileFault, RuleUnknown):
        return ""  # a fact of the lifecycle need not rest on an article
