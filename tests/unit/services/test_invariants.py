"""Each invariant holds on an office at work, and notices the one thing that breaks it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from casework.bootstrap import App
from casework.models import (
    Blob,
    Case,
    CaseLine,
    Deadline,
    Delivery,
    Document,
    Identity,
    Notice,
    Number,
    Rollup,
)
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants import lists
from casework.services.upkeep.invariants.examine import examine
from tests.bureau import Bureau
from tests.conftest import SettableClock

Break = Callable[[Session], object]
_OTHER_WORDS = {
    "sqlite": "UPDATE case_words SET words = 'lain _'",
    "postgresql": "UPDATE case_words SET words = CAST('lain' AS tsvector)",
}


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.ask_to_complete()
    bureau.complete()
    bureau.assess()
    bureau.register()
    return bureau


def broken(app: App) -> dict[str, tuple[str, ...]]:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        found = list(examine(work, app.anchors.read()))
    assert [one.id for one in found] == [*(f"I{number}" for number in range(1, 9)), "I10", "I11"]
    return {one.id: one.faults for one in found if not one.holds}


def test_an_office_at_work_keeps_them_all(bureau: Bureau) -> None:
    assert broken(bureau.app) == {}


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("I1", lambda session: session.execute(update(Case).values(receipt_number="99/LP"))),
        ("I2", lambda session: session.execute(update(Case).values(stage="pleno"))),
        (
            "I3",
            lambda session: session.execute(
                update(Deadline)
                .where(Deadline.rule == "penanganan")
                .values(due="2024-09-30T23:59:59+07:00")
            ),
        ),
        (
            "I4",
            lambda session: session.add_all(
                Delivery(
                    notice_id=session.query(Notice.id).limit(1).scalar(),
                    channel="email",
                    state="sent",
                    at=session.query(Case.received_at).limit(1).scalar(),
                )
                for _ in range(2)
            ),
        ),
        ("I5", lambda session: session.execute(delete(Number).where(Number.series == "surat"))),
        (
            "I6",
            lambda session: session.execute(
                update(Document)
                .where(Document.issued_blob_id.is_not(None))
                .values(issued_blob_id=None, state="issued")
            ),
        ),
        ("I7", lambda session: session.execute(update(Deadline).values(title="lain"))),
        ("I8", lambda session: session.execute(update(Identity).values(handle="lain"))),
        ("I10", lambda session: session.execute(update(CaseLine).values(urgency=1))),
        ("I10", lambda session: session.execute(update(CaseLine).values(due=None))),
        ("I10", lambda session: session.execute(update(CaseLine).values(tags=" class:pidana "))),
        ("I10", lambda session: session.execute(update(CaseLine).values(mark="x"))),
        ("I10", lambda session: session.execute(delete(CaseLine))),
        ("I10", lambda session: session.execute(text("DELETE FROM case_words"))),
        ("I11", lambda session: session.execute(update(Rollup).values(n=Rollup.n + 1))),
        ("I11", lambda session: session.execute(delete(Rollup).where(Rollup.figure == "stage"))),
        (
            "I11",
            lambda session: session.execute(
                update(Rollup).where(Rollup.day != "").values(day="2024-09-01")
            ),
        ),
        ("I10", lambda session: session.execute(text(_OTHER_WORDS[_dialect(session)]))),
    ],
)
def test_each_notices_what_breaks_it(bureau: Bureau, name: str, harm: Break) -> None:
    with bureau.app.database.write() as session:
        harm(session)
    assert name in broken(bureau.app)


def test_a_file_that_changed_on_disk_is_noticed(bureau: Bureau) -> None:
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        path = work.session.scalars(
            select(Blob.path).join(Document, Document.issued_blob_id == Blob.id).limit(1)
        ).one()
    file = bureau.app.settings.var / "files" / path
    file.chmod(0o640)
    content = file.read_bytes()
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    assert {"I6", "I7"} <= set(broken(bureau.app))


def test_a_telling_value_in_a_message_is_noticed(bureau: Bureau) -> None:
    with bureau.app.database.write() as session:
        session.execute(update(Notice).values(body="NIK 0000000000000001"))
    assert "I8" in broken(bureau.app)


def test_words_of_no_case_are_noticed(bureau: Bureau) -> None:
    with bureau.app.database.write() as session:
        if _dialect(session) == "postgresql":
            session.execute(text("ALTER TABLE case_words DROP CONSTRAINT case_words_case_id_fkey"))
            session.execute(text("INSERT INTO case_words (case_id, words) VALUES (99, 'lain')"))
        else:
            session.execute(text("INSERT INTO case_words (rowid, words) VALUES (99, 'lain')"))
    assert "I10" in broken(bureau.app)


@pytest.mark.usefixtures("bureau")
def test_of_many_cases_the_words_are_sampled(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_READ", 0)
    with app.database.write() as session:
        session.execute(text("DELETE FROM case_words"))
    assert "I10" not in broken(app)
