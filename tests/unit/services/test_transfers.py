"""A case between two offices: the record of both, limits in another zone, two acts at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from io import BytesIO

import pytest
from sqlalchemy import select, text

from casework.engine.handover import Handover, Relation, Step
from casework.errors import CaseworkError, Conflict, NotFound, NotPermitted
from casework.failpoint import VARIABLE
from casework.models import Case, Office, Transfer, TransferStep
from casework.services.acts.any_stage import transfers
from casework.services.acts.registration import kajian_awal
from casework.services.cases import access, evidence
from casework.services.cases.evidence import Upload
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import report_register
from casework.services.documents.registers import Wanted
from casework.services.upkeep.invariants.examine import examine
from tests.antarkantor import assess, dispatch, plain, receive, send, take, told
from tests.bureau import Bureau
from tests.unit.services.test_tampering import OPENERS, change

LEBONG = "07.08"


@pytest.fixture
def lebong(bureau: Bureau) -> Bureau:
    """The office below, looking at the same case: sent, and waiting to be received."""
    bureau.receive()
    send(bureau, LEBONG)
    dispatch(bureau)
    other = Bureau(bureau.app, bureau.clock, LEBONG)
    other.app, other.mailbox, other.case_id = bureau.app, bureau.mailbox, bureau.case_id
    return other


def faults(office: Bureau) -> dict[str, tuple[str, ...]]:
    """Every invariant that does not hold."""
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        found = list(examine(work, office.app.anchors.read()))
    return {one.id: one.faults for one in found if not one.holds}


def test_what_came_over_cannot_be_changed_unseen(lebong: Bureau) -> None:
    receive(lebong)
    assess(lebong)
    assert lebong.sound() == ()
    for statement, part in (
        ("update cases set owner_id = 1", "cases:"),
        ("update deadlines set office_id = null", "deadlines:"),
        ("update documents set office_id = null", "documents:"),
    ):
        change(lebong, statement)
        assert any(part in fault for fault in lebong.sound())


def test_a_link_to_another_event_is_a_fault(lebong: Bureau) -> None:
    receive(lebong)
    quote = '"follows": ['
    dialect = lebong.app.database.engine.dialect.name
    column = "detail" if dialect == "sqlite" else "detail::text"
    cast = "" if dialect == "sqlite" else "::json"
    change(
        lebong,
        *OPENERS[dialect],
        f"update events set detail = replace({column}, '{quote}', '{quote}1'){cast} "
        "where action = 'terima_pelimpahan'",
    )
    assert any("menyambung pada kejadian" in fault for fault in lebong.sound())


def test_a_row_recorded_in_two_chains_without_a_link_is_a_fault(lebong: Bureau) -> None:
    """As if somebody had put the case into another office's hands past the product."""
    change(lebong, f"update cases set office_id = (select id from offices where code = '{LEBONG}')")
    with lebong.app.unit_of_work(lebong.actor("coordinator")) as work:
        case = lebong.case(work)
        audit.record(work, "catatan", case=case, touched=[case])
    assert any("beberapa rantai" in fault for fault in lebong.sound())


def test_one_file_brought_to_two_offices_is_no_fault(lebong: Bureau, bureau: Bureau) -> None:
    lebong.receive(key="laporan-lebong")
    for office in (bureau, lebong):
        file = office.app.store.put(BytesIO(b"rekaman"), sealed=False, limit=100)
        upload = Upload(file, "rekaman.mp4", "Rekaman")
        with office.app.unit_of_work(office.actor("case_officer")) as work:
            evidence.add(work, office.case_id, upload, "")
    assert lebong.sound() == ()


def test_there_and_back_again_keeps_one_record(lebong: Bureau, bureau: Bureau) -> None:
    receive(lebong)
    take(bureau, ("coordinator", "supervisor"))
    bureau.settle()
    assess(bureau)
    plain(bureau, "limpahkan", "dilimpahkan", "Dikembalikan ke kabupaten.", LEBONG)
    dispatch(bureau)
    receive(lebong)
    lebong.act("case_officer", kajian_awal.propose_registration)
    assert faults(lebong) == {}
    assert lebong.stage == "pleno_registrasi"


def test_a_limit_stays_the_moment_it_was_in_another_zone(lebong: Bureau) -> None:
    before = lebong.limit("kajian_awal").due
    assert before == "2024-09-21T23:59:59+07:00"
    with lebong.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        office = work.session.scalars(select(Office).where(Office.code == LEBONG)).one()
        office.zone = "Asia/Jayapura"
    receive(lebong)
    assert lebong.limit("kajian_awal").due == before
    assess(lebong)
    lebong.register()
    opened = lebong.limit("penanganan")
    assert opened.due.endswith("T23:59:59+09:00")
    assert opened.office_id is None
    assert faults(lebong) == {}


def test_the_sender_s_letter_says_when_it_arrived_and_stays_its_own(
    lebong: Bureau, bureau: Bureau
) -> None:
    receive(lebong, "Tanda terima 7")
    [letter] = lebong.documents("pelimpahan")
    sender = bureau.read(lambda work: work.actor.office_id)
    assert letter.office_id == sender
    note = "SELECT receiver_note FROM dispatches"
    with lebong.app.database.engine.connect() as connection:
        assert connection.execute(text(note)).scalars().all() == ["Tanda terima 7"]


def test_a_newer_wish_counts_where_the_first_letter_never_left(bureau: Bureau) -> None:
    bureau.receive()
    send(bureau, LEBONG)
    send(bureau, "07.05")
    states = [one.state for one in bureau.documents("pelimpahan")]
    assert sorted(states) == ["draft", "void"]
    dispatch(bureau)
    rows = bureau.read(
        lambda work: work.session.execute(
            select(Office.code, TransferStep.step)
            .join(Transfer, Transfer.to_office_id == Office.id)
            .join(TransferStep, TransferStep.transfer_id == Transfer.id)
            .order_by(TransferStep.id)
        ).all()
    )
    assert [tuple(row) for row in rows] == [(LEBONG, "withdrawn"), ("07.05", "left")]
    assert bureau.sound() == ()


def test_nothing_of_a_receipt_is_kept_when_the_machine_stops(
    lebong: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Exception):
        pass

    def stop(name: str) -> None:
        raise Stopped(name)

    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(transfers, "failpoint", stop)
    with pytest.raises(Stopped):
        receive(lebong)
    monkeypatch.undo()
    assert faults(lebong) == {}
    receive(lebong)
    assert faults(lebong) == {}
    ends = lebong.read(
        lambda work: work.session.scalars(select(TransferStep.step).order_by(TransferStep.id)).all()
    )
    assert ends == ["left", "received"]
    assert len(told(lebong, "menunggu diterima")) == 1


def test_one_that_returned_it_is_told_nothing_more(lebong: Bureau, bureau: Bureau) -> None:
    plain(lebong, "kembalikan_pelimpahan", "pelimpahan_dikembalikan", "Salah alamat.")
    with pytest.raises(CaseworkError):
        receive(lebong)
    assess(bureau)
    assert faults(bureau) == {}


def test_the_register_says_nothing_of_a_case_that_its_reader_may_not_read(
    lebong: Bureau, bureau: Bureau
) -> None:
    """The office above the province reads its books, not cases of an office that is not below."""
    receive(lebong)
    above = bureau.read(lambda work: work.session.scalars(
        select(Office.parent_id).where(Office.code == "07.00")).one())  # fmt: skip
    assert above is not None
    supervisor = Actor(1, "Pengawas", above, frozenset({"supervisor"}))
    with bureau.app.reading(supervisor) as work:
        assert access.readable(work, lebong.case_id).office.code == "07.08"
    with bureau.app.database.write() as session:
        session.scalars(select(Office).where(Office.code == "07.08")).one().parent_id = None
    with bureau.app.reading(supervisor) as work:
        with pytest.raises(NotFound):
            access.readable(work, lebong.case_id)
        (line,) = report_register.reports(work, Wanted(2024))
    assert line.receipt_number
    assert line.note.startswith("pelimpahan ke ")
    assert (line.title, line.place, line.registration_number, line.stage) == ("", "", "", "")
    assert line.stage_title == report_register.ELSEWHERE
    (own,) = bureau.read(lambda work: list(report_register.reports(work, Wanted(2024))))
    assert own.title


def test_who_received_it_has_no_second_receipt(lebong: Bureau) -> None:
    receive(lebong)
    with pytest.raises(NotPermitted):
        receive(lebong)


def test_the_law_says_which_offices_may_be_named() -> None:
    tree = {"00": None, "07": "00", "07.05": "07", "08": "00", "08.01": "08"}
    down = Handover(Step.SEND, (Relation.BELOW,), ("kabupaten", "kota"))
    assert down.reaches("00", "07.05", "kabupaten", tree)
    assert down.reaches("07", "07.05", "kota", tree)
    assert not down.reaches("07", "08.01", "kabupaten", tree)
    assert not down.reaches("00", "07", "provinsi", tree)
    assert not down.reaches("07.05", "07", "provinsi", tree)
    near = Handover(Step.SEND, (Relation.CHILD, Relation.PARENT))
    assert near.reaches("07.05", "07", "provinsi", tree)
    assert not near.reaches("00", "07.05", "kabupaten", tree)
    assert not near.reaches("07", "07", "provinsi", tree)


# Two at once, on a server that lets them.


def together(*jobs: Callable[[], object]) -> list[BaseException | None]:
    ends: list[BaseException | None] = [None] * len(jobs)
    ready = threading.Barrier(len(jobs))

    def run(index: int) -> None:
        ready.wait(10)
        try:
            jobs[index]()
        except Exception as fault:  # noqa: BLE001 - given back
            ends[index] = fault

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return ends


@pytest.mark.postgres
def test_sender_and_receiver_act_at_once(lebong: Bureau, bureau: Bureau) -> None:
    for _ in range(3):
        ends = together(lambda: assess(bureau), lambda: receive(lebong))
        refused = [one for one in ends if one is not None]
        assert all(isinstance(one, Conflict | NotPermitted) for one in refused), ends
        assert ends[1] is None or ends[0] is None
        assert faults(lebong) == {}
        if ends[1] is None:
            break
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        assert work.session.get_one(Case, bureau.case_id).office.code in ("07.00", LEBONG)


@pytest.mark.postgres
def test_two_receipts_at_once_are_one(lebong: Bureau) -> None:
    ends = together(lambda: receive(lebong), lambda: receive(lebong))
    assert sorted(one is None for one in ends) == [False, True]
    assert [isinstance(one, Conflict | NotPermitted) for one in ends if one] == [True]
    assert faults(lebong) == {}


@pytest.mark.postgres
def test_two_cases_that_cross_do_not_wait_for_each_other(lebong: Bureau, bureau: Bureau) -> None:
    """One goes down while another is taken up: both write into both chains."""
    first = bureau.case_id
    lebong.receive(key="laporan-lebong")
    bureau.case_id = lebong.case_id
    lebong.case_id = first
    ends = together(lambda: receive(lebong), lambda: take(bureau, ("coordinator", "supervisor")))
    assert ends == [None, None]
    assert faults(bureau) == {}
