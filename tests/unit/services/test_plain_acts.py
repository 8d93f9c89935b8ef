"""Acts without a service of their own: what the law asks to be dated and reasoned is asked."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

import pytest
from sqlalchemy import select

from casework.engine.act import Act, Opening
from casework.engine.conditions import Always, Holds
from casework.engine.facts import Fact as KnownFact
from casework.engine.facts import FactKind
from casework.engine.law import Law
from casework.engine.refusals import RuleUnknown
from casework.errors import ActRefused, BadInput, Conflict, NotPermitted
from casework.models import Fact
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.registry import services
from casework.services.cases import facts
from tests.bureau import Bureau
from tests.house.source import modules

EDITION = "pemilihan-2020"  # in force on the morning of the tests
NOTHING: Mapping[str, datetime] = MappingProxyType({})
BOTH = ("diterima_penyidik", "berkas_diterima_penuntut")


def moment(text: str) -> datetime:
    """An hour in Bengkulu."""
    return datetime.fromisoformat(f"{text}+07:00")


def with_acts(law: Law) -> Law:
    """The law with an edition that has four acts of the plain kind more."""
    edition = law.editions[EDITION]
    model = edition.acts["tautkan"]

    def act(name: str, stage: str, **changes: object) -> Act:
        plain = {"id": name, "title": name.replace("_", " ").capitalize(), "from_stages": (stage,)}
        return replace(model, roles=("coordinator",), **{**plain, **changes})  # type: ignore[arg-type]  # fields by name

    acts = (
        act("catat_penyidik", "klarifikasi", records=BOTH, opens=(Opening("penyidikan", Always()),),
            meets=(Opening("penanganan", Holds("diterima_penyidik")),)),
        act("tunda", "kajian_awal", reasoned=True),
        act("alihkan", "kajian_awal", records=("dialihkan",), to_stage="dicabut"),
        act("setelah_alih", "kajian_awal", needs=(Holds("dialihkan"),)),
    )  # fmt: skip
    moved = KnownFact("dialihkan", FactKind.MOMENT, "Perkara dialihkan", "", "", None)
    fresh = replace(
        edition,
        acts={**edition.acts, **{one.id: one for one in acts}},
        facts={**edition.facts, moved.id: moved},
    )
    return replace(law, editions={**law.editions, EDITION: fresh})


@pytest.fixture
def office(bureau: Bureau, law: Law) -> Bureau:
    """An office under a law with plain acts."""
    bureau.app = replace(bureau.app, law=with_acts(law))
    return bureau


def perform(
    office: Bureau,
    act: str,
    at: Mapping[str, datetime] = NOTHING,
    reason: str = "",
    role: str = "coordinator",
) -> None:
    """The coordinator, or another, does it."""
    office.act(
        role, lambda work, case, version: plain_acts.perform(work, case, act, version, at, reason)
    )


def fields(refused: pytest.ExceptionInfo[BadInput]) -> set[str]:
    """The fields that were refused."""
    return {problem.field for problem in refused.value.problems}


def test_moments_are_recorded_and_move_the_clocks(office: Bureau) -> None:
    office.receive()
    office.register()
    office.at("2024-09-23T10:00:00")
    first, last = moment("2024-09-20T08:00:00"), moment("2024-09-20T09:00:00")
    perform(office, "catat_penyidik", dict(zip(BOTH, (first, last), strict=True)))
    times = office.read(lambda work: facts.times(work, office.case(work)))
    assert (times["diterima_penyidik"], times["berkas_diterima_penuntut"]) == (first, last)
    assert datetime.fromisoformat(office.limit("penyidikan").started_at) == first
    met = office.limit("penanganan")
    assert (met.state, met.closed_at) == ("met", last), "met when it happened, not when typed"
    (event,) = office.events("catat_penyidik")
    assert event.detail["facts"] == sorted(BOTH)
    assert event.citation
    assert not office.sound()


def test_a_reason_is_kept_with_its_moment_or_by_itself(office: Bureau) -> None:
    office.receive()
    perform(office, "tunda", reason="Menunggu saksi.")
    perform(office, "alihkan", {"dialihkan": office.app.now()}, "Wewenang kantor lain.")
    rows = office.read(lambda work: work.session.scalars(select(Fact)).all())
    reasons = {row.name: row.reason for row in rows if row.reason}
    assert reasons == {"tunda": "Menunggu saksi.", "dialihkan": "Wewenang kantor lain."}
    assert office.stage == "dicabut"
    assert "saksi" not in str([one.detail for one in office.events("tunda")])
    assert not office.sound()


def test_a_recorded_moment_is_a_fact_that_later_acts_may_need(office: Bureau, law: Law) -> None:
    office.receive()
    with pytest.raises(ActRefused) as refused:
        perform(office, "setelah_alih")
    assert len(refused.value.lacks) == 1
    changed = office.app.law.editions[EDITION]
    stays = replace(changed.acts["alihkan"], to_stage=None)
    edition = replace(changed, acts={**changed.acts, "alihkan": stays})
    office.app = replace(
        office.app, law=replace(law, editions={**office.app.law.editions, EDITION: edition})
    )
    perform(office, "alihkan", {"dialihkan": office.app.now()})
    perform(office, "setelah_alih")
    assert len(office.events("setelah_alih")) == 1


def test_every_wrong_field_is_named_at_once(office: Bureau) -> None:
    office.receive()
    office.register()
    before = office.read(lambda work: office.case(work).version)
    soon = office.app.now() + timedelta(minutes=1)
    with pytest.raises(BadInput) as refused:
        perform(office, "catat_penyidik", {"diterima_penyidik": soon, "diputuskan": soon})
    assert fields(refused) == {"diterima_penyidik", "berkas_diterima_penuntut", "diputuskan"}
    assert office.read(lambda work: office.case(work).version) == before


@pytest.mark.parametrize(
    ("at", "word"),
    [
        (moment("2024-09-19T08:59:00"), "sebelum laporan diregistrasi"),
        (datetime(2024, 9, 19, 9, 0), "zona"),  # noqa: DTZ001  # the naive time is what is refused
    ],
)
def test_after_registration_nothing_is_older_than_it(
    office: Bureau, at: datetime, word: str
) -> None:
    office.receive()
    office.register()
    with pytest.raises(BadInput, match=word) as refused:
        perform(office, "catat_penyidik", dict.fromkeys(BOTH, at))
    assert fields(refused) == set(BOTH)


def test_before_registration_nothing_is_older_than_the_report(office: Bureau) -> None:
    office.receive()
    with pytest.raises(BadInput, match="sebelum laporan diterima"):
        perform(office, "alihkan", {"dialihkan": moment("2024-09-19T08:59:00")})
    perform(office, "alihkan", {"dialihkan": moment("2024-09-19T09:00:00")})


def test_a_reason_is_asked_where_the_act_is_reasoned(office: Bureau) -> None:
    office.receive()
    with pytest.raises(BadInput) as refused:
        perform(office, "tunda", reason="   ")
    assert fields(refused) == {"alasan"}


def test_role_version_stage_and_unknown_acts_are_refused_as_everywhere(office: Bureau) -> None:
    office.receive()
    with pytest.raises(NotPermitted):
        perform(office, "tunda", reason="Alasan.", role="case_officer")
    with pytest.raises(ActRefused):
        perform(office, "catat_penyidik", dict.fromkeys(BOTH, office.app.now()))
    with pytest.raises(RuleUnknown):
        perform(office, "menghilang")
    with (
        pytest.raises(Conflict),
        office.app.unit_of_work(office.actor("coordinator")) as work,
    ):
        plain_acts.perform(work, office.case_id, "tunda", 99, {}, "Alasan.")


def test_an_act_with_a_service_of_its_own_is_not_done_without_it(office: Bureau) -> None:
    office.receive()
    with pytest.raises(BadInput, match="halaman sendiri"):
        perform(office, "tautkan")


def test_the_acts_with_a_service_are_those_that_services_begin(law: Law) -> None:
    known = {act for edition in law.editions.values() for act in edition.acts}
    begun = {
        word.value
        for module in modules("casework")
        if module.name.startswith("casework/services/")
        for call in ast.walk(module.tree)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in {"acts.begin", "_conclude", "_record"}
        for word in call.args
        if isinstance(word, ast.Constant) and word.value in known
    }
    assert begun == set(services())


def test_every_other_act_of_every_edition_is_plain_or_begins_a_case(law: Law) -> None:
    for edition in law.editions.values():
        for act in edition.acts.values():
            starts = edition.start_stage.id in act.from_stages
            own = starts or act.to_case or act.id in services()
            assert plain_acts.is_plain(edition, act) is not own
