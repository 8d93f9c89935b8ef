"""Accounts of officers: passwords, factors, sessions, absence, leaving."""
