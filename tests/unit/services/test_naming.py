"""Texts that name somebody protected are refused, and whoever tries them leaves a trace."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from casework.errors import BadInput
from casework.services.acts.corrections import clerical
from casework.services.cases.record import attempts, naming, remark
from casework.services.cases.record.identity import Person
from tests.bureau import Bureau
from tests.desk import REPORTER

ANI = Person(name="Ani", address="Jalan Uji 1", phone="0811", email="ani@contoh.id")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Menurut ANI, surat itu salah.", True),
        ("Bukan aninya.", True),
        ("Petani itu terlapor.", False),
        ("Tinggal di jalan  uji 1.", True),
        ("Tinggal di Jalan Uji 12.", False),
        ("HP0811", True),
        ("Nomor 08112", False),
        ("surel: ani@contoh.id", True),
        ("", False),
    ],
)
def test_a_text_tells_by_words_of_their_own(text: str, told: bool) -> None:
    assert naming.tells(ANI, ["Judul", text]) is told


def test_a_telephone_number_is_known_however_it_is_written() -> None:
    budi = Person(name="Budi", phone="0811 7300 0001", phone_e164="+6281173000001")
    for text in ("WA: +62 811-7300-0001", "hp 0811.7300.0001", "081173000001", "(0811) 73000001"):
        assert naming.tells(budi, [text]), text
    for text in ("0811 7300 00012", "tanggal 08-11-2024", "1081173000001"):
        assert not naming.tells(budi, [text]), text


def test_who_says_nothing_is_told_by_nothing() -> None:
    assert not naming.tells(Person(name=""), ["", "Siapa pun"])


def correct(bureau: Bureau, text: str) -> None:
    (first, *_others) = bureau.events("terima_laporan")
    with bureau.app.unit_of_work(bureau.actor("secretariat")) as work:
        remark.correct(work, bureau.case_id, first.id, text)


def title(bureau: Bureau, text: str, why: str) -> None:
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        case = bureau.case(work)
        clerical.correct_case(work, case.id, case.version, {"title": text}, None, why)


def test_a_refused_name_is_recorded_without_the_text(bureau: Bureau) -> None:
    bureau.receive(reporter=replace(REPORTER, name="Ani"))
    for text in ("Pelapornya Ani.", "Bukan di Jalan Uji 1."):
        with pytest.raises(BadInput, match="data pelapor"):
            correct(bureau, text)
    with pytest.raises(BadInput, match="data pelapor"):
        title(bureau, "Laporan Ani", "Salah ketik.")
    with pytest.raises(BadInput, match="data pelapor"):
        title(bureau, "Judul lain", "Nama Ani salah.")
    found = bureau.events(attempts.NAMED)
    fields = [event.detail["field"] for event in found]
    assert fields == ["koreksi", "koreksi", "title", "alasan"]
    assert len({event.actor_id for event in found}) == 2
    assert all(event.case_id == bureau.case_id for event in found)
    assert not any("Ani" in json.dumps(event.detail) for event in found)
    assert bureau.events(remark.ACTION) == []
    assert bureau.sound() == ()


def test_what_is_refused_for_another_reason_leaves_no_trace(bureau: Bureau) -> None:
    bureau.receive()
    with pytest.raises(BadInput):
        correct(bureau, "")
    correct(bureau, "Diterima di loket dua.")
    assert bureau.events(attempts.NAMED) == []


def test_the_place_of_the_event_may_be_named_though_somebody_lives_there(bureau: Bureau) -> None:
    home = replace(REPORTER, address="Bengkulu")
    bureau.receive(reporter=home)
    title(bureau, "Kepala desa di Bengkulu", "Salah ketik.")
    assert bureau.events(attempts.NAMED) == []
