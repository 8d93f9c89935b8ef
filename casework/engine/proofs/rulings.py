"""The table of outcomes: one row for every combination; and articles that can be charged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from casework.engine.basis import Cite
from casework.engine.categories import CATEGORIES, ViolationClass
from casework.engine.edition import Edition
from casework.engine.election import ElectionStage
from casework.engine.office import Level
from casework.engine.outcomes import RESERVED, OutcomeRow
from casework.engine.proofs.coverage import rests_on
from casework.engine.proofs.fault import Fault


def faults(edition: Edition) -> Iterator[Fault]:
    """Gaps and overlaps of the table, articles that nothing can come of, articles not read."""
    if edition.violations.classes:
        yield from _combinations(edition)
    yield from _idle_kinds(edition)
    yield from _without_outcome(edition)
    yield from _without_elements(edition)
    yield from _punished(edition)
    yield from _competence(edition)
    yield from _split(edition)


def _combinations(edition: Edition) -> Iterator[Fault]:
    """What has no row or several, told once for the same rows, outcome and kind."""
    kinds = (*edition.violations.kinds, *RESERVED)
    for outcome, kind in product(edition.violations.classes, kinds):
        rows = [one for one in edition.outcomes if outcome in one.outcomes and kind in one.kinds]
        told: dict[tuple[str, ...], str] = {}
        for category in CATEGORIES:
            some = [one for one in rows if category in one.categories]
            for stage, level in product(ElectionStage, Level):
                deciding = tuple(
                    one.id for one in some if stage in one.stages and level in one.levels
                )
                if len(deciding) != 1:
                    told.setdefault(deciding, f"terlapor {category}, tahapan {stage}, {level}")
        for deciding, example in told.items():
            where = f"{outcome}, {kind}, misalnya {example}"
            if deciding:
                story = f"Tumpang tindih: {where} punya baris {', '.join(deciding)}."
            else:
                story = f"Celah: {where} tidak punya baris."
            yield Fault("hasil", story)


def _idle_kinds(edition: Edition) -> Iterator[Fault]:
    used = {one.kind for one in edition.articles.values()}
    for kind in edition.violations.kinds:
        if kind not in used:
            yield Fault(f"jenis {kind}", "Tidak ada pasal yang berjenis ini.")


def _without_outcome(edition: Edition) -> Iterator[Fault]:
    """An article under which nothing but "no violation" can ever be decided is none to charge."""
    for article in edition.articles.values():
        open_rows = (one for one in edition.outcomes if article.kind in one.kinds)
        if not any(_finds(edition, one) for one in open_rows):
            yield Fault(
                f"pasal {article.id}",
                f"Tidak ada hasil yang mungkin untuk jenisnya ({article.kind}), kecuali bukan "
                "pelanggaran. Betulkan jenisnya, atau pindahkan ke provisions.yaml.",
            )


def _finds(edition: Edition, row: OutcomeRow) -> bool:
    classes = edition.violations.classes
    return row.possible and any(classes[one].violation for one in row.outcomes)


def _without_elements(edition: Edition) -> Iterator[Fault]:
    for article in edition.articles.values():
        if not article.legal_elements and not article.elements_note:
            yield Fault(
                f"pasal {article.id}",
                "Dapat disangkakan tetapi tidak punya unsur. Tulis unsurnya (elements), atau "
                "elements_known: false dengan alasannya (elements_note).",
            )


def _punished(edition: Edition) -> Iterator[Fault]:
    """What forbids names the article that threatens it, at most one on any day."""
    for article in edition.articles.values():
        where, found = f"pasal {article.id}", []
        for one in article.punished_by:
            by = edition.articles.get(one)
            if by is None or by.violation_class != ViolationClass.CRIME or one == article.id:
                yield Fault(
                    where, f'"punished_by" menyebut "{one}", yang bukan pasal ancaman pidana lain.'
                )
            else:
                found.append(by)
        for before, after in pairwise(found):
            ended, begins = before.in_force.until, after.in_force.since
            if ended is None or begins is None or begins < ended:
                yield Fault(
                    where,
                    f"{before.id} dan {after.id} sama-sama mengancamnya pada hari yang sama. Tulis "
                    "menurut urutan waktu, satu untuk setiap hari.",
                )


def _competence(edition: Edition) -> Iterator[Fault]:
    """An article that rests on nothing but a provision giving a power cannot be violated."""
    powers: dict[Cite, str] = {
        cite: one.id
        for one in edition.provisions.values()
        if one.competence
        for cite in one.basis.cites
    }
    for article in edition.articles.values():
        named = [next((powers[one] for one in powers if rests_on(one, cite)), None)
                 for cite in article.basis.cites]  # fmt: skip
        if named and all(named):
            yield Fault(
                f"pasal {article.id}",
                f"Hanya bertumpu pada ketentuan yang memberi kewenangan ({named[0]}), yang tidak "
                "dapat dilanggar. Hapus dari daftar pasal.",
            )
    for one in edition.provisions.values():
        if one.competence and one.id in edition.articles:
            yield Fault(
                f"ketentuan {one.id}",
                "Memberi kewenangan, tetapi juga terdaftar sebagai pasal yang dapat dilanggar.",
            )


def _split(edition: Edition) -> Iterator[Fault]:
    """What an article was split into are articles, and it is none any more."""
    for one in edition.provisions.values():
        for part in one.split:
            if part not in edition.articles:
                yield Fault(
                    f"ketentuan {one.id}",
                    f'Dipisah menjadi "{part}", yang tidak ada pada daftar pasal.',
                )
        if one.split and one.id in edition.articles:
            yield Fault(
                f"ketentuan {one.id}", "Sudah dipisah, tetapi masih terdaftar sebagai pasal."
            )
