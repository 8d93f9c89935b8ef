"""The paper of an oath says what was done, and nothing for who signs nothing."""

from __future__ import annotations

from casework.adapters.pdf import Renderer
from tests.unit.papers.samples import sample, words_of


def test_minutes_that_do_not_say_it_make_nobody_refuse(renderer: Renderer) -> None:
    form = "keterangan_sumpah"
    silent = sample(form) | {"oath": "", "person": {"name": "Saksi"}}
    text = words_of(renderer.render(form, "pemilihan-2024", silent, draft=False))
    assert "Tidak tercatat apakah" in text
    assert "tidak bersedia" not in text
    assert "Kewarganegaraan" not in text


def test_a_promise_is_no_oath_and_who_does_not_sign_states_nothing(renderer: Renderer) -> None:
    form = "keterangan_sumpah"
    unsigned = sample(form) | {"oath": "janji", "signed": False, "note": "Alasan: tergesa."}
    text = words_of(renderer.render(form, "pemilihan-2024", unsigned, draft=False))
    assert "telah mengucapkan janji sebagai berikut" in text
    assert "saya yang bertanda tangan" not in text
    assert "saya bersedia mempertanggungjawabkannya" not in text
