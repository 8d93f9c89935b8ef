"""What is missing, in the words and with the dates an officer is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.engine.conditions import Compare, Comparison, Condition, Holds, Not
from casework.engine.edition import Edition
from casework.engine.facts import Fact, FactKind, Value
from casework.engine.law import Law
from casework.engine.lifecycle import Lifecycle
from casework.engine.missing import Limit, window
from casework.engine.observable_facts import of_kind
from casework.engine.proofs.graph import stands
from casework.engine.roles import TITLES
from tests.unit.engine.situations import NOON

ZONE = "Asia/Jakarta"


def test_a_stage_that_is_passed_does_not_come_back(pemilihan: Edition) -> None:
    (one,) = (
        Lifecycle(pemilihan)
        .answer("cabut_laporan", "klarifikasi", of_kind("LP"), ["intake_officer"])
        .missing
    )
    assert not one.curable
    assert one.path == ()
    assert one.cure.startswith("Tidak dapat dilakukan lagi")


def test_the_next_acts_are_named_in_their_order(pemilihan: Edition) -> None:
    one, *_ = Lifecycle(pemilihan).answer("registrasi", "perbaikan", {}, ["chair"]).missing
    assert one.path == ("nyatakan_gugur",)
    assert one.stage == "pleno_registrasi"
    assert pemilihan.acts["nyatakan_gugur"].title in one.cure


def test_who_may_is_named(pemilihan: Edition) -> None:
    found = Lifecycle(pemilihan).answer("nilai_syarat", "kajian_awal", {}, ["chair"])
    assert [one.roles for one in found.missing] == [("case_officer",)]


def test_a_lapse_comes_after_its_limit(pemilihan: Edition) -> None:
    limits = {"perbaikan": Limit(NOON)}
    found = Lifecycle(pemilihan).answer("nyatakan_gugur", "perbaikan", {}, ["case_officer"], limits)
    (one,) = found.missing
    assert (one.limit, one.since, one.until) == ("perbaikan", NOON, None)
    assert window(one, ZONE) == "Baru terpenuhi setelah Jumat, 20 September 2024 pukul 12.00 WIB."


def test_no_cure_names_an_act_that_is_not_for_such_a_case(law: Law) -> None:
    """In every stage that a case of a kind can stand in, whatever the case holds besides."""
    asked = 0
    for edition in law.editions.values():
        lifecycle, roles = Lifecycle(edition), [*TITLES]
        for stage, kind in stands(edition) if edition.acts else ():
            possible = _possible(edition, stage, kind)
            ever = _ever(edition, kind)
            useless = {act.title for act in edition.acts.values() if act.id not in ever}
            # Of a case without a reporter the product tells that no paper lacks.
            facts = {**of_kind(kind), "syarat_terpenuhi": kind != "LP"}
            for act, _, missing in lifecycle.ask(stage, facts, roles):
                for one in missing:
                    asked += 1
                    assert {*one.path} <= possible, (edition.id, stage, kind, act.id, one.path)
                    named = [title for title in useless if title in one.cure]
                    assert not named, (edition.id, stage, kind, act.id, one.cure)
    assert asked > 2000


def _ever(edition: Edition, kind: str) -> set[str]:
    """The acts that a case of this kind can come to at all."""
    here = [stage for stage, other in stands(edition) if other == kind]
    return set().union(*(_possible(edition, stage, kind) for stage in here))


def _possible(edition: Edition, stage: str, kind: str) -> set[str]:
    """The acts that a case of this kind can come to, from this stage on."""
    found, seen, waiting = set[str](), set[tuple[str, str]](), [(stage, kind)]
    while waiting:
        here, now = waiting.pop()
        if (here, now) in seen:
            continue
        seen.add((here, now))
        for act in edition.acts.values():
            if not act.begins and here in act.from_stages and act.is_for(now):
                found.add(act.id)
                waiting.append((act.to_stage or here, act.becomes or now))
    return found


def test_a_report_is_withdrawn_and_a_finding_is_not(pemilihan: Edition) -> None:
    """Nor does the way to another act lead through a withdrawal, or through the end of a case."""
    lifecycle, stage, roles = Lifecycle(pemilihan), "pleno_registrasi", ["intake_officer"]
    assert lifecycle.answer("cabut_laporan", stage, of_kind("LP"), roles).allowed
    (one,) = lifecycle.answer("cabut_laporan", stage, of_kind("TM"), roles).missing
    assert (one.kind, one.curable) == ("never", False)
    (far,) = lifecycle.answer("jadikan_informasi_awal", stage, of_kind("TM"), roles).missing
    assert (far.kind, far.path) == ("stage", ())
    (far, _) = lifecycle.answer("umumkan_status", stage, of_kind("LP"), ["chair"]).missing
    assert "cabut_laporan" not in far.path


@pytest.mark.parametrize("over", [False, True])
def test_an_extension_is_asked_for_before_the_limit_ends(pemilihan: Edition, over: bool) -> None:
    limits = {"penanganan": Limit(NOON, over)}
    found = Lifecycle(pemilihan).answer(
        "perpanjang_penanganan", "kajian", {}, ["coordinator"], limits
    )
    (one,) = [lack for lack in found.missing if lack.kind == "need"]
    assert one.curable is not over
    assert one.until == (None if over else NOON)


def test_what_a_stage_lacks_is_to_be_cured_while_the_stage_waits(pemilihan: Edition) -> None:
    limits = {"kajian_awal": Limit(NOON), "penanganan": Limit(NOON - timedelta(days=1))}
    found = Lifecycle(pemilihan).answer("ajukan_registrasi", "kajian_awal", {}, [], limits)
    assert {(one.kind, one.until) for one in found.missing} == {("role", NOON), ("need", NOON)}


@pytest.mark.parametrize(
    ("kind", "wanted", "words"),
    [
        (FactKind.FLAG, "not", "selama hal itu tidak berlaku"),
        (FactKind.MOMENT, "yes", "Belum tercatat pada perkara ini"),
        (FactKind.NUMBER, "least", "paling sedikit 2; sekarang 1"),
        (FactKind.TEXT, "equals", "harus LP; belum tercatat"),
    ],
)
def test_each_kind_of_fact_has_its_words(
    pemilihan: Edition, kind: FactKind, wanted: str, words: str
) -> None:
    needs: dict[str, Condition] = {
        "not": Not(Holds("uji")),
        "yes": Holds("uji", stays=True),
        "least": Compare("uji", Comparison.AT_LEAST, 2),
        "equals": Compare("uji", Comparison.EQUALS, "LP"),
    }
    act = replace(pemilihan.acts["tautkan"], needs=(needs[wanted],))
    edition = replace(
        pemilihan,
        facts={**pemilihan.facts, "uji": Fact("uji", kind, "Hal uji", "", "", None)},
        acts={"tautkan": act},
    )
    now: dict[str, dict[str, Value]] = {"not": {"uji": True}, "least": {"uji": 1}}
    facts = now.get(wanted, {})
    (one,) = Lifecycle(edition).answer("tautkan", "kajian_awal", facts, act.roles).missing
    assert words in one.why
