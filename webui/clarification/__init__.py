"""Clarification: the plan, sessions, minutes."""
