"""Kajian awal and kajian: requirements, matrix, initials, versions."""
