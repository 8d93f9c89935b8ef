"""An officer's telephone: reads the secret off the page, gives codes that were not used yet."""

from __future__ import annotations

import time

import pyotp
from lxml import html


class Telephone:
    """One authenticator; each code it gives is newer than the last."""

    def __init__(self, page: str) -> None:
        pieces = html.fromstring(page).xpath("//p[contains(@class, 'secret')]/code/text()")
        self.otp = pyotp.TOTP("".join(pieces))
        # One step behind is accepted too, so three codes fit into half a minute.
        self.step = int(time.time()) // 30 - 1

    def code(self) -> str:
        """The next code that was not used yet."""
        code = self.otp.generate_otp(self.step)
        self.step += 1
        return code
