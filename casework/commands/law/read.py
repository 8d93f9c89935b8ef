"""`casework law read`: the PDF of a regulation becomes articles that entries are held against."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing
from pathlib import Path

import click

from casework.adapters.regulation import pages_of
from casework.bootstrap import installed
from casework.commands.rules.confirm import password, sign_in
from casework.engine.regulation.matching import Verdict
from casework.services.acts.amendments import reading
from casework.services.cases.evidence import Upload
from casework.services.law import regulations
from casework.services.law.regulations import Board
from casework.settings import Settings

_PATIENCE = 7200.0  # seconds; a long scan takes some for each page
_SAID = {
    Verdict.VERBATIM: "sama kata demi kata pada pasal yang dirujuk",
    Verdict.ELSEWHERE: "sama kata demi kata, pada pasal lain",
    Verdict.UNNUMBERED: "sama kata demi kata; entri tidak menyebut pasal",
    Verdict.SIMILAR: "serupa, ada kata yang berbeda",
    Verdict.POSSIBLE: "dengan calon bunyi",
    Verdict.ABSENT: "tidak ditemukan",
}


@click.command(short_help="Read the PDF of a regulation and match the rules with it.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--instrument", required=True, help="Its id in instruments.yaml.")
@click.option("--officer", "login", required=True, help="Who reads: a legal reviewer's login.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def command(file: Path, instrument: str, login: str, as_json: bool) -> None:
    """Keep the words of FILE by article and say how the rules stand to them; confirms nothing.

    The matches are answered on the page Aturan → Baca peraturan. The officer's password is asked
    for, or read from standard input. A PDF that cannot be read is refused and not kept.

    \b
    Example: casework law read perbawaslu-8-2020.pdf --instrument perbawaslu-8-2020
             --officer penelaah.bengkulu
    """
    with closing(installed(Settings.from_env())) as app:
        actor = sign_in(app, login, password())
        pages = pages_of(file.read_bytes(), patience=_PATIENCE)
        with file.open("rb") as stream:
            stored = app.store.put(
                stream, sealed=False, limit=app.settings.max_upload_mb * 1024 * 1024
            )
        with app.unit_of_work(actor) as work:
            row = reading.keep(work, instrument, Upload(stored, file.name, ""), pages)
            board = regulations.board(work, row.id)
    click.echo(json.dumps(_data(board), ensure_ascii=False, indent=2) if as_json else _text(board))


def _data(board: Board) -> dict[str, object]:
    return {
        "text": board.head.id,
        "instrument": board.head.instrument.id,
        "sha256": board.head.row.sha256,
        "pages": board.head.row.pages,
        "passages": len(board.passages),
        "doubts": board.head.row.doubts,
        "confirmed": board.confirmed,
        "batch": len(board.batch),
        "uncited": len(board.uncited),
        "matches": [
            {
                "entry": one.target.key,
                "verdict": one.verdict.value,
                "numbers": list(one.numbers),
                "found": [
                    {
                        "address": str(found.address),
                        "page": board.passages[found.passages[0]].page,
                        "score": found.score,
                        "words": found.words,
                    }
                    for found in one.found
                ],
            }
            for one in (*board.definitions, *board.open)
        ],
    }


def _text(board: Board) -> str:
    row = board.head.row
    counted = Counter(one.verdict for one in board.open)
    lines = [
        (
            f"{board.head.instrument.short}: {row.pages} halaman, {len(board.passages)} bagian, "
            f"SHA-256 {row.sha256}"
        ),
        *(f"perhatikan: {one}" for one in row.doubts),
        f"{board.confirmed} entri sudah terkonfirmasi",
        f"{len(board.definitions)} entri dapat dijawab definisi hari atau hari pertama",
        *(f"{counted[verdict]} entri {said}" for verdict, said in _SAID.items()),
        *(f"berlainan: {one.target.key}: {number}" for one in board.open for number in one.numbers),
        f"{len(board.uncited)} bagian pasal tidak dirujuk entri mana pun",
    ]
    return "\n".join(lines)
