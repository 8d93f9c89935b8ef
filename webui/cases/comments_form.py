"""The form of a comment on a case."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _

from casework.models.comment import LONGEST_COMMENT
from webui.core.fields import Prose, Ticks
from webui.core.forms import TaskForm


class CommentForm(TaskForm):
    """What is said, and for whom it is meant."""

    drafted = True

    komentar = Prose(
        _("Komentar"),
        required=True,
        limit=LONGEST_COMMENT,
        hint=_("Dibaca petugas kantor ini yang boleh melihat perkara. Bukan bagian jejak perkara."),
    )
    sebut = Ticks(_("Sebut petugas; mereka diberi tahu"), coerce=int)

    def offer(self, people: Sequence[tuple[int, str]]) -> None:
        """Offer the officers who may be mentioned."""
        self.sebut.choices = list(people)
