"""kajian_awal.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import func, select

from casework.models import Notice
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("kajian_awal.feature")


def told(kantor: Bureau, words: str) -> int:
    """How many messages with these words were written."""
    query = select(func.count(Notice.id)).where(Notice.subject.contains(words))
    return kantor.read(lambda work: work.session.scalar(query)) or 0


@when(parsers.parse('penangan menilai "{requirement}" tidak terpenuhi tanpa alasan'))
def no_reason(kantor: Bureau, upaya: Attempt, requirement: str) -> None:
    verdicts = {requirement: Verdict(met=False)}
    upaya.make(lambda: kantor.act("case_officer", kajian_awal.assess, verdicts))


@then("penangan diberi tahu bahwa batas lewat")
def overdue(kantor: Bureau) -> None:
    assert told(kantor, "batas waktu lewat")
    assert any(one.to.startswith("penangan") for one in kantor.mailbox.messages)


@then(parsers.parse("ada {number:d} pengingat untuk batas itu"))
def reminded(kantor: Bureau, number: int) -> None:
    sent = [
        one for one in kantor.mailbox.messages
        if "pengingat" in one.subject and one.to.startswith("penangan")
    ]  # fmt: skip
    assert len(sent) == number
