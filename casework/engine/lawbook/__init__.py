"""The catalogue of an edition: everything it prescribes, in the words a lawyer reads."""
