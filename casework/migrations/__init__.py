"""Alembic migrations; `casework migrate` runs them, tests prove them up, down and with data."""
