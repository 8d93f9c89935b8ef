"""Comments of officers on a case: for colleagues, never for the record.

They stand in a table of their own that nothing else reads: no event tells of them, no paper, no
export, no search. A case that moves to another office leaves them behind.
"""

from __future__ import annotations

from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from casework.errors import NotFound, NotPermitted
from casework.models import Case, Comment, CommentMention, Officer
from casework.models.comment import LONGEST_COMMENT
from casework.services.cases import access
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import notices, officers

WRITERS = remark.WRITERS
TOLD = "Anda disebut dalam komentar"
"""The subject of the message to somebody who is mentioned."""
_READERS = tuple(sorted(access.CONTENT_ROLES - {"sistem"}))


def write(work: Work, case_id: int, text: str, mentioned: Collection[int] = ()) -> Comment:
    """Keep a comment, and tell those officers of the office that it is for them.

    Their message says that there is a comment, not what it says. Raises NotFound, NotPermitted,
    or BadInput for a text that is missing, too long, or names a protected person, and for
    somebody who may not see the case.
    """
    if not work.actor.roles & WRITERS or work.actor.officer_id is None:
        raise NotPermitted("Komentar ditulis oleh petugas yang menangani perkara kantor itu.")
    case = access.changeable(work, case_id)
    check = TextChecker()
    text = check.text("komentar", "Komentar", text, limit=LONGEST_COMMENT, required=True)
    remark.unnamed(work, case, check, "komentar", text)
    known = {one.id: one for one in mentionable(work, case)}
    if not known.keys() >= set(mentioned):
        check.refuse(
            "sebut",
            "Hanya petugas kantor ini yang boleh melihat perkara dapat disebut. Pilih kembali.",
        )
    check.done()
    row = Comment(
        case_id=case.id,
        office_id=case.office_id,
        author_id=work.actor.officer_id,
        text=text,
        written_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    for key in sorted(set(mentioned)):
        work.session.add(CommentMention(comment_id=row.id, officer_id=key))
        notices.write(
            work,
            known[key],
            key=f"{case.id}:comment-{row.id}:{key}",
            subject=f"{case.number}: {TOLD}",
            body=f"{work.actor.name} menyebut Anda dalam komentar pada perkara {case.number}.",
            zone=case.office.zone,
            case=case,
        )
    return row


def remove(work: Work, case_id: int, comment_id: int) -> None:
    """Take back one of one's own comments; what it said is gone. Raises NotFound, NotPermitted."""
    case = access.changeable(work, case_id)
    row = access.told(work, work.session.get(Comment, comment_id))
    if row is None or row.case_id != case.id or row.office_id != work.actor.office_id:
        raise NotFound("Komentar itu tidak ada.")
    if row.author_id != work.actor.officer_id:
        raise NotPermitted("Komentar ditarik oleh yang menulisnya.")
    if row.removed_at is None:
        row.text, row.removed_at = "", work.now
        work.session.execute(delete(CommentMention).where(CommentMention.comment_id == row.id))


def of_case(work: Work, case: Case, most: int) -> list[tuple[Comment, Officer]]:
    """The newest comments that the actor's own office wrote on a case, each with its author."""
    rows = work.session.execute(
        select(Comment, Officer)
        .join(Officer, Officer.id == Comment.author_id)
        .where(
            Comment.case_id == case.id,
            Comment.office_id == work.actor.office_id,
            Comment.removed_at.is_(None),
        )
        .order_by(Comment.id.desc())
        .limit(most)
    )
    return [(row, author) for row, author in rows]


def mentions(work: Work, comments: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The names of those mentioned, by key of the comment."""
    found: dict[int, tuple[str, ...]] = {}
    rows = work.session.execute(
        select(CommentMention.comment_id, Officer.name)
        .join(Officer, Officer.id == CommentMention.officer_id)
        .where(CommentMention.comment_id.in_(comments))
        .order_by(Officer.name)
    )
    for key, name in rows:
        found[key] = (*found.get(key, ()), name)
    return found


def mentionable(work: Work, case: Case) -> list[Officer]:
    """The officers of the case's office who may see it today, but for the actor."""
    today = work.now.astimezone(ZoneInfo(case.office.zone)).date()
    there = officers.holders(work.session, case.office_id, _READERS, today, case_id=case.id)
    return [one for one in there if one.id != work.actor.officer_id]
