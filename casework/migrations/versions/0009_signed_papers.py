"""Signed copies, edited drafts, filed letters, inserted numbers, bundles of many papers.

Revision: 0009, after 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ONCE = "uq_numbers_office_id_series_year_seq"
_ONCE_INSERTED = "uq_numbers_office_id_series_year_seq_inserted"
_ORDINARY = "uq_numbers_ordinary"
_DOCUMENT = ("edited", "edits", "template_version", "filed_at", "filed_under")


def upgrade() -> None:
    """Empty columns for what exists: a number so far is an ordinary one, a paper not yet signed."""
    op.add_column("documents", sa.Column("edited", sa.LargeBinary(), nullable=True))
    op.add_column("documents", sa.Column("edits", sa.Integer(), nullable=True))
    op.add_column("documents", sa.Column("template_version", sa.String(64), nullable=True))
    op.add_column("documents", sa.Column("filed_at", Moment(), nullable=True))
    op.add_column("documents", sa.Column("filed_under", sa.String(120), nullable=True))
    with op.batch_alter_table("numbers") as table:
        table.add_column(sa.Column("inserted", sa.Integer(), nullable=True))
        table.add_column(sa.Column("insert_reason", sa.Text(), nullable=True))
        table.drop_constraint(_ONCE, type_="unique")
        table.create_unique_constraint(
            _ONCE_INSERTED, ["office_id", "series", "year", "seq", "inserted"]
        )
    op.create_index(
        _ORDINARY,
        "numbers",
        ["office_id", "series", "year", "seq"],
        unique=True,
        sqlite_where=sa.text("inserted IS NULL"),
        postgresql_where=sa.text("inserted IS NULL"),
    )
    _signatures()
    _letter_styles()
    _bundles()


def downgrade() -> None:
    """Signed copies, bundles and styles go; an inserted number cannot stay and goes as well."""
    for name in ("bundle_items", "bundles", "letter_styles", "signatures"):
        op.drop_table(name)
    op.execute("DELETE FROM numbers WHERE inserted IS NOT NULL")
    op.drop_index(_ORDINARY, table_name="numbers")
    with op.batch_alter_table("numbers") as table:
        table.drop_constraint(_ONCE_INSERTED, type_="unique")
        table.create_unique_constraint(_ONCE, ["office_id", "series", "year", "seq"])
        table.drop_column("insert_reason")
        table.drop_column("inserted")
    for name in reversed(_DOCUMENT):
        op.drop_column("documents", name)


def _signatures() -> None:
    op.create_table(
        "signatures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(64), nullable=False),
        sa.Column("base_blob_id", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=False),
        sa.Column("signer_id", sa.Integer(), nullable=True),
        sa.Column("signer_name", sa.String(300), nullable=False),
        sa.Column("certificate", sa.String(64), nullable=False),
        sa.Column("timestamped", sa.Boolean(), nullable=False),
        sa.Column("signed_at", Moment(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_signatures_document_id_documents"
        ),
        sa.ForeignKeyConstraint(
            ["base_blob_id"], ["blobs.id"], name="fk_signatures_base_blob_id_blobs"
        ),
        sa.ForeignKeyConstraint(["blob_id"], ["blobs.id"], name="fk_signatures_blob_id_blobs"),
        sa.ForeignKeyConstraint(
            ["signer_id"], ["officers.id"], name="fk_signatures_signer_id_officers"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["officers.id"], name="fk_signatures_recorded_by_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_signatures"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_signatures_document_id_ordinal"),
    )
    op.create_index("ix_signatures_document_id", "signatures", ["document_id"])
    op.create_index("ix_signatures_blob_id", "signatures", ["blob_id"])


def _letter_styles() -> None:
    op.create_table(
        "letter_styles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.String(80), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name="fk_letter_styles_office_id_offices"
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["officers.id"], name="fk_letter_styles_changed_by_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letter_styles"),
        sa.UniqueConstraint("office_id", "year", name="uq_letter_styles_office_id_year"),
    )


def _bundles() -> None:
    op.create_table(
        "bundles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("blob_id", sa.Integer(), nullable=True),
        sa.Column("requested_by", sa.Integer(), nullable=True),
        sa.Column("requested_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_bundles_case_id_cases"),
        sa.ForeignKeyConstraint(["blob_id"], ["blobs.id"], name="fk_bundles_blob_id_blobs"),
        sa.ForeignKeyConstraint(
            ["requested_by"], ["officers.id"], name="fk_bundles_requested_by_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bundles"),
    )
    op.create_index("ix_bundles_case_id", "bundles", ["case_id"])
    op.create_table(
        "bundle_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bundle_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bundle_id"], ["bundles.id"], name="fk_bundle_items_bundle_id_bundles"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_bundle_items_document_id_documents"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bundle_items"),
        sa.UniqueConstraint(
            "bundle_id", "document_id", name="uq_bundle_items_bundle_id_document_id"
        ),
    )
    op.create_index("ix_bundle_items_bundle_id", "bundle_items", ["bundle_id"])
    op.create_index("ix_bundle_items_document_id", "bundle_items", ["document_id"])
