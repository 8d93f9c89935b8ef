"""Facts that the product tells by itself; every other fact an act asks must be recorded by one.

The flags are worked out from the records of a case, the moments dated by the acts that have pages
of their own. A test holds this list against what the services tell.
"""

from __future__ import annotations

from typing import Final

FLAGS: Final = frozenset(
    {
        "ada_dugaan_pidana",
        "ada_penerusan",
        "ada_pidana",
        "berkas_pidana_siap",
        "bermula_dari_laporan",
        "etik_pengawas_adhoc",
        "gugur_mendahului_batas",
        "hasil_semua_terlapor",
        "jalan_sidang_dipilih",
        "kajian_lengkap",
        "kelengkapan_pernah_diminta",
        "klarifikasi_tuntas",
        "musyawarah_kuorum",
        "pelimpahan_menunggu",
        "pemberitahuan_status_terkirim",
        "pidana_tersendiri",
        "penanganan_terbuka",
        "penyidik_belum_menerima",
        "perbaikan_lewat",
        "pleno_kuorum",
        "rekomendasi_kpu_ditindaklanjuti",
        "surat_penerusan_terkirim",
        "surat_pidana_terkirim",
        "syarat_ada_yang_kurang",
        "syarat_dapat_dilengkapi",
        "syarat_dinilai_semua",
        "syarat_terpenuhi",
        "tanpa_penerusan",
        "tidak_sedang_dilimpahkan",
        "tindak_lanjut_tuntas",
        "tujuan_semua_jelas",
    }
)

OF_KINDS: Final = {"bermula_dari_laporan": ("LP",)}
"""Innate facts, and the kinds of case of which they are true."""


def of_kind(kind: str) -> dict[str, bool]:
    """The innate facts of a case of this kind.

    >>> of_kind("TM")
    {'bermula_dari_laporan': False}
    """
    return {name: kind in kinds for name, kinds in OF_KINDS.items()}


MOMENTS: Final = frozenset(
    {
        "diketahui",
        "diputuskan",
        "diregistrasi",
        "laporan_diterima",
        "rekomendasi_kpu_diterima",
        "surat_kelengkapan_diterima",
    }
)
