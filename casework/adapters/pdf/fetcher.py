"""The closed door of a template: it may ask for its form's own files and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "paper:"
_TYPES = {"svg": "image/svg+xml", "css": "text/css", "png": "image/png"}


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # no types
    """Answers `paper:NAME` from memory; anything else (file, http, data, …) stops the drawing."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Give a file of the form. Raises FatalURLFetchingError for everything else."""
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in self._files:
            raise FatalURLFetchingError("reference outside the form's folder")
        kind = _TYPES[name.rpartition(".")[2]]
        return URLFetcherResponse(url, self._files[name], {"Content-Type": kind})
