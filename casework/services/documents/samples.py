"""The proof of the samples: what the sample of a form tells could have happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date

from casework.engine.deadline import compute
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.proof import Fault
from casework.engine.spelling import date_in_words
from casework.services.documents.data import wording

ZONE = "Asia/Jakarta"
_MONTHS = {format_date(date(2024, month, 1), "MMMM", locale="id"): month for month in range(1, 13)}
_DATE = re.compile(
    rf"(?:(\w+), )?(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})(?: pukul (\d\d)\.(\d\d))?"
)
_WEEKDAYS = {format_date(date(2024, 9, day), "EEEE", locale="id") for day in range(1, 8)}
# In this order things happen; a paper is dated last.
_ORDER = (
    "occurred",
    "known",
    "found",
    "submitted",
    "registered",
    "moved",
    "fixed",
    "heard",
    "decided",
)
_NOT_MET = "Tidak terpenuhi"
_NO_VIOLATION, _PROVEN, _NOT_PROVEN = "Bukan pelanggaran", "Terbukti", "Tidak terbukti"


def faults(law: Law, edition: Edition, samples: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """What could not have happened, by the form whose sample tells it.

    A weekday that is not that of its date; minutes of another day than they say in words; things
    out of their order; a report after its term; a limit other than the one the edition computes, or
    a paper later than it; a result that does not follow from elements or requirements.
    """
    for form, sample in samples.items():
        stories = (
            *_weekdays(sample),
            *_opening(sample),
            *_order(sample),
            *_terms(law, edition, form, sample),
            *_results(sample),
            *_requirements(sample),
        )
        yield from (Fault(f"contoh {form}", story) for story in stories)


def _weekdays(sample: Mapping[str, Any]) -> Iterator[str]:
    for text in _texts(sample):
        for weekday, moment in _moments(text):
            right = format_date(moment, "EEEE", locale="id")
            if weekday not in ("", right):
                yield f'Menulis "{weekday}" untuk hari {right}: {text}'


def _opening(sample: Mapping[str, Any]) -> Iterator[str]:
    opened = str(sample.get("opened", "")).partition(" pukul ")[0]
    days = [date_in_words(day) for name, day in _told(sample) if name == "dated"]
    if opened and days and opened not in days:
        yield f"Dibuka {opened}, tetapi bertanggal {sample['date']}."


def _order(sample: Mapping[str, Any]) -> Iterator[str]:
    days = list(_told(sample))
    for (earlier, first), (later, second) in pairwise(days):
        if second < first:
            yield f"Urutannya tidak mungkin: {earlier} {first}, lalu {later} {second}."


def _terms(law: Law, edition: Edition, form: str, sample: Mapping[str, Any]) -> Iterator[str]:
    days = dict(_told(sample))
    term = edition.deadlines.get("penyampaian_laporan")
    if term is not None and term.known and {"known", "submitted"} <= days.keys():
        last = _due(law, edition, term.id, _start(str(days["known"])))
        if days["submitted"] > last.date():
            yield f"Laporannya disampaikan {days['submitted']}, sesudah batasnya {last.date()}."
    if not sample.get("limit"):
        return
    rule, began = (
        ("kajian_awal", "submitted") if form == "kajian_awal" else ("penanganan", "registered")
    )
    ((_, start),) = _moments(sample[began])
    due = _due(law, edition, rule, start)
    if sample["limit"]["due"] != wording.day_and_hour(due, ZONE):
        yield f"Menyebut batas {sample['limit']['due']}; menurut edisinya {due.isoformat()}."
    if days["dated"] > due.date():
        yield f"Bertanggal {days['dated']}, sesudah batasnya {due.date()}."


def _results(sample: Mapping[str, Any]) -> Iterator[str]:
    found = [*sample.get("findings", ())]
    if "outcome" in sample:
        found.append({"violation": sample["outcome"], "elements": sample.get("elements", ())})
    for one in found:
        results = {part["result"] for part in one.get("elements") or ()}
        if one["violation"] != _NO_VIOLATION and results - {_PROVEN}:
            yield f"{one['violation']} padahal ada unsur yang tidak terbukti."
        if one["violation"] == _NO_VIOLATION and results and _NOT_PROVEN not in results:
            yield "Bukan pelanggaran padahal tidak ada unsur yang tidak terbukti."
    for one in sample.get("outcomes", ()):
        if one["outcome"] == _NO_VIOLATION and one.get("destinations"):
            yield "Bukan pelanggaran, tetapi diteruskan."


def _requirements(sample: Mapping[str, Any]) -> Iterator[str]:
    rows = [row for group in sample.get("groups", ()) for row in group["rows"]]
    lacking = any(row["result"] == _NOT_MET for row in rows)
    if rows and lacking != ("belum memenuhi" in sample["conclusion"]):
        yield f"{sample['conclusion']} Itu tidak mengikuti hasil setiap syaratnya."


def _due(law: Law, edition: Edition, rule: str, start: datetime) -> datetime:
    return compute(edition.deadlines[rule], start, calendar=law.calendar, zone=ZONE).due


def _start(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(ZONE))


def _told(sample: Mapping[str, Any]) -> Iterator[tuple[str, date]]:
    """The days of a sample under the name of what happened then, in the order of `_ORDER`."""
    event = sample.get("event")
    flat = {**sample, **event} if isinstance(event, dict) else dict(sample)
    flat["occurred"] = flat.get("occurred") or flat.get("event")
    for name in _ORDER:
        for text in _texts(flat.get(name, "")):
            yield from ((name, moment.date()) for _, moment in _moments(text))
    dated = sample.get("date") or sample.get("block", {}).get("tanggal", "")
    yield from (("dated", moment.date()) for _, moment in _moments(dated))


def _moments(text: str) -> Iterator[tuple[str, datetime]]:
    """The weekday that is written ("" where none is) and the moment, for each date of a text."""
    for weekday, day, month, year, hour, minute in _DATE.findall(text):
        yield (
            weekday if weekday in _WEEKDAYS else "",
            datetime(
                int(year),
                _MONTHS[month],
                int(day),
                int(hour or 0) % 24,
                int(minute or 0),
                tzinfo=ZoneInfo(ZONE),
            ),
        )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
