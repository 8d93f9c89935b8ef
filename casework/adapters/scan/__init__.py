"""What stands as text in a scan that somebody uploaded."""

from casework.adapters.scan.text import text_of

__all__ = ["text_of"]
