"""Side-by-side measurements: ours beside what one would take instead, in the same process."""
