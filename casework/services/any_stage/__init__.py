"""Acts that belong to no stage: dated facts, links, a case that changes its office."""
