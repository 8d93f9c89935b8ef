"""Lists and registers, read from the rows and never kept by hand."""
