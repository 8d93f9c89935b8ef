"""Acts of no stage: dated facts, links, issued letters, a case that changes its office."""
