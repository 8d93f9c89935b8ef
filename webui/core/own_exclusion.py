"""The message to an officer whom his own act excluded: he entered his own name in the case."""

from __future__ import annotations

from flask_babel import gettext as _

from casework.models import Case
from casework.services.acts import own_name
from casework.services.core.work import Work


def told(work: Work, result: object, case_id: int) -> str:
    """The case and who can go on with it; "" where the officer still sees it.

    No more than the officer knows: the number of what he sent just now, or had open.
    """
    key = result.id if isinstance(result, Case) else case_id
    taken = (work.actor.officer_id or 0, key) in work.kept_away
    if not taken and key not in work.actor.excluded:
        return ""
    case = work.session.get_one(Case, key)
    names = own_name.colleagues(work, case_id=key)
    if not names:
        return str(
            _(
                "%(number)s tidak dapat Anda buka lagi. Sampaikan nomornya kepada ketua atau "
                "kantor di atasnya.",
                number=case.number,
            )
        )
    return str(
        _(
            "%(number)s tidak dapat Anda buka lagi. Serahkan nomornya kepada: %(names)s.",
            number=case.number,
            names=", ".join(names),
        )
    )
