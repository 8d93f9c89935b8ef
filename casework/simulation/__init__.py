"""Plays written scenarios through the real services with a clock of its own."""
