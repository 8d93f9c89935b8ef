"""What an installation holds, so that a test can say that nothing changed."""

from __future__ import annotations

from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Base
from casework.models.sealed import SEALED_TABLES
from casework.services.cases.record.audit import row_digest, row_name

# Who is signed in, who has which case open, and what was noted of that.
BESIDE = {"sessions", "work_marks", "events", "chain_heads"}


def state(app: App) -> tuple[dict[str, str], dict[str, int]]:
    """The digest of every row that is sealed, and how many rows every other table has."""
    with app.database.read() as session:
        digests = {
            row_name(row): row_digest(row)
            for table in SEALED_TABLES
            for row in session.scalars(select(table))
        }
        counts = {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name not in BESIDE
        }
    return digests, counts
