"""The live picture of an office and of those below it."""
