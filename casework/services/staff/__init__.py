"""Who works here today, and as what."""
