"""What the picture says: figures in words, each with the list of the cases behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from casework.engine.law import Law
from casework.engine.outline import Outlines
from casework.services.cases import picture, rollups
from casework.services.cases.listing.criteria import LEFT
from casework.services.cases.listing.urgent import finals
from casework.services.cases.picture import (
    BEGUN,
    LATE,
    LATER,
    REFUSED,
    REGISTERED,
    STUCK,
    TODAY,
    Picture,
    Place,
)
from casework.services.core.work import Work
from webui.cases.list_choices import agency
from webui.core import charts, clock, labels
from webui.core.language import say
from webui.core.transaction import me


@dataclass(frozen=True)
class Figure:
    """A number with its words; `params` are the filters of the list of the cases it counts.

    `note` compares it. A figure without `params` leads to `url`.
    """

    words: str
    count: int
    params: Mapping[str, Any]
    note: str = ""
    tone: str = ""
    url: str = ""

    @property
    def link(self) -> str:
        """Where the cases behind it are listed."""
        return self.url or url_for("cases.index", **self.params)


@dataclass(frozen=True)
class Used:
    """How much of a legal limit was used: `median` in per cent of it, over `count` cases."""

    title: str
    count: int
    median: int
    late: int

    @property
    def width(self) -> str:
        """The length of its bar, where 200 % fills it."""
        return f"{min(self.median, 200) / 2:.1f}%"


@dataclass(frozen=True)
class Requirement:
    """A requirement that reports failed, by kind of reporter, and by office."""

    title: str
    total: Figure
    kinds: tuple[Figure, ...]
    offices: tuple[Figure, ...]


@dataclass(frozen=True)
class OfficeRow:
    """One office: its figures, load per officer, when it last did something, whether it is silent.

    `slack` are its running cases by how long is left: late, today, this week, later, no limit.
    """

    name: str
    url: str
    running: Figure
    late: Figure
    today: Figure
    stuck: Figure
    slack: tuple[Figure, ...]
    officers: int
    most: int
    last: date | None
    silent: bool


@dataclass(frozen=True)
class MapTile:
    """A kabupaten or kota on the map: `level` 0 to 5 by how many cases run there.

    `path` draws its outline where outlines were imported.
    """

    short: str
    name: str
    path: str
    column: int
    row: int
    running: Figure | None
    late: int
    level: int


@dataclass(frozen=True)
class Sent:
    """What was forwarded to one agency: the cases, and those of each answer."""

    name: str
    cases: Figure
    states: tuple[Figure, ...]


@dataclass(frozen=True)
class Page:
    """All that the page shows. `whole` is False for a past day, of which only acts are known.

    `drawn` is the height of the map of outlines where it is 1000 wide; 0 where there is none.
    """

    title: str
    whole: bool
    day: date
    today: date
    chosen: Place | None
    choices: tuple[tuple[str, str, bool], ...]
    lede: tuple[Figure, ...]
    tiles: tuple[Figure, ...]
    flow: tuple[Figure, ...]
    used: tuple[Used, ...]
    stuck: Figure
    lacks: tuple[Requirement, ...]
    offices: tuple[OfficeRow, ...]
    silent: tuple[OfficeRow, ...]
    officers: charts.Bars | None
    weeks: charts.Multiples
    classes: charts.Bars
    tiled: tuple[MapTile, ...]
    drawn: int
    sent: tuple[Sent, ...]
    links: tuple[tuple[str, int, str], ...]
    share: int
    silent_days: int


def page(
    work: Work,
    found: Picture,
    seen: Sequence[Place],
    chosen: Place | None,
    outlines: Outlines | None = None,
) -> Page:
    """The picture in words."""
    law = work.law
    rows = tuple(
        _office(law, found, one, work.law.practice.standstill.silent) for one in found.places
    )
    silent = tuple(one for one in rows if one.silent)
    names = {one.id: name(law, one) for one in seen}
    scope = {"kantor": chosen.id} if chosen else {}
    return Page(
        title=name(law, chosen) if chosen else _whole(law, seen),
        whole=found.whole,
        day=found.day,
        today=work.now.astimezone(ZoneInfo(me().zone)).date(),
        chosen=chosen,
        choices=tuple((one.code, short(names[one.id]), one == chosen) for one in seen),
        lede=tuple(_lede(law, found, scope)),
        tiles=tuple(_tiles(found, scope)),
        flow=tuple(_flow(law, found, scope)),
        used=tuple(_used(law, found)),
        stuck=_stuck(found, scope),
        lacks=tuple(_lacks(law, found, scope, names)),
        offices=rows,
        silent=silent,
        officers=_officers(found, chosen),
        weeks=_weeks(found, names),
        classes=_classes(found, scope),
        tiled=tuple(_tiled(law, found, outlines.paths if outlines else {})),
        drawn=outlines.height if outlines and not chosen else 0,
        sent=tuple(_sent(law, found, scope)),
        links=tuple((names[one.office_id], one.seq, one.hash) for one in found.links),
        share=law.practice.standstill.share,
        silent_days=law.practice.standstill.silent,
    )


def name(law: Law, place: Place) -> str:
    """What an office is called here: its region, else its own name."""
    entry = law.offices.get(place.code)
    region = law.regions.get(entry.region) if entry and entry.region else None
    return region.name if region else place.name


def short(region: str) -> str:
    """The name of a region where room is scarce: a kota keeps its word."""
    return region.removeprefix("Kabupaten ")


def _whole(law: Law, seen: Sequence[Place]) -> str:
    own = [one for one in seen if one.level in ("ri", "provinsi")]
    return name(law, own[0]) if own else name(law, seen[0]) if seen else ""


def _running(found: Picture, office: int | None = None) -> int:
    owners = found.by_key(rollups.OWNER, office)
    return sum(owners.values())


def _standing(law: Law, found: Picture, office: int | None = None) -> int:
    """How many cases are not over, by the stages they stand in: known of past days too."""
    over = finals(law)
    stages = found.by_key(rollups.STAGE, office)
    return sum(number for stage, number in stages.items() if stage not in over)


def _lede(law: Law, found: Picture, scope: Mapping[str, Any]) -> Iterator[Figure]:
    running = _standing(law, found)
    words = ngettext("perkara berjalan", "perkara berjalan", running)
    yield Figure(words, running, {**scope, "berjalan": "ya"} if found.whole else {})
    if found.whole:
        late = found.sum(rollups.DUE, LATE)
        yield Figure(_("lewat batas"), late, {**scope, "lewat": "ya"}, tone="late")
        ends = found.sum(rollups.DUE, TODAY)
        yield Figure(_("berakhir hari ini"), ends, {**scope, "hariini": "ya"}, tone="today")


def _tiles(found: Picture, scope: Mapping[str, Any]) -> Iterator[Figure]:
    today, before = found.day, found.day - timedelta(days=7)
    titles = {
        BEGUN: _("Masuk"), REGISTERED: _("Diregistrasi"), REFUSED: _("Tidak diregistrasi")
    }  # fmt: skip
    for move, title in titles.items():
        yield Figure(
            title,
            found.moved(move, today, today),
            {**scope, "gerak": move, "dari": today.isoformat(), "ke": today.isoformat()},
            _(
                "%(day)s lalu: %(before)s; sepekan ini: %(week)s",
                day=clock.day(before, short=True).partition(",")[0],
                before=found.moved(move, before, before),
                week=found.moved(move, before + timedelta(days=1), today),
            ),
        )
    if found.whole:
        ends = found.sum(rollups.DUE, TODAY)
        week = found.sum(rollups.DUE, picture.WEEK)
        yield Figure(
            _("Berakhir hari ini"), ends, {**scope, "hariini": "ya"},
            _("enam hari sesudahnya: %(n)s", n=week), "today",
        )  # fmt: skip
        late = found.sum(rollups.DUE, LATE)
        yield Figure(
            _("Lewat batas"), late, {**scope, "lewat": "ya"}, _("masih harus diselesaikan"), "late"
        )


def _flow(law: Law, found: Picture, scope: Mapping[str, Any]) -> Iterator[Figure]:
    stages = found.by_key(rollups.STAGE)
    road = {key: None for edition in law.editions.values() for key in edition.stages}
    for stage in road:
        if number := stages[stage]:
            note = _("selesai") if stage in finals(law) else ""
            words = str(labels.word(labels.STAGES, stage))
            yield Figure(words, number, {**scope, "tahap": stage}, note)


def _used(law: Law, found: Picture) -> Iterator[Used]:
    rules: dict[str, Counter[int]] = {}
    for key, number in found.by_key(rollups.USED).items():
        rule, _slash, share = key.partition("/")
        rules.setdefault(rule, Counter())[int(share)] += number
    titles = {
        rule: one.title
        for edition in law.editions.values()
        for rule, one in edition.deadlines.items()
    }
    for rule in titles:
        if used := rules.get(rule):
            late = sum(number for share, number in used.items() if share > 100)
            yield Used(
                labels.law_title(titles[rule]), sum(used.values()), picture.median(used), late
            )


def _stuck(found: Picture, scope: Mapping[str, Any]) -> Figure:
    number = found.sum(rollups.STALLED, STUCK)
    return Figure(_("Macet"), number, {**scope, "macet": "ya"})


def _lacks(
    law: Law, found: Picture, scope: Mapping[str, Any], names: Mapping[int, str]
) -> Iterator[Requirement]:
    totals: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    offices: dict[str, Counter[int]] = {}
    for (office, figure, key), number in found.standing.items():
        if figure == rollups.LACK:
            requirement, _slash, kind = key.partition("/")
            totals[requirement] += number
            kinds.setdefault(requirement, Counter())[kind] += number
            offices.setdefault(requirement, Counter())[office] += number
    titles = {
        one.id: one.title
        for edition in law.editions.values()
        for one in edition.requirements.values()
    }
    for requirement, number in totals.most_common():
        about = {**scope, "tahap": rollups.NOT_REGISTERED, "syarat": requirement}
        title = say(titles.get(requirement, requirement.replace("_", " ")))
        yield Requirement(
            title,
            Figure(title, number, about),
            tuple(
                Figure(str(words), kinds[requirement][kind], {**about, "pelapor": kind})
                for kind, words in labels.REPORTERS.items()
            ),
            tuple(
                Figure(short(names[key]), many, {**about, "kantor": key})
                for key, many in offices[requirement].most_common()
            ),
        )


def _office(law: Law, found: Picture, place: Place, silent: int) -> OfficeRow:
    key, scope = place.id, {"kantor": place.id}
    due = [found.sum(rollups.DUE, name, key) for name in (LATE, TODAY, picture.WEEK, LATER)]
    running = _standing(law, found, key)
    owners = found.by_key(rollups.OWNER, key)
    named = [number for owner, number in owners.items() if owner != "0"]
    told = found.last_acts.get(key)
    last = date.fromisoformat(told) if told else None
    quiet = running > 0 and last is not None and (found.day - last).days >= silent
    return OfficeRow(
        name=short(name(law, place)),
        url=url_for("picture.show", kantor=place.code),
        running=Figure(_("Berjalan"), running, {**scope, "berjalan": "ya"}),
        late=Figure(_("Lewat batas"), due[0], {**scope, "lewat": "ya"}, tone="late"),
        today=Figure(_("Hari ini"), due[1], {**scope, "hariini": "ya"}, tone="today"),
        stuck=Figure(
            _("Macet"), found.sum(rollups.STALLED, STUCK, key), {**scope, "macet": "ya"},
        ),
        slack=tuple(
            Figure(str(labels.LEFT[left]), number, {**scope, "sisa": left})
            for left, number in zip(
                LEFT, (*due, max(_running(found, key) - sum(due), 0)), strict=True
            )
        ),
        officers=len(named),
        most=max(named, default=0),
        last=last,
        silent=quiet,
    )  # fmt: skip


def _officers(found: Picture, chosen: Place | None) -> charts.Bars | None:
    """The load of each officer of one office."""
    if chosen is None or not found.whole:
        return None
    bars = [
        charts.Bar(
            found.officers.get(int(owner), "") if owner != "0" else _("belum ada penanggung jawab"),
            (number,),
            url_for(
                "cases.index", kantor=chosen.id, berjalan="ya",
                penanggung="tanpa" if owner == "0" else owner,
            ),
        )
        for owner, number in found.by_key(rollups.OWNER, chosen.id).most_common()
    ]  # fmt: skip
    kind = charts.Kind(_("Perkara berjalan"))
    return charts.Bars(_("Beban petugas"), _("Petugas"), (kind,), tuple(bars))


def _weeks(found: Picture, names: Mapping[int, str]) -> charts.Multiples:
    monday = found.day - timedelta(days=found.day.weekday())
    firsts = [monday - timedelta(weeks=back) for back in range(picture.WEEKS - 1, -1, -1)]
    series = [
        charts.series(
            short(names[one.id]),
            [
                (
                    clock.day(first, weekday=False, short=True).rpartition(" ")[0],
                    _("Pekan mulai %(day)s", day=clock.day(first, weekday=False)),
                    found.moved(BEGUN, first, first + timedelta(days=6), one.id),
                )
                for first in firsts
            ],
        )
        for one in found.places
    ]
    return charts.Multiples(
        _("Laporan, temuan, dan informasi awal yang masuk, per pekan"), tuple(series)
    )


def _classes(found: Picture, scope: Mapping[str, Any]) -> charts.Bars:
    bars = [
        charts.Bar(
            str(labels.word(labels.CLASSES, key)),
            (number,),
            url_for("cases.index", **scope, golongan=key),
        )
        for key, number in found.by_key(rollups.CLASS).most_common()
    ]
    kind = charts.Kind(_("Perkara"))
    return charts.Bars(_("Golongan pelanggaran"), _("Golongan"), (kind,), tuple(bars))


def _tiled(law: Law, found: Picture, paths: Mapping[str, str]) -> Iterator[MapTile]:
    offices = {}
    for place in found.places:
        entry = law.offices.get(place.code)
        if entry and entry.region:
            offices[entry.region] = place
    tiles = [one for one in law.kerawanan.tiles.values() if one.region in offices]
    counts = {one.region: _standing(law, found, offices[one.region].id) for one in tiles}
    most = max(counts.values(), default=0)
    for one in tiles:
        place, number = offices[one.region], counts[one.region]
        running = Figure(
            _("Berjalan"), number, {"kantor": place.id, "berjalan": "ya"},
            url="" if found.whole else url_for("picture.show", kantor=place.code),
        )  # fmt: skip
        level = 0 if not number else 1 + min(4, (number * 5 - 1) // max(most, 5))
        late = found.sum(rollups.DUE, LATE, place.id)
        yield MapTile(
            one.short,
            short(law.regions[one.region].name),
            paths.get(one.region, ""),
            one.column,
            one.row,
            running,
            late,
            level,
        )


def _sent(law: Law, found: Picture, scope: Mapping[str, Any]) -> Iterator[Sent]:
    counted = found.by_key(rollups.SENT)
    agencies = sorted((key for key in counted if "/" not in key), key=lambda one: -counted[one])
    for key in agencies:
        called = agency(law, key)
        yield Sent(
            called,
            Figure(called, counted[key], {**scope, "tujuan": key}),
            tuple(
                Figure(str(words), number, {**scope, "tujuan": f"{key}/{state}"})
                for state, words in labels.FOLLOW_UPS.items()
                if (number := counted[f"{key}/{state}"])
            ),
        )
