"""What a paper says, drawn, signed, joined, checked by its code."""
