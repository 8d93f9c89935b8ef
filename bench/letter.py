"""One official letter: our renderer beside bare WeasyPrint on the same template and data.

Ours pays for a child process, a template sandbox, a closed fetcher, checked data, and PDF/A-2 with
tags; it saves by keeping templates, style sheets and fonts. Bare WeasyPrint does what its first
page of documentation shows: read the files, fill the template, write a plain PDF.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jinja2
import pypdf
import segno
import yaml
from weasyprint import CSS, HTML

from bench.table import Row, Table, best
from casework.adapters.pdf import Renderer
from casework.adapters.pdf.fetcher import SCHEME
from casework.adapters.pdf.forms import Forms, default_root
from casework.engine.basis import Mark
from casework.engine.papers import from_plain, to_plain
from casework.engine.spelling import cardinal

EDITION = "pemilihan-2020"
FORM = "pemberitahuan_kelengkapan"
SHEETS = ("_layout/base.css", "_layout/letter.css", "style.css")
LETTERS = 12
ROUNDS = 3


def samples(seed: int) -> list[dict[str, Any]]:
    """Letters that differ in number, so that nothing can be answered from a cache."""
    documents = default_root() / EDITION / "documents"
    values: dict[str, Any] = {}
    for folder in ("_layout", FORM):
        values |= yaml.safe_load((documents / folder / "sample.yaml").read_text())
    chance = random.Random(seed)
    letters = []
    for _ in range(LETTERS):
        letter = to_plain(from_plain(FORM, values))
        letter["block"]["nomor"] = f"{chance.randrange(1, 999):03}/PP.00.01/K/09/2024"
        letters.append(letter)
    return letters


def bare(folder: Path, context: Mapping[str, Any], letter: Mapping[str, Any]) -> bytes:
    """What one would write without us."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["in_words"] = cardinal
    paper = from_plain(FORM, letter)
    assert paper.verification is not None
    segno.make(paper.verification.url, error="m", micro=False).save(
        str(folder / "qr.svg"), border=2
    )
    html = environment.get_template("template.html").render(vars(paper), **context)
    sheets = [CSS(filename=str(folder / name)) for name in SHEETS]
    drawn = HTML(string=html.replace(SCHEME, ""), base_url=f"{folder}/").write_pdf(
        stylesheets=sheets
    )
    assert isinstance(drawn, bytes)
    return drawn


def words(pdf: bytes) -> list[str]:
    """The text of a PDF."""
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages).split()


def measure(seed: int) -> Table:
    """Time both on the same letters, after comparing what they say."""
    letters = samples(seed)
    form = Forms().get(FORM, EDITION)
    context = {
        "form": dict(form.metadata),
        "draft": False,
        "marks": {mark.value: mark.label for mark in Mark},
        "dots": "." * 20,
    }
    renderer = Renderer(workers=1)
    try:
        with TemporaryDirectory() as name:
            folder = Path(name)
            for file, text in form.files.items():
                (folder / file).parent.mkdir(exist_ok=True)
                (folder / file).write_text(text)
                if file.endswith(".svg"):  # templates name a drawing without its folder
                    (folder / Path(file).name).write_text(text)

            def ours() -> list[bytes]:
                return [renderer.render(FORM, EDITION, one, draft=False) for one in letters]

            def theirs() -> list[bytes]:
                return [bare(folder, context, one) for one in letters]

            for mine, other in zip(ours(), theirs(), strict=True):
                if words(mine) != words(other):
                    raise SystemExit("bench: the two letters do not say the same")
            rows = (
                Row("ours, PDF/A-2 with tags, child process", best(ours, LETTERS, ROUNDS)),
                Row("bare WeasyPrint, plain PDF", best(theirs, LETTERS, ROUNDS)),
            )
    finally:
        renderer.close()
    return Table(
        name="letter",
        work=f"{FORM} of {EDITION}, {LETTERS} letters one after the other",
        rows=rows,
        ratios={rows[1].name: rows[1].microseconds / rows[0].microseconds},
        notes=("the text of both was compared word by word before timing",),
        seed=seed,
    )
