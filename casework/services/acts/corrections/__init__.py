"""What was recorded wrongly, put right by an act of its own."""
