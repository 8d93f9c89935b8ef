"""The world outside: database, files, keys, PDF, mail, clock."""
