"""Settings of offices, officers, numbers, addresses, absences."""
