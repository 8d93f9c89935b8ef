"""From the text of a scenario file to a script; whatever is wrong is named with its line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from casework.engine.law import Law
from casework.engine.loading.block import Block, compose, fault
from casework.engine.refusals import RuleFileFault
from casework.simulation.expectations import expected
from casework.simulation.faults import ScenarioFault
from casework.simulation.reports import reports
from casework.simulation.script import ActScript, Scenario, Source
from casework.simulation.steps import STEPS, plain
from casework.simulation.times import moment


def load(file: Path, law: Law) -> Scenario:
    """Read a scenario file. Raises ScenarioFault naming file and line."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as broken:
        raise ScenarioFault(str(file), 1, f"tidak dapat dibaca: {broken.strerror}.") from broken
    except UnicodeDecodeError as broken:
        raise ScenarioFault(
            str(file), 1, "bukan teks UTF-8. Simpan kembali berkas ini sebagai UTF-8."
        ) from broken
    try:
        return _scenario(compose(str(file), text), str(file), law)
    except RuleFileFault as broken:
        raise ScenarioFault(broken.path, broken.line, broken.text) from broken


def _scenario(top: Block, path: str, law: Law) -> Scenario:
    code = top.text("office")
    if code not in law.offices:
        fault(top.node_of("office"), f'kantor "{code}" tidak ada pada rules/offices/.')
    zone = law.offices[code].zone
    election = top.text("election")
    if election not in law.elections:
        known = ", ".join(law.elections)
        fault(top.node_of("election"), f'pemilihan "{election}" tidak dikenal; ada: {known}.')
    told = reports(top, law)
    acts = _acts(top, law, zone, tuple(told))
    until = moment(top, "until", zone) if "until" in top else acts[-1].at
    if until < acts[-1].at:
        fault(top.node_of("until"), '"until" lebih awal daripada tindakan terakhir.')
    scenario = Scenario(
        path=path,
        id=top.text("scenario"),
        title=top.text("title"),
        regime=top.text("regime", "pemilihan"),
        office=code,
        zone=zone,
        election=election,
        facts=_facts(top, law, election),
        sources=tuple(_source(block) for block in top.blocks("sources")),
        left_open=top.text("left_open", "-"),
        reports=told,
        acts=acts,
        until=until,
    )
    top.close()
    return scenario


def _facts(top: Block, law: Law, election: str) -> dict[str, date]:
    """Dated facts of the election the scenario hangs on; they must agree with the law data."""
    if "facts" not in top:
        return {}
    block = top.block("facts")
    found = {}
    for name in block.keys:
        day = block.day(name)
        known = law.elections[election].facts.get(name)
        if known is None:
            fault(block.node_of(name), f'fakta "{name}" tidak ada pada pemilihan {election}.')
        if known.on != day:
            fault(
                block.node_of(name),
                f'fakta "{name}" pada rules/elections/ adalah {known.on}, bukan {day}.',
            )
        found[name] = day
    return found


def _source(block: Block) -> Source:
    source = Source(block.text("id"), block.text("url", "-"), block.text("says"))
    block.close()
    return source


def _acts(top: Block, law: Law, zone: str, names: tuple[str, ...]) -> tuple[ActScript, ...]:
    found: list[ActScript] = []
    for block in top.blocks("acts"):
        act = _act(block, law, zone, names)
        if found and act.at < found[-1].at:
            fault(block.node_of("at"), "tindakan ini lebih awal daripada tindakan sebelumnya.")
        found.append(act)
    if not found:
        fault(top.node, 'skenario ini tidak punya tindakan. Isi "acts".')
    return tuple(found)


def _act(block: Block, law: Law, zone: str, names: tuple[str, ...]) -> ActScript:
    act_id = block.text("act")
    if act_id not in STEPS and not plain.is_plain(law, act_id):
        fault(
            block.node_of("act"),
            f'tindakan "{act_id}" tidak dikenal; ada: {", ".join(STEPS)}, dan setiap tindakan pada '
            "lifecycle.yaml yang hanya mencatat waktu dan alasan.",
        )
    case = block.text("case", names[0])
    if case not in names:
        fault(block.node_of("case"), f'laporan "{case}" tidak ada; ada: {", ".join(names)}.')
    inputs = block.block("with") if "with" in block else None
    at: datetime = moment(block, "at", zone)
    given, place = inputs or _nothing(block), ZoneInfo(zone)
    do = STEPS[act_id](given, place) if act_id in STEPS else plain.read(act_id, given, place)
    if inputs is not None:
        inputs.close()
    act = ActScript(
        line=block.node.start_mark.line + 1,
        at=at,
        by=block.text("by", "-"),
        act=act_id,
        case=case,
        invented=block.flag("invented", default=False),
        note=block.text("note", "-"),
        do=do,
        expected=expected(block),
    )
    block.close()
    return act


def _nothing(block: Block) -> Block:
    """An empty set of inputs at the place of the act, so that a missing one names its line."""
    node = type(block.node)(block.node.tag, [], block.node.start_mark, block.node.end_mark)
    return Block(node, '"with" (isian tindakan)')
