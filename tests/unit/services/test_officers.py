"""Who may come in, with which roles, on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from argon2 import extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import select

from casework.errors import BadInput, NotFound, SettingsError
from casework.models import Office, Officer, OfficerRole
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import officers, offices, training
from casework.services.people.offices import NewOffice, NewOfficer
from tests import warm
from tests.bureau import Bureau

SYSTEM = Actor.system(NO_OFFICE)
KETUA = "ketua.bengkulu"
NEW = NewOfficer("baru.satu", "Petugas Baru", "07.00", ("auditor",), "hash", date(2024, 9, 1))
OFFICE = NewOffice("07.11", "Bawaslu Kabupaten Baru", "kabupaten", "Asia/Jakarta", "Kota Baru")


def sign_in(bureau: Bureau, login: str, password: str) -> bool:
    with bureau.app.unit_of_work(SYSTEM) as work:
        return officers.authenticate(work.session, login, password, work.now) is not None


def test_the_password_opens_and_the_case_of_the_login_does_not_matter(bureau: Bureau) -> None:
    assert sign_in(bureau, f" {KETUA.upper()} ", training.PASSWORD)
    assert not sign_in(bureau, KETUA, "salah-salah-salah")
    assert not sign_in(bureau, "tiada", training.PASSWORD)


def test_a_hash_that_cost_too_little_is_made_anew_at_the_next_sign_in(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(officers, "HASHER", warm.PRODUCTS)
    assert sign_in(bureau, KETUA, training.PASSWORD)
    with bureau.app.reading(SYSTEM) as work:
        stored = work.session.scalars(
            select(Officer.password_hash).where(Officer.login == KETUA)
        ).one()
    assert extract_parameters(stored or "") == RFC_9106_LOW_MEMORY
    assert sign_in(bureau, KETUA, training.PASSWORD)


def test_after_five_failures_the_login_rests(bureau: Bureau) -> None:
    for _ in range(officers.MOST_FAILURES):
        assert not sign_in(bureau, KETUA, "salah")
    assert not sign_in(bureau, KETUA, training.PASSWORD)
    bureau.later(minutes=16)
    assert sign_in(bureau, KETUA, training.PASSWORD)


def test_an_officer_who_left_does_not_come_in(bureau: Bureau) -> None:
    with bureau.app.unit_of_work(SYSTEM) as work:
        row = work.session.scalars(select(Officer).where(Officer.login == KETUA)).one()
        row.active = False
    assert not sign_in(bureau, KETUA, training.PASSWORD)


def test_a_role_holds_from_its_first_day_to_the_day_before_its_end(bureau: Bureau) -> None:
    first, end = date(2024, 9, 1), date(2024, 10, 1)
    with bureau.app.unit_of_work(SYSTEM) as work:
        row = work.session.scalars(select(Officer).where(Officer.login == KETUA)).one()
        office = work.session.scalars(select(Office).where(Office.code == "07.08")).one()
        work.session.add(
            OfficerRole(
                officer_id=row.id, office_id=office.id, role="auditor", starts=first, until=end
            )
        )
        work.session.flush()
        day = timedelta(days=1)
        held = {
            on: officers.actor(work.session, row, office, on).roles
            for on in (first - day, first, end - day, end)
        }
        places = [one.code for one in officers.offices_of(work.session, row, first)]
    assert [bool(roles) for roles in held.values()] == [False, True, True, False]
    assert places == ["07.00", "07.08"]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"login": "X"}, "Nama masuk"),
        ({"login": KETUA}, "sudah dipakai"),
        ({"name": ""}, "belum diisi"),
        ({"roles": ("raja",)}, "Peran"),
        ({"roles": ()}, "paling sedikit satu peran"),
    ],
)
def test_a_new_officer_is_checked(bureau: Bureau, change: dict[str, object], part: str) -> None:
    new = NewOfficer(**(vars(NEW) | change))
    with bureau.app.unit_of_work(SYSTEM) as work, pytest.raises(BadInput, match=part):
        offices.add_officer(work, new)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"code": "7"}, "Kode"),
        ({"code": "07.00"}, "sudah ada"),
        ({"level": "desa"}, "Tingkat"),
        ({"zone": "Bulan"}, "Zona"),
        ({"zone": "Europe/London"}, r"tiga zona waktu Indonesia.*Asia/Jayapura \(WIT\)"),
        ({"zone": "Asia/Pontianak"}, r"Asia/Jakarta \(WIB\)"),
        ({"name": " "}, "belum diisi"),
    ],
)
def test_a_new_office_is_checked(bureau: Bureau, change: dict[str, object], part: str) -> None:
    new = NewOffice(**(vars(OFFICE) | change))
    with bureau.app.unit_of_work(SYSTEM) as work, pytest.raises(BadInput, match=part):
        offices.add_office(work, new)


def test_an_unknown_parent_or_office_is_not_found(bureau: Bureau) -> None:
    with bureau.app.unit_of_work(SYSTEM) as work:
        with pytest.raises(NotFound, match=r"99\.99"):
            offices.add_office(work, NewOffice(**(vars(OFFICE) | {"parent": "99.99"})))
        with pytest.raises(NotFound, match=r"99\.99"):
            offices.add_officer(work, NewOfficer(**(vars(NEW) | {"office": "99.99"})))


def test_additions_are_in_the_chain_of_their_office(bureau: Bureau) -> None:
    with bureau.app.unit_of_work(SYSTEM) as work:
        office = offices.add_office(work, OFFICE)
        offices.add_officer(work, NewOfficer(**(vars(NEW) | {"office": "07.11"})))
    events = [*bureau.events("kantor_ditambahkan"), *bureau.events("petugas_ditambahkan")]
    assert [one.action for one in events if one.office_id == office.id] == [
        "kantor_ditambahkan",
        "petugas_ditambahkan",
    ]
    assert bureau.sound() == ()


def test_seeding_twice_adds_nothing(bureau: Bureau) -> None:
    with bureau.app.unit_of_work(SYSTEM) as work:
        assert training.seed(work) == 0
        assert len(work.session.scalars(select(Office)).all()) == len(work.law.offices)


def test_every_account_is_there_and_every_role_has_one(bureau: Bureau) -> None:
    with bureau.app.reading(SYSTEM) as work:
        logins = set(work.session.scalars(select(Officer.login)))
        held = set(work.session.scalars(select(OfficerRole.role)))
    assert {one.login for one in training.ACCOUNTS} == logins
    assert len(held) == 11


def test_outside_training_nobody_gets_the_known_password(bureau: Bureau) -> None:
    settings = bureau.app.settings.model_copy(update={"mode": "production"})
    object.__setattr__(bureau.app, "settings", settings)
    with bureau.app.unit_of_work(SYSTEM) as work, pytest.raises(SettingsError, match="training"):
        training.seed(work)
