"""Alembic's entry: one connection, one transaction for each migration."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from casework.adapters.database import Database
from casework.migrations.compared import compared
from casework.models import Base


def run(connection: Connection) -> None:
    """Run the migrations on an open connection."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
        compare_type=True,
        include_name=compared,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    url = context.config.get_main_option("sqlalchemy.url")
    if not url:
        raise SystemExit("sqlalchemy.url belum diisi; jalankan lewat `casework migrate`.")
    database = Database(url)
    try:
        with database.changing() as connection:
            run(connection)
    finally:
        database.close()
