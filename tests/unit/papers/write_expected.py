"""Writes every `expected.txt` anew; run with `python -m`, then read what changed."""

from __future__ import annotations

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, KINDS, expected, sample, text_of


def main() -> None:
    """Draw every sample and keep its text."""
    renderer = Renderer()
    for form in KINDS:
        pdf = renderer.render(form, EDITION, sample(form), draft=False)
        expected(form).write_text(text_of(pdf) + "\n", encoding="utf-8")
    renderer.close()


if __name__ == "__main__":
    main()
