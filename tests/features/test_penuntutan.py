"""penuntutan.feature"""

from __future__ import annotations

from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, when

from casework.services import plain_acts
from tests.bureau import Bureau
from tests.features.conftest import Attempt

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
    crime = next(key for key, one in articles.items() if one.violation_class == "pidana")
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


def record(kantor: Bureau, act: str, moment: str) -> None:
    """The secretariat dates a step of the criminal matter, at the time it happens."""
    kantor.at(moment)
    edition = kantor.read(lambda work: work.law.edition(kantor.case(work).edition))
    at = datetime.fromisoformat(f"{moment}+07:00")
    told = dict.fromkeys(edition.acts[act].records, at)
    with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
        plain_acts.perform(work, kantor.case_id, act, kantor.case(work).version, told, "")
    kantor.settle()
