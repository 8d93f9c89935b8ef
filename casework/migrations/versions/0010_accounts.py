"""Sessions, second factors, recovery codes, password links, absences, marks of who is at work.

Revision: 0010, after 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Six tables; everybody signs in anew after it."""
    _sessions()
    _factors()
    _links()
    _absences()
    _marks()


def _officer(table: str, column: str = "officer_id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["officers.id"], name=f"fk_{table}_{column}_officers")


def _office(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["office_id"], ["offices.id"], name=f"fk_{table}_office_id_offices"
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("device", sa.String(120), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("seen_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("handle", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _officer("sessions"),
        _office("sessions"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_sessions_token_hash"),
    )
    op.create_index("ix_sessions_officer_id", "sessions", ["officer_id"])


def _factors() -> None:
    op.create_table(
        "second_factors",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("confirmed_at", Moment(), nullable=True),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", Moment(), nullable=True),
        _officer("second_factors"),
        sa.PrimaryKeyConstraint("officer_id", name="pk_second_factors"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        _officer("recovery_codes"),
        sa.PrimaryKeyConstraint("id", name="pk_recovery_codes"),
        sa.UniqueConstraint("mark", name="uq_recovery_codes_mark"),
    )
    op.create_index("ix_recovery_codes_officer_id", "recovery_codes", ["officer_id"])


def _links() -> None:
    op.create_table(
        "password_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        _officer("password_links"),
        _officer("password_links", "made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_password_links"),
        sa.UniqueConstraint("token_hash", name="uq_password_links_token_hash"),
    )
    op.create_index("ix_password_links_officer_id", "password_links", ["officer_id"])


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("cancelled_at", Moment(), nullable=True),
        _office("absences"),
        _officer("absences"),
        _officer("absences", "deputy_id"),
        _officer("absences", "recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
    )
    for column in ("office_id", "officer_id", "deputy_id"):
        op.create_index(f"ix_absences_{column}", "absences", [column])


def _marks() -> None:
    op.create_table(
        "work_marks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(64), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_work_marks_case_id_cases"),
        _officer("work_marks"),
        sa.PrimaryKeyConstraint("id", name="pk_work_marks"),
        sa.UniqueConstraint("case_id", "officer_id", name="uq_work_marks_case_id_officer_id"),
    )


def downgrade() -> None:
    """Everybody is signed out and second factors are gone; the events about them stay."""
    op.drop_table("work_marks")
    for column in ("office_id", "officer_id", "deputy_id"):
        op.drop_index(f"ix_absences_{column}", table_name="absences")
    op.drop_table("absences")
    for table in ("password_links", "recovery_codes", "sessions"):
        op.drop_index(f"ix_{table}_officer_id", table_name=table)
        op.drop_table(table)
    op.drop_table("second_factors")
