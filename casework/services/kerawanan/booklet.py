"""The booklet for a coordination meeting: agenda, map, a page a region, and the agreed tasks."""

from __future__ import annotations

from decimal import Decimal
from zoneinfo import ZoneInfo

from casework.document_data import to_plain
from casework.engine.kerawanan import Axis, IndexEdition, Score, Tile
from casework.engine.papers.kerawanan import (
    AgreedTask,
    BukuRakor,
    MapTile,
    Profile,
    ProfileItem,
    RankLine,
)
from casework.engine.words import long_date
from casework.models import Office, Officer, PreventionTask
from casework.models.kerawanan import TaskState
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.documents.data.source import letterhead_of
from casework.services.kerawanan import picture, reach, rounds, tasks
from casework.services.kerawanan.picture import Region

FORM, LAYOUTS = "buku_rakor", "pemilihan-2020"
MOST_ITEMS, MOST_TASKS = 10, 6
"""What one page about a region holds."""
OWN = (
    "Susunan sendiri, bukan indeks Bawaslu: bobot, tingkat kejadian, rumus, dan batas kelasnya "
    "ditetapkan di sini; sumbu dan tahap usulan kantor. Tidak dapat dibandingkan dengan IKP."
)


def take(work: Work, round_id: int) -> dict[str, object]:
    """The plain values of the booklet of a round the own office opened; that it was taken is told.

    Raises NotFound.
    """
    row = reach.opened_round(work, round_id)
    edition = reach.edition(work, row)
    office = work.session.get_one(Office, work.actor.office_id)
    local = work.now.astimezone(ZoneInfo(office.zone))
    found = picture.regions(work, row)
    ranked = picture.ranked(found)
    warned = tasks.warnings(work, row)
    made: dict[str, list[PreventionTask]] = {}
    for one in warned:
        for task in one.tasks:
            if task.state is not TaskState.DROPPED:
                made.setdefault(one.sheet.region, []).append(task)
    names = {one.id: one.name for one in found}
    ends = row.closed_at or row.closes_at
    end = long_date(ends.astimezone(ZoneInfo(office.zone)).date())
    audit.record(work, "buku_rakor_diunduh", detail={"round": row.id})
    paper = BukuRakor(
        letterhead=letterhead_of(office),
        reference=row.title,
        dated=local.isoformat(timespec="seconds"),
        round=row.title,
        edition=edition.title,
        own=OWN,
        state=f"ditutup {end}" if row.closed_at else f"masih diisi sampai {end}",
        axis_names=tuple(axis.capitalize() for axis in Axis),
        classes=tuple(
            f"{one.title}, {_said(one.lower)} sampai {_said(one.upper)}" for one in edition.classes
        ),
        tiles=_tiles(work, edition, found),
        ranking=tuple(_line(edition, region, score) for region, score in ranked),
        open_warnings=tuple(
            f"{names[one.sheet.region]}: {_item(edition, one.answer.indicator)}"
            for one in warned
            if one.open
        ),
        profiles=tuple(
            _profile(work, edition, region, score, made.get(region.id, []))
            for region, score in ranked
            if not region.province
        ),
        tasks=tuple(_agreed(work, edition, names, task) for told in made.values() for task in told),
        place=office.city,
        date=long_date(local.date()),
    )
    return to_plain(paper)


def _said(value: Decimal | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def _value(score: Score) -> str:
    if score.value is not None:
        return _said(score.value)
    return f"antara {_said(score.low)} dan {_said(score.high)}"


def _title(edition: IndexEdition, region: Region, score: Score) -> str:
    found = edition.class_of(score.value, region.province)
    return found.title if found else ""


def _axes(score: Score) -> tuple[str, ...]:
    return tuple(_said(score.only(axis).value) for axis in Axis)


def _line(edition: IndexEdition, region: Region, score: Score) -> RankLine:
    return RankLine(
        region=region.name,
        value=_value(score),
        title=_title(edition, region, score),
        answered=f"{score.answered}/{score.of}",
        axes=_axes(score),
    )


def _tiles(work: Work, edition: IndexEdition, found: list[Region]) -> tuple[MapTile, ...]:
    placed = work.law.kerawanan.tiles
    titles = list(dict.fromkeys(one.title for one in edition.classes))
    shown = []
    for one in found:
        spot: Tile | None = placed.get(one.id)
        if spot is not None:
            title = _title(edition, one, one.score) if one.score else ""
            shown.append(
                MapTile(
                    short=spot.short,
                    value=_said(one.score.value) if one.score and one.score.value else "",
                    level=titles.index(title) + 1 if title else 0,
                    column=spot.column,
                    row=spot.row,
                )
            )
    return tuple(shown)


def _profile(
    work: Work, edition: IndexEdition, region: Region, score: Score, made: list[PreventionTask]
) -> Profile:
    said = rounds.answers(work, region.sheet_id)
    parts = sorted(score.parts, key=lambda part: -part.points)
    return Profile(
        region=region.name,
        office=region.office.name,
        value=_value(score),
        title=_title(edition, region, score),
        answered=f"{score.answered}/{score.of}",
        axes=_axes(score),
        items=tuple(
            ProfileItem(
                number=part.indicator.id,
                title=part.indicator.title,
                happened=str(part.happened),
                likelihood="–" if part.likelihood is None else str(part.likelihood),
                reason=said[part.indicator.id].reason[:160] if part.indicator.id in said else "",
            )
            for part in parts[:MOST_ITEMS]
            if part.points
        ),
        tasks=tuple(
            f"{tasks.FORMS[one.form]}: {one.what}, paling lambat {long_date(one.due_on)}"
            for one in made[:MOST_TASKS]
        ),
    )


def _agreed(
    work: Work, edition: IndexEdition, names: dict[str, str], task: PreventionTask
) -> AgreedTask:
    owner = work.session.get(Officer, task.owner_id) if task.owner_id else None
    return AgreedTask(
        region=names[task.region],
        item=_item(edition, task.indicator),
        form=tasks.FORMS[task.form],
        what=task.what,
        owner=owner.name if owner else "–",
        partner=task.partner,
        due=long_date(task.due_on),
    )


def _item(edition: IndexEdition, key: str) -> str:
    return f"{key} {edition.indicators[key].title}"
