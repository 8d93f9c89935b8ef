"""`casework law`: a regulation is read from its PDF, and an amendment becomes a proposal."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
import yaml
from sqlalchemy import func, select
from weasyprint import HTML

from casework import cli
from casework.bootstrap import App
from casework.models import Blob, RegulationText
from casework.services.acts.amendments import amending
from casework.services.law import amended
from casework.services.people import training
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.unit.regulation.test_amendments import BASE, NEW


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    return Bureau(app, clock)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def printed(folder: Path, name: str, text: str) -> str:
    """A PDF of these lines."""
    file = folder / name
    HTML(string="".join(f"<p>{line}</p>" for line in text.splitlines())).write_pdf(file)
    return str(file)


def read(monkeypatch: pytest.MonkeyPatch, file: str, instrument: str, *more: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(training.PASSWORD + "\n"))
    return run(
        "law", "read", file, "--instrument", instrument, "--officer", "penelaah.bengkulu", *more
    )


WHY = "Dibaca pada naskahnya."


def answer(bureau: Bureau, key: str, *, accepted: bool) -> None:
    """The lawyer answers one change of the second text to the first."""
    with bureau.app.unit_of_work(bureau.actor("legal_reviewer")) as work:
        old, new = work.session.scalars(select(RegulationText.id).order_by(RegulationText.id))
        found = amended.compare(work, new, old, "pemilihan-2020")
        amending.answer(
            work, new, old, "pemilihan-2020", key, found.mark(found.entry(key)),
            accepted=accepted, reason=WHY,
        )  # fmt: skip


def test_a_regulation_is_read_and_an_amendment_proposed(
    bureau: Bureau,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    base = printed(tmp_path, "8-2020.pdf", BASE)
    assert read(monkeypatch, base, "perbawaslu-8-2020", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    by_entry = {one["entry"]: one for one in told["matches"]}
    one = by_entry["pemilihan-2020/syarat/waktu_penyampaian"]
    assert one["verdict"] == "sama"
    assert one["found"][0]["address"] == "Pasal 9 ayat (4) huruf c"
    assert read(monkeypatch, base, "perbawaslu-8-2020") == 2, "the same PDF again"
    assert "sudah pernah dibaca" in capsys.readouterr().err

    new = printed(tmp_path, "9-2024.pdf", NEW)
    assert read(monkeypatch, new, "perbawaslu-9-2024") == 0
    said = capsys.readouterr().out
    assert "Perbawaslu 9/2024: 1 halaman" in said

    answer(bureau, "pemilihan-2020/syarat/waktu_penyampaian", accepted=True)
    answer(bureau, "pemilihan-2020/tujuan/etik_dkpp", accepted=False)
    into = tmp_path / "usulan" / "pemilihan-2027"
    arguments = ("law", "amend", "perbawaslu-9-2024", "--of", "perbawaslu-8-2020", "--edition",
                 "pemilihan-2020", "--from", "2027-03-01", "--into", str(into))  # fmt: skip
    assert run(*arguments) == 0
    said = capsys.readouterr().out
    assert "Pasal 33 ayat (1): dihapus" in said
    assert "pemilihan-2020/syarat/waktu_penyampaian: berubah" in said
    proposed = yaml.safe_load((into / "edition.yaml").read_text(encoding="utf-8"))
    assert proposed["id"] == "pemilihan-2027"
    assert proposed["no_cases"]
    assert "1 diterima, 1 ditolak (tidak ditulis)" in said
    entries = yaml.safe_load((into / "requirements.yaml").read_text(encoding="utf-8"))
    (entry,) = [one for one in entries["requirements"] if one["id"] == "waktu_penyampaian"]
    assert "Diterima" in entry["note"]
    assert WHY in entry["note"]
    assert entry["verification"] == "unverified"
    assert not (into / "routing.yaml").exists(), "what was declined is not written"
    edition = (into / "edition.yaml").read_text(encoding="utf-8")
    assert "# tujuan/etik_dkpp: Ditolak" in edition
    assert run(*arguments) == 2, "nothing is overwritten"


def test_a_file_that_is_no_regulation_is_refused_and_nothing_is_kept(
    bureau: Bureau,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 rusak")
    assert read(monkeypatch, str(tmp_path / "x.pdf"), "perbawaslu-8-2020") == 2
    assert "rusak" in capsys.readouterr().err
    with bureau.app.database.read() as session:
        for table in (Blob, RegulationText):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    arguments = ("law", "amend", "perbawaslu-9-2024", "--of", "perbawaslu-8-2020", "--edition",
                 "pemilihan-2020", "--from", "2027-03-01",
                 "--into", str(tmp_path / "y"))  # fmt: skip
    assert run(*arguments) != 0
    assert "belum dibaca" in capsys.readouterr().err
