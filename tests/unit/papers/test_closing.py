"""The report at the end of a case tells acts as nouns, never as the buttons call them."""

from __future__ import annotations

from casework.adapters.pdf import Renderer
from casework.adapters.pdf.forms import Forms
from casework.engine.law import Law
from tests.unit.papers.samples import sample, words_of

FORM = "laporan_akhir"


def test_every_act_of_the_law_has_a_noun(law: Law) -> None:
    nouns = Forms().get(FORM, "pemilihan-2020").metadata["nouns"]
    for edition in ("pemilihan-2020", "pemilihan-2024", "pemilihan-2025"):
        acts = law.editions[edition].acts
        assert not set(acts) - set(nouns), edition
        assert not [one for one in acts.values() if nouns[one.id] in (one.label, one.title)]


def test_a_report_is_a_narrative(renderer: Renderer) -> None:
    text = words_of(renderer.render(FORM, "pemilihan-2020", sample(FORM), draft=False))
    assert (
        "dilaksanakan penilaian pemenuhan syarat sebanyak 2 (dua) kali oleh petugas perkara, "
        "permintaan kelengkapan kepada pelapor oleh petugas perkara, dan penerbitan surat oleh "
        "ketua."
    ) in text
    assert "Minta pelapor melengkapi" not in text
