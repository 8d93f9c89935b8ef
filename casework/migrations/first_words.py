"""The words of cases that were there before they could be searched for."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, text

from casework.services.cases.search import index

_AT_A_TIME = 1000
_CASES = (
    "SELECT id, office_id, title, receipt_number, registration_number, event_place, event_what, "
    "account FROM cases WHERE id > :after ORDER BY id LIMIT :most"
)
_PEOPLE = (
    "SELECT case_id, label, position FROM parties WHERE case_id > :after AND case_id <= :last "
    "AND role IN ('respondent', 'matter') ORDER BY case_id, ordinal"
)


def fill_words(connection: Connection) -> None:
    """Write what a case says itself and its respondents' names.

    Issued papers are added by `casework search reindex`, which has the key to open them.
    """
    after = 0
    while rows := connection.execute(text(_CASES), {"after": after, "most": _AT_A_TIME}).all():
        people = defaultdict(list)
        bounds = {"after": after, "last": rows[-1].id}
        for party in connection.execute(text(_PEOPLE), bounds):
            people[party.case_id].append((party.label, party.position))
        for row in rows:
            texts = [*row[2:], *(f"{name} {position}" for name, position in people[row.id])]
            names = [name for name, _ in people[row.id]]
            index.put(connection, row.id, index.content(row.office_id, texts, names))
        after = rows[-1].id
