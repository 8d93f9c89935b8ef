"""The stages as a graph: one start, all reachable, no dead end, no act out of a final stage."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from casework.engine.act import Act
from casework.engine.edition import Edition
from casework.engine.proofs.fault import Fault


def faults(edition: Edition) -> Iterator[Fault]:
    """Walk the stages as a case would."""
    starts = [stage.id for stage in edition.stages.values() if stage.start]
    if len(starts) != 1:
        yield Fault("tahap", f"Harus ada tepat satu tahap awal, ada {len(starts)}: {starts}.")
        return
    edges = _edges(edition)
    # A case can be stopped or merged anywhere; a stage needs a way out of its own besides.
    own = _edges(edition, {act.id for act in edition.acts.values() if not _anywhere(edition, act)})
    # A finished case may be reopened, for a reason in words.
    plain = _edges(edition, {act.id for act in edition.acts.values() if not act.reasoned})
    reached = _from(starts[0], edges)
    finals = {stage.id for stage in edition.stages.values() if stage.final}
    if not finals:
        yield Fault("tahap", "Tidak ada tahap akhir; perkara tidak pernah selesai.")
    for stage in edition.stages.values():
        where = f"tahap {stage.id}"
        if stage.id not in reached:
            yield Fault(where, f"Tidak ada jalan dari {starts[0]} ke sini; tak akan dicapai.")
        after = sorted(plain.get(stage.id, set()) - {stage.id}) if stage.final else []
        if after:
            yield Fault(where, f"Tahap akhir, tetapi masih ada tindakan menuju {after}.")
        if not stage.final and not _from(stage.id, own) & finals:
            yield Fault(
                where, "Jalan buntu: dari sini tidak ada tindakan yang mengantar ke tahap akhir."
            )
        yield from _waiting(edition, stage.id)
    yield from _kinds(edition)
    for act in edition.acts.values():
        if not act.from_stages:
            yield Fault(f"tindakan {act.id}", "Tidak dapat dilakukan dari tahap mana pun.")


def _kinds(edition: Edition) -> Iterator[Fault]:
    """A case of each kind stays in the stages that are for its kind."""
    for (stage_id, kind), act in stands(edition).items():
        # A stage that does not exist is told elsewhere.
        kinds = edition.stages[stage_id].kinds if stage_id in edition.stages else ()
        if kinds and kind not in kinds:
            yield Fault(
                f"tahap {stage_id}",
                f"Hanya bagi {' dan '.join(kinds)}, tetapi {kind} sampai ke sini dengan {act.id}. "
                "Beri tindakan itu syarat (needs), atau tahapnya jenis itu (kinds).",
            )
    for act in edition.acts.values():
        reached = {kind for stage, kind in stands(edition) if stage in act.from_stages}
        if reached and not any(act.is_for(kind) for kind in reached):
            there = " dan ".join(sorted(reached))
            yield Fault(
                f"tindakan {act.id}",
                f"Tidak pernah dapat dilakukan: pada tahapnya hanya ada {there}.",
            )


def stands(edition: Edition) -> dict[tuple[str, str], Act]:
    """Every stage with every kind of case that can come to stand in it, and by which act."""
    found: dict[tuple[str, str], Act] = {}
    waiting = [
        (act.to_stage, act.begins.kind, act)
        for act in edition.acts.values()
        if act.begins and act.to_stage
    ]
    while waiting:
        stage, kind, by = waiting.pop()
        if (stage, kind) in found:
            continue
        found[stage, kind] = by
        waiting += [
            (act.to_stage, act.becomes or kind, act)
            for act in edition.acts.values()
            if act.to_stage and not act.begins and stage in act.from_stages and act.is_for(kind)
        ]
    return found


def _waiting(edition: Edition, stage_id: str) -> Iterator[Fault]:
    """A waiting stage has a limit with an effect and someone who opens it, or says why not."""
    stage = edition.stages[stage_id]
    if stage.final:
        return
    if not stage.limits and not stage.unlimited:
        yield Fault(f"tahap {stage_id}", "Menunggu tanpa batas waktu dan tanpa alasan (unlimited).")
    for name in stage.limits:
        rule = edition.deadlines.get(name)
        if rule is None:
            continue
        if not rule.on_expiry:
            yield Fault(f"batas {name}", "Tidak menyebut akibat bila lewat (on_expiry).")
        if not stage.start and not _opened(edition, name, stage_id):
            yield Fault(
                f"tahap {stage_id}",
                f"Menunggu batas {name}, tetapi tidak ada tindakan sebelum atau pada tahap ini "
                "yang membukanya; perkara menunggu selamanya.",
            )


def _opened(edition: Edition, rule: str, stage: str) -> bool:
    """Does an act on the way to the stage, or in it, open the limit?"""
    return any(
        stage in onward(edition, began)
        for act in edition.acts.values()
        if any(item.rule == rule for item in act.opens)
        for began in ((act.to_stage,) if act.to_stage else act.from_stages)
    )


def onward(edition: Edition, stage: str) -> set[str]:
    """The stages a case in `stage` can be in from now on, that one among them."""
    return _from(stage, _edges(edition))


def _anywhere(edition: Edition, act: Act) -> bool:
    """Is the act possible in every stage between the start and the ends?"""
    between = {one.id for one in edition.stages.values() if not one.start and not one.final}
    return between <= set(act.from_stages)


def _edges(edition: Edition, only: Collection[str] | None = None) -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for act in edition.acts.values():
        if act.to_stage is not None and (only is None or act.id in only):
            for stage in act.from_stages:
                edges.setdefault(stage, set()).add(act.to_stage)
    return edges


def _from(start: str, edges: dict[str, set[str]]) -> set[str]:
    reached = {start}
    waiting = [start]
    while waiting:
        for following in edges.get(waiting.pop(), set()) - reached:
            reached.add(following)
            waiting.append(following)
    return reached
