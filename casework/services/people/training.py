"""The training installation: the offices of Bengkulu, invented staff, a password all may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import select

from casework.engine.office import OfficeEntry
from casework.engine.roles import TITLES
from casework.errors import SettingsError
from casework.models import Office, Officer
from casework.services.core import numbers
from casework.services.core.work import Work
from casework.services.people import accounts, officers, offices
from casework.services.people.offices import NewOffice, NewOfficer

PASSWORD = "latihan-bawaslu"  # noqa: S105 - known on purpose; refused outside training
SINCE = date(2020, 1, 1)
PROVINCE, LEBONG, NATIONAL = "07.00", "07.08", "00.00"
# The last numbers used before the played cases: receipt 06 and letter 194 of September 2024 are
# published, and registration 05 was not given before October.
OPENING = {"penerimaan:LP": 5, "surat": 193, "registrasi:LP": 2}
OPENING_YEAR = 2024


@dataclass(frozen=True)
class Account:
    """A training account as the start of the product prints it."""

    login: str
    name: str
    position: str
    roles: tuple[str, ...]
    office: str

    @property
    def role_names(self) -> str:
        """The roles as an officer reads them."""
        return ", ".join(TITLES[role] for role in self.roles)


def _staff(place: str, office: str, names: tuple[str, ...]) -> tuple[Account, ...]:
    posts = (
        ("penerima", "intake_officer", "Petugas Penerima Laporan"),
        ("penangan", "case_officer", "Staf Penanganan Pelanggaran"),
        ("koordinator", "coordinator", "Koordinator Divisi Penanganan Pelanggaran"),
        ("ketua", "chair", "Ketua"),
        ("anggota", "commissioner", "Anggota"),
        ("anggota2", "commissioner", "Anggota"),
        ("sekretariat", "secretariat", "Staf Sekretariat"),
        ("kepala", "head_of_secretariat", "Kepala Sekretariat"),
        ("penelaah", "legal_reviewer", "Staf Hukum"),
        ("anggota3", "commissioner", "Anggota"),
        ("anggota4", "commissioner", "Anggota"),
    )
    return tuple(
        Account(f"{post}.{place}", name, position, (role,), office)
        for (post, role, position), name in zip(posts, names, strict=False)
    )


# Every name is invented.
ACCOUNTS: tuple[Account, ...] = (
    *_staff(
        "bengkulu",
        PROVINCE,
        ("Rani Lestari", "Damar Wicaksana", "Sekar Melati", "Bayu Samudra", "Gita Permata",
         "Arya Bumi", "Tika Cempaka", "Wira Kencana", "Laras Kinanti", "Panji Laksana",
         "Ayu Rembulan"),
    ),
    Account("pengawas.bengkulu", "Galih Pamungkas", "Supervisor", ("supervisor",), PROVINCE),
    Account("auditor.bengkulu", "Dewi Anjani", "Auditor", ("auditor",), PROVINCE),
    Account("admin.bengkulu", "Rama Sentosa", "Administrator", ("administrator",), PROVINCE),
    *_staff(
        "lebong",
        LEBONG,
        ("Intan Baiduri", "Jaka Rimba", "Puspa Kemuning", "Surya Manggala", "Nilam Sari",
         "Bagas Utama", "Ratih Kumala", "Dimas Pradana", "Wening Asih"),
    ),
    Account("pengawas.ri", "Cakra Buana", "Supervisor", ("supervisor",), NATIONAL),
)  # fmt: skip


def seed(work: Work) -> int:
    """Add what is missing of the training set; gives how many rows were added, 0 the next time.

    Raises SettingsError outside training: everybody knows this password.
    """
    if not work.training:
        raise SettingsError(
            "Akun latihan hanya dibuat dengan CASEWORK_MODE=training. Di produksi: "
            "casework office add, lalu casework officer add."
        )
    added = sum(_office(work, entry) for entry in _parents_first(work))
    known = set(work.session.scalars(select(Officer.login)))
    new = [account for account in ACCOUNTS if account.login not in known]
    hashed = _hash() if new else ""
    for account in new:
        accounts.add(
            work,
            NewOfficer(
                login=account.login,
                name=account.name,
                office=account.office,
                roles=account.roles,
                password_hash=hashed,
                starts=SINCE,
                position=account.position,
                email=f"{account.login}@latihan.invalid",
            ),
        )
    return added + len(new)


@cache
def _hash() -> str:
    """One hash for all: the password is public, and Argon2 is slow on purpose."""
    return officers.hash_password(PASSWORD)


def _parents_first(work: Work) -> list[OfficeEntry]:
    order = {"ri": 0, "provinsi": 1}
    return sorted(work.law.offices.values(), key=lambda entry: (order.get(entry.level, 2),
                                                                entry.code))  # fmt: skip


def _office(work: Work, entry: OfficeEntry) -> int:
    if work.session.scalar(select(Office.id).where(Office.code == entry.code)):
        return 0
    office = offices.add_office(
        work,
        NewOffice(
            code=entry.code,
            name=entry.name,
            level=entry.level,
            zone=entry.zone,
            city=entry.city,
            parent=entry.parent or "",
            region_code=entry.region_code,
            code_is_training=entry.training,
            address=(f"Alamat latihan, {entry.city}",),
        ),
    )
    if entry.code == PROVINCE:
        for series, last in OPENING.items():
            numbers.open_counter(work, office, series, OPENING_YEAR, last)
    return 1
