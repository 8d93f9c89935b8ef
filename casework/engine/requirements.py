"""What a report must hold before it can be registered, and what decides whether it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis


class Group(StrEnum):
    """The part of the law a requirement belongs to."""

    FORMAL = "formil"
    MATERIAL = "materiel"
    ATTACHMENT = "lampiran"


class Check(StrEnum):
    """What of a case decides a requirement.

    `deadline`: was the report received before a limit of the edition ended. `filled`: are fields
    of the report filled. `evidence`: how many different files there are. `identity_copy`: is there
    a file that shows an identity. `signature`: the form beside the identity card. `region`: does
    the region lie in the office's own. `same_event`: is there an earlier case of the same event.
    `person`: nothing that is recorded; somebody must look.
    """

    DEADLINE = "deadline"
    FILLED = "filled"
    EVIDENCE = "evidence"
    IDENTITY_COPY = "identity_copy"
    SIGNATURE = "signature"
    REGION = "region"
    SAME_EVENT = "same_event"
    PERSON = "person"


SEEN = frozenset({Check.IDENTITY_COPY, Check.SIGNATURE, Check.PERSON})
"""Checks that only a person can answer with yes."""


class Detail(StrEnum):
    """A field of a report that a requirement may ask to be filled."""

    REPORTER_NAME = "nama_pelapor"
    REPORTER_ADDRESS = "alamat_pelapor"
    RESPONDENT_NAME = "nama_terlapor"
    RESPONDENT_ADDRESS = "alamat_terlapor"
    EVENT_DATE = "tanggal_kejadian"
    EVENT_PLACE = "tempat_kejadian"
    ACCOUNT = "uraian_kejadian"


@dataclass(frozen=True)
class DecidedBy:
    """How a requirement is decided.

    `rule` is the id of the limit, `details` the fields, `at_least` the number of files the check
    asks for. `why` says what a person must look at; the facts alone then never say "met".
    """

    check: Check
    rule: str = ""
    details: tuple[Detail, ...] = ()
    at_least: int = 0
    why: str = ""

    def told(self, limit: str = "") -> str:
        """The declaration as a lawyer reads it; `limit` is the title of its limit.

        >>> DecidedBy(Check.EVIDENCE, at_least=2).told()
        'paling sedikit 2 berkas bukti yang berbeda'
        """
        by_check = {
            Check.DEADLINE: f"waktu terima laporan terhadap batas {limit or self.rule}",
            Check.FILLED: f"isian {', '.join(one.replace('_', ' ') for one in self.details)}",
            Check.EVIDENCE: f"paling sedikit {self.at_least} berkas bukti yang berbeda",
            Check.IDENTITY_COPY: "berkas yang ditandai memuat identitas",
            Check.SIGNATURE: "tanda tangan pada formulir dan kartu identitas",
            Check.REGION: "wilayah kejadian dan terlapor terhadap wilayah kantor",
            Check.SAME_EVENT: "perkara terdahulu tentang peristiwa yang sama",
            Check.PERSON: "",
        }
        look = f"dilihat orang: {self.why}" if self.why else ""
        return "; ".join(part for part in (by_check[self.check], look) if part)


@dataclass(frozen=True)
class Reporter:
    """One kind of person who may report."""

    id: str
    title: str
    basis: Basis


@dataclass(frozen=True)
class Requirement:
    """One requirement. `binding` is false where it is only asked for at the desk.

    `decided_by` is None where nobody declared it, which the proof reports. `incurable` is what
    it rests on that the reporter cannot bring it afterwards, None where the reporter can.
    """

    id: str
    group: Group
    title: str
    help: str
    binding: bool
    basis: Basis
    decided_by: DecidedBy | None = None
    incurable: Basis | None = None


def hindering(
    wanted: Mapping[str, Requirement], met: Mapping[str, bool]
) -> tuple[Requirement, ...]:
    """The requirements that keep a report from being registered: binding, and found not met."""
    return tuple(one for one in wanted.values() if one.binding and met.get(one.id) is False)


def standing(wanted: Mapping[str, Requirement], met: Mapping[str, bool]) -> dict[str, bool]:
    """The facts that acts ask about the requirements; `met` holds what was judged so far."""
    judged = wanted.keys() <= met.keys()
    lacking = hindering(wanted, met)
    return {
        "syarat_dinilai_semua": judged,
        "syarat_ada_yang_kurang": bool(lacking),
        "syarat_terpenuhi": bool(met) and judged and not lacking,
        "syarat_dapat_dilengkapi": not lacking or any(one.incurable is None for one in lacking),
    }
