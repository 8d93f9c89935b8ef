"""The life of a document: planned, drawn, signed, joined, listed, checked by its code."""
