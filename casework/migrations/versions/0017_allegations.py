"""A respondent may be judged under several articles: each has its proposal, outcome and answer.

Revision: 0017, after 0016.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_SEVERAL = (
    "Ada terlapor yang dinilai menurut beberapa pasal (%d baris). Bentuk basis data sebelumnya "
    "hanya memuat satu pasal tiap terlapor, jadi migrasi turun ditolak agar tidak ada yang hilang."
)


def upgrade() -> None:
    """What was proposed and decided so far is the first allegation of its respondent."""
    with op.batch_alter_table("opinions") as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="1"))
        table.drop_constraint("uq_opinions_review_id_party_id", type_="unique")
        table.create_unique_constraint(
            "uq_opinions_review_id_party_id_number", ["review_id", "party_id", "number"]
        )
    with op.batch_alter_table("outcomes") as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="1"))
        table.drop_constraint("uq_outcomes_party_id", type_="unique")
        table.create_unique_constraint("uq_outcomes_party_id_number", ["party_id", "number"])
        table.create_unique_constraint("uq_outcomes_party_id_article", ["party_id", "article"])
    for name in ("opinions", "outcomes"):
        with op.batch_alter_table(name) as table:
            table.alter_column("number", server_default=None)
    with op.batch_alter_table("referral_items") as table:
        table.add_column(sa.Column("outcome_id", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE referral_items SET outcome_id = (SELECT outcomes.id FROM outcomes "
        "WHERE outcomes.party_id = referral_items.party_id)"
    )
    with op.batch_alter_table("referral_items") as table:
        table.alter_column("outcome_id", nullable=False)
        table.drop_constraint("uq_referral_items_referral_id_party_id", type_="unique")
        table.create_unique_constraint(
            "uq_referral_items_referral_id_outcome_id", ["referral_id", "outcome_id"]
        )
        table.create_foreign_key("fk_referral_items_outcome_id", "outcomes", ["outcome_id"], ["id"])


def downgrade() -> None:
    """One article a respondent again; refuses while anybody has several, before it changes."""
    several = op.get_bind().scalar(
        sa.text(
            "SELECT (SELECT COUNT(*) FROM opinions WHERE number > 1) "
            "+ (SELECT COUNT(*) FROM outcomes WHERE number > 1)"
        )
    )
    if several:
        raise RuntimeError(_SEVERAL % several)
    with op.batch_alter_table("referral_items") as table:
        table.drop_constraint("fk_referral_items_outcome_id", type_="foreignkey")
        table.drop_constraint("uq_referral_items_referral_id_outcome_id", type_="unique")
        table.create_unique_constraint(
            "uq_referral_items_referral_id_party_id", ["referral_id", "party_id"]
        )
        table.drop_column("outcome_id")
    with op.batch_alter_table("outcomes") as table:
        table.drop_constraint("uq_outcomes_party_id_article", type_="unique")
        table.drop_constraint("uq_outcomes_party_id_number", type_="unique")
        table.create_unique_constraint("uq_outcomes_party_id", ["party_id"])
        table.drop_column("number")
    with op.batch_alter_table("opinions") as table:
        table.drop_constraint("uq_opinions_review_id_party_id_number", type_="unique")
        table.create_unique_constraint("uq_opinions_review_id_party_id", ["review_id", "party_id"])
        table.drop_column("number")
