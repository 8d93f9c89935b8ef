"""The rules folder on disk: its texts, handed to the pure loader."""

from __future__ import annotations

from pathlib import Path

import casework
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.refusals import RuleFileFault


def root() -> Path:
    """The `rules/` folder beside the installed package."""
    return Path(casework.__file__).resolve().parents[1] / "rules"


def texts(folder: Path) -> dict[str, str]:
    """Every rules file by its path inside the folder; form folders and schemas are not law."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.yaml")):
        inside = path.relative_to(folder)
        if "documents" in inside.parts or inside.parts[0] == "schema":
            continue
        try:
            found[inside.as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as broken:
            text = "bukan teks UTF-8. Simpan kembali berkas ini sebagai UTF-8."
            raise RuleFileFault(inside.as_posix(), 1, text) from broken
    return found


def load(folder: Path | None = None) -> Law:
    """Read and check the whole law. Raises RuleFileFault naming file and line."""
    place = folder or root()
    if not place.is_dir():
        raise RuleFileFault(place.as_posix(), 1, "folder aturan tidak ditemukan.")
    return parse(texts(place))
