"""One official letter: our renderer beside WeasyPrint alone, on the same template and data.

Ours pays for a child process, a template sandbox, a closed fetcher, checked data, and PDF/A-2 with
tags. "Bare" is the floor: template compiled, style sheets parsed, fonts configured once, a plain
PDF. "Naive" does what WeasyPrint's first page of documentation shows: read the files and fill the
template for every letter.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import jinja2
import pypdf
import segno
import yaml
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from bench.table import Row, Table
from casework.adapters.pdf import Renderer
from casework.adapters.pdf.draw import SCHEME, VARIANT
from casework.adapters.pdf.forms import Forms, default_root
from casework.document_data import from_plain, to_plain
from casework.engine.basis import Mark
from casework.engine.spelling import cardinal

EDITION = "pemilihan-2020"
FORM = "pemberitahuan_kelengkapan"
SHEETS = ("_layout/base.css", "_layout/letter.css", "style.css")
LETTERS = 12
ROUNDS = 5


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


class Bare:
    """What one would write without us; `shared` keeps template, style sheets and fonts."""

    def __init__(self, folder: Path, context: Mapping[str, Any], *, shared: bool) -> None:
        self.folder, self.context = folder, context
        self.kept = self._read() if shared else None

    def _read(self) -> tuple[jinja2.Template, list[CSS], FontConfiguration]:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder), autoescape=True,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        environment.filters["in_words"] = cardinal
        fonts = FontConfiguration()
        sheets = [CSS(filename=str(self.folder / name), font_config=fonts) for name in SHEETS]
        return environment.get_template("template.html"), sheets, fonts

    def draw(self, letter: Mapping[str, Any], **options: Any) -> bytes:
        """The PDF of one letter; a plain one without options."""
        template, sheets, fonts = self.kept or self._read()
        paper = from_plain(FORM, letter)
        assert paper.verification is not None
        segno.make(paper.verification.url, error="m", micro=False).save(
            str(self.folder / "qr.svg"), border=2
        )
        html = template.render(vars(paper), **self.context)
        drawn = HTML(string=html.replace(SCHEME, ""), base_url=f"{self.folder}/").write_pdf(
            stylesheets=sheets, font_config=fonts, **options
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

            bare = Bare(folder, context, shared=True)
            naive = Bare(folder, context, shared=False)
            archival = {"pdf_variant": VARIANT, "pdf_tags": True}
            contenders: dict[str, Callable[[dict[str, Any]], bytes]] = {
                "ours, PDF/A-2 with tags, child process": lambda one: renderer.render(
                    FORM, EDITION, one, draft=False
                ),
                "bare, plain PDF": bare.draw,
                "bare, PDF/A-2 with tags": lambda one: bare.draw(one, **archival),
                "naive, plain PDF": naive.draw,
            }
            drawn = [[words(draw(one)) for one in letters] for draw in contenders.values()]
            if any(other != drawn[0] for other in drawn):
                raise SystemExit("bench: the letters do not say the same")
            times = in_turn(contenders, letters)
    finally:
        renderer.close()
    ours, plain, tagged, simple = times.values()
    return Table(
        name="letter",
        work=f"{FORM} of {EDITION}, {LETTERS} letters one after the other",
        rows=tuple(Row(name, median(found)) for name, found in times.items()),
        ratios={
            "bare, plain PDF": ratio(plain, ours),
            "bare, PDF/A-2 with tags": ratio(tagged, ours),
            "naive, plain PDF": ratio(simple, ours),
        },
        notes=(
            "the text of all was compared word by word before timing",
            f"medians of {ROUNDS} rounds in which the contenders take turns letter by letter",
            f"ours over bare: {ratio(ours, plain):.2f}, to reach 1.10",
            f"ours over naive: {ratio(ours, simple):.2f}, to reach 0.75",
            f"PDF/A-2 with tags over plain: {ratio(tagged, plain):.2f}, to reach 1.25",
        ),
        seed=seed,
    )


def in_turn(
    contenders: Mapping[str, Callable[[dict[str, Any]], bytes]], letters: Sequence[dict[str, Any]]
) -> dict[str, list[float]]:
    """Microseconds a letter, by contender and round; what disturbs one disturbs its neighbours."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        spent = dict.fromkeys(contenders, 0.0)
        for letter in letters:
            for name, draw in contenders.items():
                start = time.perf_counter()
                draw(letter)
                spent[name] += time.perf_counter() - start
        for name, seconds in spent.items():
            times[name].append(seconds / len(letters) * 1e6)
    return times


def ratio(mine: Sequence[float], other: Sequence[float]) -> float:
    """The median of the rounds' ratios."""
    return median(one / two for one, two in zip(mine, other, strict=True))
