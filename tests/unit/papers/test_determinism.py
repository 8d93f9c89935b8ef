"""The same input gives the same bytes, in another process and another order too."""

from __future__ import annotations

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import EDITION, sample


def test_the_same_input_gives_the_same_bytes(renderer: Renderer) -> None:
    form = "pemberitahuan_kelengkapan"
    first = renderer.render(form, EDITION, sample(form), draft=False)
    renderer.render("kajian", EDITION, sample("kajian"), draft=False)
    assert renderer.render(form, EDITION, sample(form), draft=False) == first
    other = Renderer(workers=1)
    try:
        reordered = dict(reversed(sample(form).items()))
        assert other.render(form, EDITION, reordered, draft=False) == first
    finally:
        other.close()


def test_a_changed_letter_is_another_file(renderer: Renderer) -> None:
    form = "undangan_klarifikasi"
    data = sample(form)
    first = renderer.render(form, EDITION, data, draft=False)
    assert renderer.render(form, EDITION, {**data, "hour": "11.00 WIB"}, draft=False) != first
    assert renderer.render(form, EDITION, data, draft=True) != first


def test_the_version_of_a_form_tells_editions_apart(renderer: Renderer) -> None:
    old = renderer.version("berita_acara_klarifikasi", "pemilihan-2020")
    assert old == renderer.version("berita_acara_klarifikasi", "pemilihan-2020@1")
    assert old != renderer.version("berita_acara_klarifikasi", "pemilihan-2024")
