"""Simulate, demo, audit, accounts, office and officer, as typed on a command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework import cli
from casework.bootstrap import App
from casework.commands import demo
from casework.models import Case, Event, Officer
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers, training
from casework.simulation.scene import BlankRenderer
from tests.unit.simulation.test_reading import GOOD

SYSTEM = Actor.system(NO_OFFICE)
EXPECTS = GOOD.replace(
    "act: terima_laporan}",
    "act: terima_laporan, expect: {number: NOMOR, deadlines: {kajian_awal: 2024-09-21}}}",
)
RIGHT = EXPECTS.replace("NOMOR", "06/LP/PG/Prov/07.00/IX/2024")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def write(folder: Path, text: str) -> str:
    file = folder / "uji.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_simulate_tells_the_timeline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simulate", write(tmp_path, RIGHT), "--no-render") == 0
    said = capsys.readouterr().out
    for part in (
        "Kamis, 19 September 2024",
        "06/LP/PG/Prov/07.00/IX/2024",
        "Sabtu, 21 September 2024 24.00 WIB",
        "hari ke-2 dari 2 hari kalender",
        "0 ketidakcocokan",
    ):
        assert part in said


def test_simulate_gives_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simulate", write(tmp_path, RIGHT), "--no-render", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    first = told["entries"][0]
    assert told["kept"]
    assert first["changes"]["numbers"] == ["06/LP/PG/Prov/07.00/IX/2024"]
    (limit,) = [one for one in first["changes"]["deadlines"] if one["rule"] == "kajian_awal"]
    assert limit["due"] == "2024-09-21T23:59:59+07:00"
    assert [step["counted"] for step in limit["derivation"]] == [False, True, True]


def test_simulate_is_red_when_something_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("simulate", write(tmp_path, EXPECTS), "--no-render") == 1
    assert "BERBEDA" in capsys.readouterr().out


def test_simulate_asks_what_if(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, EXPECTS)
    assert run("simulate", file, "--no-render", "--edition", "pemilihan-2024") == 0
    assert "edisi: pemilihan-2024@" in capsys.readouterr().out
    assert run("simulate", file, "--no-render", "--edition", "entah") == 2


def test_simulate_names_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, GOOD.replace("category: asn", "category: entah"))
    assert run("simulate", file) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"casework: {file}:14: ")
    assert said.count("\n") == 1


def test_simulate_keeps_the_papers(tmp_path: Path) -> None:
    folder = tmp_path / "surat"
    assert run("simulate", write(tmp_path, RIGHT), "--out", str(folder)) == 0
    papers = sorted(path.name for path in folder.iterdir())
    assert papers == [
        "001_satu_formulir_laporan_06-LP-PG-Prov-07.00-IX-2024.pdf",
        "002_satu_tanda_bukti_06-LP-PG-Prov-07.00-IX-2024.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in folder.iterdir())


def test_demo_fills_once_and_goes_on_after_an_interruption(
    app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RIGHT)
    monkeypatch.setattr(demo, "_files", lambda: [tmp_path / "uji.yaml"])
    monkeypatch.setattr("casework.simulation.play.staged", _blank)
    assert run("demo", "--if-empty") == 0
    assert run("demo", "--if-empty") == 0
    assert "uji: sudah ada." in capsys.readouterr().out
    progress = app.settings.var / "demo" / "uji.acts"
    assert progress.read_text() == "2\n"
    progress.write_text("1\n")
    assert run("demo") == 0
    assert "dilanjutkan dari tindakan ke-2" in capsys.readouterr().out
    with app.reading(SYSTEM) as work:
        (case,) = work.session.scalars(select(Case))
    assert case.played
    assert run("audit", "verify") == 0


def _blank(app: App, at: object, *, draws: bool) -> object:
    from casework.simulation.scene import staged

    assert draws
    scene, clock, mailbox = staged(app, at, draws=False)  # type: ignore[arg-type]  # a part of an App
    assert isinstance(scene.renderer, BlankRenderer)
    return scene, clock, mailbox


def test_audit_is_red_with_one_line_a_fault(app: App, capsys: pytest.CaptureFixture[str]) -> None:
    with app.unit_of_work(SYSTEM) as work:
        training.seed(work)
    assert run("audit", "verify") == 0
    assert "Jejak audit utuh" in capsys.readouterr().out
    with app.anchors.path.open("a") as file:
        file.write(f"1 9999 {'0' * 64}\n")
    assert run("audit", "verify") == 1
    said = capsys.readouterr().out.splitlines()
    assert "jangkar 9999" in said[0]
    assert said[-1].startswith("Jejak audit TIDAK utuh")
    assert len(said) == 2


def test_office_and_officer_are_added(
    app: App, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ("--code", "07.05", "--name", "Bawaslu Kabupaten Kepahiang", "--level", "kabupaten",
              "--city", "Kepahiang")  # fmt: skip
    assert run("office", "add", *office) == 0
    assert run("office", "add", *office) == 2
    assert "sudah ada" in capsys.readouterr().err
    officer = ("--login", "satu.kepahiang", "--name", "Petugas", "--office", "07.05",
               "--role", "intake_officer", "--role", "auditor")  # fmt: skip
    monkeypatch.setattr(sys, "stdin", io.StringIO("pendek\n"))
    assert run("officer", "add", *officer) == 2
    assert "paling sedikit" in capsys.readouterr().err
    for weak in ("satu.kepahiang", "Kepahiang2026!", "rahasia-bawaslu"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{weak}\n"))
        assert run("officer", "add", *officer) == 2
    said = capsys.readouterr().err.splitlines()
    assert "nama pengguna" in said[0]
    assert all("mudah ditebak" in line for line in said[1:])
    monkeypatch.setattr(sys, "stdin", io.StringIO("perahu-di-tepi-danau\n"))
    assert run("officer", "add", *officer, "--from", "kemarin") == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO("perahu-di-tepi-danau\n"))
    assert run("officer", "add", *officer) == 0
    with app.unit_of_work(SYSTEM) as work:
        row = officers.authenticate(
            work.session, "satu.kepahiang", "perahu-di-tepi-danau", work.now
        )
        assert row is not None
        assert work.session.scalar(select(func.count(Officer.id))) == 1
        assert work.session.scalar(select(func.count(Event.id))) == 2


def test_accounts_are_listed_in_training_only(
    app: App, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts") == 0
    said = capsys.readouterr().out
    assert training.PASSWORD in said
    assert all(account.login in said for account in training.ACCOUNTS)
    monkeypatch.setenv("CASEWORK_MODE", "production")
    monkeypatch.setenv("CASEWORK_CLOCK", "")
    assert run("accounts") == 2
    assert run("demo") == 2
