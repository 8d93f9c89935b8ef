"""How the steps of a batch are put into tasks: all of them for one case, few for many cases."""

from __future__ import annotations

from prefect.client.schemas.objects import State, TaskRun
from prefect.states import Failed

from casework.errors import Unavailable
from casework.services.core.batches import MOST_CASES
from casework.services.upkeep.effects import EffectFailed
from casework.services.upkeep.steps import Step
from flows import cases
from flows.cases import CASES_A_TASK, rows_of, tracks_of


def planned(case_id: int | None, *names: str) -> list[Step]:
    return [Step(100 * (case_id or 0) + n, case_id, name, False) for n, name in enumerate(names)]


def test_a_run_of_one_case_shows_each_step_in_its_order() -> None:
    (track,) = tracks_of(planned(7, "periksa", "gambar A.3", "beri tahu"))
    parts = list(track)
    assert [part.name for part in parts] == ["periksa", "gambar A.3", "beri tahu"]
    assert rows_of(parts)[1] == {"perkara": "7", "langkah": "gambar A.3", "hasil": "–"}


def test_a_run_of_many_cases_has_few_tasks_that_name_their_cases() -> None:
    steps = [step for n in range(1, MOST_CASES + 1) for step in planned(n, "gambar A.3", "konsep")]
    parts = [part for track in tracks_of(steps) for part in track]
    assert len(parts) == MOST_CASES / CASES_A_TASK
    assert parts[0].name == "perkara 1, 2, 3, 4, 5"
    assert sorted(step.row_id for part in parts for step in part.steps) == [
        step.row_id for step in steps
    ]


def test_only_a_database_that_is_away_is_asked_again_by_prefect() -> None:
    task, run = cases.perform, TaskRun(task_key="x", dynamic_key="0")
    away: State[None] = Failed(data=Unavailable("nanti"))
    assert task.retries == len(task.retry_delay_seconds) > 0
    assert task.retry_condition_fn is not None
    assert task.retry_condition_fn(task, run, away)
    # Of what an effect made of it the outbox keeps the next try.
    assert not task.retry_condition_fn(task, run, Failed(data=EffectFailed("baris")))


def test_work_of_no_case_is_a_part_too() -> None:
    parts = [part for track in tracks_of([*planned(None, "x"), *planned(3, "y")]) for part in track]
    assert [part.name for part in parts] == ["perkara –, 3"]
