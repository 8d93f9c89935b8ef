"""Every feature of this folder: the law, rule by rule. Steps about acts and numbers."""

from __future__ import annotations

from datetime import date

from pytest_bdd import parsers, scenarios, then, when

from casework.engine import numbering
from casework.engine.numbering import Numbering
from tests.features.hukum.questions import NONE, Question, View, bare, contains, facts, roles

scenarios("hukum")


@when(
    parsers.parse(
        'perkara pada tahap "{tahap}" dilihat oleh "{peran}" dengan fakta "{fakta}" '
        'menurut edisi "{edisi}"'
    )
)
def sees(tanya: Question, tahap: str, peran: str, fakta: str, edisi: str) -> None:
    held = facts(tanya.law.edition(edisi), fakta)
    tanya.views(edisi, View(tahap, roles(peran), held))


@then(parsers.parse('tindakan "{aturan}" boleh dilakukan'))
def allowed(tanya: Question, aturan: str) -> None:
    answer = tanya.ask(aturan)
    assert answer.allowed, [one.why for one in answer.missing]


@then(parsers.parse('tindakan "{aturan}" tertahan karena "{alasan}"'))
def held_back(tanya: Question, aturan: str, alasan: str) -> None:
    answer = tanya.ask(aturan)
    assert not answer.allowed, f"{aturan} boleh dilakukan"
    contains(alasan, "; ".join(f"{one.what}: {one.why}" for one in answer.missing))


@then(parsers.parse('tindakan "{aturan}" membawa perkara ke "{tahap_lain}"'))
def leads_to(tanya: Question, aturan: str, tahap_lain: str) -> None:
    answer = tanya.ask(aturan)
    assert answer.allowed, [one.why for one in answer.missing]
    assert (answer.act.to_stage or NONE) == tahap_lain


@then(parsers.parse('tindakan "{aturan}" membuka batas "{batas}"'))
def opens(tanya: Question, aturan: str, batas: str) -> None:
    assert bare(batas) in tanya.ask(aturan).act.opened(tanya.facts)


@then(parsers.parse('tindakan "{aturan}" tidak membuka batas "{batas}"'))
def opens_not(tanya: Question, aturan: str, batas: str) -> None:
    assert bare(batas) in tanya.edition.deadlines
    assert bare(batas) not in tanya.ask(aturan).act.opened(tanya.facts)


@then(parsers.parse('tindakan "{aturan}" memenuhi batas "{batas}"'))
def meets(tanya: Question, aturan: str, batas: str) -> None:
    assert bare(batas) in tanya.ask(aturan).act.met(tanya.facts)


@then(parsers.parse('tindakan "{aturan}" mencatat "{fakta}"'))
def records(tanya: Question, aturan: str, fakta: str) -> None:
    assert fakta in tanya.ask(aturan).act.records


@then(parsers.parse('tindakan "{aturan}" memerlukan alasan'))
def reasoned(tanya: Question, aturan: str) -> None:
    assert tanya.ask(aturan).act.reasoned


@then(
    parsers.parse(
        'nomor {jenis_nomor} ke-{urut:d} untuk "{jenis}" "{pemilihan}" tingkat "{tingkat}" '
        'wilayah "{wilayah}" pada "{tanggal}" adalah "{nomor}"'
    )
)
def case_number(
    tanya: Question,
    jenis_nomor: str,
    urut: int,
    jenis: str,
    pemilihan: str,
    tingkat: str,
    wilayah: str,
    tanggal: str,
    nomor: str,
) -> None:
    given = {"penerimaan": numbering.receipt, "registrasi": numbering.registration}[jenis_nomor]
    patterns = tanya.entry.value
    assert isinstance(patterns, Numbering)
    on = date.fromisoformat(tanggal)
    assert given(patterns, urut, jenis, pemilihan, tingkat, wilayah, on) == nomor


@then(parsers.parse('nomor surat ke-{urut:d} kantor "{kantor}" pada "{tanggal}" adalah "{nomor}"'))
def letter_number(tanya: Question, urut: int, kantor: str, tanggal: str, nomor: str) -> None:
    pattern = tanya.edition.numbering.letter_pattern(kantor)
    on = date.fromisoformat(tanggal)
    assert numbering.letter(pattern, urut, on, region=kantor) == nomor
