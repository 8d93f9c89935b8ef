"""Progress of work behind a page, as the progress component asks for it.

A route that answers with ``answer`` can be named as ``poll`` of the macro ``ui.progress``.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import jsonify
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` pieces; ``state`` changes whenever the page would look different."""

    done: int
    total: int
    state: str = ""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to wait for."""
        return self.done >= self.total

    @property
    def text(self) -> str:
        """How much is done of how much, in words of the page's language."""
        words: str = _("%(done)s dari %(total)s", done=self.done, total=self.total)
        return words

    def answer(self) -> ResponseReturnValue:
        """The JSON the component asks for."""
        return jsonify(
            done=self.done,
            total=self.total,
            text=self.text,
            finished=self.finished,
            state=self.state,
        )
