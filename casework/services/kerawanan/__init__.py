"""The map of vulnerability: rounds, events, the picture they give, and what is done about it."""
