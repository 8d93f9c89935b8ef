"""Compares texts with identities: does a text name a protected person?

Every check of this kind uses this comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from casework.services.cases.record.identity import Person
from casework.services.core import phone

_BETWEEN = re.compile(r"(?<=\d)[\s.\-/()]+(?=\d)")
"""What people write between the digits of a telephone number."""
_SUFFIX = "(?:nya|lah|kah|pun)?"
"""What Indonesian writes behind a name without a space."""


def tells(person: Person, texts: Iterable[str]) -> bool:
    """Does one of the texts hold the name, a number or the address of this person?"""
    folded = "\n".join(_words(one) for one in texts)
    marks = (person.name, person.phone, person.email, person.identity_number, person.address)
    if any(_found(_words(mark), folded) for mark in marks):
        return True
    numbers = phone.spellings(person.phone_e164)
    return bool(numbers) and any(_found(one, _BETWEEN.sub("", folded)) for one in numbers)


def hidden(person: Person, *known: str) -> Person:
    """The person without an address that stands in what its reader knows anyway.

    Who lives where it happened, or in the reader's own village, is not told by the place.
    """
    at_home = any(stands_in(person.address, text) for text in known)
    return replace(person, address="") if at_home else person


def telling(people: Iterable[Person], texts: Mapping[str, str], place: str) -> tuple[str, ...]:
    """The names of those texts that tell who one of the people is.

    >>> budi = Person(name="Budi Santoso", address="Jalan Merdeka 1")
    >>> telling([budi], {"judul": "Rapat warga", "uraian": "Menurut Budi Santoso"}, "Bengkulu")
    ('uraian',)
    """
    protected = [hidden(one, place) for one in people]
    return tuple(
        name for name, text in texts.items() if any(tells(one, [text]) for one in protected)
    )


def stands_in(mark: str, text: str) -> bool:
    """Does a name, number or address stand in the text, as words of its own?

    >>> stands_in("Ani", "Menurut Ani"), stands_in("Ani", "tani"), stands_in("0811", "hp0811")
    (True, False, True)
    """
    return _found(_words(mark), _words(text))


def _found(mark: str, text: str) -> bool:
    if not mark:
        return False
    one = re.escape(mark)
    # A number is often written close to a word, never to another digit.
    whole = rf"(?<!\d){one}(?!\d)" if mark.isdigit() else rf"(?<!\w){one}{_SUFFIX}(?!\w)"
    return re.search(whole, text) is not None


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
