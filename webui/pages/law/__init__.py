"""What the pages about the law itself show."""
