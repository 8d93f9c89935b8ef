"""What the templates see: plain frozen data, read in one transaction."""
