"""`casework regions import` tells first, and takes all of a file or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.adapters.database import Database
from casework.cli import main
from casework.models import Region


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["regions", "import", *arguments])
    return int(ended.value.code or 0)


def test_told_first_then_taken(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stored() -> int:
        with database.read() as session:
            return session.query(Region).count()

    assert run() == 0
    assert "140 baru" in capsys.readouterr().out
    assert stored() == 0
    assert run("--apply") == 0
    assert stored() == 140
    file = tmp_path / "desa.csv"
    file.write_text("code,name\n17.07.04.2001,Tes\n17.07.99.2001,Tanpa induk\n")
    capsys.readouterr()
    assert run(str(file), "--apply") == 1
    said = capsys.readouterr().out
    assert "baris 3 ditolak: 17.07.99.2001" in said
    assert "Tidak ada yang diubah." in said
    assert stored() == 140
