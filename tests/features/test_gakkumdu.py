"""gakkumdu.feature"""

from __future__ import annotations

from datetime import datetime

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services.acts.any_stage import plain_acts
from casework.services.acts.corrections import fact_correction
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("gakkumdu.feature")


@given(parsers.parse('laporan dengan dugaan pidana diterima pada "{moment}"'))
def received(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive(suspects_crime=True)


@given(parsers.parse('pleno memutuskan tindak pidana pada "{moment}"'))
def decided(kantor: Bureau, moment: str) -> None:
    kantor.invite()
    kantor.hear()
    edition = kantor.app.law.editions["pemilihan-2020"]
    article = next(key for key, one in edition.articles.items() if one.violation_class == "pidana")
    kantor.review("pidana", article)
    kantor.at(moment)
    kantor.decide("pidana", article)
    kantor.later(hours=1)


@when(
    parsers.re(
        r'(?P<role>[a-z]+) mencatat "(?P<act>\w+)" dengan "(?P<fact>\w+)" '
        r'pada "(?P<moment>[^"]+)"(?P<end>.*)'
    )
)
def recorded(
    kantor: Bureau, upaya: Attempt, role: str, act: str, fact: str, moment: str, end: str
) -> None:
    at = {fact: datetime.fromisoformat(f"{moment}+07:00")}
    reason = "" if end else "Bawaslu, penyidik, dan jaksa sependapat: dilanjutkan."
    upaya.make(
        lambda: kantor.act(
            ROLES[role],
            lambda work, case, version: plain_acts.perform(work, case, act, version, at, reason),
        )
    )


@when(parsers.re(r'koordinator membetulkan "(?P<fact>\w+)" menjadi "(?P<to>[^"]+)"'))
def corrected(kantor: Bureau, upaya: Attempt, fact: str, to: str) -> None:
    at = datetime.fromisoformat(f"{to}+07:00")
    upaya.make(
        lambda: kantor.act("coordinator", fact_correction.correct, fact, at, "Salah ketik jam.")
    )


@then(parsers.parse('tidak ada catatan bahwa batas "{rule}" lewat'))
def never_expired(kantor: Bureau, rule: str) -> None:
    assert [one for one in kantor.events("tenggat_lewat") if one.detail["rule"] == rule] == []
