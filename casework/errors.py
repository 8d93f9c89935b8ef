"""Refusals and faults, each with a text an officer can act on.

A refusal says what was refused, why, under which article, and what to do next. Doors map the
classes to their own answers: 403, 404, 409, 422 on a page; exit code 2 on the command line.
"""

from __future__ import annotations

from dataclasses import dataclass


class Told(str):
    """An Indonesian text filled with values, which still knows how it reads without them.

    A page says its `pattern` in the language of the reader and fills it again with `values`.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: dict[str, object]


def wording(pattern: str, **values: object) -> Told:
    """The text of a refusal that names something: `wording("%(n)s surat", n=2)`."""
    text = Told(pattern % values)
    text.pattern, text.values = pattern, values
    return text


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the field it belongs to (or "") and the text for the officer."""

    field: str
    text: str


class CaseworkError(Exception):
    """Base of every refusal and fault this product raises on purpose."""


class BadInput(CaseworkError):
    """What was typed cannot be accepted; names each field. Nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.text for problem in problems))
        self.problems = problems

    @classmethod
    def one(cls, name: str, text: str) -> BadInput:
        """Refuse a single field."""
        return cls(Problem(name, text))


class NotFound(CaseworkError):
    """The thing does not exist, or the officer may not know that it does."""


class NotPermitted(CaseworkError):
    """The officer's role does not allow this act; the text says whose role does."""


@dataclass(frozen=True)
class Lack:
    """One thing an act still misses: what, under which citation, and how to cure it.

    `entry` is where the citation stands in the law (`edition@revision/kind/id`), "" if nowhere.
    """

    what: str
    citation: str
    cure: str
    entry: str = ""


class ActRefused(CaseworkError):
    """The law or the stage does not allow the act yet; `lacks` is the complete list."""

    def __init__(self, title: str, lacks: tuple[Lack, ...]) -> None:
        lines = [f"{lack.what} ({lack.citation}). {lack.cure}" for lack in lacks]
        super().__init__(f"{title} belum dapat dilakukan: " + " ".join(lines))
        self.title = title
        self.lacks = lacks


class Conflict(CaseworkError):
    """Someone else changed the case meanwhile; `changes` tells what they did."""

    def __init__(self, text: str, changes: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.changes = changes


class IntegrityFault(CaseworkError):
    """Stored bytes do not match what was recorded about them."""


class Unavailable(CaseworkError):
    """Disk or database cannot take anything just now; nothing was changed, later it may be.

    `inside` is what the machine said. It may name hosts and accounts, so it is for those who run
    the installation; `outside` is the text without it, for a page.
    """

    def __init__(self, outside: str, inside: str = "") -> None:
        super().__init__(f"{outside} ({inside})" if inside else outside)
        self.outside = outside


class LawError(CaseworkError):
    """The rules data cannot answer: unknown edition, unknown rule, or a limit nobody knows."""


class SettingsError(CaseworkError):
    """The installation is not set up; names the variable or the file."""


class WrongKey(SettingsError):
    """The master key at hand is not the one the installation was sealed with; says what to do."""


class RenderFailed(CaseworkError):
    """A document could not be drawn; the effect will be tried again."""


class ExaminationFailed(CaseworkError):
    """An examination of the installation did not come to its end; nothing is known of it."""


class EmblemUnusable(RenderFailed):
    """The office's own emblem is gone, changed or no picture; another upload cures it."""

    def __init__(self) -> None:
        super().__init__(
            "Lambang kantor pada kop surat tidak dapat dibaca atau digambar, jadi surat ini belum "
            "dibuat. Minta administrator mengunggahnya kembali: Pengaturan, Kantor dan kop surat, "
            "Ganti lambang. Setelah itu surat ini dibuat dengan sendirinya."
        )


class DeliveryFailed(CaseworkError):
    """A message was not accepted by the mail server; it will be tried again."""


class Undeliverable(DeliveryFailed):
    """The recipient's address is refused for good: the same try would get the same answer.

    `answer` is the server's code, never its words: those may quote the address.
    """

    def __init__(self, text: str, answer: str) -> None:
        super().__init__(text)
        self.answer = answer


class SigningFailed(CaseworkError):
    """A paper could not be signed just now; it stays unsigned and may be tried again."""
