"""A lawyer of the office confirms, corrects or annotates the law: a revision, never an edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.engine.basis import Mark
from casework.engine.comparing import Difference, compare
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.refusals import EditionUnknown, RuleFileFault, RuleUnknown
from casework.engine.revision import Source
from casework.errors import BadInput, Conflict, NotPermitted, wording
from casework.models import Base, Blob, Case, CaseMove, RuleRevision
from casework.services.cases import access, evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.deadlines import deadlines, replay
from casework.services.deadlines.replay import Moved, Replay
from casework.services.law import revisions, usage
from casework.services.law import revisions as revisions_check
from casework.services.law.usage import Use

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
    """The changes a confirmation would make: mark, quote, source and note; changes nothing.

    `seen` is the revision the officer looked at, `part` a basis inside the entry. Raises
    NotPermitted, Conflict when the edition was revised since, RuleUnknown, or BadInput
    ("aturan", "tanda", "bunyi").
    """
    entry = _entry(work, edition, seen, name)
    inside = f"{part}." if part else ""
    values = _inside(entry, part)
    if values is None or "verification" not in values:
        where = f' pada bagian "{part}"' if part else ""
        raise BadInput.one(
            "aturan",
            wording("Entri ini tidak bertanda%(where)s; tidak ada yang disahkan.", where=where),
        )
    old = Mark(values["verification"])
    if list(Mark).index(mark) > list(Mark).index(old):
        raise BadInput.one(
            "tanda",
            wording(
                "Entri ini sudah bertanda %(old)s. Menurunkan tanda adalah pembetulan.",
                old=old.label,
            ),
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


def confirm_together(work: Work, edition: str, changes: Changes, ground: Ground) -> RuleRevision:
    """Make one revision of what `confirmation` gave for several entries of an edition.

    Raises BadInput where the edition would no longer be whole.
    """
    return _revise(work, CONFIRM, edition, changes, ground)


def correct(work: Work, edition: str, seen: str, changes: Changes, ground: Ground) -> RuleRevision:
    """Give keys of entries another value, e.g. `{"batas/penanganan": {"length": 4, …}}`.

    Each entry states its mark anew; the loader and the proof judge the whole before anything is
    kept. Raises NotPermitted, Conflict, RuleUnknown or BadInput with the story of what breaks.
    """
    told = correction(work, edition, seen, changes, ground)
    return _revise(work, CORRECT, edition, told, ground)


def correction(work: Work, edition: str, seen: str, changes: Changes, ground: Ground) -> Changes:
    """The changes a correction would make, mark and source with them; changes nothing.

    `seen` is the revision the officer looked at. Raises NotPermitted, Conflict when the edition
    was revised since, RuleUnknown, or BadInput ("nilai", "sumber", "tanda", "bunyi").
    """
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
    """Give an entry another note; its values and its mark stay.

    `seen` is the revision the officer looked at. Raises NotPermitted, Conflict when the edition
    was revised since, RuleUnknown, or BadInput ("catatan", "alasan", "sumber", "aturan").
    """
    changes = annotation(work, edition, seen, name, note)
    return _revise(work, ANNOTATE, edition, changes, ground)


def annotation(work: Work, edition: str, seen: str, name: str, note: str) -> Changes:
    """The change that another note of an entry would make; changes nothing.

    `seen` is the revision the officer looked at. Raises NotPermitted, Conflict when the edition
    was revised since, RuleUnknown, or BadInput ("catatan").
    """
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
            wording(
                "Edisi %(edition)s sudah menjadi revisi %(newest)s sejak halaman dibuka "
                "(revisi %(seen)s). Periksa perubahannya, lalu kirim kembali bila masih "
                "perlu.",
                edition=edition,
                newest=newest,
                seen=seen,
            )
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
                wording(
                    "Pembetulan %(entry)s menyebut tandanya sendiri (verification): "
                    "confirmed, secondary, atau unverified. Nilai baru tidak mewarisi tanda "
                    "nilai lama.",
                    entry=entry.name,
                ),
            )
        if mark == Mark.CONFIRMED and not told.get(f"{prefix}quote"):
            raise BadInput.one(
                "bunyi",
                wording(
                    "%(entry)s: tanda confirmed memerlukan kutipan bunyi pasalnya (quote).",
                    entry=entry.name,
                ),
            )
        told.setdefault(f"{prefix}source", ground.source.strip())
    return told


def _revise(work: Work, act: str, edition: str, changes: Changes, ground: Ground) -> RuleRevision:
    check = TextChecker()
    reason = check.text("alasan", "Alasan", ground.reason, limit=2000, required=True)
    source = check.text("sumber", "Sumber", ground.source, limit=1000)
    check.done()
    overlays = revisions.shared(work.law, edition, revisions.plain(changes))
    revisions.sound(work.law, overlays)
    touched: list[Base] = []
    blob = paper(work, ground, touched)
    rows = revisions.add(work, act, overlays, reason, source, blob)
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


MOST = 50
"""So many running cases are looked at, the newest first."""


@dataclass(frozen=True)
class Shift:
    """A limit that would end otherwise in `cases` of the cases looked at.

    `days` is by how many days later (negative: earlier), None where a date would come or go.
    """

    title: str
    days: int | None
    cases: int


@dataclass(frozen=True)
class Foreseen:
    """What would follow. `revisions` are the editions' new names, `differences` what they say.

    `examined` of the `use.open_cases` running cases were asked; `named` are those of them that the
    reader may see, by id and number. Cases keep their revision: they move only by an act of
    their own.
    """

    revisions: tuple[str, ...]
    differences: tuple[Difference, ...]
    use: Use | None
    examined: int
    shifts: tuple[Shift, ...]
    named: tuple[tuple[int, str], ...]


def foresee(work: Work, edition: str, changes: Changes) -> Foreseen:
    """Ask what these changes would do; nothing is kept. Raises BadInput with what breaks."""
    overlays = revisions_check.shared(work.law, edition, revisions_check.plain(changes))
    revised = revisions_check.sound(work.law, overlays)
    cases = _cases(work, edition, changes)
    uses = usage.uses(work)
    found = [uses[edition, name] for name in changes if (edition, name) in uses]
    return Foreseen(
        tuple(f"{one.edition}@{one.revision}" for one in overlays),
        _differences(work.law, revised, edition),
        found[0] if found else None,
        len(cases),
        _shifts(work, revised, edition, cases),
        _named(work, [one.id for one in cases]),
    )


def _cases(work: Work, edition: str, changes: Changes) -> list[Case]:
    ids = {one for name in changes for one in usage.users(work, edition, name, MOST)}
    newest = sorted(ids, reverse=True)[:MOST]
    rows = work.session.scalars(select(Case).where(Case.id.in_(newest), Case.edition == edition))
    return list(rows)


def _differences(before: Law, after: Law, edition: str) -> tuple[Difference, ...]:
    old = after.edition(edition, before.edition(edition).revision)
    return compare(after, old, after.edition(edition)).differences


def _shifts(work: Work, revised: Law, edition: str, cases: Iterable[Case]) -> tuple[Shift, ...]:
    """Only what this revision moves: what a newer revision would move anyhow is left out."""
    counted: dict[tuple[str, int | None], int] = {}
    now, then = work.law.edition(edition), revised.edition(edition)
    for case in cases:
        anyhow = set(_moved(work, case, now))
        for one in _moved(work, case, then):
            if one not in anyhow:
                key = (one.title, _days(one))
                counted[key] = counted.get(key, 0) + 1
    return tuple(Shift(title, days, cases) for (title, days), cases in sorted(
        counted.items(), key=lambda one: (-one[1], one[0][0])
    ))  # fmt: skip


def _moved(work: Work, case: Case, edition: Edition) -> Iterator[Moved]:
    return replay.dates(work, case, edition, work.law.calendar, judged=False)


def _days(moved: Moved) -> int | None:
    try:
        old, new = datetime.fromisoformat(moved.old), datetime.fromisoformat(moved.new)
    except ValueError:
        return None  # one of them is told in words
    return (new.date() - old.date()).days


def _named(work: Work, ids: list[int]) -> tuple[tuple[int, str], ...]:
    rows = work.session.scalars(
        select(Case).where(Case.id.in_(ids), access.visible(work)).order_by(Case.id.desc())
    )
    return tuple((one.id, one.number) for one in rows)


ROLE = "coordinator"
ACTION = "perkara_dipindahkan"


def preview(work: Work, case_id: int, pin: str) -> Replay:
    """What moving the case to `edition@revision` would change; changes nothing.

    Raises NotFound, EditionUnknown, or BadInput where the case cannot be moved there.
    """
    case = access.readable(work, case_id)
    edition = _target(work, case, pin)
    return replay.replay(work, case, edition, work.law.calendar)


def repin(work: Work, case_id: int, version: int, pin: str, reason: str) -> Replay:
    """Move a pending case to `edition@revision` and derive its open limits anew.

    Limits that were met or that ended stay as they were judged. Gives what changed. Raises
    NotFound, NotPermitted, Conflict, EditionUnknown or BadInput.
    """
    if ROLE not in work.actor.roles:
        raise NotPermitted("Perkara dipindahkan ke revisi lain oleh koordinator divisi.")
    case = access.changeable(work, case_id)
    access.at_version(work, case, version)
    edition = _target(work, case, pin)
    check = TextChecker()
    text = check.text("alasan", "Alasan pemindahan", reason, limit=2000, required=True)
    check.done()
    changed = replay.replay(work, case, edition, work.law.calendar)
    before = f"{case.edition}@{case.revision}"
    case.edition, case.revision = edition.id, edition.revision
    case.version += 1
    move = CaseMove(
        case_id=case.id,
        old=before,
        new=edition.pin,
        reason=text,
        officer_id=work.actor.officer_id,
        at=work.now,
    )
    work.session.add(move)
    moved: list[Base] = [case, move, *deadlines.renew(work, case)]
    work.session.flush()
    audit.record(
        work,
        ACTION,
        case=case,
        role=ROLE,
        citation=edition.basis.citation,
        subject=f"case_moves:{move.id}",
        detail={
            "from": before,
            "to": edition.pin,
            "version": case.version,
            "limits": [one.what for one in changed.dates],
        },
        touched=moved,
    )
    return changed


def _target(work: Work, case: Case, pin: str) -> Edition:
    edition = work.law.pinned(pin)
    stage = work.law.edition(case.edition, case.revision).stages[case.stage]
    if stage.final:
        raise BadInput.one("edisi", "Perkara ini sudah selesai; hukumnya tidak dipindahkan lagi.")
    if edition.pin == f"{case.edition}@{case.revision}":
        raise BadInput.one(
            "edisi", wording("Perkara ini sudah memakai %(edition)s.", edition=edition.pin)
        )
    edition.check_takes_cases()
    if edition.regime != case.regime:
        raise EditionUnknown(
            f"Edisi {edition.id} mengatur rezim {edition.regime}; perkara ini {case.regime}."
        )
    if case.stage not in edition.stages:
        raise BadInput.one(
            "edisi",
            wording(
                'Edisi %(edition)s tidak punya tahap "%(stage)s", tempat perkara ini.',
                edition=edition.pin,
                stage=stage.title,
            ),
        )
    return edition
