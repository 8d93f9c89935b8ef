"""Article → rule → scenario: no hole in the real law, and every kind of hole seen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gherkin.parser import Parser

from casework.adapters import features
from casework.engine.basis import Cite
from casework.engine.entry import entries, entry
from casework.engine.law import Law
from casework.engine.proof import check_whole
from casework.engine.proofs.coverage import Coverage, Mention, coverage
from casework.engine.refusals import RuleUnknown
from casework.engine.scope import ScopeEntry

FEATURES = Path(__file__).resolve().parents[2] / "features"
GIVEN = Mention("uji-1", "batas/dua_hari", "a.feature", "Dua hari")


@pytest.fixture(scope="module")
def table(law: Law) -> Coverage:
    return coverage(law, features.mentions(FEATURES))


def test_every_article_has_a_rule_and_every_rule_a_scenario(
    table: Coverage, capsys: pytest.CaptureFixture[str]
) -> None:
    holes = [f"{fault.where}: {fault.story}" for fault in table.faults()]
    with capsys.disabled():
        excused = sum(bool(row.article.why) for row in table.articles)
        sys.stdout.write(
            f"\n{len(table.articles)} articles in scope, {excused} excused, "
            f"{len(table.rules)} rules, {len(holes)} holes\n"
        )
    assert holes == []


def test_the_articles_in_scope_are_counted(law: Law) -> None:
    """Fewer than this means that somebody has struck articles off the list."""
    assert len(law.scope) >= 500
    assert len({one.cite.law for one in law.scope}) >= 20
    excused = [one for one in law.scope if one.why]
    assert len(excused) <= len(law.scope) // 20
    assert all(len(one.why) >= 30 for one in excused)


def test_a_scenario_covers_the_rule_where_it_was_written(small: Law) -> None:
    """The second edition amends `dua_hari`, so the first one's scenario says nothing about it."""
    found = coverage(small, [GIVEN])
    untested = {(one.edition, one.entry.name) for one in found.untested}
    assert ("uji-1", "batas/dua_hari") not in untested
    assert ("uji-2", "batas/dua_hari") in untested
    assert ("uji-1", "syarat/identitas") in untested
    assert ("uji-2", "syarat/identitas") not in untested


def test_an_inherited_rule_may_be_tested_in_the_edition_that_inherits_it(small: Law) -> None:
    found = coverage(small, [Mention("uji-2", "syarat/identitas", "a.feature", "Identitas")])
    told = {one.edition: one for one in found.rules if one.entry.name == "syarat/identitas"}
    assert told["uji-2"].inherited
    assert told["uji-2"].written_in == "uji-1"
    assert [len(one.scenarios) for one in told.values()] == [1, 1]


def test_a_scenario_of_a_rule_that_does_not_exist_is_a_hole(small: Law) -> None:
    found = coverage(small, [Mention("uji-1", "batas/seabad", "a.feature", "Seabad")])
    assert [(one.where, one.story) for one in found.faults() if one.where.startswith("a.f")] == [
        ("a.feature: Seabad", "Menyebut aturan batas/seabad yang tidak ada pada edisi uji-1.")
    ]


def test_articles_without_a_rule_and_needless_excuses_are_holes(small: Law) -> None:
    assert check_whole(small) == ()
    absent = ScopeEntry(Cite("uu-uji", "77"), "UU Uji Pasal 77", "")
    needless = ScopeEntry(Cite("uu-uji", "5"), "UU Uji Pasal 5", "Tidak memuat apa pun.")
    told = [one.where for one in check_whole(replace(small, scope=(absent, needless)))]
    assert told == ["cakupan UU Uji Pasal 77", "cakupan UU Uji Pasal 5"]


def test_a_rule_that_is_not_there_is_refused_with_those_that_are(small: Law) -> None:
    edition = small.edition("uji-1")
    assert entry(edition, "batas/dua_hari").value is edition.deadlines["dua_hari"]
    with pytest.raises(RuleUnknown, match="batas/dua_hari, batas/dua_awal"):
        entry(edition, "batas/seabad")


def test_every_kind_of_rule_has_a_name(law: Law) -> None:
    names = {name for edition in law.editions.values() for name in entries(edition)}
    assert {name.partition("/")[0] for name in names} == {
        "batas", "syarat", "pelapor", "pasal", "tujuan", "tindakan", "ketentuan", "formulir",
        "berkas", "nomor", "hasil",
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted(FEATURES.rglob("*.feature")), ids=lambda path: path.name)
def test_features_are_read_as_gherkin_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(features.read(path.name, text)) == _by_gherkin(path.name, text)


def _by_gherkin(name: str, text: str) -> list[Mention]:
    """The library of the tests reads the same file; it knows nothing of rules."""
    feature: Any = Parser().parse(text)["feature"]
    found: list[Mention] = []
    for child in feature["children"]:
        rule = child.get("rule", {"tags": [], "children": [child]})
        for inner in rule["children"]:
            if "scenario" in inner:
                around = [*feature["tags"], *rule["tags"], *inner["scenario"]["tags"]]
                found += _named(name, inner["scenario"], [tag["name"] for tag in around])
    return found


def _named(name: str, scenario: Any, tags: list[str]) -> Iterator[Mention]:
    editions = [tag.removeprefix("@edisi:") for tag in tags if tag.startswith("@edisi:")]
    rules = [tag.removeprefix("@aturan:") for tag in tags if tag.startswith("@aturan:")]
    for edition in editions:
        for rule in rules:
            yield Mention(edition, rule, name, scenario["name"])
    for table in scenario["examples"]:
        columns = [cell["value"] for cell in table["tableHeader"]["cells"]]
        for row in table["tableBody"]:
            cells = dict(zip(columns, (cell["value"] for cell in row["cells"]), strict=True))
            if {"edisi", "aturan"} <= cells.keys():
                yield Mention(cells["edisi"], cells["aturan"], name, scenario["name"])


def test_text_blocks_tables_of_steps_and_comments_name_no_rule() -> None:
    text = '''# language: id
@edisi:a
Fitur: Uji
  # @aturan:batas/komentar
  @aturan:batas/x @lain
  Skenario: Satu
    Ketika ada
      """
      @edisi:b @aturan:batas/y
      Contoh:
        | edisi | aturan  |
        | b     | batas/y |
      """
    Maka
      | edisi | aturan  |
      | b     | batas/z |
  Garis-Besar Skenario: Dua
    Ketika "<aturan>"
    Contoh:
      | aturan   | edisi | lain |
      | batas/q  | c     | d    |
'''
    assert list(features.read("uji.feature", text)) == [
        Mention("a", "batas/x", "uji.feature", "Satu"),
        Mention("c", "batas/q", "uji.feature", "Dua"),
    ]
