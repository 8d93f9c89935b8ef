"""Work that follows an act: its rows, who has leased them, and the batches they travel in."""
