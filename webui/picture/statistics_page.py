"""What the statistics say: charts whose every number leads to the list of the cases it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from casework.engine.law import Law
from casework.services.cases.listing.criteria import LATE, LATER, LEFT, NO_LIMIT, TODAY, WEEK
from casework.services.cases.picture import Place
from casework.services.cases.statistics import Statistics
from casework.services.core.work import Work
from webui.cases.list_choices import NAMES, Pairs
from webui.core import charts, clock, labels
from webui.core.language import say
from webui.core.transaction import actor
from webui.picture.page import Figure, name, short

FILTERS = ("pemilihan", "kantor", "sejak", "sampai")
"""The filters of the page; each is one of the list too."""
_TONES = {LATE: "late", TODAY: "today", WEEK: "soon", LATER: "calm", NO_LIMIT: "plain"}
Scope = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """All that the page shows. `asked` are the filters as they stand in the address.

    `own` is None for somebody who has no running case, `offices` where there is one office,
    `officers` where there are several.
    """

    asked: Mapping[str, str]
    chosen: tuple[tuple[str, str], ...]
    elections: Pairs
    places: Pairs
    lede: tuple[Figure, ...]
    own: charts.Bars | None
    stages: charts.Bars
    offices: charts.Bars | None
    officers: charts.Bars | None
    decided: charts.Bars
    over: charts.Bars
    duties: charts.Bars
    months: charts.Series


def page(work: Work, found: Statistics, seen: Sequence[Place], asked: Mapping[str, str]) -> Page:
    """The statistics in words; `seen` are the offices whose cases the officer reads."""
    law = work.law
    scope = {name: value for name, value in asked.items() if value}
    elections = _elections(law, seen)
    places = [(str(one.id), name(law, one)) for one in seen]
    one_office = len(seen) == 1 or bool(asked["kantor"])
    return Page(
        asked=asked,
        chosen=tuple(_chosen(scope, {"pemilihan": dict(elections), "kantor": dict(places)})),
        elections=elections,
        places=places if len(places) > 1 else (),
        lede=tuple(_lede(found, scope)),
        own=_own(found, scope),
        stages=_stages(law, found, scope),
        offices=None if one_office else _offices(law, found, seen, scope),
        officers=_officers(found, scope) if one_office else None,
        decided=_decided(found, scope),
        over=_over(law, found, scope),
        duties=_duties(law, found, scope),
        months=_months(found, scope),
    )


def _to(scope: Scope, **more: Any) -> str:
    return url_for("cases.index", **{**scope, **more})


def _elections(law: Law, seen: Sequence[Place]) -> Pairs:
    codes = {one.code for one in seen}
    every = law.elections.values()
    return [(one.id, say(one.title)) for one in every if codes.intersection(one.offices)]


def _chosen(scope: Scope, words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for filter_, value in scope.items():
        yield f"{NAMES[filter_]}: {words.get(filter_, {}).get(value, value)[:80]}", filter_


def _lede(found: Statistics, scope: Scope) -> Iterator[Figure]:
    yield Figure(_("Semua perkara"), found.cases, scope)
    yield Figure(_("Sedang berjalan"), found.running(), {**scope, "berjalan": "ya"})
    late = {**scope, "sisa": LATE}
    yield Figure(_("Lewat batas"), found.running(left=LATE), late, tone="late")
    today = {**scope, "sisa": TODAY}
    yield Figure(_("Berakhir hari ini"), found.running(left=TODAY), today, tone="today")
    yield Figure(_("Macet"), found.running(stuck=True), {**scope, "macet": "ya"})


def _left(
    title: str, heading: str, rows: Sequence[tuple[str, Mapping[str, object], Scope]],
    found: Statistics,
) -> charts.Bars:  # fmt: skip
    """A line for each of (words, what its cases have in common, the filters of its list)."""
    kinds = tuple(charts.Kind(str(labels.LEFT[left]), _TONES[left]) for left in LEFT)
    bars = tuple(
        charts.Bar(
            words,
            tuple(found.running(left=left, **common) for left in LEFT),
            _to(scope, berjalan="ya"),
            tuple(_to(scope, sisa=left) for left in LEFT),
        )
        for words, common, scope in rows
    )
    return charts.Bars(title, heading, kinds, bars, _("Semua"))


def _own(found: Statistics, scope: Scope) -> charts.Bars | None:
    mine = actor().officer_id
    rows = [
        (str(labels.word(labels.STAGES, stage)), {"owner": mine, "stage": stage},
         {**scope, "penanggung": "saya", "tahap": stage})
        for stage in labels.STAGES if found.running(owner=mine, stage=stage)
    ]  # fmt: skip
    return _left(_("Beban saya"), _("Tahap"), rows, found) if rows else None


def _stages(law: Law, found: Statistics, scope: Scope) -> charts.Bars:
    road = {key: None for edition in law.editions.values() for key in edition.stages}
    rows = [
        (str(labels.word(labels.STAGES, stage)), {"stage": stage}, {**scope, "tahap": stage})
        for stage in road
        if stage in found.names("stage")
    ]
    return _left(_("Perkara berjalan menurut tahap dan sisa waktu"), _("Tahap"), rows, found)


def _offices(law: Law, found: Statistics, seen: Sequence[Place], scope: Scope) -> charts.Bars:
    rows = [
        (short(name(law, one)), {"office": one.id}, {**scope, "kantor": one.id}) for one in seen
    ]
    return _left(_("Perkara berjalan menurut kantor dan sisa waktu"), _("Kantor"), rows, found)


def _officers(found: Statistics, scope: Scope) -> charts.Bars:
    known = sorted(found.officers.items(), key=lambda one: one[1])
    people = [*known, (0, _("belum ada penanggung jawab"))]
    rows = [
        (words, {"owner": key}, {**scope, "penanggung": key or "tanpa"})
        for key, words in people
        if found.running(owner=key)
    ]
    return _left(_("Beban petugas menurut sisa waktu"), _("Petugas"), rows, found)


def _decided(found: Statistics, scope: Scope) -> charts.Bars:
    bars = tuple(
        charts.Bar(str(labels.CLASSES[one]), (number,), "", (_to(scope, putusan=one),))
        for one, number in found.decided.items()
        if number
    )
    return charts.Bars(
        _("Putusan pleno menurut golongan"), _("Golongan"), (charts.Kind(_("Perkara")),), bars
    )


def _over(law: Law, found: Statistics, scope: Scope) -> charts.Bars:
    road = {key: None for edition in law.editions.values() for key in edition.stages}
    bars = tuple(
        charts.Bar(
            str(labels.word(labels.STAGES, stage)), (found.over[stage],), "",
            (_to(scope, tahap=stage),),
        )
        for stage in road if stage in found.over
    )  # fmt: skip
    return charts.Bars(
        _("Perkara yang berakhir, menurut akhirnya"), _("Akhir"),
        (charts.Kind(_("Perkara"), "plain"),), bars,
    )  # fmt: skip


def _duties(law: Law, found: Statistics, scope: Scope) -> charts.Bars:
    titles = {
        rule: one.title
        for edition in law.editions.values()
        for rule, one in edition.deadlines.items()
    }
    bars = tuple(
        charts.Bar(
            labels.law_title(titles[rule]), found.duties[rule], "",
            (_to(scope, tepat=rule), _to(scope, terlambat=rule)),
        )
        for rule in titles if rule in found.duties
    )  # fmt: skip
    kinds = (charts.Kind(_("tepat waktu"), "calm"), charts.Kind(_("terlambat"), "late"))
    return charts.Bars(_("Kewajiban yang sudah dipenuhi"), _("Batas"), kinds, bars)


def _months(found: Statistics, scope: Scope) -> charts.Series:
    points = tuple(
        charts.Point(
            clock.day(month.first, weekday=False, short=True).partition(" ")[2],
            number,
            _("%(first)s sampai %(last)s", first=clock.day(month.first, weekday=False),
              last=clock.day(month.last, weekday=False)),
            _to(scope, sejak=month.first.isoformat(), sampai=month.last.isoformat()),
        )
        for month, number in found.months
    )  # fmt: skip
    return charts.Series(_("Diterima per bulan"), points)
