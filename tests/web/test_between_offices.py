"""The table of acts between offices, cell by cell: act by role by relation of the two offices."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from casework.bootstrap import App
from casework.engine.between import READ, BetweenRow, OfficeRelation
from casework.errors import ActRefused, NotFound, NotPermitted
from casework.models import Case, Office, Officer
from casework.services.acts import acts
from casework.services.cases import access
from casework.services.people import officers
from casework.services.upkeep import effects
from tests.staff import ROLES, settle
from tests.web.steps import received
from tests.web.test_transfer import sent
from tests.web.visitor import Visitor

AsRole = Callable[[str], Visitor]
PROVINCE, REGENCY, NEIGHBOUR, NATIONAL = "07.00", "07.05", "07.08", "00.00"
SUFFIX = {PROVINCE: "", REGENCY: "-kepahiang", NEIGHBOUR: "-lebong", NATIONAL: "-ri"}
CASES = {
    OfficeRelation.OWN: (REGENCY, REGENCY),
    OfficeRelation.ABOVE: (PROVINCE, REGENCY),
    OfficeRelation.FAR_ABOVE: (NATIONAL, REGENCY),
    OfficeRelation.BESIDE: (NEIGHBOUR, REGENCY),
    OfficeRelation.BELOW: (REGENCY, PROVINCE),
    OfficeRelation.RECEIVER: (REGENCY, PROVINCE),
}
"""The office that acts and the office that has the case."""


@pytest.fixture
def offices(app: App, flask: Flask) -> dict[str, int]:
    """RI above the province, Kepahiang and Lebong below it, all with staff."""
    settle(app, NEIGHBOUR, "-lebong")
    settle(app, NATIONAL, "-ri")
    with app.database.write() as session:
        rows = {one.code: one for one in session.scalars(select(Office))}
        for code in (REGENCY, NEIGHBOUR):
            rows[code].parent_id = rows[PROVINCE].id
        rows[PROVINCE].parent_id = rows[NATIONAL].id
        return {code: row.id for code, row in rows.items()}


def prepared(app: App, as_role: AsRole, offices: dict[str, int], relation: OfficeRelation) -> str:
    """One case at the office that the relation wants; gives the office that acts."""
    here, there = CASES[relation]
    if relation is OfficeRelation.RECEIVER:
        sent(app, as_role, offices)
        return here
    received(as_role)
    effects.drain(app)
    with app.database.write() as session:
        session.get_one(Case, 1).office_id = offices[there]
    return here


def rows(app: App) -> Iterator[BetweenRow]:
    """The rows of acts of the law; what is not one of them is reading, which all rest on."""
    known = app.law.editions["pemilihan-2024"].acts
    yield from {one.act: one for one in app.law.practice.between if one.act in known}.values()


def answer(app: App, offices: dict[str, int], here: str, role: str, act: str) -> str:
    """What the service says: unknown, refused, or let through; nothing is kept."""
    with app.database.read() as session:
        office = session.get_one(Office, offices[here])
        login = f"{role}{SUFFIX[here]}"
        officer = session.scalars(select(Officer).where(Officer.login == login)).one()
        actor = officers.actor(session, officer, office, app.now().date())
    with app.reading(actor) as work:
        try:
            acts.begin(work, 1, act, work.session.get_one(Case, 1).version)
        except NotFound:
            return "404"
        except NotPermitted as refusal:
            return "403" if str(refusal) else "403 without a reason"
        except ActRefused:
            return "let"
        return "let"


def expected(app: App, relation: OfficeRelation, role: str, act: str) -> str:
    """What the table says."""
    lets = app.law.practice.lets
    usual = app.law.editions["pemilihan-2024"].acts[act].roles
    knows = lets(READ, relation, (role,), ())
    if relation is OfficeRelation.RECEIVER:
        # One of the office that a case waits at reads it there.
        knows = role in access.CONTENT_ROLES
    if not knows:
        return "404"
    return "let" if lets(act, relation, (role,), usual) and role in usual else "403"


@pytest.mark.parametrize("relation", list(CASES))
def test_every_cell(
    app: App, flask: Flask, as_role: AsRole, offices: dict[str, int], relation: OfficeRelation
) -> None:
    here = prepared(app, as_role, offices, relation)
    wrong, cells, seen = [], 0, set()
    for role in ROLES:
        if role in ("legal_reviewer", "administrator"):
            continue
        visitor = Visitor(flask, f"{role}{SUFFIX[here]}")
        token = visitor.token()
        for row in rows(app):
            told = answer(app, offices, here, role, row.act)
            wanted = expected(app, relation, role, row.act)
            seen.add(told)
            path = f"/perkara/1/tindakan/{row.act}"
            if row.act == "tautkan":
                path = "/perkara/1/tautkan"
            page = visitor.client.post(path, data={"csrf_token": token, "version": "1"})
            usual = app.law.editions["pemilihan-2024"].acts[row.act].roles
            # Whoever holds no role of the act hears so before any case is looked for.
            door = {"404": (404,), "403": (403, 409, 422), "let": (200, 303, 409, 422)}[wanted]
            door = (403,) if role not in usual and role not in _other_roles(app, row.act) else door
            if told != wanted or page.status_code not in door:
                wrong.append((role, row.act, told, wanted, page.status_code))
            cells += 1
    assert wrong == []
    assert cells == 9 * len(list(rows(app)))


def _other_roles(app: App, act: str) -> set[str]:
    editions = app.law.editions.values()
    return {role for one in editions if act in one.acts for role in one.acts[act].roles}
