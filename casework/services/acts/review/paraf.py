"""Initials (paraf): the way of a kajian or a letter, step by step, to those who decide or sign.

The route is an office's practice (`rules/practice/`), not law: nothing is refused because initials
are missing; pages show what is missing. An initial holds for the content it was given on. What
changes afterwards voids the initials it had, and the way begins anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from casework.engine import chain
from casework.engine.practice import InitialRoute
from casework.engine.roles import titles
from casework.errors import BadInput, Conflict, NotFound, NotPermitted, wording
from casework.models import Blob, Case, Document, Initial, Opinion, Review
from casework.models.document import DocumentState
from casework.models.initial import InitialState
from casework.services.cases import access, review_secrecy
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import notices


@dataclass(frozen=True)
class Subject:
    """One thing to be initialled; `content` is the digest of what it says now.

    `kind` is the kind of document, "" for what has none. `closed` tells why nothing can be
    initialled on it any more (or yet), "" while it can.
    """

    table: str
    id: int
    case_id: int
    kind: str
    title: str
    content: str
    closed: str = ""


def find(work: Work, table: str, subject_id: int) -> Subject:
    """Read what is to be initialled; raises NotFound. Whether one may see it is not asked here."""
    found = access.told(work, find_in(work, table, [subject_id]).get(subject_id))
    if found is None:
        raise NotFound("Yang hendak diparaf itu tidak ada.")
    return found


def find_in(work: Work, table: str, ids: Collection[int]) -> Mapping[int, Subject]:
    """The subjects to be initialled in a table, by key; a key without a row is left out."""
    reader = _READERS.get(table)
    return reader(work, ids) if reader and ids else {}


def _reviews(work: Work, ids: Collection[int]) -> dict[int, Subject]:
    rows = work.session.scalars(select(Review).where(Review.id.in_(ids))).all()
    last = (
        select(Review.case_id, func.max(Review.revision))
        .where(Review.case_id.in_({row.case_id for row in rows}))
        .group_by(Review.case_id)
    )
    newest: dict[int, int] = dict(work.session.execute(last).all())
    opinions: dict[int, list[Opinion]] = {row.id: [] for row in rows}
    for one in work.session.scalars(
        select(Opinion)
        .where(Opinion.review_id.in_(opinions))
        .order_by(Opinion.party_id, Opinion.number)
    ):
        opinions[one.review_id].append(one)
    return {
        row.id: _review(row, opinions[row.id], newest[row.case_id] == row.revision) for row in rows
    }


def _review(row: Review, opinions: Iterable[Opinion], newest: bool) -> Subject:
    content = chain.digest(
        {
            "review": [row.facts, row.analysis, row.conclusion],
            "opinions": [
                [one.party_id, one.violation_class, one.article, one.elements, one.reason]
                for one in opinions
            ],
        }
    )
    return Subject(
        "reviews",
        row.id,
        row.case_id,
        "",
        f"Kajian versi {row.revision}",
        content,
        "" if newest else "Versi kajian ini sudah diganti versi yang lebih baru.",
    )


def _documents(work: Work, ids: Collection[int]) -> dict[int, Subject]:
    rows = work.session.execute(
        select(Document, Blob)
        .outerjoin(Blob, Blob.id == Document.draft_blob_id)
        .where(Document.id.in_(ids))
    )
    return {row.id: _document(row, drawn) for row, drawn in rows}


def _document(row: Document, drawn: Blob | None) -> Subject:
    closed = "" if drawn else "Konsepnya belum selesai dibuat."
    if row.state not in (DocumentState.PLANNED, DocumentState.DRAFT):
        closed = "Dokumen ini sudah bernomor atau batal."
    content = drawn.sha256 if drawn else ""
    return Subject("documents", row.id, row.case_id, row.kind, row.title, content, closed)


_READERS: Mapping[str, Callable[[Work, Collection[int]], Mapping[int, Subject]]] = {
    "reviews": _reviews,
    "documents": _documents,
}


@dataclass(frozen=True)
class Standing:
    """How the initialling of a subject stands: the steps of the newest round.

    `stale`: what was initialled is not what it says now, so no initial of the round holds.
    """

    subject: Subject
    route: InitialRoute | None
    round: int
    steps: tuple[Initial, ...]
    stale: bool

    @property
    def next(self) -> Initial | None:
        """The step whose turn it is; None when none is waited for."""
        if self.stale or self.subject.closed:
            return None
        return next((one for one in self.steps if one.state == InitialState.WAITING), None)

    @property
    def complete(self) -> bool:
        """Was every step initialled on what it says now?"""
        states = {one.state for one in self.steps}
        return not self.stale and states == {InitialState.INITIALLED}

    @property
    def open(self) -> bool:
        """May a new round begin?"""
        return self.next is None and not self.complete and not self.subject.closed


def stands(work: Work, subject: Subject) -> Standing:
    """How the initialling of a subject stands."""
    return _standing(work, subject, _steps(work, subject.table, [subject.id])[subject.id])


def standings(work: Work, wanted: Sequence[tuple[str, int]]) -> list[Standing]:
    """How the initialling of many subjects stands, each wanted by table and key, in that order.

    Subjects that are gone are left out.
    """
    found: dict[tuple[str, int], Standing] = {}
    for table in {name for name, _ in wanted}:
        keys = [key for name, key in wanted if name == table]
        steps = _steps(work, table, keys)
        for key, subject in find_in(work, table, keys).items():
            found[table, key] = _standing(work, subject, steps[key])
    return [found[one] for one in wanted if one in found]


def _steps(work: Work, table: str, keys: Collection[int]) -> Mapping[int, list[Initial]]:
    found: dict[int, list[Initial]] = {key: [] for key in keys}
    rows = work.session.scalars(
        select(Initial)
        .where(Initial.subject == table, Initial.subject_id.in_(found))
        .order_by(Initial.round, Initial.step)
    )
    for row in rows:
        found[row.subject_id].append(row)
    return found


def _standing(work: Work, subject: Subject, rows: Sequence[Initial]) -> Standing:
    last = rows[-1].round if rows else 0
    steps = tuple(one for one in rows if one.round == last)
    given = {one.content for one in steps if one.state == InitialState.INITIALLED}
    return Standing(
        subject,
        work.law.practice.route(subject.table, subject.kind),
        last,
        steps,
        bool(given - {subject.content}) or any(one.state == InitialState.VOID for one in steps[:1]),
    )


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
            state=InitialState.WAITING,
            content="",
            note="",
        )
        for number, step in enumerate(before.route.steps, start=1)
    ]
    work.session.add_all(rows)
    moved = _void(before.steps, "Diajukan kembali.") if before.stale else []
    _done(work, rows[0], subject, InitialState.INITIALLED)
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
    _done(work, row, subject, InitialState.INITIALLED)
    _record(work, case, "paraf_dibubuhkan", subject, row, [row])
    after = stands(work, subject)
    if after.next is not None:
        _tell(work, case, subject, after.next)
    return after


def give_back(work: Work, table: str, subject_id: int, seen: str, note: str) -> Standing:
    """Return the subject to its writer with a note (`paraf_dikembalikan`).

    `seen` is the digest of the content the officer read. Raises NotFound, NotPermitted for
    another role, Conflict when the content is no longer that, or BadInput when nothing waits
    ("paraf") or the note is missing ("catatan").
    """
    subject, case, row = _turn(work, table, subject_id, seen)
    check = TextChecker()
    row.note = check.text("catatan", "Catatan", note, limit=2000, required=True)
    check.done()
    _done(work, row, subject, InitialState.RETURNED)
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
    given = [one for one in rows if one.state == InitialState.INITIALLED]
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
        Initial.state.in_((InitialState.WAITING, InitialState.INITIALLED)),
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
            Initial.state == InitialState.WAITING,
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
        raise BadInput.one(
            "paraf", wording("%(closed)s Tidak ada yang diparaf.", closed=subject.closed)
        )
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
        raise NotPermitted(wording("Paraf ini giliran %(who)s.", who=titles(wanted)))


def _done(work: Work, row: Initial, subject: Subject, state: InitialState) -> None:
    row.state, row.content = state, subject.content
    row.at, row.officer_id = work.now, work.actor.officer_id


def _void(rows: Iterable[Initial], why: str) -> list[Initial]:
    moved: list[Initial] = []
    for row in rows:
        if row.state in (InitialState.WAITING, InitialState.INITIALLED):
            row.state, row.note = InitialState.VOID, why
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
