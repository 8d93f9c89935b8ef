"""A row as an act leaves it in the session is the row as it is read back: its digest is sealed."""

from __future__ import annotations

from casework.models import Document
from casework.services.cases.record import audit
from tests.bureau import Bureau


def test_the_digest_of_a_new_row_is_that_of_the_stored_one(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        case = bureau.case(work)
        row = Document(
            case_id=case.id,
            kind="kajian",
            title="Kajian",
            context={"ids": [1, 2]},
            edition=case.edition,
            revision=case.revision,
            verify_code="kode",
            created_at=work.now,
        )
        work.session.add(row)
        work.session.flush()
        # What was not given has its default.
        assert (row.round, row.state, row.confidential, row.about) == (1, "planned", True, "")
        assert (row.dated, row.filed_at, row.data) == (None, None, None)
        told, key = audit.row_digest(row), row.id
        assert audit.row_name(row) == f"documents:{key}"
    with bureau.app.reading(bureau.actor("case_officer")) as work:
        assert audit.row_digest(work.session.get_one(Document, key)) == told
