"""The roles an officer can hold, by id, with the name an officer reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "intake_officer": "petugas penerima laporan",
        "case_officer": "staf penanganan pelanggaran",
        "coordinator": "koordinator divisi",
        "commissioner": "anggota (komisioner)",
        "chair": "ketua",
        "secretariat": "sekretariat",
        "head_of_secretariat": "kepala sekretariat",
        "legal_reviewer": "penelaah hukum",
        "supervisor": "supervisor tingkat atas",
        "auditor": "auditor",
        "administrator": "administrator",
    }
)

# They confirm rules, read, or set up accounts; no act of a case is theirs.
NEVER_ACT = frozenset({"legal_reviewer", "auditor", "administrator"})


def titles(roles: Collection[str]) -> str:
    """Name several roles in one phrase.

    >>> titles(["commissioner", "chair"])
    'anggota (komisioner) atau ketua'
    """
    return " atau ".join(TITLES[role] for role in roles)
