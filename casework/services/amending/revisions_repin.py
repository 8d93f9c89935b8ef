"""Moving a pending case to a newer revision or edition: an act of its own, with its reason."""

from __future__ import annotations

from casework.engine.edition import Edition
from casework.engine.refusals import EditionUnknown
from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Base, Case, CaseMove
from casework.services.acting import acts
from casework.services.cases import access
from casework.services.limits import deadlines, replaying
from casework.services.limits.replaying import Replay
from casework.services.record import audit
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

ROLE = "coordinator"
ACTION = "perkara_dipindahkan"


def preview(work: Work, case_id: int, pin: str) -> Replay:
    """What moving the case to `edition@revision` would change; changes nothing.

    Raises NotFound, EditionUnknown, or BadInput where the case cannot be moved there.
    """
    case = access.readable(work, case_id)
    edition = _target(work, case, pin)
    return replaying.replay(work, case, edition, work.law.calendar)


def repin(work: Work, case_id: int, version: int, pin: str, reason: str) -> Replay:
    """Move a pending case to `edition@revision` and derive its open limits anew.

    Limits that were met or that ended stay as they were judged. Gives what changed. Raises
    NotFound, NotPermitted, Conflict, EditionUnknown or BadInput.
    """
    if ROLE not in work.actor.roles:
        raise NotPermitted("Perkara dipindahkan ke revisi lain oleh koordinator divisi.")
    case = access.changeable(work, case_id)
    if case.version != version:
        raise Conflict(
            "Perkara ini sudah berubah sejak halaman dibuka. Periksa perubahannya, lalu ulangi.",
            acts.changes_since(work, case, version),
        )
    edition = _target(work, case, pin)
    check = TextChecker()
    text = check.text("alasan", "Alasan pemindahan", reason, limit=2000, required=True)
    check.done()
    changed = replaying.replay(work, case, edition, work.law.calendar)
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
        raise BadInput.one("edisi", f"Perkara ini sudah memakai {edition.pin}.")
    edition.check_takes_cases()
    if edition.regime != case.regime:
        raise EditionUnknown(
            f"Edisi {edition.id} mengatur rezim {edition.regime}; perkara ini {case.regime}."
        )
    if case.stage not in edition.stages:
        raise BadInput.one(
            "edisi", f'Edisi {edition.pin} tidak punya tahap "{stage.title}", tempat perkara ini.'
        )
    return edition
