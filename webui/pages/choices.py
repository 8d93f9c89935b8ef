"""Lists to choose from that come from the law."""

from __future__ import annotations

from datetime import date

from casework.engine.law import Law
from casework.engine.rule import DeadlineRule
from casework.errors import LawError


def elections(law: Law, office: str) -> list[tuple[str, str]]:
    """Elections a report at an office can be about."""
    return [
        (election.id, election.title)
        for election in law.elections.values()
        if office in election.offices
    ]


def regions(law: Law) -> list[tuple[str, str]]:
    """Regions a respondent can belong to."""
    return [(region.id, region.name) for region in law.regions.values()]


def intake_limits(law: Law, on: date) -> list[DeadlineRule]:
    """The limits that matter at the desk on a day; none where no edition is known for it."""
    try:
        edition = law.edition_on("pemilihan", on)
    except LawError:
        return []
    wanted = ("penyampaian_laporan", "kajian_awal")
    return [edition.deadlines[name] for name in wanted if name in edition.deadlines]
