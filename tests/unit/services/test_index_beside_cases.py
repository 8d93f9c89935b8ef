"""The index beside the cases that came: ranks that were planted are found, with their misses."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from casework.models import Office
from casework.services.core.work import Actor, Work
from casework.services.kerawanan import picture, rounds
from casework.services.kerawanan.rounds import Filled, NewRound
from tests.bureau import Bureau
from tests.migrations import rows

# Office, how likely it holds every item, how many cases came: ranks 1 2 3 4 and 1 2 4 3.
PLANTED = (("07.01", 0, 1), ("07.02", 1, 2), ("07.03", 2, 4), ("07.04", 3, 3))


def test_planted_ranks_are_found_beside_the_cases(bureau: Bureau) -> None:
    def look(work: Work) -> dict[str, int]:
        return {one.code: one.id for one in work.session.scalars(select(Office))}

    keys = bureau.read(look)
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        row = rounds.open_round(
            work,
            NewRound(
                "pemetaan-bengkulu", "Putaran 1", date(2023, 1, 1),
                datetime.fromisoformat("2024-10-01T16:00:00+07:00"),
                [keys[code] for code, _likely, _cases in PLANTED],
            ),
        )  # fmt: skip
        number, opened = row.id, row.opens_on
    for code, likely, cases in PLANTED:
        with bureau.app.unit_of_work(Actor.system(keys[code])) as work:
            told = [
                Filled(key, likelihood=likely, reason="Tanda.", prevention="imbauan")
                for key in work.law.kerawanan.edition("pemetaan-bengkulu").indicators
            ]
            rounds.save(work, number, told, send_after=True)
            for place in range(cases):
                work.session.add(
                    rows.case(
                        keys[code], event_date=opened, submission_key=f"{code}-{place}",
                        registration_number=f"{place}/Reg/LP/PG/Kab/{code}/IX/2024",
                    )
                )  # fmt: skip

    def after(work: Work) -> picture.Afterwards:
        found = rounds.rounds(work)[0]
        return picture.afterwards(work, found, picture.regions(work, found))

    seen = bureau.read(after)
    assert [one.cases for one in seen.rows] == [3, 4, 2, 1]
    assert seen.agreement is not None
    assert seen.agreement.n == len(PLANTED)
    assert seen.agreement.rho == pytest.approx(1 - 6 * 2 / (4 * 15))
    assert seen.agreement.interval is not None
    assert not any(one.missed for one in seen.rows)
