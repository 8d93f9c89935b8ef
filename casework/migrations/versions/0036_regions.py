"""The tree of regions, and in which of them the event of a case happened.

Revision: 0036, after 0035.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_LEVELS = "'provinsi', 'kabupaten', 'kota', 'kecamatan', 'desa', 'kelurahan', 'tps'"


def upgrade() -> None:
    """Cases from before have no region until a person sets it; their digests stay."""
    op.create_table(
        "regions",
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("parent_code", sa.String(20), nullable=True),
        sa.Column("regency_code", sa.String(20), nullable=True),
        sa.Column("level", sa.String(64), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("bawaslu_code", sa.String(20), nullable=False),
        sa.CheckConstraint(f"level IN ({_LEVELS})", name=op.f("ck_regions_regionlevel")),
        sa.ForeignKeyConstraint(
            ["parent_code"], ["regions.code"], name=op.f("fk_regions_parent_code")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regions")),
    )
    for column in ("parent_code", "regency_code", "key"):
        op.create_index(op.f(f"ix_regions_{column}"), "regions", [column])
    op.add_column("cases", sa.Column("event_region", sa.String(20), nullable=True))
    op.add_column("cases", sa.Column("event_point", sa.String(40), nullable=True))
    op.create_index(op.f("ix_cases_event_region"), "cases", ["event_region"])


def downgrade() -> None:
    """Forget the regions; the words of the place stay."""
    op.drop_index(op.f("ix_cases_event_region"), table_name="cases")
    op.drop_column("cases", "event_point")
    op.drop_column("cases", "event_region")
    for column in ("key", "regency_code", "parent_code"):
        op.drop_index(op.f(f"ix_regions_{column}"), table_name="regions")
    op.drop_table("regions")
