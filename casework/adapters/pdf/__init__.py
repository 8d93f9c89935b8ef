"""Official papers as PDF: drawn in child processes, from the forms of an edition."""

from casework.adapters.pdf.renderer import Renderer

__all__ = ["Renderer"]
