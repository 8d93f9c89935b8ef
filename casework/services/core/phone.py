"""Telephone numbers: one spelling to store (E.164) beside what was typed, and one to read.

Nothing is refused: a number that nobody knows stays as it was typed.
"""

from __future__ import annotations

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat

REGION = "ID"
"""Where a number without a country is from."""


def e164(typed: str) -> str:
    """The number as E.164 writes it; "" where what was typed cannot be a telephone number.

    >>> e164("0811-7300-0001"), e164("+62 811 7300 0001"), e164("rumah RT")
    ('+6281173000001', '+6281173000001', '')
    """
    number = _parsed(typed)
    return "" if number is None else phonenumbers.format_number(number, PhoneNumberFormat.E164)


def shown(typed: str, stored: str) -> str:
    """The number as people here write it; what was typed where none was stored.

    >>> shown("081173000001", "+6281173000001"), shown("rumah RT", "")
    ('0811-7300-0001', 'rumah RT')
    """
    number = _parsed(stored) if stored else None
    if number is None:
        return typed
    home = phonenumbers.region_code_for_number(number) == REGION
    how = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, how)


def doubtful(typed: str) -> bool:
    """Is it worth reading again: no number of any network that is known?

    >>> doubtful("0811-7300-0001"), doubtful("0811"), doubtful("")
    (False, True, False)
    """
    number = _parsed(typed)
    return bool(typed.strip()) and (number is None or not phonenumbers.is_valid_number(number))


def spellings(stored: str) -> tuple[str, ...]:
    """The digits by which a text may name the number: with its country, and as at home.

    >>> spellings("+6281173000001")
    ('6281173000001', '081173000001')
    """
    number = _parsed(stored) if stored else None
    if number is None:
        return ()
    home = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    digits = "".join(one for one in home if one.isdigit())
    return tuple(dict.fromkeys((stored.removeprefix("+"), digits)))


def _parsed(text: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_possible_number(number) else None
