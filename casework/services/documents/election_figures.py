"""What the cases of one election come to at an office, in numbers: counted here and nowhere else.

Every case is counted, also one the reader is kept away from, as the books do; nothing here is
about a single one, and no person's name is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select

from casework.engine.categories import CATEGORIES, VIOLATION_CLASSES, ViolationClass, on_paper
from casework.errors import NotFound
from casework.models import (
    Case,
    Deadline,
    Office,
    Outcome,
    Party,
    Referral,
    ReferralItem,
    Transfer,
    TransferStep,
)
from casework.models.case import CaseKind
from casework.models.deadline import UNMET, DeadlineState
from casework.models.party import RESPONDENTS
from casework.models.referral import ItemState
from casework.models.transfer import Passage
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.documents import registers

TOTAL = "Jumlah"
KINDS: Mapping[CaseKind, str] = {
    CaseKind.REPORT: "Laporan",
    CaseKind.FINDING: "Temuan",
    CaseKind.INFORMATION: "Informasi awal",
}
_ANSWERS: tuple[tuple[str, frozenset[ItemState]], ...] = (
    ("Ditindaklanjuti", frozenset({ItemState.FOLLOWED_UP})),
    ("Tidak ditindaklanjuti", frozenset({ItemState.NOT_FOLLOWED})),
    ("Tidak dijawab", frozenset({ItemState.UNANSWERED})),
    ("Diterima, belum dijawab", frozenset({ItemState.ACCEPTED})),
    ("Belum sampai", frozenset({ItemState.PLANNED, ItemState.SENT, ItemState.FAILED})),
    ("Kembali atau dialihkan", frozenset({ItemState.RETURNED, ItemState.REROUTED})),
)


@dataclass(frozen=True)
class Table:
    """Counts under one title: what the rows are, the columns, and each row with its numbers.

    `total` is false where a sum of the rows would count something twice.
    """

    id: str
    title: str
    of: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    total: bool = True

    @property
    def largest(self) -> tuple[int, ...]:
        """The largest number of each column."""
        return tuple(map(max, zip(*(counts for _, counts in self.rows), strict=True)))

    @property
    def sums(self) -> tuple[int, ...]:
        """The sum of each column."""
        return tuple(map(sum, zip(*(counts for _, counts in self.rows), strict=True)))


@dataclass(frozen=True)
class Figures:
    """The tables of one election at one office, or at all whose books the reader may open.

    `first` and `last` are when the first and the last case came in; None without any.
    """

    election: str
    title: str
    offices: tuple[Office, ...]
    cases: int
    first: datetime | None
    last: datetime | None
    tables: tuple[Table, ...]


def elections(work: Work) -> list[tuple[str, str]]:
    """The elections with a case at an office whose books the reader may open, by id with title."""
    rows = work.session.scalars(
        select(Case.election)
        .where(Case.office_id.in_(access.offices(work)))
        .group_by(Case.election)
        .order_by(func.max(Case.id).desc())
    )
    return [(one, _title(work, one)) for one in rows]


def figures(work: Work, election: str, office: str = "") -> Figures:
    """Count the cases of an election at the office with that code, "" for all.

    Raises NotFound for an election that has no case there.
    """
    offices = tuple(one for one in registers.offices(work) if office in ("", one.code))
    here = Case.office_id.in_([one.id for one in offices])
    scope = select(Case.id).where(Case.election == election, here)
    count, first, last = work.session.execute(
        select(func.count(), func.min(Case.received_at), func.max(Case.received_at)).where(
            Case.election == election, here
        )
    ).one()
    if not count:
        raise NotFound("Belum ada perkara pemilihan itu pada kantor yang dipilih.")
    made = (
        *_kinds_and_stages(work, scope),
        _outcomes(work, scope),
        _articles(work, scope),
        _categories(work, scope),
        _deadlines(work, scope),
        _agencies(work, scope),
        _passages(work, election, [one.id for one in offices]),
    )
    return Figures(
        election,
        _title(work, election),
        offices,
        count,
        first,
        last,
        tuple(one for one in made if one.rows),
    )


def _title(work: Work, election: str) -> str:
    found = work.law.elections.get(election)
    return found.title if found else election


Scope = Select[int]


def _kinds_and_stages(work: Work, scope: Scope) -> Iterator[Table]:
    registered = func.count(func.nullif(Case.registration_number, ""))
    rows = work.session.execute(
        select(Case.kind, Case.stage, Case.edition, Case.revision, registered, func.count())
        .where(Case.id.in_(scope))
        .group_by(Case.kind, Case.stage, Case.edition, Case.revision)
    ).all()
    kinds: Counter[tuple[CaseKind, str]] = Counter()
    stages: Counter[tuple[str, CaseKind]] = Counter()
    order: dict[str, int] = {}
    for kind, stage, edition, revision, numbered, count in rows:
        known = work.law.edition(edition, revision).stages
        title = known[stage].title if stage in known else stage
        order.setdefault(title, [*known].index(stage) if stage in known else len(known))
        ended = stage in known and known[stage].final
        kinds[kind, "all"] += count
        kinds[kind, "registered"] += numbered
        kinds[kind, "ended" if ended else "open"] += count
        stages[title, kind] += count
    yield Table(
        "jenis",
        "Penerimaan menurut jenis",
        "Jenis",
        (TOTAL, "Diregistrasi", "Berakhir", "Masih ditangani"),
        tuple(
            (words, tuple(kinds[kind, one] for one in ("all", "registered", "ended", "open")))
            for kind, words in KINDS.items()
            if kinds[kind, "all"]
        ),
    )
    yield Table(
        "tahap",
        "Keadaan menurut tahap",
        "Tahap",
        (*KINDS.values(), TOTAL),
        tuple(
            (title, (*(stages[title, kind] for kind in KINDS), _sum(stages, title)))
            for title in sorted(order, key=lambda one: (order[one], one))
        ),
    )


def _sum(counted: Mapping[tuple[str, CaseKind], int], title: str) -> int:
    return sum(count for (one, _kind), count in counted.items() if one == title)


def _outcomes(work: Work, scope: Scope) -> Table:
    rows = work.session.execute(
        select(
            Outcome.violation_class,
            func.count(Outcome.case_id.distinct()),
            func.count(Outcome.party_id.distinct()),
            func.count(),
        )
        .where(Outcome.case_id.in_(scope))
        .group_by(Outcome.violation_class)
    )
    found = {one: tuple(counts) for one, *counts in rows}
    return Table(
        "hasil",
        "Hasil penanganan",
        "Hasil",
        ("Perkara", "Terlapor atau objek", "Putusan"),
        tuple((words, found[one]) for one, words in _classes() if one in found),
        # A case has several outcomes, and a respondent several articles.
        total=False,
    )


def _classes() -> Iterable[tuple[ViolationClass, str]]:
    return ((ViolationClass(one), words) for one, words in VIOLATION_CLASSES.items())


def _articles(work: Work, scope: Scope) -> Table:
    counted: Counter[tuple[str, bool]] = Counter()
    rows = work.session.execute(
        select(Case.edition, Case.revision, Outcome.article, Outcome.violation_class, func.count())
        .join(Case, Case.id == Outcome.case_id)
        .where(Outcome.case_id.in_(scope))
        .group_by(Case.edition, Case.revision, Outcome.article, Outcome.violation_class)
    )
    for edition, revision, article, violation, count in rows:
        name = work.law.edition(edition, revision).article_name(article) if article else ""
        counted[name or "Tanpa pasal", violation != ViolationClass.NONE] += count
    names = sorted({name for name, _ in counted})
    return Table(
        "pasal",
        "Ketentuan yang dinilai",
        "Ketentuan",
        ("Pelanggaran atau dugaan pelanggaran", "Bukan pelanggaran", TOTAL),
        tuple(
            (name, (counted[name, True], counted[name, False],
                    counted[name, True] + counted[name, False]))
            for name in names
        ),
    )  # fmt: skip


def _categories(work: Work, scope: Scope) -> Table:
    rows = work.session.execute(
        select(Party.category, func.count())
        .where(Party.case_id.in_(scope), Party.role.in_(RESPONDENTS))
        .group_by(Party.category)
    ).all()
    found = dict(rows)
    return Table(
        "terlapor",
        "Terlapor dan objek menurut kategori",
        "Kategori",
        (TOTAL,),
        tuple(
            (on_paper(one) or "Belum diketahui", (found[one],))
            for one in sorted(found, key=lambda one: [*CATEGORIES, one].index(one))
        ),
    )


def _deadlines(work: Work, scope: Scope) -> Table:
    of_scope = Deadline.case_id.in_(scope)
    counted: dict[tuple[str, DeadlineState], int] = {
        (title, state): count
        for title, state, count in work.session.execute(
            select(Deadline.title, Deadline.state, func.count())
            .where(of_scope)
            .group_by(Deadline.title, Deadline.state)
        )
    }
    # One that ran out a moment ago may still be called running.
    over = dict(
        work.session.execute(
            select(Deadline.title, func.count())
            .where(of_scope, Deadline.state == DeadlineState.OPEN, Deadline.due_at < work.now)
            .group_by(Deadline.title)
        ).all()
    )
    rows = []
    for title in sorted({title for title, _ in counted}):
        met, late, expired, gone = (
            counted.get((title, one), 0)
            for one in (
                DeadlineState.MET,
                DeadlineState.LATE_MET,
                DeadlineState.EXPIRED,
                DeadlineState.SUPERSEDED,
            )
        )
        unmet = sum(counted.get((title, one), 0) for one in UNMET)
        passed = expired + over.get(title, 0)
        rows.append((title, (met, late, passed, unmet - passed, gone)))
    return Table(
        "tenggat",
        "Ketepatan waktu",
        "Batas waktu",
        ("Tepat waktu", "Terlambat", "Lewat, belum dipenuhi", "Berjalan", "Tidak berlaku lagi"),
        tuple(rows),
    )


def _agencies(work: Work, scope: Scope) -> Table:
    letters = dict(
        work.session.execute(
            select(Referral.addressee, func.count(Referral.id.distinct()))
            .join(ReferralItem, ReferralItem.referral_id == Referral.id)
            .where(Referral.case_id.in_(scope), ReferralItem.state != ItemState.VOID)
            .group_by(Referral.addressee)
        ).all()
    )
    items: dict[tuple[str, ItemState], int] = {
        (addressee, state): count
        for addressee, state, count in work.session.execute(
            select(Referral.addressee, ReferralItem.state, func.count())
            .join(ReferralItem, ReferralItem.referral_id == Referral.id)
            .where(Referral.case_id.in_(scope))
            .group_by(Referral.addressee, ReferralItem.state)
        )
    }
    return Table(
        "instansi",
        "Penerusan dan jawaban instansi",
        "Instansi",
        ("Surat", *(words for words, _ in _ANSWERS)),
        tuple(
            (one, (count, *(sum(items.get((one, state), 0) for state in states)
                            for _, states in _ANSWERS)))
            for one, count in sorted(letters.items())
        ),
    )  # fmt: skip


def _passages(work: Work, election: str, offices: list[int]) -> Table:
    received = (
        select(func.count())
        .select_from(Transfer)
        .join(Case, Case.id == Transfer.case_id)
        .join(TransferStep, TransferStep.transfer_id == Transfer.id)
        .where(Case.election == election, TransferStep.step == Passage.RECEIVED)
    )
    there, here = Transfer.to_office_id.in_(offices), Transfer.from_office_id.in_(offices)
    came = work.session.scalar(received.where(there, ~here)) or 0
    went = work.session.scalar(received.where(here, ~there)) or 0
    rows = (("Diterima dari kantor lain", (came,)), ("Diserahkan kepada kantor lain", (went,)))
    return Table(
        "pelimpahan", "Perkara yang berpindah kantor", "Perpindahan", (TOTAL,),
        rows if came or went else (), total=False,
    )  # fmt: skip
