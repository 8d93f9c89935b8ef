"""Categories of respondents and classes of violation, by id, with the name an officer reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
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
UNKNOWN: Final = "tidak_diketahui"


# A form helps who fills it in; a paper says what is known.
_ON_PAPER = {"objek": "Objek", "tidak_diketahui": ""}


def on_paper(category: str) -> str:
    """How a paper names a category; nothing where it is not known.

    >>> on_paper("kepala_desa"), on_paper("objek"), on_paper("")
    ('Kepala desa', 'Objek', '')
    """
    return _ON_PAPER.get(category, CATEGORIES.get(category, ""))


class ViolationClass(StrEnum):
    """What a pleno finds an allegation to be."""

    ADMINISTRATIVE = "administrasi"
    ETHICS = "kode_etik"
    CRIME = "pidana"
    OTHER_LAW = "hukum_lainnya"
    NONE = "bukan_pelanggaran"


VIOLATION_CLASSES: Final[Mapping[str, str]] = {
    ViolationClass.ADMINISTRATIVE: "Pelanggaran administrasi Pemilihan",
    ViolationClass.ETHICS: "Pelanggaran kode etik penyelenggara",
    ViolationClass.CRIME: "Tindak pidana Pemilihan",
    ViolationClass.OTHER_LAW: "Pelanggaran peraturan perundang-undangan lainnya",
    ViolationClass.NONE: "Bukan pelanggaran",
}

# What Bawaslu passes on is for another to decide: until then it is suspected, whatever it is.
_PASSED_ON = frozenset({ViolationClass.ETHICS, ViolationClass.CRIME, ViolationClass.OTHER_LAW})


def told(violation_class: str) -> str:
    """How an outcome is told to reporter and respondents.

    >>> told("pidana"), told("administrasi")
    ('Dugaan tindak pidana Pemilihan', 'Pelanggaran administrasi Pemilihan')
    """
    words = VIOLATION_CLASSES[violation_class]
    return f"Dugaan {words[0].lower()}{words[1:]}" if violation_class in _PASSED_ON else words
