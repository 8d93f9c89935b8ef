"""What the law says for one case and its office: place, hours, ways, derivations, revisions."""
