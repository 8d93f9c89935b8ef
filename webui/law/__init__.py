"""The law as data: read, compared, revised, decreed."""
