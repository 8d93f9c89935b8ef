"""Who may read a kajian: until the pleno has decided, only those who write, check and decide.

That it is secret until then is practice (`rules/practice/kajian.yaml`), with its mark.
"""

from __future__ import annotations

from casework.engine.roles import titles
from casework.errors import NotPermitted
from casework.models import Case
from casework.services import facts
from casework.services.work import Work

KAJIAN = "kajian"


def may_read(work: Work, case: Case) -> bool:
    """Whether the actor may read the kajian of a case that he may see."""
    rule = work.law.practice.secrets.get(KAJIAN)
    if rule is None or work.actor.is_system or rule.until in facts.times(work, case):
        return True
    return work.actor.office_id == case.office_id and bool(work.actor.roles & rule.readers)


def check(work: Work, case: Case) -> None:
    """Refuse the kajian to whoever may not read it yet; raises NotPermitted."""
    if not may_read(work, case):
        readers = sorted(work.law.practice.secrets[KAJIAN].readers)
        raise NotPermitted(
            "Kajian rahasia sampai pleno memutuskan. Yang boleh membacanya sekarang: "
            f"{titles(readers)} di kantor yang menangani perkara ini."
        )
