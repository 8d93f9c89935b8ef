"""Lists to choose from that come from the law."""

from __future__ import annotations

from casework.engine.edition import Edition
from casework.engine.law import Law


def elections(law: Law) -> list[tuple[str, str]]:
    """Elections a report can be about."""
    return [(election.id, election.title) for election in law.elections.values()]


def regions(law: Law) -> list[tuple[str, str]]:
    """Regions a respondent can belong to."""
    return [(region.id, region.name) for region in law.regions.values()]


def articles(edition: Edition) -> list[tuple[str, str]]:
    """Articles of an edition, as the officer picks them."""
    return [
        (article.id, f"{article.article} · {article.title}")
        for article in edition.violations.articles.values()
    ]
