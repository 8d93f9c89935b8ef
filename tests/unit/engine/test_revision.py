"""Overlays on the files: every revision can be had, and nothing else moves."""

from __future__ import annotations

from typing import Any

import pytest

from casework.engine.law import Law
from casework.engine.refusals import EditionUnknown, RuleFileFault, RuleUnknown
from casework.engine.revision import Overlay

EDITION = "pemilihan-2020"


def over(name: str, number: int = 1, base: str = "1", **keys: Any) -> Overlay:
    """One overlay of one entry; a double underscore stands for the dot of a part."""
    said = {key.replace("__", "."): value for key, value in keys.items()}
    return Overlay(EDITION, base, number, {name: said})


def test_each_revision_is_kept(law: Law) -> None:
    later = law.revised([over("batas/kajian_awal", 1, length=3),
                         over("batas/kajian_awal", 2, length=4)])  # fmt: skip
    lengths = [later.edition(EDITION, revision).deadlines["kajian_awal"].length
               for revision in ("1", "1.1", "1.2", None)]  # fmt: skip
    assert lengths == [2, 3, 4, 4]
    assert later.edition(EDITION).pin == f"{EDITION}@1.2"
    assert law.edition(EDITION).deadlines["kajian_awal"].length == 2


def test_only_the_entry_named_is_another(law: Law) -> None:
    later = law.revised([over("batas/kajian_awal", length=3)])
    old, new = law.edition(EDITION), later.edition(EDITION)
    assert {name for name in old.deadlines if old.deadlines[name] != new.deadlines[name]} == {
        "kajian_awal"
    }
    assert (old.acts, old.forms, old.routes) == (new.acts, new.forms, new.routes)
    assert later.edition("pemilihan-2024") is law.edition("pemilihan-2024")


def test_a_revision_nobody_made_is_not_known(law: Law) -> None:
    later = law.revised([over("batas/kajian_awal", length=3)])
    with pytest.raises(EditionUnknown, match=r"Yang ada: 1, 1\.1"):
        later.edition(EDITION, "1.2")


def test_an_overlay_of_other_files_does_not_apply(law: Law) -> None:
    later = law.revised([over("batas/kajian_awal", base="0", length=3)])
    assert later.edition(EDITION).revision == "1"


def test_a_new_citation_takes_the_old_words_away(law: Law) -> None:
    cite = {"law": "uu-pemilihan", "article": "134"}
    with pytest.raises(RuleFileFault, match="source"):
        law.revised([over("batas/penanganan", citation=cite)])
    read = law.revised([over("batas/penanganan", citation=cite, source="naskah")])
    assert read.edition(EDITION).deadlines["penanganan"].basis.quote == ""


def test_a_part_is_reached_with_a_dot(law: Law) -> None:
    later = law.revised([over("batas/penanganan", extension__total=6)])
    extension = later.edition(EDITION).deadlines["penanganan"].extension
    assert extension is not None
    assert extension.total == 6
    assert extension.basis == law.edition(EDITION).deadlines["penanganan"].extension.basis  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize(
    ("name", "keys", "story"),
    [
        ("batas/kajian_awal", {"length": "dua"}, "bilangan bulat"),
        ("batas/kajian_awal", {"lenght": 3}, 'Maksudnya "length"'),
        ("batas/kajian_awal", {"pauses__x": 1}, 'tidak punya bagian "pauses"'),
        ("batas/kajian_awal", {"id": "lain"}, "tidak dapat diubah"),
        ("edisi/pemilihan-2020", {"revision": "9"}, "tidak dapat diubah dengan revisi"),
        ("edisi/pemilihan-2020", {"in_force__until": "2024-10-01"}, "sama-sama berlaku"),
        ("tujuan/lain_asn", {"destinations": ["entah"]}, "entah"),
    ],
)
def test_what_the_loader_refuses_in_a_file_it_refuses_here(
    law: Law, name: str, keys: dict[str, Any], story: str
) -> None:
    with pytest.raises(RuleFileFault, match=story) as refused:
        law.revised([over(name, **keys)])
    assert refused.value.line >= 1


def test_an_entry_that_is_not_there_is_named(law: Law) -> None:
    with pytest.raises(RuleUnknown, match="batas/entah"):
        law.revised([over("batas/entah", length=3)])


def test_every_entry_of_every_edition_is_found_by_its_name(law: Law) -> None:
    for edition in law.editions.values():
        names = law.builder.names(edition.id)
        assert len(names) == len(set(names))
        assert f"edisi/{edition.id}" in names
        for name in names:
            assert law.builder.source(edition.id, (), name).values


def test_an_inherited_entry_says_where_it_was_written(law: Law) -> None:
    origins = [law.builder.source(edition, (), "batas/penyampaian_laporan").origin
               for edition in ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025")]  # fmt: skip
    assert origins == ["pemilihan-2020"] * 3
    assert law.builder.source("pemilihan-2025", (), "batas/kajian_awal").origin == "pemilihan-2024"
