"""Officers, roles, absences, sessions, offices, and what officers are told."""
