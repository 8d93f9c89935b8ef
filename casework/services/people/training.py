"""The training installation: the offices of Bengkulu, invented staff, a password all may know."""

from __future__ import annotations

from collections.abc import Mapping
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


# Names for each office beside those of the played cases, in the order of the posts of `_staff`.
_OTHERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("bengkulu-selatan", "07.01"): (
        "Anjar Pinasti",
        "Bisma Rukmana",
        "Citra Lembayung",
        "Danu Wirasena",
        "Elok Prabasari",
        "Fajar Mandala",
        "Gandes Wulandari",
        "Hanung Bratasena",
        "Indri Puspawangi",
    ),
    ("rejang-lebong", "07.02"): (
        "Jenar Sekarsari",
        "Krisna Adyatma",
        "Lintang Pawestri",
        "Manggala Yudha",
        "Niken Larasati",
        "Oktaf Baskara",
        "Purnama Dewangga",
        "Rangga Sasmita",
        "Saras Widuri",
    ),
    ("bengkulu-utara", "07.03"): (
        "Tunggul Birawa",
        "Utari Ningrum",
        "Wisnu Dirgantara",
        "Yudistira Pamenang",
        "Zahra Pelangi",
        "Agni Sahasika",
        "Banyu Segara",
        "Cahya Rinjani",
        "Dipa Nusantara",
    ),
    ("kaur", "07.04"): (
        "Embun Pagi",
        "Fitra Kamandaka",
        "Galuh Pramesti",
        "Harsa Wiraguna",
        "Irawan Tirta",
        "Jatmika Sura",
        "Kinasih Anindita",
        "Lohita Mahesa",
        "Mayang Sembada",
    ),
    ("kepahiang", "07.05"): (
        "Nawang Kirana",
        "Orlin Sagara",
        "Pandu Winata",
        "Respati Gunadarma",
        "Sinta Mustika",
        "Tara Benggala",
        "Ukasah Wening",
        "Wulan Padmasari",
        "Yasa Kumbara",
    ),
    ("seluma", "07.06"): (
        "Ayun Semesta",
        "Bagaskara Tanu",
        "Cempaka Dwipa",
        "Dewangkara Jati",
        "Endah Palupi",
        "Ganendra Satya",
        "Hapsari Dyah",
        "Ismaya Kelana",
        "Juwita Andalas",
    ),
    ("mukomuko", "07.07"): (
        "Kelana Samodra",
        "Luh Asmara",
        "Mahardika Lingga",
        "Narendra Pasha",
        "Ombak Sagita",
        "Paramita Ratri",
        "Raditya Loka",
        "Sekar Pinandita",
        "Tirta Ganendra",
    ),
    ("bengkulu-tengah", "07.09"): (
        "Umbara Langit",
        "Wangi Kenanga",
        "Yayi Purbasari",
        "Abimanyu Tala",
        "Basanta Niti",
        "Chandra Wengi",
        "Dahayu Renjana",
        "Ekacitra Laksmi",
        "Gentala Bayu",
    ),
    ("kota-bengkulu", "07.10"): (
        "Hening Samasta",
        "Indraswara Puti",
        "Jaladri Kusuma",
        "Kertapati Wira",
        "Lembayung Senja",
        "Mandira Sukma",
        "Nirmala Ayuning",
        "Pratista Hayu",
        "Renjana Kaluna",
    ),
}

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
    *(one for (place, office), names in _OTHERS.items() for one in _staff(place, office, names)),
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
