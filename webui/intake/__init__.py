"""Intake: reports in steps, findings, early information."""
