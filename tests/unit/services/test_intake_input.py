"""What cannot be accepted at the desk: each fault beside its field, nothing half saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from casework.errors import BadInput
from casework.models import Case, Number, Outbox, Party
from casework.services.acts.parties import Respondent
from tests.bureau import Bureau
from tests.desk import REPORT, REPORTER

ACCUSED = REPORT.respondents[0]
RIGHT_TO_LEFT = "nama\u202egnabreT"
TOO_LONG = "N" * 300
SCRIPT = "<script>alert('x')</script>"


def person(**changes: str) -> dict[str, Any]:
    """The reporter with some fields changed."""
    return {"reporter": replace(REPORTER, **changes)}


def accused(**changes: str) -> dict[str, Any]:
    """The respondent with some fields changed."""
    return {"respondents": (replace(ACCUSED, **changes),)}


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"known_date": date(2024, 9, 14)}, "tanggal_diketahui", "lebih awal"),
    ({"known_date": date(2024, 9, 20)}, "tanggal_diketahui", "masa depan"),
    ({"event_date": date(2024, 9, 20)}, "tanggal_kejadian", "masa depan"),
    ({"event_date": None}, "tanggal_kejadian", "belum diisi"),
    ({"known_date": None}, "tanggal_diketahui", "belum diisi"),
    ({"election": "entah"}, "pemilihan", "Pilih"),
    ({"reporter_kind": "entah"}, "jenis_pelapor", "pemilih"),
    (person(name="   "), "pelapor-name", "belum diisi"),
    (person(name=TOO_LONG), "pelapor-name", "terlalu panjang"),
    (person(name=RIGHT_TO_LEFT), "pelapor-name", "arah tulisan"),
    (person(address=""), "pelapor-address", "belum diisi"),
    (person(phone="1\u20662"), "pelapor-phone", "arah tulisan"),
    ({"respondents": ()}, "terlapor-0-name", "paling sedikit satu"),
    (accused(name=""), "terlapor-0-name", "belum diisi"),
    (accused(name=TOO_LONG), "terlapor-0-name", "terlalu panjang"),
    (accused(category="entah"), "terlapor-0-category", "kategori"),
    (accused(position=RIGHT_TO_LEFT), "terlapor-0-position", "arah tulisan"),
    ({"event_what": ""}, "peristiwa", "belum diisi"),
    ({"event_place": TOO_LONG}, "tempat", "terlalu panjang"),
    ({"event_place": "a\x00b"}, "tempat", "tanda kendali"),
    ({"account": "x" * 20001}, "uraian", "terlalu panjang"),
    ({"title": RIGHT_TO_LEFT}, "judul", "arah tulisan"),
    ({"respondents": (ACCUSED,) * 201}, "terlapor-0-name", "Paling banyak"),
]


def problems(bureau: Bureau, **changes: Any) -> dict[str, str]:
    """What is refused, by field."""
    with pytest.raises(BadInput) as refused:
        bureau.receive(**changes)
    return {one.field: one.text for one in refused.value.problems}


def test_each_fault_is_told_at_its_field_and_nothing_is_kept(bureau: Bureau) -> None:
    for changes, field, part in BAD:
        found = problems(bureau, **changes)
        assert part in found[field], (changes, found)
        # A date that lies wrong may well make the other one wrong too.
        assert {one for one in found if not one.startswith("tanggal")} <= {field}, changes
    counts = bureau.read(lambda work: [
        work.session.scalar(select(func.count()).select_from(table))
        for table in (Case, Party, Number, Outbox)
    ])  # fmt: skip
    assert counts == [0, 0, 0, 0]


def test_all_faults_are_told_at_once(bureau: Bureau) -> None:
    found = problems(bureau, event_what="", event_date=None, **person(name=""))
    assert {"peristiwa", "tanggal_kejadian", "pelapor-name"} <= found.keys()


def test_markup_is_kept_as_text(bureau: Bureau) -> None:
    bureau.receive(event_what=SCRIPT, respondents=(Respondent(SCRIPT, "asn"),))
    assert bureau.read(lambda work: bureau.case(work).event_what) == SCRIPT
    assert [one.label for one in bureau.parties()] == [SCRIPT]
    assert bureau.sound() == ()


def test_two_spellings_of_one_letter_are_stored_as_one(bureau: Bureau) -> None:
    bureau.receive(event_place="Cafe\u0301")
    assert bureau.read(lambda work: bureau.case(work).event_place) == "Caf\u00e9"
