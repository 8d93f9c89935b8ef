"""A matter that a panel hears: who sits, the sessions, and the ruling."""
