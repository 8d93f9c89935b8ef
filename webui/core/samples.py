"""Invented things to show the components with, and the tokens as the style sheet has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from casework.models.case import unnumbered
from casework.models.deadline import DeadlineState
from webui.cases.acts_page import Gap
from webui.cases.head import Step
from webui.cases.history_page import EventLine
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
