"""Which edition a date belongs to, and what the differences changed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import yaml

from casework.adapters import rulebook
from casework.engine.basis import Basis, Mark
from casework.engine.counting import Unit
from casework.engine.deadline import compute
from casework.engine.entry import entries as rules_of
from casework.engine.law import Law
from casework.engine.refusals import EditionUnknown, OfficeUnknown, RuleUnknown


@pytest.mark.parametrize(
    ("on", "edition"),
    [
        ("2020-10-01", "pemilihan-2020"),
        ("2024-09-19", "pemilihan-2020"),
        ("2024-09-29", "pemilihan-2020"),
        ("2024-09-30", "pemilihan-2024"),
        ("2024-10-04", "pemilihan-2024"),
        ("2025-07-29", "pemilihan-2024"),
        ("2025-07-30", "pemilihan-2025"),
    ],
)
def test_the_date_chooses_the_edition(law: Law, on: str, edition: str) -> None:
    assert law.edition_on("pemilihan", date.fromisoformat(on)).id == edition


def test_before_the_first_known_day_the_reason_is_given(law: Law) -> None:
    with pytest.raises(EditionUnknown, match="Tanggal mulai berlaku Perbawaslu 8/2020 tidak dike"):
        law.edition_on("pemilihan", date(2020, 9, 30))


def test_unknown_names_list_what_there_is(law: Law) -> None:
    with pytest.raises(EditionUnknown, match=r"Yang dikenal: .*pemilihan"):
        law.edition_on("pilkades", date(2024, 1, 1))
    with pytest.raises(EditionUnknown, match=r"Yang ada: .*pemilihan-2020"):
        law.edition("pemilihan-1999")
    with pytest.raises(EditionUnknown, match="tidak punya revisi 7"):
        law.edition("pemilihan-2020", "7")
    with pytest.raises(RuleUnknown, match=r"Yang ada: .*kajian_awal"):
        law.edition("pemilihan-2020").deadline("kajian")
    with pytest.raises(OfficeUnknown, match=r"Kode yang ada: .*07\.00"):
        law.office("99.99")
    with pytest.raises(RuleUnknown, match="Wilayah"):
        law.region("atlantis")


def test_a_pin_names_edition_and_revision(law: Law) -> None:
    edition = law.edition("pemilihan-2024")
    assert edition.pin == "pemilihan-2024@1"
    assert law.pinned(edition.pin) is edition
    with pytest.raises(EditionUnknown):
        law.pinned("pemilihan-2024@2")


def test_differences_change_what_they_name_and_nothing_else(law: Law) -> None:
    old, new = law.edition("pemilihan-2020"), law.edition("pemilihan-2024")
    assert new.amends == old.id
    assert new.deadlines["penyampaian_laporan"] == old.deadlines["penyampaian_laporan"]
    assert "Perbawaslu 9/2024" in new.deadlines["kajian_awal"].basis.citation
    assert new.deadlines["kajian_awal"].length == old.deadlines["kajian_awal"].length
    assert new.requirements["dua_alat_bukti"].basis.mark is Mark.SECONDARY
    assert old.requirements["dua_alat_bukti"].basis.mark is Mark.UNVERIFIED
    assert set(new.acts) == set(old.acts)


def test_after_the_judgment_kpu_carries_out_a_decision(law: Law) -> None:
    edition = law.edition("pemilihan-2025")
    assert edition.deadlines["tindak_lanjut_kpu"].title.endswith("putusan administrasi")
    assert edition.deadlines["tindak_lanjut_kpu"].basis.mark is Mark.SECONDARY


def test_an_edition_of_differences_can_remove(small: Law) -> None:
    assert "dua_awal" in small.edition("uji-1").deadlines
    assert "dua_awal" not in small.edition("uji-2").deadlines
    assert small.edition("uji-2").deadlines["dua_hari"].length == 3
    assert small.edition("uji-2").deadlines["dua_hari"].basis.quote == ""


def _bases(law: Law) -> list[Basis]:
    found = [one.basis for one in law.instruments.values()]
    for group in (law.agencies, law.regions, law.offices, law.elections):
        found += [one.basis for one in group.values()]
    for edition in law.editions.values():
        found.append(edition.basis)
        for entries in (
            edition.stages,
            edition.acts,
            edition.requirements,
            edition.deadlines,
            edition.articles,
            edition.violations.classes,
            edition.forms,
        ):
            found += [one.basis for one in entries.values()]
        found += [route.basis for route in edition.routes]
    return found


def test_every_entry_says_where_it_comes_from(law: Law) -> None:
    for basis in _bases(law):
        assert basis.citation
        if basis.mark is Mark.CONFIRMED:
            assert basis.quote
        if basis.mark is not Mark.UNVERIFIED:
            assert basis.source


def test_the_marks_that_the_decisions_settle(law: Law) -> None:
    edition = law.edition("pemilihan-2024")
    rules = edition.deadlines
    assert rules["penanganan"].basis.mark is Mark.SECONDARY
    assert "Perpu 1/2014" in rules["penanganan"].basis.note
    assert rules["penanganan"].start_basis.mark is Mark.SECONDARY
    assert rules["penanganan"].unit_basis.mark is Mark.SECONDARY
    assert rules["kajian_awal"].basis.mark is Mark.SECONDARY
    assert rules["perbaikan"].basis.mark is Mark.SECONDARY
    assert rules["gakkumdu_1"].basis.mark is Mark.UNVERIFIED
    assert rules["penerusan_pidana"].basis.mark is Mark.SECONDARY
    assert rules["tindak_lanjut_kpu"].basis.mark is Mark.SECONDARY
    assert all(rule.first_day_basis.mark is Mark.UNVERIFIED for rule in rules.values())
    for rule in rules.values():
        # Hours know no first day, so their mark does not rest on how it is counted.
        in_days = rule.unit is not Unit.HOURS
        assert not in_days or rule.mark is Mark.UNVERIFIED
    # Its words were read in Perpu 1/2014; hours know no first day.
    assert rules["penerusan_pidana"].mark is Mark.SECONDARY
    assert law.edition("pemilihan-2025").deadlines["penerusan_pidana"].mark is Mark.SECONDARY


def test_words_of_an_earlier_law_or_an_unclear_copy_are_not_confirmed(law: Law) -> None:
    for edition in law.editions.values():
        for one in rules_of(edition).values():
            for basis in one.bases:
                if "Perpu_1_2014" in basis.source or "RISET_NTT" in basis.source:
                    assert basis.mark is not Mark.CONFIRMED, f"{edition.id} {one.name}"


def test_the_forms_of_2020_are_unverified_except_the_ethics_one(law: Law) -> None:
    forms = law.edition("pemilihan-2020").forms
    confirmed = {one.id for one in forms.values() if one.basis.mark is not Mark.UNVERIFIED}
    assert confirmed == {"penerusan_kode_etik"}
    assert law.edition("pemilihan-2024").forms["berita_acara_klarifikasi"].code == "A.10"


def test_training_codes_are_flagged(law: Law) -> None:
    real = {code for code, office in law.offices.items() if not office.training}
    assert real == {"00.00", "07.00", "07.05"}
    assert law.offices["07.05"].name.endswith("Kabupaten Kepahiang")
    assert len(law.offices) == 13


def test_the_fixing_of_candidates_is_a_dated_fact_with_a_mark(law: Law) -> None:
    fixed = law.elections["gubernur-bengkulu-2024"].facts["penetapan_calon"]
    assert fixed.on == date(2024, 9, 22)
    assert fixed.basis.mark is Mark.SECONDARY
    assert "antaranews" in fixed.basis.source


def test_every_kabupaten_and_the_city_has_its_election(law: Law) -> None:
    every = [one for one in law.elections.values() if one.kind in ("PB", "PW")]
    local = {one.offices[-1]: one for one in every if not one.of}
    assert len(local) == len([one for one in every if not one.of])
    assert sorted(local) == [f"07.{n:02}" for n in range(1, 11)]
    assert {code for code, one in local.items() if one.kind == "PW"} == {"07.10"}
    for one in local.values():
        assert one.facts["pemungutan_suara"].on == date(2024, 11, 27)
    again = {code for code, one in local.items() if "pemungutan_suara_ulang" in one.facts}
    assert again == {"07.01"}
    assert local["07.01"].facts["pemungutan_suara_ulang"].on == date(2025, 4, 19)
    (revote,) = [one for one in every if one.of]
    assert (revote.of, revote.offices) == (local["07.01"].id, local["07.01"].offices)
    assert revote.facts["pemungutan_suara"].on == date(2025, 4, 19)


def test_article_188_changed_with_the_judgment(law: Law) -> None:
    violations = law.edition("pemilihan-2024").violations

    def held(day: date) -> set[str]:
        return {one.id for one in violations.on(day) if one.article.endswith("Pasal 188")}

    assert held(date(2024, 11, 13)) == {"uu-188-lama"}
    assert held(date(2024, 11, 14)) == {"uu-188"}
    assert "menjanjikan atau memberikan uang" in violations.articles["uu-187a-1"].elements[2]


def test_forms_and_their_folders_agree(law: Law) -> None:
    for edition in law.editions.values():
        for path in sorted(
            (rulebook.root() / edition.id / "documents").glob("[!_]*/metadata.yaml")
        ):
            told = yaml.safe_load(path.read_text())
            form = edition.forms[told.get("id", path.parent.name)]
            assert told.get("code", form.code) == form.code
            assert told.get("title", form.title) == form.title
            assert told.get("mark", form.basis.mark.value) == form.basis.mark.value


@pytest.mark.parametrize(
    ("edition", "rule", "start", "extended", "end"),
    [
        ("pemilu-2022", "penyampaian_laporan", "2024-02-05", False, "2024-02-19"),
        ("pemilu-2022", "penanganan", "2024-02-07", False, "2024-02-21"),
        ("pemilu-2022", "penanganan", "2024-02-07", True, "2024-03-01"),
        ("pemilihan-tsm-2020", "permohonan_ma", "2021-01-08", False, "2021-01-13"),
    ],
)
def test_other_regimes_count_working_days(
    law: Law, edition: str, rule: str, start: str, extended: bool, end: str
) -> None:
    due = compute(
        law.edition(edition).deadline(rule),
        datetime.fromisoformat(f"{start}T09:00:00+07:00"),
        calendar=law.calendar,
        zone="Asia/Jakarta",
        extended=extended,
    )
    assert due.due.date().isoformat() == end


def test_an_incomplete_edition_takes_no_case(law: Law) -> None:
    edition = law.edition("pemilihan-tsm-2020")
    law.edition_on("pemilu", date(2024, 2, 5)).check_takes_cases()
    with pytest.raises(RuleUnknown, match="belum dapat diterima"):
        edition.check_takes_cases()
    with pytest.raises(RuleUnknown, match="Pasal 13 ayat"):
        compute(
            law.edition("pemilihan-tsm-2020").deadline("penyampaian_laporan"),
            datetime(2020, 12, 14, tzinfo=UTC),
            calendar=law.calendar,
            zone="Asia/Jakarta",
        )


def test_the_decision_needs_both_starts(law: Law) -> None:
    rule = law.edition("pemilihan-tsm-2020").deadline("putusan_tsm")
    assert rule.starts_on == ("diregistrasi", "dinyatakan_diterima")


@pytest.mark.parametrize(
    ("article", "day", "charge"),
    [
        ("uu-69-huruf-c", "2024-10-08", "Pasal 69 huruf c juncto Pasal 187 ayat (2)"),
        ("uu-71-1", "2024-11-13", "Pasal 71 ayat (1) juncto Pasal 188"),
        ("uu-71-1", "2024-11-14", "Pasal 71 ayat (1) juncto Pasal 188"),
        ("uu-187a-1", "2024-11-14", "Pasal 187A ayat (1)"),
    ],
)
def test_a_crime_is_charged_with_what_threatens_it(
    law: Law, article: str, day: str, charge: str
) -> None:
    edition = law.edition("pemilihan-2024")
    assert edition.charge(article, date.fromisoformat(day)) == f"UU Pemilihan {charge}"
