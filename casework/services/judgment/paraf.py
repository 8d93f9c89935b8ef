"""Initials (paraf): the way of a kajian or a letter, step by step, to those who decide or sign.

The route is an office's practice (`rules/practice/`), not law: nothing is refused because initials
are missing; pages show what is missing. An initial holds for the content it was given on. What
changes afterwards voids the initials it had, and the way begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from casework.engine.roles import titles
from casework.errors import BadInput, Conflict, NotPermitted
from casework.models import Case, Initial
from casework.services.cases import access, review_secrecy
from casework.services.judgment.paraf_standing import Standing, standings, stands
from casework.services.judgment.paraf_subjects import Subject, find
from casework.services.messaging import notices
from casework.services.record import audit
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

_CHANGED = "Isinya berubah sesudah diparaf; paraf sebelumnya batal. Ajukan kembali."


def standing(work: Work, table: str, subject_id: int) -> Standing:
    """Read how a subject stands; raises NotFound, NotPermitted for what the actor may not read."""
    subject = find(work, table, subject_id)
    case = access.readable(work, subject.case_id)
    if table == "reviews":
        review_secrecy.check(work, case)
    return stands(work, subject)


def propose(work: Work, table: str, subject_id: int) -> Standing:
    """Begin a round (`paraf_diajukan`): the writer's own initial, and the next is told.

    Raises NotFound, NotPermitted for another role than the writer's, BadInput while a round runs
    or the subject is closed.
    """
    subject, case = _taken(work, table, subject_id)
    before = stands(work, subject)
    if before.route is None:
        raise BadInput.one("paraf", "Untuk jenis ini belum ada urutan paraf di rules/practice/.")
    _check_role(work, before.route.steps[0].roles)
    if not before.open:
        text = "Paraf sedang berjalan atau sudah lengkap; tidak perlu diajukan lagi."
        raise BadInput.one("paraf", text)
    rows = [
        Initial(
            case_id=case.id,
            subject=table,
            subject_id=subject_id,
            round=before.round + 1,
            step=number,
            title=step.title,
            roles=list(step.roles),
            state="waiting",
            content="",
            note="",
        )
        for number, step in enumerate(before.route.steps, start=1)
    ]
    work.session.add_all(rows)
    moved = _void(before.steps, "Diajukan kembali.") if before.stale else []
    _done(work, rows[0], subject, "initialled")
    _record(work, case, "paraf_diajukan", subject, rows[0], [*moved, *rows])
    _tell(work, case, subject, rows[1])
    return stands(work, subject)


def initial(work: Work, table: str, subject_id: int, seen: str, note: str = "") -> Standing:
    """Initial the step whose turn it is (`paraf_dibubuhkan`) and tell the next.

    `seen` is the digest of the content the officer read. Raises NotFound, NotPermitted for
    another role, Conflict when the content is no longer that, BadInput when nothing waits.
    """
    subject, case, row = _turn(work, table, subject_id, seen)
    check = TextChecker()
    row.note = check.text("catatan", "Catatan", note, limit=2000)
    check.done()
    _done(work, row, subject, "initialled")
    _record(work, case, "paraf_dibubuhkan", subject, row, [row])
    after = stands(work, subject)
    if after.next is not None:
        _tell(work, case, subject, after.next)
    return after


def give_back(work: Work, table: str, subject_id: int, seen: str, note: str) -> Standing:
    """Return the subject to its writer with a note (`paraf_dikembalikan`).

    Raises as `initial` does, and BadInput without a note.
    """
    subject, case, row = _turn(work, table, subject_id, seen)
    check = TextChecker()
    row.note = check.text("catatan", "Catatan", note, limit=2000, required=True)
    check.done()
    _done(work, row, subject, "returned")
    steps = stands(work, subject).steps
    later = _void((one for one in steps if one.step > row.step), "Dikembalikan sebelumnya.")
    _record(work, case, "paraf_dikembalikan", subject, row, [row, *later])
    notices.tell(
        work,
        case,
        steps[0].roles,
        key=f"{case.id}:paraf-{row.id}:returned",
        subject=f"{case.number}: {subject.title} dikembalikan",
        body=f"{subject.title} dikembalikan dengan catatan. Perbaiki, lalu ajukan paraf kembali.",
        leave_out=work.actor.officer_id,
    )
    return stands(work, subject)


def changed(work: Work, case: Case, table: str, why: str, *ids: int) -> list[Initial]:
    """Void what was initialled on subjects that changed or were replaced (`paraf_batal`).

    `ids` are their keys; none means every subject of that table in the case. For use inside an
    act that holds the case; gives the initials that were void by it.
    """
    asked = {"case": case.id, "subject": table}
    found = work.session.scalars(_STANDING, asked)
    rows = [one for one in found if not ids or one.subject_id in ids]
    given = [one for one in rows if one.state == "initialled"]
    moved = _void(rows, why)
    if moved:
        audit.record(
            work,
            "paraf_batal",
            case=case,
            subject=f"{table}:{moved[-1].subject_id}",
            detail={"reason": why, "initials": [one.id for one in given]},
            touched=moved,
        )
    return given


_STANDING = (
    select(Initial)
    .where(
        Initial.case_id == bindparam("case"),
        Initial.subject == bindparam("subject"),
        Initial.state.in_(("waiting", "initialled")),
    )
    .order_by(Initial.id)
)


def mine(work: Work, *, limit: int = 60) -> tuple[list[tuple[Subject, Case]], int]:
    """What waits for an initial of the actor's roles at the own office, oldest first.

    At most `limit` of them, and how many more wait.
    """
    rows = work.session.execute(
        select(Initial.subject, Initial.subject_id, Initial.roles, Initial.id)
        .join(Case, Case.id == Initial.case_id)
        .where(
            access.visible(work),
            Case.office_id == work.actor.office_id,
            Initial.state == "waiting",
        )
        .order_by(Initial.round, Initial.step)
    )
    turns: dict[tuple[str, int], tuple[int, Iterable[str]]] = {}
    for subject, subject_id, roles, key in rows:
        turns.setdefault((subject, subject_id), (key, roles))
    own = sorted(
        (key, subject) for subject, (key, roles) in turns.items() if work.actor.roles & set(roles)
    )
    shown = [subject for _key, subject in own[:limit]]
    waiting = standings(work, shown)
    cases = {
        case.id: case
        for case in work.session.scalars(
            select(Case).where(Case.id.in_({one.subject.case_id for one in waiting}))
        )
    }
    found = [
        (one.subject, cases[one.subject.case_id])
        for one in waiting
        if one.next is not None and work.actor.roles & set(one.next.roles)
    ]
    return found, len(own) - len(shown)


def _taken(work: Work, table: str, subject_id: int) -> tuple[Subject, Case]:
    case = access.changeable(work, find(work, table, subject_id).case_id)
    subject = find(work, table, subject_id)  # read again: the case is held now
    if subject.closed:
        raise BadInput.one("paraf", f"{subject.closed} Tidak ada yang diparaf.")
    return subject, case


def _turn(work: Work, table: str, subject_id: int, seen: str) -> tuple[Subject, Case, Initial]:
    subject, case = _taken(work, table, subject_id)
    now = stands(work, subject)
    if now.stale or seen != subject.content:
        raise Conflict(_CHANGED)
    if now.next is None:
        raise BadInput.one("paraf", "Tidak ada paraf yang ditunggu. Ajukan paraf lebih dahulu.")
    _check_role(work, now.next.roles)
    return subject, case, now.next


def _check_role(work: Work, roles: Iterable[str]) -> None:
    wanted = list(roles)
    if not work.actor.roles & set(wanted):
        raise NotPermitted(f"Paraf ini giliran {titles(wanted)}.")


def _done(work: Work, row: Initial, subject: Subject, state: str) -> None:
    row.state, row.content = state, subject.content
    row.at, row.officer_id = work.now, work.actor.officer_id


def _void(rows: Iterable[Initial], why: str) -> list[Initial]:
    moved: list[Initial] = []
    for row in rows:
        if row.state in ("waiting", "initialled"):
            row.state, row.note = "void", why
            moved.append(row)
    return moved


def _record(
    work: Work, case: Case, action: str, subject: Subject, row: Initial, touched: list[Initial]
) -> None:
    role = next((one for one in row.roles if one in work.actor.roles), "")
    audit.record(
        work,
        action,
        case=case,
        subject=f"{subject.table}:{subject.id}",
        role=role,
        detail={"round": row.round, "step": row.step, "content": subject.content},
        touched=touched,
    )


def _tell(work: Work, case: Case, subject: Subject, row: Initial) -> None:
    notices.tell(
        work,
        case,
        row.roles,
        key=f"{case.id}:paraf-{row.id}:turn",
        subject=f"{case.number}: {subject.title} menunggu paraf",
        body=f"{subject.title} menunggu paraf Anda ({row.title}).",
        leave_out=work.actor.officer_id,
    )
