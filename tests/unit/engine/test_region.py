"""The tree of regions: any order of rows gives the same one, and twice is once."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from casework.engine.region import Node, RegionLevel, Row, Verdict, chain, judge


def taken(rows: list[Row], known: dict[str, Node]) -> dict[str, Node]:
    """The tree after an import that is all or nothing."""
    found = judge(rows, known)
    if any(one.verdict is Verdict.REFUSED for one in found):
        return known
    return known | {one.node.code: one.node for one in found if one.node}


@st.composite
def trees(draw: st.DrawFn) -> list[Row]:
    """Rows of a whole tree: every region above each one is there."""
    numbers = st.integers(1, 3)
    leaves = draw(st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=1, max_size=6))
    codes = {code for a, b, c, d in leaves for code in chain(f"17.{a:02}.{b:02}.{2000 + c}.{d:03}")}
    named = {code: draw(st.text("abc ", min_size=1, max_size=5)) + "x" for code in sorted(codes)}
    return [Row(2 + n, code, name) for n, (code, name) in enumerate(sorted(named.items()))]


@given(trees(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_tree(rows: list[Row], random: Random) -> None:
    mixed = random.sample(rows, len(rows))
    tree = taken(mixed, {})
    assert tree == taken(rows, {})
    assert len(tree) == len(rows)
    again = judge(random.sample(rows, len(rows)), tree)
    assert {one.verdict for one in again} == {Verdict.SAME}


@given(trees(), st.data())
def test_a_row_without_its_parent_is_refused_with_all_below_it(
    rows: list[Row], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from([one for one in rows if len(one.code) < 14]))
    left = [one for one in rows if one is not gone]
    refused = {one.row.code for one in judge(left, {}) if one.verdict is Verdict.REFUSED}
    assert refused == {one.code for one in left if gone.code in chain(one.code)}


def verdict(row: Row, *known: Node) -> tuple[Verdict, str]:
    (found,) = judge([row], {one.code: one for one in known})
    return found.verdict, found.why


def test_what_cannot_be_a_region_is_refused_with_the_reason() -> None:
    (top,) = [one.node for one in judge([Row(2, "17", "BENGKULU")], {})]
    assert top
    for row, why in (
        (Row(3, "17.1", "Satu"), "bukan kode wilayah"),
        (Row(3, "17.01", "Satu", parent="18"), "tidak cocok"),
        (Row(3, "17.01", "Satu", level="desa"), "tidak cocok"),
        (Row(3, "17.01", "  "), "kosong"),
        (Row(3, "17.01", "Satu", bawaslu="tujuh"), "kode wilayah Bawaslu"),
        (Row(3, "18.01", "Satu"), "induk 18"),
    ):
        told = verdict(row, top)
        assert told[0] is Verdict.REFUSED
        assert why in told[1]


def test_two_rows_of_one_code_agree_or_neither_counts() -> None:
    same = judge([Row(2, "17", "BENGKULU"), Row(3, "17", "BENGKULU")], {})
    other = judge([Row(2, "17", "BENGKULU"), Row(3, "17", "Jambi")], {})
    assert [one.verdict for one in same] == [Verdict.CREATE] * 2
    assert [one.verdict for one in other] == [Verdict.REFUSED] * 2


def test_the_level_follows_from_the_code_and_the_name_loses_its_word() -> None:
    rows = [
        Row(2, "17", "BENGKULU"), Row(3, "17.06", "KABUPATEN MUKO MUKO"),
        Row(4, "17.71", "KOTA BENGKULU"),
        Row(5, "17.01", "KABUPATEN BENGKULU SELATAN"), Row(6, "17.01.05", "Kota Manna"),
        Row(7, "17.01.05.1001", "Gunung Ayu"), Row(8, "17.01.05.2002", "Ulak Lebar"),
        Row(9, "17.01.05.2002.003", "3"),
    ]  # fmt: skip
    assert [one.node.label for one in judge(rows, {}) if one.node] == [
        "Provinsi Bengkulu", "Kabupaten Muko Muko", "Kota Bengkulu", "Kabupaten Bengkulu Selatan",
        "Kecamatan Kota Manna", "Kelurahan Gunung Ayu", "Desa Ulak Lebar", "TPS 003",
    ]  # fmt: skip


def test_a_file_without_the_other_code_leaves_it() -> None:
    known = Node("17", RegionLevel.PROVINCE, "Bengkulu", "07.00")
    assert verdict(Row(2, "17", "BENGKULU"), known)[0] is Verdict.SAME
    assert verdict(Row(2, "17", "Bangkulu"), known) == (
        Verdict.UPDATE, "Provinsi Bengkulu → Provinsi Bangkulu",
    )  # fmt: skip
