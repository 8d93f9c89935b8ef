"""The booklet for a coordination meeting about vulnerability: map, profiles and agreed tasks."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper


@dataclass(frozen=True, kw_only=True)
class MapTile:
    """A region on the map of tiles: column and row from 1, and the place of its class (0: none)."""

    short: str
    value: str
    level: int
    column: int
    row: int


@dataclass(frozen=True, kw_only=True)
class RankLine:
    """A region in the ranking; `answered` is how many of all items it answered."""

    region: str
    value: str
    title: str
    answered: str
    axes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ProfileItem:
    """One item of a region that is likely or happened."""

    number: str
    title: str
    happened: str
    likelihood: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One page about a region: its value, its axes, its highest items, its tasks."""

    region: str
    office: str
    value: str
    title: str
    answered: str
    axes: tuple[str, ...]
    items: tuple[ProfileItem, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AgreedTask:
    """One task as it was agreed."""

    region: str
    item: str
    form: str
    what: str
    owner: str
    partner: str
    due: str


@dataclass(frozen=True, kw_only=True)
class BukuRakor(Paper):
    """Buku Rapat Koordinasi Kerawanan. `own` says that the edition is no index of Bawaslu."""

    round: str
    edition: str
    own: str
    state: str
    axis_names: tuple[str, ...]
    classes: tuple[str, ...]
    tiles: tuple[MapTile, ...]
    ranking: tuple[RankLine, ...]
    open_warnings: tuple[str, ...]
    profiles: tuple[Profile, ...]
    tasks: tuple[AgreedTask, ...]
    place: str
    date: str
