"""The proof of an edition: silent on the real ones, loud on every mutation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.engine.act import Opening
from casework.engine.conditions import Holds, Not
from casework.engine.edition import Edition
from casework.engine.facts import Fact, FactKind
from casework.engine.law import Law
from casework.engine.period import Period
from casework.engine.proof import check
from casework.engine.rule import Direction, Example, Ladder, Rung

Change = Callable[[Edition], Edition]


def test_the_editions_hold(law: Law) -> None:
    for edition in law.editions:
        assert check(law, edition) == ()


def _stage(name: str, **changes: object) -> Change:
    def change(edition: Edition) -> Edition:
        stage = replace(edition.stages[name], **changes)  # type: ignore[arg-type]  # fields by name
        return replace(edition, stages={**edition.stages, name: stage})

    return change


def _act(name: str, **changes: object) -> Change:
    def change(edition: Edition) -> Edition:
        act = replace(edition.acts[name], **changes)  # type: ignore[arg-type]  # fields by name
        return replace(edition, acts={**edition.acts, name: act})

    return change


def _rule(name: str, **changes: object) -> Change:
    def change(edition: Edition) -> Edition:
        rule = replace(edition.deadlines[name], **changes)  # type: ignore[arg-type]  # fields by name
        return replace(edition, deadlines={**edition.deadlines, name: rule})

    return change


def _route(name: str, **changes: object) -> Change:
    def change(edition: Edition) -> Edition:
        return replace(
            edition,
            routes=tuple(
                replace(one, **changes) if one.id == name else one  # type: ignore[arg-type]  # fields by name
                for one in edition.routes
            ),
        )

    return change


def _without_act(name: str) -> Change:
    return lambda edition: replace(
        edition, acts={key: act for key, act in edition.acts.items() if key != name}
    )


def _without_route(name: str) -> Change:
    return lambda edition: replace(
        edition, routes=tuple(one for one in edition.routes if one.id != name)
    )


def _endless() -> Change:
    return lambda edition: replace(
        edition,
        stages={name: replace(one, final=False) for name, one in edition.stages.items()},
    )


_EARLY = Ladder("x", "X", "setelan", (Rung(timedelta(days=2), ("chair",)),))
_STRANGE = Ladder("x", "X", "setelan", (Rung(timedelta(hours=1), ("raja",)),))
_PLAIN = Example(date(2024, 9, 27), date(2024, 9, 30), False, (), "tanpa perpanjangan")
_MIDWEEK = Example(date(2024, 9, 2), date(2024, 9, 4), False, (), "Senin sampai Rabu")
_WRONG = Example(date(2024, 9, 19), date(2024, 9, 22), False, (), "salah")

MUTATIONS: list[tuple[str, Change, str]] = [
    ("second start", _stage("kajian", start=True), "tepat satu tahap awal, ada 2"),
    ("no start", _stage("penyampaian", start=False), "tepat satu tahap awal, ada 0"),
    ("unreachable", _without_act("cabut_laporan"), "Tidak ada jalan dari penyampaian"),
    ("dead end", _without_act("ajukan_pleno"), "Jalan buntu"),
    ("way out of the end", _act("nyatakan_gugur", from_stages=("selesai",)), "Tahap akhir"),
    ("no final", _endless(), "Tidak ada tahap akhir"),
    ("silent waiting", _stage("pleno_registrasi", unlimited=""), "tanpa batas waktu dan tanpa"),
    ("limit nobody opens", _act("terima_laporan", opens=()), "perkara menunggu selamanya"),
    ("no effect", _rule("kajian_awal", on_expiry=""), "akibat bila lewat"),
    ("no role", _act("teruskan", roles=()), "Tidak ada peran"),
    ("strange role", _act("teruskan", roles=("raja",)), "peran raja yang tidak ada"),
    ("strange stage", _act("teruskan", to_stage="bulan"), "tahap bulan yang tidak ada"),
    ("strange form", _act("teruskan", documents=("kartu",)), "formulir kartu yang tidak ada"),
    ("strange fact", _act("teruskan", needs=(Holds("hujan"),)), "fakta hujan yang tidak ada"),
    (
        "strange limit",
        _act("teruskan", meets=(Opening("seabad", Holds("ada_pidana")),)),
        "batas waktu seabad yang tidak ada",
    ),
    ("nowhere to act", _act("teruskan", from_stages=()), "Tidak dapat dilakukan dari tahap mana"),
    ("strange stage limit", _stage("kajian", limits=("seabad",)), "batas waktu seabad"),
    ("strange start", _rule("kajian_awal", starts_on=("hujan",)), "fakta hujan"),
    ("strange outer", _rule("gakkumdu_1", within="seabad"), "batas luar seabad"),
    ("wrong example", _rule("kajian_awal", examples=(_WRONG,)), "seharusnya berakhir 2024-09-22"),
    ("no example", _rule("kajian_awal", examples=()), "Tidak punya contoh"),
    ("wrong length", _rule("kajian_awal", length=3), "tetapi aturan ini memberi 2024-09-22"),
    ("empty window", _rule("gakkumdu_1", length=97), "jendelanya kosong"),
    ("reminder before the start", _rule("kajian_awal", ladder=_EARLY), "sebelum jam mulai"),
    ("strange reminder role", _rule("kajian_awal", ladder=_STRANGE), "peran pengingat raja"),
    ("gap in the table", _without_route("lain_asn"), "Celah: hukum_lainnya, terlapor asn, semua"),
    ("overlap", _route("lain_asn", categories=("asn", "tni")), "hukum_lainnya, terlapor tni"),
    (
        "opens what it never can",
        _act("registrasi", opens=(Opening("penanganan", Not(Holds("pleno_kuorum"))),)),
        "Tidak pernah membuka batas penanganan",
    ),
    (
        "extended too late",
        _act("perpanjang_penanganan", from_stages=("penyampaian",)),
        "tidak dapat dilakukan sesudah itu",
    ),
    (
        "asked before it is recorded",
        _act("terima_laporan", needs=(Holds("gakkumdu_1_dibahas"),)),
        "baru dapat dicatat sesudahnya (catat_gakkumdu_1)",
    ),
    (
        "no example of the extension",
        _rule("penanganan", examples=(_PLAIN,)),
        "contoh dengan perpanjangan",
    ),
    (
        "example without a weekend",
        _rule("penyidikan", length=2, examples=(_MIDWEEK,)),
        "tidak membedakan hari kalender dari hari kerja",
    ),
    (
        "notice longer than the time there is",
        _rule(
            "tindak_lanjut_kpu", direction=Direction.BEFORE, length=30, within="penanganan",
            examples=(),
        ),
        "harus sudah dikirim",
    ),
    ("strange agency", _route("lain_asn", functions=("raja",)), "fungsi lembaga raja"),
    ("strange route form", _route("lain_asn", form="kartu"), "formulir kartu"),
    ("strange level", _route("lain_asn", levels=("dusun",)), "tingkat dusun"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "story"), [item[1:] for item in MUTATIONS], ids=[item[0] for item in MUTATIONS]
)
def test_a_mutation_is_caught(law: Law, change: Change, story: str) -> None:
    mutated = change(law.edition("pemilihan-2020"))
    told = [fault.story for fault in check(_law_with(law, mutated), mutated.id)]
    assert any(story in one for one in told), told


def test_an_agency_that_ended_leaves_a_letter_without_address(law: Law) -> None:
    bkn = replace(law.agencies["bkn"], in_force=Period(date(2024, 9, 1), None))
    mutated = replace(law, agencies={**law.agencies, "bkn": bkn})
    told = [fault.story for fault in check(mutated, "pemilihan-2020")]
    assert "Surat yang dikirim pada 2024-08-24 tidak punya alamat." in told


def test_two_agencies_at_once_are_two_addresses(law: Law) -> None:
    bkn = replace(law.agencies["bkn"], in_force=Period(date(2024, 8, 1), None))
    mutated = replace(law, agencies={**law.agencies, "bkn": bkn})
    told = [fault.story for fault in check(mutated, "pemilihan-2020")]
    assert any("punya dua alamat: kasn, bkn" in one for one in told)


def test_an_example_that_cannot_be_computed_is_a_fault(law: Law) -> None:
    far = Example(date(2090, 1, 1), date(2090, 1, 3), False, (), "jauh")
    mutated = _rule("penyidikan", examples=(far,))(law.edition("pemilihan-2020"))
    told = [fault.story for fault in check(_law_with(law, mutated), mutated.id)]
    assert any("tidak dapat dihitung" in one for one in told)


def test_a_form_without_a_template_is_a_fault(law: Law) -> None:
    forms = set(law.edition("pemilihan-2020").forms)
    assert check(law, "pemilihan-2020", forms) == ()
    told = [str(fault.where) for fault in check(law, "pemilihan-2020", forms - {"kajian"})]
    assert told == ["formulir kajian"]


def test_a_gap_is_told_once_for_all_who_fall_into_it(law: Law) -> None:
    edition = law.edition("pemilihan-2020")
    empty = replace(edition, routes=())
    told = [one for one in check(_law_with(law, empty), edition.id) if one.where == "tujuan"]
    assert len(told) == len(edition.violations.classes)
    assert all("semua terlapor, semua tingkat" in one.story for one in told)


def test_an_edition_without_cases_tells_no_facts(law: Law) -> None:
    """What its acts ask is declared for the reader; no officer is ever held up by it."""
    strange = Fact("hujan", FactKind.FLAG, "Hujan", "Kering.", "Tunggu.", None)
    edition = law.edition("pemilihan-2020")
    asking = _act("teruskan", needs=(Holds("hujan"),))(
        replace(edition, facts={**edition.facts, "hujan": strange})
    )
    told = [fault.where for fault in check(_law_with(law, asking), asking.id)]
    assert told == ["fakta hujan"]
    closed = replace(asking, no_cases="Belum.")
    assert check(_law_with(law, closed), closed.id) == ()


def _law_with(law: Law, edition: Edition) -> Law:
    return replace(law, editions={**law.editions, edition.id: edition})
