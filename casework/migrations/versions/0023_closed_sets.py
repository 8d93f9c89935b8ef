"""A column that may hold a few codes only holds no others: the database refuses them.

Revision: 0023, after 0022.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter

import sqlalchemy as sa
from alembic import op

from casework.migrations.append_only import forbid_changes, permit_changes

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_UNKNOWN = (
    "Kolom %s.%s memuat %r, yang tidak dikenal versi ini. Migrasi ditolak agar tidak ada yang "
    "berubah; periksa barisnya bersama pembuat aplikasi."
)
_KINDS = ("LP", "TM", "IA")
_MARKS = ("confirmed", "secondary", "unverified")
_CLASSES = ("administrasi", "kode_etik", "pidana", "hukum_lainnya", "bukan_pelanggaran")
# Table, column, name of the set, and what is in it; by table.
_SETS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("batches", "state", "batchstate", ("open", "sent", "done", "lost")),
    ("bundles", "state", "bundlestate", ("gathering", "joining", "done", "cancelled")),
    ("case_lines", "kind", "casekind", _KINDS),
    ("case_links", "kind", "linkkind", ("peristiwa_sama", "lapor_ulang", "terkait", "digabung")),
    ("cases", "kind", "casekind", _KINDS),
    (
        "clarification_sessions",
        "state",
        "sessionstate",
        ("invited", "held", "absent", "cancelled"),
    ),
    ("clock_state", "kind", "jump", ("", "mundur", "maju")),
    ("deadlines", "unit", "unit", ("calendar_days", "working_days", "hours")),
    ("deadlines", "verification", "mark", _MARKS),
    (
        "deadlines",
        "state",
        "deadlinestate",
        ("open", "paused", "met", "late_met", "expired", "superseded"),
    ),
    (
        "deliveries",
        "state",
        "deliverystate",
        (
            "sent", "sent_again", "failed", "undeliverable", "played", "kept_back",
            "not_configured", "no_address",
        ),
    ),
    ("dispatches", "channel", "dispatchchannel", ("langsung", "pos", "surel", "kurir", "aplikasi")),
    (
        "documents",
        "state",
        "documentstate",
        ("planned", "draft", "numbered", "issued", "dispatched", "void"),
    ),
    ("exclusions", "why", "reason", ("respondent", "reporter", "witness", "hand")),
    ("initials", "state", "initialstate", ("waiting", "initialled", "returned", "void")),
    ("meetings", "purpose", "purpose", ("registrasi", "temuan", "putusan")),
    (
        "meetings",
        "decision",
        "ruling",
        ("diregistrasi", "tidak_diregistrasi", "temuan_ditetapkan", "bukan_temuan", "diputuskan"),
    ),
    (
        "officer_roles",
        "role",
        "role",
        (
            "intake_officer", "case_officer", "coordinator", "commissioner", "chair",
            "secretariat", "head_of_secretariat", "legal_reviewer", "supervisor", "auditor",
            "administrator",
        ),
    ),
    ("offices", "level", "level", ("ri", "provinsi", "kabupaten", "kota")),
    ("opinions", "violation_class", "violationclass", _CLASSES),
    ("outbox", "state", "outboxstate", ("waiting", "done", "dead", "cancelled")),
    ("outcomes", "violation_class", "violationclass", _CLASSES),
    ("parties", "role", "partyrole", ("reporter", "respondent", "witness", "expert", "matter")),
    ("questions", "verification", "mark", _MARKS),
    (
        "referral_items",
        "state",
        "itemstate",
        (
            "accepted", "failed", "returned", "rerouted", "followed_up", "not_followed",
            "unanswered", "sent", "planned", "void",
        ),
    ),
    ("referrals", "violation_class", "violationclass", _CLASSES),
    ("referrals", "verification", "mark", _MARKS),
    ("signatures", "way", "way", ("pades", "bsre", "basah")),
    ("transfer_steps", "step", "passage", ("left", "received", "returned", "withdrawn")),
    ("transfers", "kind", "transferkind", ("pelimpahan", "pengambilalihan")),
    ("transfers", "mark", "mark", _MARKS),
)  # fmt: skip
_APPEND_ONLY = ("transfers", "transfer_steps")


def upgrade() -> None:
    """Look whether every row fits before anything changes; then add the conditions."""
    for table, column, _, codes in _SETS:
        field: sa.ColumnClause[str] = sa.column(column)
        odd = sa.select(field).select_from(sa.table(table)).where(field.not_in(codes)).limit(1)
        for value in op.get_bind().scalars(odd):
            raise RuntimeError(_UNKNOWN % (table, column, value))
    for table, sets in groupby(_SETS, key=itemgetter(0)):
        with _changeable(table), op.batch_alter_table(table) as changed:
            for _, column, name, codes in sets:
                if table == "transfer_steps":
                    changed.alter_column(column, existing_type=sa.String(16), type_=sa.String(64))
                known = ", ".join(f"'{code}'" for code in codes)
                changed.create_check_constraint(
                    op.f(f"ck_{table}_{name}"), sa.text(f"{column} IN ({known})")
                )


def downgrade() -> None:
    """Take the conditions away; every row stays as it is."""
    for table, sets in groupby(_SETS, key=itemgetter(0)):
        with _changeable(table), op.batch_alter_table(table) as changed:
            for _, column, name, _ in sets:
                changed.drop_constraint(op.f(f"ck_{table}_{name}"), type_="check")
                if table == "transfer_steps":
                    changed.alter_column(column, existing_type=sa.String(64), type_=sa.String(16))


@contextmanager
def _changeable(table: str) -> Iterator[None]:
    """A table that only grows loses its triggers meanwhile: SQLite builds it anew."""
    if table not in _APPEND_ONLY:
        yield
        return
    permit_changes(table)
    yield
    forbid_changes(table)
