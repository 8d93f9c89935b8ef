"""Staff of one office for tests: one officer a role, all with the same password."""

from __future__ import annotations

from datetime import date

from argon2 import PasswordHasher

from casework.bootstrap import App
from casework.models import Office, Officer, OfficerRole
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor

PASSWORD = "latihan-latihan-1"
# Cheap parameters: the tests are about who gets in, not about how long a guess takes.
HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
ROLES = (
    "intake_officer",
    "case_officer",
    "coordinator",
    "commissioner",
    "chair",
    "secretariat",
    "head_of_secretariat",
    "legal_reviewer",
    "supervisor",
    "auditor",
    "administrator",
)
NAMES = {
    "intake_officer": "Ratna Dewi",
    "case_officer": "Bayu Pratama",
    "coordinator": "Sri Handayani",
    "commissioner": "Yusuf Karim",
    "chair": "Hasan Basri",
    "secretariat": "Lina Marlina",
    "head_of_secretariat": "Agus Salim",
    "legal_reviewer": "Nur Aini",
    "supervisor": "Dian Sari",
    "auditor": "Tono Wijaya",
    "administrator": "Putri Ayu",
}


def settle(app: App, code: str = "07.00", suffix: str = "") -> Office:
    """Set up the office with that code from the law's list, and one officer a role."""
    entry = app.law.offices[code]
    # As the product writes it, so that the record tells of these rows.
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        session = work.session
        office = Office(
            code=entry.code,
            name=entry.name,
            level=str(entry.level),
            parent_id=None,
            zone=entry.zone,
            region_code=entry.region_code,
            code_is_training=entry.training,
            city=entry.city,
            letterhead={},
        )
        session.add(office)
        session.flush()
        for role in ROLES:
            officer = Officer(
                login=f"{role}{suffix}",
                name=NAMES[role],
                email="",
                nip="",
                position="",
                password_hash=HASH,
            )
            session.add(officer)
            session.flush()
            session.add(
                OfficerRole(
                    officer_id=officer.id, office_id=office.id, role=role, starts=date(2020, 1, 1)
                )
            )
    return office
