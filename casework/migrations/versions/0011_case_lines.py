"""A narrow line a case for lists, the words of cases for search, and saved views.

Revision: 0011, after 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.migrations.first_words import fill_words
from casework.models.base import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_EPOCH = {
    "sqlite": "CAST(strftime('%s', received_at) AS INTEGER)",
    "postgresql": "CAST(floor(extract(epoch FROM received_at)) AS BIGINT)",
}
# Lapsed limits that can still be met are added by `casework search reindex`, which knows the law.
_FILL = """
INSERT INTO case_lines (case_id, office_id, stage, kind, owner_id, received, urgency, tags, mark)
SELECT id, office_id, stage, kind, owner_id, {received},
       COALESCE((SELECT MIN(due_epoch) FROM deadlines
                 WHERE deadlines.case_id = cases.id AND deadlines.state = 'open'),
                1000000000000 - id), ' ', ''
FROM cases
"""


def upgrade() -> None:
    """Make the tables and fill them from the cases that are there."""
    op.create_table(
        "case_lines",
        sa.Column("case_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("urgency", sa.BigInteger(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_case_lines_case_id_cases"),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_lines"),
    )
    here = op.get_bind().dialect.name
    op.execute(_FILL.format(received=_EPOCH[here]))
    for column in ("urgency", "received"):
        op.create_index(f"ix_case_lines_{column}", "case_lines", [column, "case_id"])
        op.create_index(
            f"ix_case_lines_office_{column}", "case_lines", ["office_id", column, "case_id"]
        )
    if here == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE case_words USING fts5("
            "words, tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )
    else:
        op.execute(
            "CREATE TABLE case_words (case_id INTEGER PRIMARY KEY "
            "REFERENCES cases (id) ON DELETE CASCADE, words tsvector NOT NULL)"
        )
    fill_words(op.get_bind())
    if here != "sqlite":
        op.execute("CREATE INDEX ix_case_words ON case_words USING gin (words)")
    op.create_table(
        "saved_views",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("saved_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name="fk_saved_views_officer_id_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_saved_views"),
        sa.UniqueConstraint("officer_id", "name", name="uq_saved_views_officer_id_name"),
    )


def downgrade() -> None:
    """Views go; lines and words are made anew on the way up."""
    op.drop_table("saved_views")
    op.execute("DROP TABLE case_words")
    op.drop_table("case_lines")
