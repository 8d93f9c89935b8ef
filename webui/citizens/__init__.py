"""The citizens' door: am I in time, a report on line, its receipt, and following it by code."""
