"""An amending regulation held against the one it amends, and the edition that is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from casework.adapters import rulebook
from casework.engine.basis import Mark
from casework.engine.law import Law
from casework.engine.regulation import amendments
from casework.engine.regulation.amendments import ArticleChange, Change, EntryChange
from casework.engine.regulation.pages import Page
from casework.engine.regulation.parser import parse
from casework.engine.regulation.targets import targets
from casework.engine.regulation.text import Passage

BASE = """Pasal 9
(1) Pengawas menyusun kajian awal.
(2) Kajian awal meneliti syarat.
(3) Kajian awal memilah Laporan.
(4) Syarat formal meliputi:
a. identitas pelapor;
b. nama dan alamat/domisili terlapor;
c. paling lama 7 (tujuh) Hari terhitung sejak diketahuinya dan/atau ditemukannya dugaan pelanggaran;
d. kesesuaian tanda tangan dalam formulir Laporan dengan kartu identitas.
Pasal 10
Laporan dicatat.
Pasal 33
(1) Bawaslu meneruskan rekomendasi."""
NEW = """Pasal I
Beberapa ketentuan diubah sebagai berikut:
1. Ketentuan Pasal 9 ayat (4) diubah sehingga berbunyi sebagai berikut:
Pasal 9
(1) Pengawas menyusun kajian awal.
(2) Kajian awal meneliti syarat.
(3) Kajian awal memilah Laporan.
(4) Syarat formal meliputi:
a. identitas pelapor;
b. nama dan alamat/domisili terlapor;
c. paling lama 5 (lima) Hari terhitung sejak diketahuinya dan/atau ditemukannya dugaan pelanggaran;
d. kesesuaian tanda tangan dalam formulir Laporan dengan kartu identitas.
2. Di antara Pasal 10 dan Pasal 11 disisipkan 1 (satu) pasal, yakni Pasal 10A sehingga berbunyi:
Pasal 10A
Laporan dapat disampaikan secara daring.
3. Ketentuan Pasal 33 ayat (1) dihapus.
Pasal II
Peraturan Badan ini mulai berlaku pada tanggal diundangkan."""


def passages(text: str) -> tuple[Passage, ...]:
    return parse([Page(1, tuple(text.splitlines()))]).passages


@pytest.fixture(scope="module")
def law() -> Law:
    return rulebook.load()


@pytest.fixture(scope="module")
def changed() -> tuple[ArticleChange, ...]:
    return amendments.articles(passages(BASE), passages(NEW))


@pytest.fixture(scope="module")
def found(law: Law, changed: tuple[ArticleChange, ...]) -> tuple[EntryChange, ...]:
    mine = [one for one in targets(law, "perbawaslu-8-2020") if one.edition == "pemilihan-2020"]
    return amendments.entries(mine, changed, passages(NEW))


def test_the_articles_the_amendment_touches_are_told(changed: tuple[ArticleChange, ...]) -> None:
    assert [(str(one.at), one.change) for one in changed] == [
        ("Pasal 9", Change.AMENDED),
        ("Pasal 10A", Change.ADDED),
        ("Pasal 33 ayat (1)", Change.REMOVED),
    ]
    same = amendments.articles(passages(BASE), passages(NEW.replace("5 (lima)", "7 (tujuh)")))
    assert same[0].change is Change.SAME, "an article that is only printed again has not changed"


def test_an_entry_changes_only_where_its_own_words_do(found: tuple[EntryChange, ...]) -> None:
    by_name = {one.target.key.removeprefix("pemilihan-2020/"): one.change for one in found}
    assert by_name["syarat/waktu_penyampaian"] is Change.AMENDED
    assert by_name["syarat/kesesuaian_tanda_tangan"] is Change.SAME
    assert by_name["tujuan/etik_dkpp"] is Change.REMOVED
    assert by_name["tujuan/etik_pengawas"] is Change.SAME


def test_the_proposal_is_an_edition_that_takes_no_case_and_claims_nothing(
    law: Law,
    changed: tuple[ArticleChange, ...],
    found: tuple[EntryChange, ...],
    tmp_path: Path,
) -> None:
    only = [one for one in found if one.change is not Change.REMOVED
            and one.target.name.startswith("syarat/waktu")]  # fmt: skip
    files = amendments.proposal(
        law.edition("pemilihan-2025"), "pemilihan-2027", "perbawaslu-9-2024", date(2027, 3, 1),
        "naskah contoh", changed, only,
    )  # fmt: skip
    assert "Pasal 10A baru, belum ada entrinya" in files["edition.yaml"]
    rules = tmp_path / "rules"
    copytree(rulebook.root(), rules)
    older = rules / "pemilihan-2025" / "edition.yaml"
    text = older.read_text(encoding="utf-8")
    ended = "\n  until: 2027-03-01\n  until_basis: {citation: {law: perbawaslu-9-2024}, "
    ended += "verification: unverified}\n"
    older.write_text(text.replace("\n  from:", f"{ended}  from:", 1), encoding="utf-8")
    (rules / "pemilihan-2027").mkdir()
    for name, content in files.items():
        (rules / "pemilihan-2027" / name).write_text(content, encoding="utf-8")
    edition = rulebook.load(rules).edition("pemilihan-2027")
    assert edition.no_cases
    entry = edition.requirements["waktu_penyampaian"]
    assert entry.basis.quote.startswith("paling lama 5 (lima) Hari")
    assert entry.basis.mark is Mark.UNVERIFIED
    assert entry.basis.citation == "Perbawaslu 9/2024 Pasal 9 ayat (4) huruf c"
    assert "belum diperiksa" in entry.basis.note


def test_what_is_removed_is_a_difference_too(
    law: Law, changed: tuple[ArticleChange, ...], found: tuple[EntryChange, ...]
) -> None:
    files = amendments.proposal(
        law.edition("pemilihan-2020"), "x", "perbawaslu-9-2024", date(2027, 3, 1), "naskah",
        changed, found,
    )  # fmt: skip
    routes = {one["id"]: one["change"] for one in yaml.safe_load(files["routing.yaml"])["routes"]}
    stages = {one["id"]: one for one in yaml.safe_load(files["lifecycle.yaml"])["stages"]}
    assert "quote" not in stages["pleno_registrasi"], "what may be its words is no quote"
    assert routes["etik_dkpp"] == "remove"
    assert "etik_pengawas" not in routes
