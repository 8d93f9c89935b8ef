"""The life of a paper from plan to archive."""
