"""Training data: two played rounds of the eleven offices of Bengkulu; every answer is invented."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select

from casework.engine.kerawanan import Indicator, PreventionForm
from casework.errors import SettingsError
from casework.models import Office, VulnerabilityRound
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor, Work
from casework.services.kerawanan import reach, rounds, tasks
from casework.services.kerawanan.rounds import Filled, NewRound
from casework.services.kerawanan.tasks import NewTask
from casework.services.people import officers
from casework.services.people.training import LEBONG, PROVINCE

EDITION = "pemetaan-bengkulu"
TITLES = ("Putaran 1 (rekaan untuk latihan)", "Putaran 2 (rekaan untuk latihan)")
INVENTED = "Jawaban rekaan untuk latihan, bukan keadaan sebenarnya."
_LEFT_OPEN = (PROVINCE, LEBONG)
"""The offices with training staff: they answer the second round themselves."""


def play(door: Door) -> int:
    """Play both rounds where there are none; gives how many were added.

    Raises SettingsError outside training.
    """
    with door.reading(Actor.system(NO_OFFICE)) as work:
        if not work.training:
            raise SettingsError("Putaran rekaan hanya dibuat dengan CASEWORK_MODE=training.")
        if work.session.scalar(select(VulnerabilityRound.id).limit(1)) is not None:
            return 0
        province = work.session.scalar(select(Office.id).where(Office.code == PROVINCE))
        if province is None:
            return 0
        offices = {one.id: one.code for one in reach.below(work, province)}
    for number, title in enumerate(TITLES):
        with door.unit_of_work(Actor.system(province)) as work:
            row = rounds.open_round(
                work,
                NewRound(
                    EDITION, title, date(reach.today(work).year - 3, 1, 1),
                    work.now + timedelta(days=7), list(offices),
                ),
            )  # fmt: skip
            key = row.id
        for office_id, code in offices.items():
            if number and code in _LEFT_OPEN:
                continue
            with door.unit_of_work(Actor.system(office_id)) as work:
                rounds.save(work, key, _answers(work, code, number), send_after=True)
        with door.unit_of_work(Actor.system(province)) as work:
            _review(work, key, close=not number)
        if not number:
            with door.unit_of_work(_leader(door, province)) as work:
                _plan(work, key)
    return len(TITLES)


def _leader(door: Door, office_id: int) -> Actor:
    with door.reading(Actor.system(office_id)) as work:
        office, day = work.session.get_one(Office, office_id), reach.today(work)
        held = officers.holders(work.session, office_id, ("coordinator",), day)
        return officers.actor(work.session, held[0], office, day)


def _review(work: Work, key: int, *, close: bool) -> None:
    row = reach.opened_round(work, key)
    given = [one.id for one, _office in rounds.sheets_of(work, row) if one.state in rounds.GIVEN]
    for sheet in given[: None if close else -3]:
        rounds.accept(work, key, sheet)
    if close:
        rounds.close(work, key, "")


def _plan(work: Work, key: int) -> None:
    """Every other warning has a task; the rest stands open on the page."""
    me = work.actor.officer_id or 0
    for place, one in enumerate(tasks.warnings(work, reach.round_of(work, key))):
        if place % 2 == 0:
            form = one.answer.prevention or PreventionForm.APPEAL
            tasks.plan(
                work, key, one.answer.id,
                NewTask(form, one.answer.proposal, reach.today(work) + timedelta(days=10), me,
                        "KPU dan Panwascam"),
            )  # fmt: skip


def _answers(work: Work, code: str, number: int) -> Iterator[Filled]:
    forms = list(PreventionForm)
    for indicator in work.law.kerawanan.edition(EDITION).indicators.values():
        chance = _chance(code, indicator)
        likely = (0, 0, 1, 1, 1, 1, 2, 2, 2, 3)[(chance + number * (chance % 3)) % 10]
        times = (chance // 10) % 3
        warned = likely == 3
        yield Filled(
            indicator.id,
            times,
            1 + chance // 100 % 3 if times else None,
            likely,
            INVENTED if likely else "",
            "",
            forms[chance % len(forms)] if warned else "",
            "Kegiatan rekaan untuk latihan" if warned else "",
        )


def _chance(code: str, indicator: Indicator) -> int:
    """A number that is the same each time; nothing about the region is told by it."""
    return zlib.crc32(f"{code}:{indicator.id}".encode())
