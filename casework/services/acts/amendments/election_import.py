"""A calendar of elections from a file, upon those of the rules: told first, all of it or nothing.

The file is YAML as `rules/elections` writes it; each change is a revision, with reason and source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from sqlalchemy import func, select

from casework.engine.election import BASE, ELECTIONS, Election
from casework.engine.law import Law
from casework.engine.loading.block import compose, value
from casework.engine.loading.places import elections_upon
from casework.engine.refusals import RuleFileFault
from casework.engine.region import Verdict
from casework.engine.revision import Overlay, of_edition
from casework.engine.words import long_date
from casework.errors import BadInput, NotPermitted, wording
from casework.models import Case, RuleRevision
from casework.services.acts.amendments import decrees
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import revisions

ACTION = "pemilihan_diimpor"
ROLES = decrees.ROLES


@dataclass(frozen=True)
class Judged:
    """One election of a file and what becomes of it; `why` says what changes, or what is wrong."""

    id: str
    title: str
    verdict: Verdict
    why: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Preview:
    """What a file would do; `sha256` is that of its bytes."""

    rows: tuple[Judged, ...]
    sha256: str

    def of(self, verdict: Verdict) -> tuple[Judged, ...]:
        """The elections of one verdict, in the order of the file."""
        return tuple(one for one in self.rows if one.verdict is verdict)


def preview(work: Work, content: bytes) -> Preview:
    """What a file would create, change, leave, and refuse with the reason. Raises BadInput."""
    try:
        nodes = compose("berkas", content.decode()).nodes("elections")
        told = [value(one) for one in nodes]
    except (UnicodeDecodeError, RuleFileFault) as wrong:
        raise BadInput.one(
            "berkas", wording("Berkas ini bukan kalender pemilihan: %(why)s", why=wrong)
        ) from wrong
    except (RecursionError, yaml.YAMLError) as wrong:
        raise BadInput.one("berkas", "Berkas ini terlalu dalam bersarang.") from wrong
    rows = tuple(_judged(work, one if isinstance(one, dict) else {}, told) for one in told)
    return Preview(rows, hashlib.sha256(content).hexdigest())


def apply(work: Work, content: bytes, seen: str, reason: str, source: str) -> RuleRevision | None:
    """Keep what a file changes as one revision; None where it changes nothing.

    `seen` is the digest of the file whose preview was shown. Raises NotPermitted, Conflict, or
    BadInput ("alasan", "sumber", "berkas"): nothing is kept then.
    """
    if not work.actor.roles & ROLES:
        raise NotPermitted(
            "Kalender pemilihan dicatat oleh penelaah hukum (legal_reviewer) atau administrator."
        )
    check = TextChecker()
    reason = check.text("alasan", "Alasan", reason, limit=2000, required=True)
    source = check.text("sumber", "Sumber", source, limit=1000, required=True)
    found = preview(work, content)
    if seen != found.sha256:
        check.refuse("berkas", "Berkas ini bukan berkas yang diperiksa. Periksa dahulu.")
    if refused := found.of(Verdict.REFUSED):
        check.refuse(
            "berkas",
            wording(
                "%(n)s pemilihan ditolak, jadi tidak satu pun diambil. Betulkan, lalu kirim "
                "kembali seluruh berkas.",
                n=len(refused),
            ),
        )
    check.done()
    changes = {
        one.id: dict(one.values)
        for one in found.rows
        if one.verdict in (Verdict.CREATE, Verdict.UPDATE)
    }
    if not changes:
        return None
    done = of_edition(work.law.overlays, ELECTIONS, BASE)
    overlay = Overlay(ELECTIONS, BASE, len(done) + 1, changes)
    (row,) = revisions.add(work, ACTION, [overlay], reason, source, None)
    detail = {
        "entries": sorted(changes),
        "revisions": [f"{ELECTIONS}@{overlay.revision}"],
        "file": found.sha256,
        "reason": reason,
    }
    audit.record(work, ACTION, subject=f"rule_revisions:{row.id}", detail=detail, touched=[row])
    return row


def _judged(work: Work, values: dict[str, Any], every: Iterable[Any]) -> Judged:
    """One election of the file against the one that stands."""
    name, title = str(values.get("id", "")), str(values.get("title", ""))
    try:
        new = _read(work.law, values)
    except (RuleFileFault, TypeError) as wrong:
        why = wrong.text if isinstance(wrong, RuleFileFault) else str(wrong)
        return Judged(name, title, Verdict.REFUSED, why, values)
    ids = [str(one.get("id", "")) for one in every if isinstance(one, dict)]
    if ids.count(name) > 1:
        return Judged(name, title, Verdict.REFUSED, "Tertulis lebih dari sekali.", values)
    if new.of and new.of not in ids and new.of not in work.law.elections:
        why = f'Mengulang pemilihan "{new.of}" yang tidak ada.'
        return Judged(name, title, Verdict.REFUSED, why, values)
    before = work.law.elections.get(name)
    if before is None:
        return Judged(name, title, Verdict.CREATE, "", values)
    if before == new:
        return Judged(name, title, Verdict.SAME, "", values)
    used = work.session.scalars(select(func.count(Case.id)).where(Case.election == name)).one()
    if used and (before.kind, before.regime) != (new.kind, new.regime):
        why = f"Dipakai {used} perkara; jenis dan rezimnya tidak dapat diganti lagi."
        return Judged(name, title, Verdict.REFUSED, why, values)
    return Judged(name, title, Verdict.UPDATE, "; ".join(_changes(before, new)), values)


def _read(law: Law, values: dict[str, Any]) -> Election:
    """The election as the loader reads it. Raises RuleFileFault."""
    overlay = Overlay(ELECTIONS, BASE, 1, {"satu": values})
    return next(iter(elections_upon({}, [overlay], law.instruments, law.offices).values()))


def _changes(old: Election, new: Election) -> Iterable[str]:
    """What differs, in words."""
    days = {one: (old.facts.get(one), new.facts.get(one)) for one in {**old.facts, **new.facts}}
    for before, now in days.values():
        first = long_date(before.on) if before else "–"
        then = long_date(now.on) if now else "–"
        if first != then:
            yield f"{(now or before).title}: {first} → {then}"  # type: ignore[union-attr]  # one is there
    for what, one, other in (
        ("judul", old.title, new.title),
        ("kantor", ", ".join(old.offices), ", ".join(new.offices)),
        ("wilayah", ", ".join(old.regions), ", ".join(new.regions)),
        ("tanda", old.basis.mark.label, new.basis.mark.label),
    ):
        if one != other:
            yield f"{what}: {one or '–'} → {other or '–'}"
    marks = [one for one in days.values() if one[0] and one[1] and one[0].basis != one[1].basis]
    if marks or old.basis != new.basis:
        yield "dasar atau sumbernya"
