"""Copies of an installation that can be proved: taken while it works, read back without it."""
