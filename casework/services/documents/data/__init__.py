"""Gathers, for one document of a case, the plain values its paper prints."""

from casework.services.documents.data.build import build

__all__ = ["build"]
