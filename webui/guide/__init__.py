"""Guidance: a screen at a time, by role, and as a tour."""
