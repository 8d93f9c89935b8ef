"""The pieces official papers are put together from; every value is ready to be printed.

Dates, hours and numbers are Indonesian text already. An empty string prints as a dash or, where
the layout says so, not at all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import not_
from typing import ClassVar, Final

# Of a field that came after papers were issued: while it is empty their data leave it out, so that
# an older paper is drawn with the same bytes.
LATER: Final = {"exclude_if": not_}  # read by Pydantic, `casework.document_data`
# Of a field that papers no longer fill: those issued before keep it in their data.
BEFORE: Final = LATER


@dataclass(frozen=True, kw_only=True)
class Emblem:
    """The office's own picture: where it is kept, SHA-256 (hex) of it, and `png` or `svg`."""

    path: str
    sha256: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """What stands at the top: the institution in capitals, line by line, and its address.

    Without an `emblem` of its own the office has the one of the layout.
    """

    institution: tuple[str, ...]
    address: tuple[str, ...]
    emblem: Emblem | None = None


@dataclass(frozen=True, kw_only=True)
class LetterBlock:
    """The block of a letter: number, nature, enclosures, subject, and where and when it is from."""

    nomor: str
    sifat: str
    lampiran: str
    perihal: str
    tempat: str
    tanggal: str


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Who signs: position and name; a commissioner has no `nip`, a head of secretariat has."""

    position: str
    name: str
    nip: str = ""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """To whom a letter goes; `capacity` is the part played in the case, `place` ends the block.

    `salutation` stands before the name of a person ("Bapak/Ibu"), never before an office.
    """

    name: str
    salutation: str = ""
    capacity: str = ""
    address: tuple[str, ...] = ()
    place: str = "Tempat"


@dataclass(frozen=True, kw_only=True)
class Verification:
    """Where anyone can check the paper; `url` goes into the QR code, `code` is typed by hand."""

    code: str
    url: str


@dataclass(frozen=True, kw_only=True)
class LegalBasis:
    """An article as a paper names it; `mark` is never printed, nor is what is unverified."""

    citation: str
    mark: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Identity as the report form asks for it (9/2024, annex, item 1).

    A respondent has a `position` where one was told, which is no occupation.
    """

    name: str
    birth: str = ""
    sex: str = ""
    occupation: str = ""
    position: str = field(default="", metadata=LATER)
    citizenship: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportedParty:
    """A respondent: `label` is a name or, for a matter without a person, what it is."""

    label: str
    position: str = ""
    category: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportedEvent:
    """What was reported, where, on which day, and on which day it became known."""

    what: str
    place: str
    occurred: str
    known: str


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A legal limit as a paper shows it: the date and the article.

    The stricter reading and the count of the days stay on screen.
    """

    title: str
    due: str
    safe: str = field(default="", metadata=BEFORE)
    days: tuple[str, ...] = field(default=(), metadata=BEFORE)
    basis: LegalBasis


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What every official paper has.

    `reference` is the number in the footer; `dated` an ISO-8601 time with offset, used for the
    dates inside the PDF file; without `verification` no QR code is printed.
    """

    # For who reads stored data (`casework.document_data`): an unknown value is refused.
    __pydantic_config__: ClassVar = {"extra": "forbid", "defer_build": True}

    letterhead: Letterhead
    reference: str
    dated: str
    verification: Verification | None = None


@dataclass(frozen=True, kw_only=True)
class Letter(Paper):
    """A paper that leaves the office under the signature of the chair.

    `initials` are the steps that put their initials on the draft, before the chair signs.
    """

    block: LetterBlock
    recipient: Recipient
    legal: tuple[str, ...]
    signatory: Signatory
    copies: tuple[str, ...] = ()
    initials: tuple[str, ...] = field(default=(), metadata=LATER)
