"""Cases: the list, the case file, and acts on one case."""
