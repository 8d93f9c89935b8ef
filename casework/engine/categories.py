"""Categories of respondents and classes of violation, by id, with the name an officer reads."""

from __future__ import annotations

from typing import Final

CATEGORIES: Final = {
    "asn": "Aparatur sipil negara (ASN)",
    "kepala_desa": "Kepala desa",
    "perangkat_desa": "Perangkat desa",
    "bpd": "Anggota Badan Permusyawaratan Desa",
    "honorer": "Tenaga honorer pemerintah daerah",
    "tni": "Anggota TNI",
    "polri": "Anggota Polri",
    "penyelenggara_kpu": "Anggota KPU",
    "penyelenggara_bawaslu": "Anggota Bawaslu",
    "ppk_pps_kpps": "PPK, PPS, atau KPPS",
    "panwascam_pkd_ptps": "Panwascam, PKD, atau PTPS",
    "calon": "Calon atau pasangan calon",
    "tim_kampanye": "Tim kampanye atau relawan",
    "pejabat_negara": "Pejabat negara atau daerah",
    "masyarakat": "Warga masyarakat",
    "rt_rw": "Ketua RT atau RW",
    "objek": "Objek tanpa orang (misalnya lokasi alat peraga)",
    "tidak_diketahui": "Belum diketahui",
}

VIOLATION_CLASSES: Final = {
    "administrasi": "Pelanggaran administrasi Pemilihan",
    "kode_etik": "Pelanggaran kode etik penyelenggara",
    "pidana": "Tindak pidana Pemilihan",
    "hukum_lainnya": "Pelanggaran peraturan perundang-undangan lainnya",
    "bukan_pelanggaran": "Bukan pelanggaran",
}

# What Bawaslu passes on is for another to decide: until then it is suspected, whatever it is.
_PASSED_ON = frozenset({"kode_etik", "pidana", "hukum_lainnya"})


def told(violation_class: str) -> str:
    """How an outcome is told to reporter and respondents.

    >>> told("pidana"), told("administrasi")
    ('Dugaan tindak pidana Pemilihan', 'Pelanggaran administrasi Pemilihan')
    """
    words = VIOLATION_CLASSES[violation_class]
    return f"Dugaan {words[0].lower()}{words[1:]}" if violation_class in _PASSED_ON else words
