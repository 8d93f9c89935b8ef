"""Deadlines: the agenda, calendar feeds, the calculator."""
