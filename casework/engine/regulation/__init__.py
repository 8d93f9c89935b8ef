"""A regulation as it is printed: its pages, its articles, and what the rules say of them."""
