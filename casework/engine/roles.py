"""The roles an officer can hold, by id, with the name an officer reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What an officer may be at an office."""

    INTAKE_OFFICER = "intake_officer"
    CASE_OFFICER = "case_officer"
    COORDINATOR = "coordinator"
    COMMISSIONER = "commissioner"
    CHAIR = "chair"
    SECRETARIAT = "secretariat"
    HEAD_OF_SECRETARIAT = "head_of_secretariat"
    LEGAL_REVIEWER = "legal_reviewer"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


TITLES: Mapping[str, str] = MappingProxyType(
    {
        Role.INTAKE_OFFICER: "petugas penerima laporan",
        Role.CASE_OFFICER: "staf penanganan pelanggaran",
        Role.COORDINATOR: "koordinator divisi",
        Role.COMMISSIONER: "anggota (komisioner)",
        Role.CHAIR: "ketua",
        Role.SECRETARIAT: "sekretariat",
        Role.HEAD_OF_SECRETARIAT: "kepala sekretariat",
        Role.LEGAL_REVIEWER: "penelaah hukum",
        Role.SUPERVISOR: "supervisor tingkat atas",
        Role.AUDITOR: "auditor",
        Role.ADMINISTRATOR: "administrator",
    }
)

# They confirm rules, read, or set up accounts; no act of a case is theirs.
NEVER_ACT = frozenset({Role.LEGAL_REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR})


def titles(roles: Collection[str]) -> str:
    """Name several roles in one phrase.

    >>> titles(["commissioner", "chair"])
    'anggota (komisioner) atau ketua'
    """
    return " atau ".join(TITLES[role] for role in roles)
