"""Invented things to show the components with, and the tokens as the style sheet has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from flask_babel import gettext as _

from casework.models.case import unnumbered
from casework.models.deadline import DeadlineState
from webui.cases.acts_page import Gap
from webui.cases.head import Step
from webui.cases.history_page import EventLine
from webui.core import clock, labels
from webui.core.charts import Bar, Bars, Kind, Multiples, Series, series
from webui.deadlines.limits_page import Day, Limit

TOKENS = Path(__file__).parents[1] / "static" / "css" / "tokens.css"
_ARTICLE = "Perbawaslu 8/2020 Pasal 9 ayat (1)"


@dataclass(frozen=True)
class Row:
    """One line of the sample table."""

    number: str
    title: str
    stage: str
    due: str
    respondents: int


@dataclass(frozen=True)
class Samples:
    """Everything the page of components shows."""

    limits: tuple[Limit, ...]
    gaps: tuple[Gap, ...]
    events: tuple[EventLine, ...]
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]
    colours: tuple[tuple[str, str], ...]
    sizes: tuple[tuple[str, str], ...]
    bars: Bars
    series: tuple[Series, ...]
    multiples: Multiples


def samples(now: datetime, order: str) -> Samples:
    """Samples around the present moment; the table in the order asked for."""
    rows = tuple(
        Row(unnumbered("LP", n), title, stage, (now + timedelta(hours=hours)).isoformat(), people)
        for n, (title, stage, hours, people) in enumerate(
            (
                ("Kepala desa pada pertemuan", "kajian_awal", 5, 2),
                ("Bahan kampanye di tempat ibadah", "klarifikasi", 60, 34),
                ("Pengerahan ASN", "kajian", -3, 1),
            ),
            1,
        )
    )
    key = {"perkara": lambda row: row.title, "terlapor": lambda row: row.respondents}.get(
        order.removeprefix("-"), lambda row: row.due
    )
    drawn = _series(now)
    return Samples(
        limits=tuple(_limit(now, n, hours) for n, hours in enumerate((80, 40, 6, -5))),
        gaps=(
            Gap(
                "fact",
                "Kajian belum disimpan",
                "Pleno memutuskan berdasarkan kajian",
                "Simpan kajian dahulu.",
                _ARTICLE,
                "secondary",
                "",
            ),
        ),
        events=_events(now),
        steps=(Step("kajian_awal", "past"), Step("klarifikasi", "now"), Step("pleno", "next")),
        rows=tuple(sorted(rows, key=key, reverse=order.startswith("-"))),
        colours=_tokens(lambda value: value.startswith("#")),
        sizes=_tokens(lambda value: value.endswith("rem")),
        bars=_bars(),
        series=drawn,
        multiples=Multiples(_("Laporan diterima dan perkara selesai per hari"), drawn),
    )


def _bars() -> Bars:
    """Cases by stage, on time and late."""
    counted = (("kajian_awal", 7, 0), ("klarifikasi", 6, 2), ("kajian", 3, 1), ("pleno", 2, 0))
    return Bars(
        _("Perkara berjalan menurut tahap"),
        _("Tahap"),
        (Kind(_("tepat waktu"), "calm"), Kind(_("lewat batas"), "late")),
        tuple(
            Bar(str(labels.word(labels.STAGES, code)), (well, late), "#bagan")
            for code, well, late in counted
        ),
        whole=_("semua"),
    )


def _series(now: datetime) -> tuple[Series, ...]:
    """Two series over fourteen days."""
    days = [now.date() - timedelta(days=13 - n) for n in range(14)]
    told = (
        (_("Laporan diterima"), (2, 3, 1, 4, 6, 2, 0, 3, 5, 9, 12, 7, 4, 5), "act"),
        (_("Perkara selesai"), (0, 1, 1, 0, 2, 2, 0, 1, 3, 2, 4, 3, 2, 3), "calm"),
    )
    return tuple(
        series(
            title,
            [(clock.tiny(one), clock.day(one), n) for one, n in zip(days, counts, strict=True)],
            tone,
        )
        for title, counts, tone in told
    )


def _events(now: datetime) -> tuple[EventLine, ...]:
    officer, desk = "Bayu, staf penanganan pelanggaran", "Ratna, petugas penerima laporan"
    number = "06/LP/PG/Prov/07.00/IX/2024"
    return (
        EventLine(2, now, "Nilai syarat", officer, _ARTICLE, "", "ab" * 32),
        EventLine(1, now - timedelta(hours=2), "Terima laporan", desk, _ARTICLE, number, "cd" * 32),
    )


def _limit(now: datetime, n: int, hours: int) -> Limit:
    due = (now + timedelta(hours=hours)).isoformat()
    return Limit(
        id=n,
        rule="kajian_awal",
        title="Kajian awal",
        started_at=(now - timedelta(days=1)).isoformat(),
        due=due,
        safe=due if n else (now + timedelta(hours=hours - 24)).isoformat(),
        unit="calendar_days",
        extended=n == 1,
        extension_reason="Keterangan tambahan" if n == 1 else "",
        provisional=n == 2,
        citation=_ARTICLE,
        quote="",
        verification=("confirmed", "secondary", "unverified", "secondary")[n],
        on_expiry="",
        derivation=(
            Day(now.date().isoformat(), counted=False, why="hari peristiwa, tidak dihitung"),
            Day((now + timedelta(days=1)).date().isoformat(), counted=True, why="hari kalender"),
        ),
        state=DeadlineState.OPEN,
        entry="",
    )


def _tokens(wanted: Callable[[str], bool]) -> tuple[tuple[str, str], ...]:
    """Names and values of the light theme, in the order of the file."""
    light = TOKENS.read_text(encoding="utf-8").split("@media", 1)[0]
    pairs = re.findall(r"--([\w-]+):\s*([^;]+);", light)
    return tuple((name, value) for name, value in pairs if wanted(value))
