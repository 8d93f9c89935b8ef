"""The desk of an officer, and what is kept while typing."""
