"""Steps of a scenario for acts that only date and reason, and for letters drafted anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.bootstrap import App
from casework.engine.law import Law
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import training
from casework.simulation.faults import ScenarioFault
from casework.simulation.play import play
from casework.simulation.reading import load
from casework.simulation.timeline import Timeline

SCENARIO = Path(__file__).with_name("corrected.yaml")
HEARD = Path(__file__).with_name("heard.yaml")


@pytest.fixture
def timeline(app: App) -> Timeline:
    """The scenario played without drawing."""
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        training.seed(work)
    return play(app, load(SCENARIO, app.law), draws=False, played=True)


def test_every_step_does_what_the_scenario_expects(timeline: Timeline) -> None:
    assert [one for _, one in timeline.broken] == []
    assert timeline.audit["faults"] == 0


def test_an_act_that_dates_and_reasons_moves_the_clock(timeline: Timeline) -> None:
    limits = [
        row
        for entry in timeline.to_json()["entries"]
        for row in entry["changes"]["deadlines"]
        if row["rule"] == "gakkumdu_1"
    ]
    assert [row["state"] for row in limits] == ["open", "met"]


def test_an_act_nobody_knows_is_refused_with_its_line(law: Law, tmp_path: Path) -> None:
    text = SCENARIO.read_text(encoding="utf-8")
    file = tmp_path / "uji.yaml"
    file.write_text(text.replace("catat_gakkumdu_1", "catat_entah"), encoding="utf-8")
    line = text[: text.index("act: catat_gakkumdu_1")].count("\n") + 1
    with pytest.raises(ScenarioFault, match="catat_entah") as fault:
        load(file, law)
    assert f":{line}: " in str(fault.value)


def test_a_hearing_is_played_from_the_report_to_what_kpu_did(app: App) -> None:
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        training.seed(work)
    played = play(app, load(HEARD, app.law), draws=False, played=True)
    assert [one for _, one in played.broken] == []
    assert [one.refused for one in played.entries if one.refused] == []
    assert played.audit["faults"] == 0
