"""Rows that are written at once are the rows the ORM would have written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import event, inspect
from sqlalchemy.exc import IntegrityError

from casework.models import Batch, Document, Fact
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.core.writing import change, write, write_all
from tests.bureau import Bureau


def paper(bureau: Bureau, work: Work) -> Document:
    """A paper of the case, told no more than must be."""
    case = bureau.case(work)
    return Document(
        case_id=case.id,
        kind="kajian",
        title="Kajian",
        context={"ids": [1, 2]},
        edition=case.edition,
        revision=case.revision,
        verify_code="kode",
        created_at=work.now,
    )


def test_what_was_not_given_has_its_default_and_is_known_without_reading(bureau: Bureau) -> None:
    bureau.receive()
    asked: list[str] = []
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        row = write(work, paper(bureau, work))
        event.listen(
            work.session.connection(),
            "before_cursor_execute",
            lambda _c, _u, statement, *_rest: asked.append(statement),
        )
        assert (row.round, row.state, row.confidential, row.about) == (1, "planned", True, "")
        assert (row.dated, row.filed_at, row.data) == (None, None, None)
        assert asked == []
        told, key = audit.row_digest(row), row.id
        assert audit.row_name(row) == f"documents:{key}"
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        assert audit.row_digest(work.session.get_one(Document, key)) == told


def test_a_written_row_is_followed_like_one_that_was_loaded(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        row = write(work, paper(bureau, work))
        assert inspect(row).persistent
        assert work.session.get(Document, row.id) is row
        row.state, key = "void", row.id
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        assert work.session.get_one(Document, key).state == "void"


def test_what_waits_is_written_before(bureau: Bureau) -> None:
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        first = Batch(flow="review", created_at=datetime(2024, 9, 19, tzinfo=UTC))
        work.session.add(first)
        second = write(work, Batch(flow="review", created_at=first.created_at))
        assert first.id < second.id


def test_several_keep_their_order(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        case = bureau.case(work)
        rows = write_all(
            work,
            (
                Fact(case_id=case.id, name=name, at=work.now, recorded_at=work.now)
                for name in ("a", "b", "c")
            ),
        )
        assert [row.id for row in rows] == sorted(row.id for row in rows)


def test_a_row_that_may_not_be_is_refused_and_nothing_of_the_act_stays(bureau: Bureau) -> None:
    bureau.receive()
    with (
        pytest.raises(IntegrityError),
        bureau.app.unit_of_work(bureau.actor("case_officer")) as work,
    ):
        write_all(work, [paper(bureau, work), paper(bureau, work)])
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        assert work.session.query(Document).filter_by(verify_code="kode").count() == 0


def test_what_is_changed_at_once_is_stored_beside_what_was_changed_before(
    bureau: Bureau,
) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        row = write(work, paper(bureau, work))
        row.title = "Kajian kedua"
        change(work, row, state="void", edits=3)
        assert (row.state, row.edits, row.title) == ("void", 3, "Kajian kedua")
        assert not inspect(row).modified
        key = row.id
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        row = work.session.get_one(Document, key)
        assert (row.state, row.edits, row.title) == ("void", 3, "Kajian kedua")
