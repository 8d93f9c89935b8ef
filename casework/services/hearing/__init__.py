"""Clarification: planned, accepted, held."""
