"""The list of articles: searched without a script, and ordered by what fits whom."""

from __future__ import annotations

import pytest
from lxml import html

from casework.bootstrap import App
from tests.web.steps import AsRole, act, to_review
from tests.web.visitor import Typed, Visitor, errors, words

PATH = "/perkara/1/kajian"
TYPED: Typed = {"fakta": "F.", "analisis": "A.", "kesimpulan": "K.", "hasil-2": "hukum_lainnya"}


@pytest.fixture
def officer(app: App, as_role: AsRole) -> Visitor:
    to_review(app, as_role)
    return as_role("case_officer")


def groups(text: str) -> list[tuple[str, list[str]]]:
    """The headings of the list of the first respondent, each with its articles."""
    found = html.fromstring(text).xpath("//select[@name='pasal-2']/optgroup")
    return [(one.get("label"), one.xpath("option/@value")) for one in found]


def test_what_fits_stands_first_and_what_nobody_read_after_it(officer: Visitor) -> None:
    told = groups(officer.get(PATH).text)
    titles = [title for title, _ in told]
    fits = dict(told)
    assert titles[-1] == "Tidak cocok untuk terlapor atau hasil ini"
    assert titles[-2] == "Pelanggaran hukum lainnya: bunyi belum dibaca"
    assert "uu-desa-29-j" in fits["Pelanggaran hukum lainnya"]
    # The respondent heads a village, and the event came before there were candidates.
    assert {"netralitas-asn", "uu-136", "uu-188-lama", "uu-189"} <= set(fits[titles[-1]])
    offered = {one for _, ones in told for one in ones}
    assert not {"uu-135-administrasi", "hukum-lainnya-umum"} & offered


def test_the_outcome_that_was_chosen_comes_first(officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "konsep_simpan": "1"})
    told = groups(officer.get(PATH).text)
    assert told[0][0] == "Pelanggaran hukum lainnya"
    assert "uu-187a-1" in dict(told)["Tidak cocok untuk terlapor atau hasil ini"]


def test_a_search_narrows_every_list_and_keeps_what_was_chosen(officer: Visitor) -> None:
    page = officer.submit(
        PATH, {**TYPED, "pasal-2": "perda", "cari_pasal": "pengurus partai", "saring_pasal": "1"}
    )
    assert page.status_code == 200
    assert "3 pasal cocok" in words(page)
    offered = [one for _, ones in groups(page.text) for one in ones]
    assert sorted(offered) == ["perda", "uu-desa-29-g", "uu-desa-51-g", "uu-desa-64-h"]
    assert officer.fields(page)["pasal-2"] == "perda"
    assert officer.fields(page)["fakta"].strip() == "F."


def test_an_impossible_ruling_is_refused_on_the_page_where_it_is_typed(officer: Visitor) -> None:
    page = officer.submit(PATH, {**TYPED, "hasil-2": "kode_etik", "pasal-2": "uu-187a-1"})
    assert page.status_code == 422
    told = errors(page)["pasal-2"]
    assert "bukan ketentuan kode etik penyelenggara" in told
    assert "UU Pemilihan Pasal 136" in told
    assert officer.fields(page)["pasal-2"] == "uu-187a-1"
