"""One way to perform any act, and the rows an act begins a case with."""
