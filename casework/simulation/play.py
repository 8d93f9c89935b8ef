"""Plays a scenario, act by act, through the real services."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select, update

from casework.bootstrap import App
from casework.errors import CaseworkError
from casework.models import Case, Deadline, Office, Officer, Outbox
from casework.models.deadline import DeadlineState
from casework.models.outbox import OutboxState
from casework.services.cases.record import audit_check
from casework.services.core import leases, outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.people import officers
from casework.services.upkeep import effects
from casework.simulation import sights
from casework.simulation.changes import changes, seen
from casework.simulation.expectations import Seen, compare
from casework.simulation.faults import ScenarioFault
from casework.simulation.scene import SceneClock, staged
from casework.simulation.script import ActScript, Scenario
from casework.simulation.sights import Sight
from casework.simulation.timeline import Changes, Entry, Timeline
from casework.simulation.turn import Turn

_OWNER = "simulate"
_SYSTEM = Actor.system(NO_OFFICE)


def settle(app: App, cases: Collection[int]) -> int:
    """Do everything that is due now for these cases, deadlines that ran out too; gives how much.

    The effects are those the flows perform; a fault of one (such as RenderFailed or
    DeliveryFailed) is raised.
    """
    count = 0
    while True:
        done = sum(_effects(app, case_id) for case_id in cases) + _limits(app, cases)
        if not done:
            return count
        count += done


def moments(app: App, clock: SceneClock, cases: Collection[int], to: datetime) -> Iterator[None]:
    """Set the clock to each moment up to `to` at which something comes due, at last to `to`."""
    while (upcoming := _next(app, cases)) is not None and upcoming <= to:
        clock.set(upcoming)
        yield
    clock.set(to)


def take_over(app: App) -> None:
    """Give back what an interrupted play had leased."""
    with app.unit_of_work(_SYSTEM) as work:
        leases.release(work, {_OWNER})


def forget(app: App, cases: Collection[int]) -> None:
    """Cancel what would come due after the play, so that it reaches nobody alive."""
    with app.unit_of_work(_SYSTEM) as work:
        work.session.execute(
            update(Outbox)
            .where(
                Outbox.case_id.in_(cases),
                Outbox.state == OutboxState.WAITING,
                Outbox.not_before > work.now,
            )
            .values(state=OutboxState.CANCELLED, done_at=work.now)
        )


def _effects(app: App, case_id: int) -> int:
    with app.unit_of_work(_SYSTEM) as work:
        jobs = outbox.claim(work, _OWNER, case_id=case_id, limit=50)
    for job in jobs:
        effects.perform(app, job)
    return len(jobs)


def _limits(app: App, cases: Collection[int]) -> int:
    with app.reading(_SYSTEM) as work:
        ours = set(work.session.scalars(select(Deadline.id).where(Deadline.case_id.in_(cases))))
        over = [found for found in expiry.overdue(work) if found[0] in ours]
    for deadline_id, office_id in over:
        expiry.expire(app, deadline_id, office_id)
    return len(over)


def _next(app: App, cases: Collection[int]) -> datetime | None:
    with app.reading(_SYSTEM) as work:
        row = work.session.scalar(
            select(Outbox.not_before)
            .where(
                Outbox.case_id.in_(cases),
                Outbox.state == OutboxState.WAITING,
                Outbox.not_before > work.now,
            )
            .order_by(Outbox.not_before)
            .limit(1)
        )
        due = work.session.scalar(
            select(Deadline.due_at)
            .where(Deadline.case_id.in_(cases), Deadline.state == DeadlineState.OPEN)
            .order_by(Deadline.due_at)
            .limit(1)
        )
    over = due + timedelta(seconds=1) if due else None
    found = [moment for moment in (row, over) if moment is not None]
    return min(found) if found else None


@dataclass
class _Play:
    app: App
    clock: SceneClock
    scenario: Scenario
    played: bool
    cases: dict[str, int] = field(default_factory=dict)
    sight: Sight = field(default_factory=Sight.nothing)
    entries: list[Entry] = field(default_factory=list)


def play(
    app: App,
    scenario: Scenario,
    *,
    draws: bool = True,
    played: bool = False,
    edition: str = "",
    first: int = 0,
    done: Callable[[int], None] = lambda index: None,
) -> Timeline:
    """Play on the installation's database, at the times of the script; gives the timeline.

    `played` marks the cases as not live. `first` is the act to go on with after an interruption,
    `done` is told the index of each act that was played. Expectations that fail are told, not
    raised. Raises ScenarioFault when the script asks for what is not there.
    """
    scene, clock, _ = staged(app, scenario.acts[first].at, draws=draws)
    stage = _Play(scene, clock, scenario, played, _received(app, scenario) if first else {})
    if first:
        take_over(scene)
    for index, act in enumerate(scenario.acts[first:], first):
        _pass(stage, act)
        _act(stage, act, judged=not edition)
        done(index)
    _pass(stage, None)
    forget(scene, tuple(stage.cases.values()))
    with scene.reading(Actor.system(NO_OFFICE)) as work:
        report = audit_check.verify(work, scene.anchors.read())
    return Timeline(
        scenario=scenario.id,
        title=scenario.title,
        office=app.law.offices[scenario.office].name,
        zone=scenario.zone,
        edition=edition,
        left_open=scenario.left_open,
        sources=tuple(asdict(one) for one in scenario.sources),
        stages={
            one.id: one.title
            for law in app.law.editions.values()
            for one in law.stages.values()
        },
        cases=stage.cases,
        entries=stage.entries,
        audit={"events": report.events, "rows": report.rows, "files": report.files,
               "faults": len(report.faults)},
    )  # fmt: skip


def _received(app: App, scenario: Scenario) -> dict[str, int]:
    keys = {scenario.key_of(name): name for name in scenario.reports}
    with app.reading(Actor.system(NO_OFFICE)) as work:
        rows = work.session.execute(
            select(Case.submission_key, Case.id).where(Case.submission_key.in_(tuple(keys)))
        )
        return {keys[key]: case for key, case in rows}


def _pass(stage: _Play, act: ActScript | None) -> None:
    """Let the time up to an act (or the end) pass and note what happened by itself."""
    to = act.at if act else stage.scenario.until
    keys = tuple(stage.cases.values())
    for _ in moments(stage.app, stage.clock, keys, to):
        settle(stage.app, keys)
        changed, _ = _look(stage, None)
        if changed.any:
            stage.entries.append(
                Entry(stage.clock.now(), "", "", "Waktu berjalan", "sistem", "Sistem", None,
                      invented=False, note="", line=0, changes=changed)
            )  # fmt: skip


def _act(stage: _Play, act: ActScript, *, judged: bool) -> None:
    actor, login = _actor(stage, act)
    turn = Turn(
        app=stage.app,
        scenario=stage.scenario,
        report=stage.scenario.reports[act.case],
        cases=stage.cases,
        actor=actor,
        at=act.at,
        line=act.line,
        played=stage.played,
        receive=lambda key: stage.cases.update({act.case: key}),
    )
    refused = None
    try:
        act.do(turn)
    except ScenarioFault:
        raise
    except CaseworkError as refusal:
        refused = str(refusal)
    settle(stage.app, tuple(stage.cases.values()))
    changed, there = _look(stage, act.case, refused)
    title = _titles(stage.app).get(act.act, act.act)
    stage.entries.append(
        Entry(act.at, act.case, act.act, title, act.by, login, refused, act.invented, act.note,
              act.line, changed, compare(act.expected, there) if judged else ())
    )  # fmt: skip


def _look(stage: _Play, case: str | None, refused: str | None = None) -> tuple[Changes, Seen]:
    with stage.app.reading(Actor.system(NO_OFFICE)) as work:
        sight = sights.look(work.session, stage.cases)
    before, stage.sight = stage.sight, sight
    key = stage.cases.get(case or "", 0)
    return changes(before, sight, key), seen(before, sight, key, case or "", refused)


def _actor(stage: _Play, act: ActScript) -> tuple[Actor, str]:
    """The first officer of the office with the role, or the office's system where "-" acts."""
    with stage.app.reading(Actor.system(NO_OFFICE)) as work:
        office = work.session.scalar(select(Office).where(Office.code == stage.scenario.office))
        if office is None:
            raise ScenarioFault(
                stage.scenario.path, 1, f"kantor {stage.scenario.office} belum ada di basis data."
            )
        if act.by == "-":
            return Actor.system(office.id), "Sistem"
        held: list[Officer] = officers.holders(work.session, office.id, (act.by,), act.at.date())
        if not held:
            raise ScenarioFault(
                stage.scenario.path, act.line,
                f'tidak ada petugas dengan peran "{act.by}" di kantor {office.code}.',
            )  # fmt: skip
        return officers.actor(work.session, held[0], office, act.at.date()), held[0].login


def _titles(app: App) -> Mapping[str, str]:
    named = {act.id: act.title for one in app.law.editions.values() for act in one.acts.values()}
    return named | {"buka_identitas": "Membuka identitas", "tambah_bukti": "Menambah bukti",
                    "tunggu": "Menunggu", "pilihan_kantor": "Memilih cara kantor"}  # fmt: skip
