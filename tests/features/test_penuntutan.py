"""penuntutan.feature"""

from __future__ import annotations

from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Deadline, Outbox
from casework.services.acts.any_stage import plain_acts
from tests.bureau import Bureau
from tests.features.conftest import Attempt, plainly

scenarios("penuntutan.feature")


@given(parsers.parse('perkara pidana diterima penyidik pada "{moment}"'))
def investigated(kantor: Bureau, moment: str) -> None:
    begins = datetime.fromisoformat(f"{moment}+07:00") - timedelta(days=4)
    kantor.at(begins.isoformat())
    kantor.receive()
    kantor.register()
    kantor.invite()
    kantor.hear()
    articles = kantor.app.law.editions["pemilihan-2020"].articles
    crime = next(key for key, one in articles.items() if one.kind == "ancaman_pidana")
    kantor.review("pidana", crime)
    kantor.decide("pidana", crime)
    kantor.forward()
    record(kantor, "catat_diterima_penyidik", moment)


@given(parsers.parse('berkas diterima penuntut umum pada "{moment}"'))
def with_the_prosecutor(kantor: Bureau, moment: str) -> None:
    record(kantor, "catat_berkas_ke_penuntut", moment)


@when(parsers.parse('sekretariat mencatat "{act}" pada "{moment}"'))
def recorded(kantor: Bureau, upaya: Attempt, act: str, moment: str) -> None:
    upaya.make(lambda: record(kantor, act, moment))


@when(parsers.parse('koordinator mencatat perkara gugur pada "{moment}"'))
def dropped(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    kantor.at(moment)
    told = {"perkara_gugur": datetime.fromisoformat(f"{moment}+07:00")}
    upaya.make(lambda: kantor.act("coordinator", plainly("catat_perkara_gugur", told)))


@then(parsers.parse('hanya ada satu batas "{rule}"'))
def one_limit(kantor: Bureau, rule: str) -> None:
    query = select(Deadline.id).where(Deadline.rule == rule)
    assert len(kantor.read(lambda work: list(work.session.scalars(query)))) == 1


@then(parsers.parse('tidak ada pengingat "{rule}" yang menunggu'))
def unreminded(kantor: Bureau, rule: str) -> None:
    limit = kantor.limit(rule).id
    query = select(Outbox).where(Outbox.kind == "reminder", Outbox.state == "waiting")
    rows = kantor.read(lambda work: list(work.session.scalars(query)))
    assert [row for row in rows if row.payload["deadline_id"] == limit] == []


def record(kantor: Bureau, act: str, moment: str) -> None:
    """The secretariat dates a step of the criminal matter, at the time it happens."""
    kantor.at(moment)
    edition = kantor.read(lambda work: work.law.edition(kantor.case(work).edition))
    at = datetime.fromisoformat(f"{moment}+07:00")
    told = dict.fromkeys(edition.acts[act].records, at)
    with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
        plain_acts.perform(work, kantor.case_id, act, kantor.case(work).version, told, "")
    kantor.settle()
