"""Offices of the supervisory body, as the training set lists them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis


class Level(StrEnum):
    """The level an office works at."""

    RI = "ri"
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"


@dataclass(frozen=True)
class OfficeEntry:
    """One office. `training` is true where its region code was never published.

    `zone` is an IANA key (`Asia/Jakarta`); `city` is where its letters are dated.
    """

    code: str
    name: str
    level: Level
    parent: str | None
    zone: str
    region_code: str
    region: str | None
    city: str
    training: bool
    basis: Basis
