"""What kind of paper is what: a letter, naming protected people, drawn by which flow."""

from __future__ import annotations

# Papers that are letters: they wait as drafts for the chair and take an outgoing-letter number.
LETTERS = frozenset(
    {
        "pemberitahuan_kelengkapan",
        "undangan_klarifikasi",
        "penerusan_administrasi",
        "penerusan_kode_etik",
        "penerusan_pidana",
        "penerusan_hukum_lainnya",
        "pemberitahuan_status",
        "pemberitahuan_status_terlapor",
        "kutipan_kajian",
        "pelimpahan",
        "pengambilalihan",
    }
)
# Papers that name nobody whose identity is protected; all others are sealed on disk.
OPEN_PAPERS = frozenset(
    {
        "kajian_awal",
        "kajian",
        "berita_acara_pleno",
        "pemberitahuan_status_terlapor",
        "kutipan_kajian",
        "pelimpahan",
        "pengambilalihan",
        "laporan_akhir",
    }
)
# What may still leave when a case is over: reporter and respondents are told how it ended.
AT_THE_END = ("pemberitahuan_status", "pemberitahuan_status_terlapor", "kutipan_kajian")


def flow_of(kind: str) -> str:
    """The stage flow that draws a kind of paper."""
    if kind.startswith("keterangan_sumpah") or kind.endswith("_klarifikasi"):
        return "clarification"
    if kind in ("kajian",):
        return "review"
    if kind.startswith("penerusan_") or kind in (*AT_THE_END, "laporan_akhir"):
        return "recommendation"
    return "registration"
