"""How the actor's office lies to the office of a case, and what it may do from there.

The table is `rules/practice/antarkantor.yaml`; every check between offices asks here.
"""

from __future__ import annotations

from collections.abc import Collection

from casework.engine.between import READ, OfficeRelation, relation
from casework.engine.handover import Parents
from casework.models import Case, Office
from casework.services.cases import transfers
from casework.services.core.work import Work


def relation_to(work: Work, case: Case, parents: Parents | None = None) -> OfficeRelation:
    """How the actor's office lies to the one that has the case.

    `parents` is the tree of offices, where it was read already.
    """
    actor = work.actor
    if actor.office_id == case.office_id:
        return OfficeRelation.OWN
    waiting = transfers.waiting(work, case.id)
    if waiting is not None and waiting.to_office_id == actor.office_id:
        return OfficeRelation.RECEIVER
    return tree_relation(work, case, parents)


def tree_relation(work: Work, case: Case, parents: Parents | None = None) -> OfficeRelation:
    """How the two offices lie to each other in the tree, whatever is on its way between them."""
    own = work.session.get_one(Office, work.actor.office_id)
    return relation(own.code, case.office.code, parents or transfers.parents(work))


def allows(work: Work, case: Case, act: str, usual: Collection[str] = ()) -> bool:
    """May the actor do the act to the case, by the table? `usual` are the edition's roles."""
    lets, roles = work.law.practice.lets, work.actor.roles
    found = relation_to(work, case)
    if lets(act, found, roles, usual):
        return True
    # A case on its way up is still one of an office below.
    return found is OfficeRelation.RECEIVER and lets(act, tree_relation(work, case), roles, usual)


def reads_below(work: Work, case: Case) -> bool:
    """Does the actor read the case as one of an office below his own?"""
    if not work.law.practice.lets(READ, OfficeRelation.ABOVE, work.actor.roles, ()):
        return False
    return work.law.practice.lets(READ, tree_relation(work, case), work.actor.roles, ())
