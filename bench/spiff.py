"""The acts of a case in SpiffWorkflow, whose state is kept as JSON in the transaction of each.

It knows the order of the acts and nothing of the law: who may act, which limits run, what follows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lxml import etree
from SpiffWorkflow import TaskState
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer

_BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_TABLE = "CREATE TABLE workflows (id INTEGER PRIMARY KEY, state TEXT NOT NULL)"


class Peer:
    """One workflow of so many acts, one after the other."""

    def __init__(self, acts: int) -> None:
        self.acts = [f"act-{number}" for number in range(acts)]
        parser = BpmnParser()
        parser.add_bpmn_xml(etree.fromstring(_model(self.acts)))
        self._spec = parser.get_spec("case")
        self._serializer = BpmnWorkflowSerializer()

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Make the table of the workflows."""
        connection.execute(_TABLE)

    def act(self, connection: sqlite3.Connection, number: int) -> None:
        """Do the next act of the one case there is, inside the transaction that is open."""
        workflow = self._begun() if number == 0 else self._read(connection)
        (task,) = workflow.get_tasks(state=TaskState.READY, manual=True)
        if task.task_spec.name != self.acts[number]:
            raise SystemExit(f"bench: {task.task_spec.name} instead of {self.acts[number]}")
        task.data[self.acts[number]] = {"by": 1, "at": "2024-09-19T09:00:00+07:00"}
        task.run()
        workflow.do_engine_steps()
        state = self._serializer.serialize_json(workflow)
        connection.execute("INSERT OR REPLACE INTO workflows (id, state) VALUES (1, ?)", (state,))

    def _begun(self) -> Any:
        workflow = BpmnWorkflow(self._spec)
        workflow.do_engine_steps()
        return workflow

    def _read(self, connection: sqlite3.Connection) -> Any:
        (state,) = connection.execute("SELECT state FROM workflows WHERE id = 1").fetchone()
        return self._serializer.deserialize_json(state)


def _model(acts: Sequence[str]) -> str:
    nodes = ["start", *acts, "end"]
    tasks = "".join(f'<manualTask id="{act}"/>' for act in acts)
    flows = "".join(
        f'<sequenceFlow id="flow-{number}" sourceRef="{one}" targetRef="{other}"/>'
        for number, (one, other) in enumerate(pairwise(nodes))
    )
    return (
        f'<definitions xmlns="{_BPMN}" id="house" targetNamespace="house">'
        f'<process id="case" isExecutable="true"><startEvent id="start"/>{tasks}'
        f'<endEvent id="end"/>{flows}</process></definitions>'
    )
