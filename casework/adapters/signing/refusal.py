"""Why a signature was not made: for the officer, at the field it belongs to."""

from __future__ import annotations


class Refused(Exception):
    """The certificate, the passphrase or the paper does not do; nothing was signed."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field
        self.text = text
