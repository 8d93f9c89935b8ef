"""Steps that ask the engine about the law, rule by rule. No case, no database.

A scenario names its rule in a table (Contoh) with the columns `edisi` and `aturan` (`<kind>/<id>`,
for example `batas/penanganan`), or in the tags `@edisi:pemilihan-2024 @aturan:batas/penanganan`;
`casework rules coverage` reads them. A Ketika opens the question, further Ketika/Dan steps add to
it, and each Maka asks the engine and compares. The steps about acts and numbers are in
`test_hukum.py`.


- batas: a start without an hour is the start of that day; times are those of WIB unless
  `Dan di zona "Asia/Makassar"`; `berakhir` is written as 2024-09-21T23:59 or as a date alone.
- "memuat" and "karena" compare a part of the text, whatever the capitals. Nothing is `-`.
- a mark (tanda) is `confirmed`, `secondary` or `unverified`; `menurut` is a part of the citation.
  Of a computed date it is the basis of that date (of the extension, when extended).
- fakta: a comma list of the flags that hold, `-` for none; a number or a text as `jumlah=3`.
- peran: the role's key, `case_officer`; several with commas.
- tujuan: the names as on the letter, joined by "; "; wilayah is an id or a code, or `-`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_bdd import parsers, then, when
from pytest_bdd.parser import Scenario

from casework.engine import lifecycle
from casework.engine.forms import FormEntry
from casework.engine.law import Law
from casework.engine.lawbook.violations import penalty_words
from casework.engine.requirements import hindering, standing
from casework.engine.violations import FAVOURABLE
from casework.errors import LawError
from tests.features.hukum.questions import (
    NONE,
    Charge,
    Dispatch,
    Question,
    bare,
    contains,
    mark,
    written,
)

WIB = "Asia/Jakarta"


def pytest_bdd_apply_tag(tag: str) -> bool | None:
    """`@edisi:…` and `@aturan:…` are for the coverage table, not marks of pytest."""
    return True if tag.startswith(("edisi:", "aturan:")) else None


def pytest_bdd_after_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    """What a scenario says it tests it must have asked; a name alone covers nothing."""
    if "hukum" not in Path(str(scenario.feature.filename)).parts:
        return
    tags = {*scenario.tags, *scenario.feature.tags, *(scenario.rule.tags if scenario.rule else ())}
    row = request.getfixturevalue("_pytest_bdd_example")
    editions = {tag.removeprefix("edisi:") for tag in tags if tag.startswith("edisi:")}
    rules = {tag.removeprefix("aturan:") for tag in tags if tag.startswith("aturan:")}
    named = {(edition, rule) for edition in editions for rule in rules}
    if {"edisi", "aturan"} <= row.keys():
        named.add((row["edisi"], row["aturan"]))
    idle = named - request.getfixturevalue("tanya").asked
    assert not idle, f"disebut, tetapi tidak ditanyakan: {sorted(idle)}"


@pytest.fixture(autouse=True)
def every_scenario_has_an_office() -> None:
    """The law needs no office and no database; takes the place of the fixture of all features."""


@pytest.fixture
def tanya(law: Law) -> Question:
    """The question of this scenario."""
    return Question(law)


# Every kind of rule


@when(parsers.parse('"{aturan}" dibaca menurut edisi "{edisi}"'))
def reads(tanya: Question, aturan: str, edisi: str) -> None:
    tanya.read(aturan, edisi)


@then(parsers.parse('isinya memuat "{isi}"'))
def says(tanya: Question, isi: str) -> None:
    contains(isi, written(tanya.entry))


@then(parsers.parse('tandanya "{tanda}" menurut "{pasal}"'))
def marked(tanya: Question, tanda: str, pasal: str) -> None:
    assert tanya.basis.mark is mark(tanda), f"tandanya {tanya.basis.mark}"
    contains(pasal, tanya.basis.citation)


@then(parsers.parse('bunyinya memuat "{kutipan}"'))
def quotes(tanya: Question, kutipan: str) -> None:
    contains(kutipan, tanya.basis.quote)


@then(parsers.parse('catatannya memuat "{catatan}"'))
def notes(tanya: Question, catatan: str) -> None:
    contains(catatan, tanya.basis.note)


@then(parsers.parse('belum diketahui karena "{alasan}"'))
def not_known(tanya: Question, alasan: str) -> None:
    value = tanya.entry.value
    open_form = isinstance(value, FormEntry) and not value.code
    assert open_form or getattr(value, "known", True) is False, f"{tanya.entry.name} diketahui"
    contains(alasan, tanya.entry.bases[-1].note if open_form else tanya.basis.note)


# Batas


@when(parsers.parse('batas "{aturan}" dihitung sejak "{mulai}" menurut edisi "{edisi}"'))
def counts(tanya: Question, aturan: str, mulai: str, edisi: str) -> None:
    tanya.counts(f"batas/{bare(aturan)}", edisi, mulai, WIB)


@when("diperpanjang")
def extended(tanya: Question) -> None:
    tanya.count.extended = True


@when(parsers.parse('fakta kedua "{fakta}" terjadi "{waktu}"'))
def second_start(tanya: Question, fakta: str, waktu: str) -> None:
    tanya.count.also[fakta] = waktu


@when(parsers.parse('di zona "{zona}"'))
def in_zone(tanya: Question, zona: str) -> None:
    tanya.count.zone = zona


@then(parsers.parse('batas itu berakhir "{berakhir}"'))
def ends(tanya: Question, berakhir: str) -> None:
    due = tanya.count.due(tanya.law).due
    assert len(berakhir) in (10, 16, 19), "tulis 2024-09-21 atau 2024-09-21T23:59"
    assert due.isoformat()[: len(berakhir)] == berakhir


@then(parsers.parse('tanggal amannya "{aman}"'))
def safe(tanya: Question, aman: str) -> None:
    found = tanya.count.due(tanya.law).safe
    assert len(aman) in (10, 16, 19), "tulis 2024-09-20 atau 2024-09-20T23:59"
    assert found.isoformat()[: len(aman)] == aman


@then(parsers.parse('perhitungannya ditolak karena "{alasan}"'))
def count_refused(tanya: Question, alasan: str) -> None:
    with pytest.raises(LawError) as refusal:
        tanya.count.due(tanya.law)
    contains(alasan, str(refusal.value))


@then(parsers.parse('akibatnya memuat "{akibat}"'))
def effect(tanya: Question, akibat: str) -> None:
    contains(akibat, tanya.count.rule.on_expiry)


@then(parsers.parse('tanda tanggalnya "{tanda}" karena "{bagian}"'))
def date_mark(tanya: Question, tanda: str, bagian: str) -> None:
    due = tanya.count.due(tanya.law)
    assert due.mark is mark(tanda)
    weak = {one.part for one in due.caveats if one.basis.mark is due.mark}
    assert bagian in weak, f"yang terlemah: {sorted(weak)}"


@then(parsers.parse('diperingatkan bahwa "{peringatan}"'))
def told_outside(tanya: Question, peringatan: str) -> None:
    contains(peringatan, tanya.edition.outside(tanya.count.due(tanya.law).start.date()))


@then("tidak diperingatkan")
def not_told(tanya: Question) -> None:
    due = tanya.count.due(tanya.law)
    assert not tanya.edition.outside(due.start.date())
    assert not tanya.edition.outside(due.due.date())


@then(parsers.parse('tanda tujuannya "{tanda}"'))
def destination_mark(tanya: Question, tanda: str) -> None:
    assert tanya.routed.mark is mark(tanda)


# Pasal


@when(parsers.parse('pasal "{aturan}" dibaca menurut edisi "{edisi}"'))
def reads_article(tanya: Question, aturan: str, edisi: str) -> None:
    tanya.read(f"pasal/{bare(aturan)}", edisi)


@then(parsers.parse('subjeknya memuat "{subjek}"'))
def addresses(tanya: Question, subjek: str) -> None:
    contains(subjek, tanya.article.subject)


@then(parsers.parse('perbuatannya memuat "{perbuatan}"'))
def forbids(tanya: Question, perbuatan: str) -> None:
    contains(perbuatan, tanya.article.act)


@then(parsers.parse('unsurnya memuat "{unsur}"'))
def has_element(tanya: Question, unsur: str) -> None:
    contains(unsur, "; ".join(tanya.article.elements))


@then(parsers.parse('unsurnya belum diketahui karena "{alasan}"'))
def elements_open(tanya: Question, alasan: str) -> None:
    assert not tanya.article.elements, tanya.article.elements
    contains(alasan, tanya.article.elements_note)


@then(parsers.parse('ancamannya memuat "{ancaman}"'))
def threatens(tanya: Question, ancaman: str) -> None:
    assert tanya.article.penalty_known, "ancamannya belum diketahui"
    contains(ancaman, tanya.article.penalties[0].text)


@then("ancamannya tidak diketahui")
def penalty_open(tanya: Question) -> None:
    assert not tanya.article.penalty_known, tanya.article.penalties


@then(
    parsers.parse('perbuatan "{perbuatan}" yang diputus "{diputus}" diancam "{ancaman}"'),
)
def threatens_act(tanya: Question, perbuatan: str, diputus: str, ancaman: str) -> None:
    contains(ancaman, penalty_words(tanya.judges(perbuatan, diputus).at_act))


@then(
    parsers.parse(
        'perbuatan "{perbuatan}" yang diputus "{diputus}" ancamannya belum diketahui '
        'karena "{alasan}"'
    )
)
def act_penalty_open(tanya: Question, perbuatan: str, diputus: str, alasan: str) -> None:
    found = tanya.judges(perbuatan, diputus).at_act
    assert not found.known, found.text
    contains(alasan, penalty_words(found))


@then(parsers.parse('saat diputus ancamannya "{ancaman}"'))
def threatens_later(tanya: Question, ancaman: str) -> None:
    later = tanya.sanction.later
    assert later is not None, "tidak ada ancaman lain pada hari putusan"
    contains(ancaman, penalty_words(later))


@then("hanya satu ancaman yang disebut")
def one_penalty(tanya: Question) -> None:
    assert tanya.sanction.later is None, tanya.sanction


@then("yang lebih menguntungkan yang diterapkan")
def favourable(tanya: Question) -> None:
    assert tanya.sanction.later is not None
    contains("lebih menguntungkan", tanya.edition.provisions[FAVOURABLE].text)


@then(parsers.parse('tanda ancamannya "{tanda}"'))
def penalty_mark(tanya: Question, tanda: str) -> None:
    assert tanya.sanction.at_act.mark is mark(tanda)


@then(parsers.parse('golongannya "{golongan}"'))
def classed(tanya: Question, golongan: str) -> None:
    assert tanya.article.violation_class == golongan


@then(parsers.parse('berlaku untuk perbuatan tanggal "{tanggal}"'))
def in_force(tanya: Question, tanggal: str) -> None:
    assert tanya.article in tanya.edition.violations.on(date.fromisoformat(tanggal))


@then(parsers.parse('tidak berlaku untuk perbuatan tanggal "{tanggal}"'))
def not_in_force(tanya: Question, tanggal: str) -> None:
    assert tanya.article not in tanya.edition.violations.on(date.fromisoformat(tanggal))


# Tujuan


@when(
    parsers.parse(
        '"{golongan}" oleh "{kategori}" diteruskan dari "{tingkat}" pada "{tanggal}" '
        'untuk wilayah "{wilayah}" menurut edisi "{edisi}"'
    )
)
def dispatches(
    tanya: Question,
    golongan: str,
    kategori: str,
    tingkat: str,
    tanggal: str,
    wilayah: str,
    edisi: str,
) -> None:
    region = None if wilayah == NONE else wilayah
    on = date.fromisoformat(tanggal)
    tanya.dispatches(edisi, Dispatch(golongan, kategori, tingkat, on, region))


@then(parsers.parse('tujuannya "{tujuan}"'))
def goes_to(tanya: Question, tujuan: str) -> None:
    answer = tanya.routed
    named = "; ".join(one.name for one in answer.agencies) or NONE
    assert answer.known, answer.note
    assert named == tujuan


@then(parsers.parse('formulirnya "{formulir}"'))
def on_form(tanya: Question, formulir: str) -> None:
    answer = tanya.routed
    assert (answer.form or NONE) == bare(formulir)


@then(parsers.parse('tujuannya tidak diketahui karena "{alasan}"'))
def nowhere(tanya: Question, alasan: str) -> None:
    answer = tanya.routed
    assert not answer.known, [one.name for one in answer.agencies]
    contains(alasan, answer.note)


@then(parsers.parse('aturan yang menjawab adalah "{aturan}"'))
def decided_by(tanya: Question, aturan: str) -> None:
    assert tanya.dispatch.rows(tanya.edition) == [f"tujuan/{bare(aturan)}"]


# Hasil


@when(
    parsers.parse(
        '"{hasil}" menurut pasal "{pasal}" diputuskan untuk "{kategori}" pada tahapan "{tahapan}" '
        'di tingkat "{tingkat}" menurut edisi "{edisi}"'
    )
)
def charges(
    tanya: Question,
    hasil: str,
    pasal: str,
    kategori: str,
    tahapan: str,
    tingkat: str,
    edisi: str,
) -> None:
    article = "" if pasal == NONE else pasal
    tanya.charges(edisi, Charge(hasil, article, kategori, tahapan, tingkat))


@then(parsers.parse('hasilnya "{jawaban}" karena "{alasan}"'))
def ruled(tanya: Question, jawaban: str, alasan: str) -> None:
    answer = tanya.charge.answer(tanya.edition)
    said = "mungkin" if answer.row.possible else "tidak mungkin"
    assert (said if answer.row.known else "belum diketahui") == jawaban
    assert answer.refused == (jawaban == "tidak mungkin")
    assert "{" not in answer.why + answer.cure
    if alasan != NONE:
        contains(alasan, answer.why)


@then(parsers.parse('baris yang menjawab adalah "{aturan}"'))
def ruled_by(tanya: Question, aturan: str) -> None:
    assert tanya.charge.rows(tanya.edition) == [f"hasil/{bare(aturan)}"]


# Syarat


@when(parsers.parse('syarat "{aturan}" dinilai tidak terpenuhi menurut edisi "{edisi}"'))
def not_met(tanya: Question, aturan: str, edisi: str) -> None:
    tanya.read(f"syarat/{bare(aturan)}", edisi)


@then(parsers.parse('pendaftaran tertahan dan menyebut "{pasal}"'))
def held_back(tanya: Question, pasal: str) -> None:
    one, met = tanya.unmet()
    found = standing(tanya.edition.requirements, met)
    assert hindering(tanya.edition.requirements, met) == (one,)
    assert not found["syarat_terpenuhi"]
    contains(pasal, one.basis.citation)
    if act := tanya.edition.acts.get("registrasi"):
        # Everything else the act needs holds, so what is left is the requirement's doing.
        everything = {name: True for need in act.needs for name in need.names()} | found
        answer = lifecycle.Lifecycle(tanya.edition).answer(
            act.id, act.from_stages[0], everything, act.roles[:1]
        )
        assert not answer.allowed


@then("pendaftaran tidak tertahan")
def not_held_back(tanya: Question) -> None:
    one, met = tanya.unmet()
    assert not one.binding
    assert standing(tanya.edition.requirements, met)["syarat_terpenuhi"]


@then(parsers.parse('kelompoknya "{kelompok}"'))
def grouped(tanya: Question, kelompok: str) -> None:
    assert tanya.unmet()[0].group.value == kelompok
