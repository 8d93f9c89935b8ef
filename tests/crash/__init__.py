"""Ends processes as `kill -9` would, at every named place, and looks at what is left."""
