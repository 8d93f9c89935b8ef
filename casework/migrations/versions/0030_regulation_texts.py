"""Regulations read from their PDF, samples of their matches, and matches that were none.

Revision: 0030, after 0029.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.migrations.append_only import forbid_changes, permit_changes
from casework.models.base import Moment

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_TABLES = ("regulation_texts", "regulation_samples", "regulation_rejections")


def upgrade() -> None:
    """Three tables to which rows are only ever added."""
    op.create_table(
        "regulation_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("doubts", sa.JSON(), nullable=False),
        *_who("regulation_texts"),
        _to("regulation_texts", "document_id", "blobs"),
        sa.UniqueConstraint(
            "instrument", "sha256", name=op.f("uq_regulation_texts_instrument_sha256")
        ),
    )
    op.create_table(
        "regulation_samples",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("drawn", sa.JSON(), nullable=False),
        *_who("regulation_samples"),
        _to("regulation_samples", "text_id", "regulation_texts"),
    )
    op.create_index("ix_regulation_samples_text_id", "regulation_samples", ["text_id"])
    op.create_table(
        "regulation_rejections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        *_who("regulation_rejections"),
        _to("regulation_rejections", "text_id", "regulation_texts"),
        sa.UniqueConstraint(
            "text_id", "target", "address",
            name=op.f("uq_regulation_rejections_text_id_target_address"),
        ),
    )  # fmt: skip
    for name in _TABLES:
        forbid_changes(name)


def downgrade() -> None:
    """Without what was read; the revisions made of it stay."""
    for name in reversed(_TABLES):
        permit_changes(name)
        op.drop_table(name)


def _who(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Who added a row, at which office, when."""
    return (
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        _to(table, "officer_id", "officers"),
        _to(table, "office_id", "offices"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)
