"""What was searched for, as an address may hold it: sealed for the officer who searched.

A text that is searched may be a person's name, and addresses stand in histories, logs and links.
"""

from __future__ import annotations

import base64
import binascii

from flask import g, request
from werkzeug.datastructures import MultiDict

from casework.errors import IntegrityFault
from webui.core.transaction import actor, house

TEXT, SEALED = "cari", "kata"
"""The parameter of a form with the text, and that of an address which stands for it."""
_LONGEST = 4000


def seal(text: str) -> str:
    """What stands for a text in an address of this officer; nothing for no text."""
    if not text:
        return ""
    sealed = house().vault.seal(text.encode(), _context())
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def args() -> MultiDict[str, str]:
    """The query of this request with the text in place of its seal.

    A seal of somebody else, or one that was cut off, stands for no text.
    """
    if "sought" not in g:
        asked = MultiDict(request.args)
        if sealed := asked.pop(SEALED, ""):
            asked[TEXT] = _opened(sealed)
        g.sought = asked
    found: MultiDict[str, str] = g.sought
    return found


def lost() -> bool:
    """Whether the address stands for a text that cannot be read here."""
    return bool(request.args.get(SEALED)) and not args().get(TEXT)


def _opened(sealed: str) -> str:
    if len(sealed) > _LONGEST or not sealed.isascii():
        return ""
    try:
        content = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
        return house().vault.open(content, _context()).decode()
    except (binascii.Error, ValueError, IntegrityFault):
        return ""


def _context() -> str:
    return f"sought:{actor().officer_id}"
