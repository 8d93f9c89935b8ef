"""What the lifecycle reads of a case: the newest of everything, of one case as of many."""

from __future__ import annotations

from datetime import timedelta

from casework.models import Case, Finding, Opinion, Party, Review
from casework.services.cases import case_rows, facts
from casework.services.core.work import Work
from tests.bureau import Bureau


def judged(work: Work, case: Case, number: int, **met: bool) -> None:
    for name, yes in met.items():
        work.session.add(
            Finding(case_id=case.id, round=number, requirement=name, met=yes, reason="",
                    judged_at=work.now)
        )  # fmt: skip


def written(work: Work, case: Case, revision: int, *parties: int) -> None:
    review = Review(case_id=case.id, revision=revision, facts="", analysis="", conclusion="",
                    written_at=work.now)  # fmt: skip
    work.session.add(review)
    work.session.flush()
    for party in parties:
        work.session.add(
            Opinion(review_id=review.id, party_id=party, violation_class="bukan_pelanggaran")
        )


def test_the_newest_counts_and_what_this_transaction_changed_is_seen(bureau: Bureau) -> None:
    bureau.receive()
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        case = bureau.case(work)
        empty = case_rows.read(work, case)
        assert (empty.round, empty.judged, empty.reviewed) == (0, {}, None)
        (respondent,) = empty.respondents
        later = work.now + timedelta(hours=1)
        facts.put(work, case, {"diregistrasi": later})
        facts.put(work, case, {"diregistrasi": work.now}, "jam keliru")
        judged(work, case, 1, identitas=True, saksi=False)
        judged(work, case, 2, identitas=False)
        written(work, case, 1, respondent)
        written(work, case, 2)
        rows = case_rows.read(work, case)
        assert rows.times == facts.times(work, case)
        assert rows.times["diregistrasi"] == work.now
        assert (rows.round, rows.judged, rows.reviewed) == (2, {"identitas": False}, set())
        assert rows.has_reporter
        assert {one.rule for one in rows.limits} == {"kajian_awal"}


def test_many_cases_are_told_apart(bureau: Bureau) -> None:
    keys = [bureau.receive("a"), bureau.receive("b")]
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        one, two = cases = [work.session.get_one(Case, key) for key in keys]
        judged(work, one, 1, identitas=True)
        judged(work, two, 2, identitas=False)
        written(work, two, 1)
        work.session.add(Party(case_id=one.id, role="witness", ordinal=1, label="Saksi"))
        found = case_rows.read_many(work, cases)
        assert found == {case.id: case_rows.read(work, case) for case in cases}
        assert (found[one.id].round, found[two.id].round) == (1, 2)
        assert (found[one.id].reviewed, found[two.id].reviewed) == (None, set())
        assert facts.of_many(work, cases) == {case.id: facts.facts_of(work, case) for case in cases}
        assert case_rows.read_many(work, []) == {}
