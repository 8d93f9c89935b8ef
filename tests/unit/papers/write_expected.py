"""Writes every `expected.txt` anew; run with `python -m`, then read what changed."""

from __future__ import annotations

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import FOLDERS, expected, sample, text_of


def main() -> None:
    """Draw every sample and keep its text."""
    renderer = Renderer()
    for edition, form in FOLDERS:
        pdf = renderer.render(form, edition, sample(form, edition), draft=False)
        expected(form, edition).write_text(text_of(pdf) + "\n", encoding="utf-8")
    renderer.close()


if __name__ == "__main__":
    main()
