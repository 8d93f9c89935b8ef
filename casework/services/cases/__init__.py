"""What is known of a case: its facts, its line in the lists, who may see it."""
