"""Full text of cases: the same words on SQLite and PostgreSQL, found by their Indonesian stem."""
