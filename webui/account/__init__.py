"""The own account: signing in, password, second factor, preferences."""
