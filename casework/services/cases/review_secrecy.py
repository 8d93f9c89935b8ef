"""Who may read a kajian: until the pleno has decided, only those who write, check and decide.

That it is secret until then is practice (`rules/practice/kajian.yaml`), with its mark.
"""

from __future__ import annotations

from casework.engine.roles import titles
from casework.errors import NotPermitted, wording
from casework.models import Case
from casework.services.cases import facts
from casework.services.core.work import Work

KAJIAN = "kajian"
PAPERS = frozenset({KAJIAN, "berita_acara_gakkumdu_1", "berita_acara_gakkumdu_2"})
"""The papers that tell what the kajian comes to: the minutes of the discussions with it."""


def holds(work: Work, case: Case) -> bool:
    """Whether the kajian of a case is still a secret."""
    rule = work.law.practice.secrets.get(KAJIAN)
    return rule is not None and rule.until not in facts.times(work, case)


def ended_by(work: Work) -> frozenset[str]:
    """The facts that end a secret: what is found by the words of a case changes with them."""
    return frozenset(rule.until for rule in work.law.practice.secrets.values())


def reads_secrets(work: Work) -> bool:
    """Whether the actor reads the secret kajian of the cases of the own office."""
    rule = work.law.practice.secrets.get(KAJIAN)
    return rule is None or work.actor.is_system or bool(work.actor.roles & rule.readers)


def may_read(work: Work, case: Case) -> bool:
    """Whether the actor may read the kajian of a case that he may see."""
    if work.actor.is_system or not holds(work, case):
        return True
    return work.actor.office_id == case.office_id and reads_secrets(work)


def check(work: Work, case: Case) -> None:
    """Refuse the kajian to whoever may not read it yet; raises NotPermitted."""
    if not may_read(work, case):
        readers = sorted(work.law.practice.secrets[KAJIAN].readers)
        raise NotPermitted(
            wording(
                "Kajian dan pembahasannya rahasia sampai pleno memutuskan. Yang boleh "
                "membacanya sekarang: %(who)s di kantor yang menangani perkara ini.",
                who=titles(readers),
            )
        )
