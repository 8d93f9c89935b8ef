"""The map of vulnerability: rounds, the map and its tables, events, and prevention tasks."""
