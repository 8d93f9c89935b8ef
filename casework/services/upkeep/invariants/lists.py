"""Lists, search and the picture say what the cases say: one line, its words, and every count."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from sqlalchemy import func, select

from casework.models import Case, CaseLine
from casework.services.cases import lines, rollups
from casework.services.cases.search import index
from casework.services.core.work import Work

BUNDLE = 500
MOST_READ = 2000
"""Of so many cases the words are made again and compared; above that a fresh sample of them."""


def faults(work: Work) -> Iterator[str]:
    """Compare the line of every case, and the words of up to `MOST_READ`."""
    yield from lines_of(work)
    yield from words_of(work)


def lines_of(work: Work) -> Iterator[str]:
    """Each case has one line, as it would be written now; cases are read in bundles."""
    after = 0
    while cases := _bundle(work, after):
        after = cases[-1].id
        stored = {
            row.case_id: row
            for row in work.session.scalars(
                select(CaseLine).where(CaseLine.case_id.in_([case.id for case in cases]))
            )
        }
        said = lines.of_cases(work, cases)
        for key, values in lines.expected(work, cases).items():
            line = stored.get(key)
            if line is None:
                yield f"perkara {key}: tidak ada dalam daftar"
                continue
            for name, again in {**values, "tags": said[key]}.items():
                kept = getattr(line, name)
                if kept != again:
                    yield f"perkara {key}, daftar, {name}: {kept}, seharusnya {again}"
        work.session.expunge_all()


def words_of(work: Work) -> Iterator[str]:
    """What search looks in is made of the texts of the cases, and of no case that is not there."""
    count = work.session.scalar(select(func.count()).select_from(Case)) or 0
    for key in index.without_case(work.session):
        yield f"perkara {key}: ada dalam pencarian, tetapi bukan perkara"
    keys = list(work.session.scalars(select(Case.id).order_by(Case.id)))
    if count > MOST_READ:
        keys = sorted(random.sample(keys, MOST_READ))
    for start in range(0, len(keys), BUNDLE):
        some = keys[start : start + BUNDLE]
        marks = dict(
            work.session.execute(
                select(CaseLine.case_id, CaseLine.mark).where(CaseLine.case_id.in_(some))
            ).all()
        )
        for case in work.session.scalars(select(Case).where(Case.id.in_(some))):
            found = index.read(work, case)
            if marks.get(case.id) != lines.own_mark(case) + found.mark:
                yield f"perkara {case.id}: kata-katanya dari teks yang lain"
            elif not index.same(work.session, case.id, found):
                yield f"perkara {case.id}: kata-kata dalam pencarian tidak sama dengan perkaranya"
        work.session.expunge_all()


def rollups_of(work: Work) -> Iterator[str]:
    """Every count of the picture is what counting the events and the lines again gives."""
    again, stored = rollups.counted(work.session), rollups.kept(work.session)
    for key in sorted(again.keys() | stored.keys()):
        if (kept := stored.get(key, 0)) != (is_ := again.get(key, 0)):
            office, figure, day, name = key
            yield f"kantor {office}, gambaran {figure} {name} {day}: {kept}, seharusnya {is_}"


def _bundle(work: Work, after: int) -> Sequence[Case]:
    query = select(Case).where(Case.id > after).order_by(Case.id).limit(BUNDLE)
    return work.session.scalars(query).all()
