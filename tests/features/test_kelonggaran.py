"""Steps for the slack of a case."""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then

from casework.engine.slack import Slack
from casework.models import Case, Deadline
from casework.models.deadline import DeadlineState
from casework.services.cases import slack
from casework.services.core.work import Work
from tests.bureau import Bureau

scenarios("kelonggaran.feature")


def walk(kantor: Bureau) -> Slack:
    """The walk back from the most pressing limit of the case at hand."""

    def look(work: Work) -> Slack:
        case = kantor.case(work)
        found = slack.of_limits(work, case, slack.running(work, case), told=True)
        return min(found.values(), key=lambda one: one.latest)

    return kantor.read(look)


@given(parsers.parse('perkara itu berjalan di bawah edisi "{edition}"'))
def under(kantor: Bureau, edition: str) -> None:
    # No case is taken under this edition yet; what its limits leave can be asked all the same.
    with kantor.app.database.write() as session:
        case = session.get_one(Case, kantor.case_id)
        case.edition = edition
        for row in session.query(Deadline).filter_by(case_id=case.id):
            row.edition = edition


@given("semua pihak sudah diundang")
def invited(kantor: Bureau) -> None:
    kantor.invite()


@given("perkara itu dihentikan")
def stopped(kantor: Bureau) -> None:
    with kantor.app.database.write() as session:
        session.get_one(Case, kantor.case_id).stage = "dihentikan"
        for row in session.query(Deadline).filter_by(case_id=kantor.case_id):
            row.state = DeadlineState.SUPERSEDED


@then(parsers.parse('langkah berikutnya dimulai paling lambat "{moment}"'))
def latest(kantor: Bureau, moment: str) -> None:
    assert walk(kantor).latest.isoformat() == moment

    def epoch(work: Work) -> int | None:
        return slack.latest_epoch(work, kantor.case(work))

    assert kantor.read(epoch) == int(walk(kantor).latest.timestamp())


@then(parsers.parse('hari aman untuk mulai "{moment}"'))
def safe(kantor: Bureau, moment: str) -> None:
    assert walk(kantor).safe.isoformat() == moment


@then(parsers.parse('penjelasannya menyebut "{part}"'))
def told(kantor: Bureau, part: str) -> None:
    words = [f"{one.what} {one.why} {one.basis.citation}" for one in walk(kantor).strides]
    assert any(part in text for text in words), words


@then("tidak ada langkah yang memakan waktu")
def no_time(kantor: Bureau) -> None:
    assert not any(one.timed for one in walk(kantor).strides)


@then(parsers.parse('langkah yang tersisa berurutan "{titles}"'))
def in_order(kantor: Bureau, titles: str) -> None:
    found = [one.what for one in walk(kantor).strides]
    wanted = titles.split("; ")
    assert [title for title in found if title in wanted] == wanted


@then("setiap langkah menyebut pasalnya")
def cited(kantor: Bureau) -> None:
    assert all(one.basis.citation for one in walk(kantor).strides)


@then("tidak ada kelonggaran yang dihitung")
def nothing(kantor: Bureau) -> None:
    assert kantor.read(lambda work: slack.latest_epoch(work, kantor.case(work))) is None
