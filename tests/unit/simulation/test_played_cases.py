"""The real cases: published numbers and dates come out of the services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Case, Office, Outbox, Outcome
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import election_figures
from casework.services.people import training
from casework.simulation.play import play
from casework.simulation.reading import load
from casework.simulation.timeline import Timeline

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
SYSTEM = Actor.system(NO_OFFICE)


def played(app: App, name: str) -> Timeline:
    """Play a file without drawing."""
    with app.unit_of_work(SYSTEM) as work:
        training.seed(work)
    return play(app, load(SCENARIOS / name, app.law), draws=False, played=True)


def told(timeline: Timeline, kind: str) -> list[dict[str, Any]]:
    """All rows of one kind that the timeline tells."""
    plain = timeline.to_json()["entries"]
    return [row for entry in plain for row in entry["changes"][kind]]


def numbers_of(app: App, code: str) -> dict[str, dict[str, tuple[int, ...]]]:
    """The figures of the election whose cases an office has, by table and row."""
    with app.reading(SYSTEM) as work:
        office = work.session.scalars(select(Office).where(Office.code == code)).one()
    reader = replace(Actor.system(office.id), roles=frozenset({"chair"}))
    with app.reading(reader) as work:
        [(election, _title)] = election_figures.elections(work)
        found = election_figures.figures(work, election)
    return {table.id: dict(table.rows) for table in found.tables}


def test_bengkulu_goes_as_published(app: App) -> None:
    timeline = played(app, "bengkulu-2024-09-19.yaml")
    assert [one for _, one in timeline.broken] == []
    assert timeline.audit["faults"] == 0
    numbers = [number for entry in timeline.entries for number in entry.changes.numbers]
    assert numbers[0] == "06/LP/PG/Prov/07.00/IX/2024"
    assert "194/PP.00.01/K/09/2024" in numbers
    assert len(numbers) == len(set(numbers))
    due = {(row["case"], row["rule"]): row for row in told(timeline, "deadlines")}
    assert due["rc-048", "kajian_awal"]["due"] == "2024-09-21T23:59:59+07:00"
    assert due["rc-048", "perbaikan"]["due"] == "2024-09-23T23:59:59+07:00"
    assert due["rc-048", "penanganan"]["due"] == "2024-09-27T23:59:59+07:00"
    assert due["rc-049", "penanganan"]["due"] == "2024-09-27T23:59:59+07:00"
    assert due["rc-049", "penanganan"]["extended"]
    assert {row["state"] for row in due.values()} == {"met"}
    steps = due["rc-048", "perbaikan"]["derivation"]
    counted = [(step["date"], step["counted"]) for step in steps]
    assert counted == [("2024-09-21", False), ("2024-09-22", True), ("2024-09-23", True)]
    assert all(step["why"] for step in steps)
    pairs = {(row["case"], row["other"]) for row in told(timeline, "same_event")}
    assert pairs == {("rc-049", "rc-048")}
    kinds = {row["kind"] for row in told(timeline, "documents")}
    assert kinds >= {
        "formulir_laporan", "tanda_bukti", "kajian_awal", "pemberitahuan_kelengkapan",
        "undangan_klarifikasi", "berita_acara_klarifikasi", "kajian",
        "penerusan_hukum_lainnya", "pemberitahuan_status",
    }  # fmt: skip
    reminders = [row for row in told(timeline, "notices") if "pengingat" in row["subject"]]
    assert reminders
    refused = [entry.refused for entry in timeline.entries if entry.refused]
    assert len(refused) >= 8
    # Counted by hand in the file: three reports, five village heads twice, one of a third report.
    found = numbers_of(app, "07.00")
    assert found["jenis"] == {"Laporan": (3, 2, 2, 1)}
    assert found["tahap"] == {
        "Tindak lanjut": (1, 0, 0, 1),
        "Selesai": (1, 0, 0, 1),
        "Tidak diregistrasi": (1, 0, 0, 1),
    }
    assert found["hasil"] == {
        "Pelanggaran peraturan perundang-undangan lainnya": (2, 10, 10),
        "Bukan pelanggaran": (1, 1, 1),
    }
    assert found["pasal"] == {"Tanpa pasal": (0, 1, 1), "UU 6/2014 Pasal 29 huruf b": (10, 0, 10)}
    assert found["terlapor"] == {"Kepala desa": (11,), "Belum diketahui": (1,)}
    assert {one[0] for one in found["tenggat"].values()} == {3, 2, 1}
    assert {one[1:] for one in found["tenggat"].values()} == {(0, 0, 0, 0)}
    assert found["instansi"]["Gubernur Bengkulu"] == (2, 5, 0, 0, 0, 5, 0)
    assert sum(one[0] for one in found["instansi"].values()) == 16
    assert "pelimpahan" not in found


def test_lebong_has_an_outcome_for_each_person(app: App) -> None:
    timeline = played(app, "lebong-2024-10-04.yaml")
    assert [one for _, one in timeline.broken] == []
    with app.reading(SYSTEM) as work:
        case = work.session.scalars(select(Case)).one()
        grouped = select(Outcome.violation_class, func.count()).group_by(Outcome.violation_class)
        counted = {row[0]: row[1] for row in work.session.execute(grouped)}
        without = work.session.scalars(
            select(Outcome).where(Outcome.no_destination_reason != "")
        ).all()
    assert (case.edition, case.stage) == ("pemilihan-2024", "tindak_lanjut")
    found = numbers_of(app, "07.08")
    assert found["terlapor"]["Aparatur sipil negara (ASN)"] == (34,)
    assert found["instansi"] == {
        "Badan Kepegawaian Negara": (1, 0, 0, 0, 30, 0, 1),
        "Bupati Lebong": (1, 0, 0, 0, 0, 2, 0),
        "KPU Kabupaten Lebong": (1, 1, 0, 0, 0, 0, 0),
    }
    assert {one[:2] for one in found["tenggat"].values()} == {(1, 0)}
    assert counted == {"hukum_lainnya": 34, "bukan_pelanggaran": 3, "administrasi": 1}
    assert len(without) == 1
    returned = [row for row in told(timeline, "answers") if row["state"] == "returned"]
    assert [row["destination"] for row in returned] == ["bkn"]
    assert returned[0]["note"]


def test_a_played_case_reaches_nobody_afterwards(app: App) -> None:
    played(app, "lebong-2024-10-04.yaml")
    with app.reading(SYSTEM) as work:
        waiting = work.session.scalars(select(Outbox).where(Outbox.state == "waiting")).all()
        assert work.session.scalars(select(Case.played)).one()
    assert list(waiting) == []


@pytest.mark.parametrize("name", sorted(one.name for one in SCENARIOS.glob("*.yaml")))
def test_everybody_in_a_scenario_is_invented(name: str) -> None:
    text = (SCENARIOS / name).read_text(encoding="utf-8")
    assert "invented: true" in text
    assert "invented: false" not in text
