"""The examination of the night: once a day, of one moment, kept, and told when it is red."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from casework.adapters.examiner import ChildExaminer
from casework.cli import main
from casework.commands import doctor
from casework.errors import ExaminationFailed
from casework.examination import examined
from casework.models import Blob, Document, Event, IntegrityCheck, Notice, Office, Officer, Outbox
from casework.services.core import outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import effects, integrity
from casework.services.upkeep.figures import figures
from casework.services.upkeep.invariants.examine import examine
from tests.bureau import Bureau
from tests.own_examiner import OwnExaminer

NOBODY = Actor.system(NO_OFFICE)
OPENERS = {
    "sqlite": "DROP TRIGGER {0}_no_update",
    "postgresql": "DROP TRIGGER {0}_append_only ON {0}",
}


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """An office at night with a case; it examines in the process of the test."""
    bureau.app = replace(bureau.app, examiner=OwnExaminer(bureau.app))
    bureau.receive()
    bureau.at("2024-09-20T02:30:00")
    return bureau


def night(office: Bureau) -> IntegrityCheck:
    """The watch asks, a worker does it; gives what was found."""
    integrity.plan(office.app)
    office.settle()
    return checks(office)[-1]


def checks(office: Bureau) -> list[IntegrityCheck]:
    with office.app.reading(NOBODY) as work:
        return list(work.session.scalars(select(IntegrityCheck).order_by(IntegrityCheck.id)))


def told(office: Bureau) -> list[tuple[str, str]]:
    """Logins that got the message, and of which examination."""
    with office.app.reading(NOBODY) as work:
        query = (
            select(Notice.key, Officer.login)
            .join(Officer, Officer.id == Notice.officer_id)
            .where(Notice.key.like("integrity:%"))
        )
        return sorted((login, key.split(":")[1]) for key, login in work.session.execute(query))


def change(office: Bureau, *statements: str) -> None:
    """Past the product."""
    with office.app.database.engine.begin() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount != 0, statement


def complaint(office: Bureau) -> str:
    found = doctor.examine(office.app.settings)
    return next(one.complaint for one in found if one.name == "keutuhan")


def figure(office: Bureau) -> tuple[int, float] | None:
    with office.app.reading(NOBODY) as work:
        return figures(work).integrity


def test_it_is_due_at_two_and_done_once_a_day(office: Bureau) -> None:
    office.at("2024-09-20T01:59:00")
    assert integrity.plan(office.app)
    assert not integrity.plan(office.app)
    office.settle()
    assert checks(office) == []
    office.at("2024-09-20T02:00:00")
    found = night(office)
    assert night(office).id == found.id
    assert (found.faults, found.found, found.offices) == (0, {}, [])
    assert found.events > 0
    assert found.files > 0
    assert len(office.events("keutuhan_diperiksa")) == 1
    assert told(office) == []
    office.at("2024-09-21T02:00:00")
    assert night(office).id > found.id
    assert office.sound() == ()


def test_after_an_outage_only_the_present_night_is_examined(office: Bureau) -> None:
    integrity.plan(office.app)
    office.at("2024-09-25T11:00:00")
    night(office)
    assert len(checks(office)) == 1
    with office.app.reading(NOBODY) as work:
        rows = work.session.scalars(select(Outbox).where(Outbox.kind == integrity.KIND)).all()
        assert [row.state for row in rows] == ["done", "done"]


def test_two_workers_do_it_once(office: Bureau) -> None:
    app = office.app

    def one_worker(name: str) -> None:
        integrity.plan(app)
        with app.unit_of_work(NOBODY) as work:
            jobs = outbox.claim(work, name, flow=integrity.FLOW, limit=8)
        for job in jobs:
            effects.carry_out(app, job)

    workers = [threading.Thread(target=one_worker, args=(name,)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(checks(office)) == 1
    assert len(office.events("keutuhan_diperiksa")) == 1


def _row(office: Bureau) -> None:
    later = "2024-12-31T23:59:59+07:00"
    change(office, f"update deadlines set due = '{later}' where rule = 'kajian_awal'")


def _file(office: Bureau) -> None:
    with office.app.reading(NOBODY) as work:
        blob = work.session.scalars(select(Blob).order_by(Blob.id)).first()
    assert blob is not None
    path = office.app.settings.var / "files" / blob.path
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")


@pytest.mark.parametrize(("harm", "broken"), [(_row, {"I3", "I7"}), (_file, {"I6", "I7"})])
def test_a_tampered_row_or_file_is_told_once_to_the_office_concerned(
    office: Bureau, harm: Callable[[Bureau], None], broken: set[str]
) -> None:
    harm(office)
    found = night(office)
    assert set(found.found) >= broken
    assert found.faults == sum(one["count"] for one in found.found.values())
    with office.app.reading(NOBODY) as work:
        own = work.session.scalars(select(Office.id).where(Office.code == office.code)).one()
    assert found.offices == [own]
    assert {login for login, _ in told(office)} == {"admin.bengkulu", "koordinator.bengkulu"}
    assert "Pelapor Uji" not in str(found.found)
    assert "casework audit verify" in complaint(office)
    assert figure(office) == (found.faults, 0.0)

    first = told(office)
    office.at("2024-09-21T02:30:00")
    assert night(office).faults == found.faults
    assert told(office) == first


def test_green_again_and_red_again_is_told_again(office: Bureau) -> None:
    _row(office)
    red = night(office)
    change(office, f"update deadlines set due = {_due(office)} where rule = 'kajian_awal'")
    office.at("2024-09-21T02:30:00")
    assert night(office).faults == 0
    assert complaint(office) == ""
    _file(office)
    office.at("2024-09-22T02:30:00")
    again = night(office)
    keys = {key for _, key in told(office)}
    assert keys == {str(red.id), str(again.id)}


def _due(office: Bureau) -> str:
    """The end that the law gives, as the examination itself said it."""
    (fault,) = [one for one in checks(office)[-1].found["I3"]["first"] if "akhir" in one]
    return "'" + str(fault).rpartition("seharusnya ")[2] + "'"


def test_a_broken_chain_concerns_its_office(office: Bureau) -> None:
    dialect = office.app.database.engine.dialect.name
    with office.app.database.engine.begin() as connection:
        connection.execute(text(OPENERS[dialect].format("events")))
        connection.execute(text("update events set role = 'lain' where case_id is not null"))
    assert set(night(office).found) == {"I7"}
    assert {login for login, _ in told(office)} == {"admin.bengkulu", "koordinator.bengkulu"}


def test_data_that_stop_a_check_are_a_fault_and_the_others_go_on(office: Bureau) -> None:
    with office.app.database.write() as session:
        session.execute(update(Document).values(data=b"x"))
    found = night(office)
    assert {"I6", "I7"} <= set(found.found)
    assert {login for login, _ in told(office)} >= {"admin.bengkulu", "koordinator.bengkulu"}


def test_what_others_write_meanwhile_is_not_taken_for_a_fault(office: Bureau) -> None:
    anchors = office.app.anchors.read()
    with office.app.snapshot(NOBODY) as work:
        before = work.session.scalars(select(Event.id)).all()
        office.receive("sementara-diperiksa")
        assert [one.faults for one in examine(work, anchors) if one.faults] == []
        assert work.session.scalars(select(Event.id)).all() == before
    assert office.sound() == ()


def test_a_check_that_is_old_or_never_came_is_named(office: Bureau) -> None:
    office.at("2024-09-20T02:00:00")
    assert complaint(office) == ""
    integrity.plan(office.app)
    office.later(days=2)
    assert complaint(office) == ""
    office.later(minutes=1)
    assert "belum pernah selesai" in complaint(office)
    assert figure(office) is None
    night(office)
    office.later(days=2)
    assert complaint(office) == ""
    office.later(minutes=1)
    assert "terakhir" in complaint(office)
    assert figure(office) == (0, timedelta(days=2, minutes=1).total_seconds())


def test_what_was_found_cannot_be_changed(office: Bureau) -> None:
    night(office)
    with pytest.raises(Exception, match="hanya dapat ditambah"):
        change(office, "update integrity_checks set faults = 0")


@pytest.fixture
def child(office: Bureau) -> Iterator[ChildExaminer]:
    examiner = ChildExaminer(office.app.settings)
    yield examiner
    examiner.close()


def test_a_process_of_its_own_finds_the_same(office: Bureau, child: ChildExaminer) -> None:
    _row(office)
    found = child.examine()
    assert replace(found, seconds=0) == replace(examined(office.app), seconds=0)
    assert found.counts


def test_an_examination_that_is_ended_is_no_result(office: Bureau, child: ChildExaminer) -> None:
    faults: list[BaseException] = []

    def examine_apart() -> None:
        try:
            child.examine()
        except ExaminationFailed as fault:
            faults.append(fault)

    thread = threading.Thread(target=examine_apart)
    thread.start()
    while child._child is None:
        time.sleep(0.01)
    child.close()
    thread.join()
    assert len(faults) == 1


def test_it_does_not_outlive_who_asked(office: Bureau) -> None:
    """Standard input that ends is a parent that died."""
    done = subprocess.run(
        [sys.executable, "-m", "casework.examination"],
        input=office.app.settings.model_dump_json() + "\n", capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")


def test_the_command_keeps_what_it_found(
    office: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    _run(0)
    assert "Keutuhan terjaga" in capsys.readouterr().out
    _row(office)
    _run(1)
    assert "I3: " in capsys.readouterr().out
    assert [bool(one.faults) for one in checks(office)] == [False, True]


def _run(code: int) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["audit", "nightly"])
    assert ended.value.code == code
