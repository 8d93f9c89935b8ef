"""One blueprint an area; a view asks for a page, or hands one act to one service."""
