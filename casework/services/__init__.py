"""Use cases: plain functions on a unit of work; they raise before they change, never commit."""
