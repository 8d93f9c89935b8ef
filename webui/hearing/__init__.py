"""A matter that a panel hears: registration, panel, sessions, deliberation, the ruling read out."""
