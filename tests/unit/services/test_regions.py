"""Regions of the tree: imported all or nothing, found, proposed, and whose office is around one."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from casework.adapters.rulebook import shipped_regions
from casework.engine.basis import Mark
from casework.engine.region import Verdict
from casework.errors import BadInput
from casework.models import Event, Region
from casework.services.acts.amendments import region_import
from casework.services.acts.corrections import clerical
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.law import regions
from tests.bureau import Bureau
from tests.unit.services.built import built

DEEPER = b"""code;name;kecamatan
17.07.04.2001;Tes;Lebong Selatan
17.07.04.2001.003;3;
17.07.04.1002;Taba Anyar;Lebong Selatan
"""


def take(bureau: Bureau, content: bytes) -> region_import.Preview:
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        return region_import.apply(work, content)


@pytest.fixture(autouse=True)
def shipped(bureau: Bureau) -> None:
    """The regions that ship with the product."""
    take(bureau, shipped_regions().read_bytes())


def test_what_ships_is_there_and_the_same_again_changes_nothing(bureau: Bureau) -> None:
    assert bureau.read(region_import.count) == {
        "provinsi": 1, "kabupaten": 9, "kota": 1, "kecamatan": 129,
    }  # fmt: skip
    found = take(bureau, shipped_regions().read_bytes())
    assert found.counts[Verdict.SAME] == 140 == len(found.rows)


def test_a_file_with_one_wrong_row_changes_nothing(bureau: Bureau) -> None:
    with pytest.raises(BadInput, match="1 baris ditolak"):
        take(bureau, DEEPER + b"17.99.01;Tanpa Induk;\n")
    assert bureau.read(lambda work: work.session.get(Region, "17.07.04.2001")) is None


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\xff\xfe\x00", "UTF-8"), (b"", "kosong"), (b"kode,nama\n17,Bengkulu\n", "baris judul")],
)
def test_what_is_no_such_file_is_refused(bureau: Bureau, content: bytes, why: str) -> None:
    with pytest.raises(BadInput, match="(?i)" + why):
        take(bureau, content)


def test_an_import_is_recorded_and_its_villages_are_found(bureau: Bureau) -> None:
    take(bureau, DEEPER)
    event = bureau.read(
        lambda work: work.session.scalars(
            select(Event).where(Event.action == region_import.ACTION).order_by(Event.id.desc())
        ).first()
    )
    assert event
    assert (event.detail["create"], len(event.detail["file"])) == (3, 64)

    def typed(text: str) -> list[str]:
        return bureau.read(lambda work: [one.words for one in regions.search(work, text, "07.08")])

    assert typed("tes")[0] == "Desa Tes, Kecamatan Lebong Selatan, Kabupaten Lebong"
    assert typed("TPS 3, Tes") == ["TPS 003, Desa Tes, Kecamatan Lebong Selatan, Kabupaten Lebong"]
    assert typed("kel. taba") == [
        "Kelurahan Taba Anyar, Kecamatan Lebong Selatan, Kabupaten Lebong"
    ]
    assert typed("tes, kaur") == []
    assert "Kabupaten Mukomuko" in typed("Muko Muko")
    assert typed("003") == []


def test_a_text_proposes_only_what_it_names_exactly(bureau: Bureau) -> None:
    texts = {
        "Balai Desa Contoh, Kecamatan Lebong Selatan, Kabupaten Lebong": "17.07.04",
        "Kantor Camat Kec. Kota Mukomuko": "17.06.02",
        "Lapangan di Lebong": "",
        "Lebong": "17.07",
        "Gedung Uji, Bengkulu": "",
        "Gedung Uji, Kota Bengkulu": "17.71",
        "Provinsi Bengkulu": "",
        "Facebook": "",
        "Kecamatan Lebong Selatan, Kabupaten Kaur": "",
    }
    found = bureau.read(lambda work: regions.propose(work, list(texts), "07.00"))
    assert {text: one.code for text, one in zip(texts, found, strict=True)} == texts
    assert found[4].why != found[7].why


def test_the_place_says_the_region_once(bureau: Bureau) -> None:
    def told(text: str) -> str:
        return bureau.read(lambda work: regions.place_words(work, text, "17.07.04"))

    assert told("Balai Desa") == "Balai Desa, Kecamatan Lebong Selatan, Kabupaten Lebong"
    assert told("Tes, Kec. Lebong Selatan") == "Tes, Kec. Lebong Selatan, Kabupaten Lebong"
    assert bureau.read(lambda work: regions.place_words(work, "Facebook", None)) == "Facebook"


def test_the_office_around_a_region(bureau: Bureau) -> None:
    law = bureau.app.law

    def around(code: str, office: str, edition: str = "pemilihan-2024") -> tuple[str, bool, bool]:
        found = regions.competence(law, law.edition(edition), code, office)
        assert found
        assert found.basis
        assert (found.basis.mark is Mark.UNVERIFIED) is (edition == "pemilihan-2024")
        return found.office.code, found.own, found.near

    assert around("17.07.04.2001", "07.08") == ("07.08", True, True)
    assert around("17.07.04", "07.10") == ("07.08", False, False)
    assert around("17.07.04", "07.00") == ("07.08", False, True)
    assert around("17.07.04", "07.08", "pemilihan-tsm-2020") == ("07.00", False, False)
    edition = law.edition("pemilihan-2024")
    assert regions.competence(law, edition, "31.71", "07.00") is None
    assert regions.competence(law, edition, None, "07.00") is None


def test_a_name_of_the_law_is_written_as_the_law_writes_it(bureau: Bureau) -> None:
    assert bureau.read(lambda work: regions.words(work, "17.06")) == "Kabupaten Mukomuko"
    assert bureau.read(lambda work: work.session.scalar(select(func.count(Region.code)))) == 140


def test_a_region_that_is_not_there_and_what_is_no_point_are_refused(bureau: Bureau) -> None:
    with pytest.raises(BadInput, match=r"Wilayah 17\.99 tidak ada") as refused:
        bureau.receive(event_region="17.99", event_point="di sana")
    assert [one.field for one in refused.value.problems] == ["wilayah", "titik"]


def test_the_region_is_kept_shown_and_corrected(bureau: Bureau) -> None:
    bureau.receive(event_region="17.07.04", event_point="-3.15012,102.2")
    case = bureau.read(lambda work: bureau.case(work))
    assert (case.event_region, case.event_point) == ("17.07.04", "-3.15012, 102.20000")
    assert built(bureau, "formulir_laporan")["event"]["place"] == (
        "Gedung Uji, Bengkulu, Kecamatan Lebong Selatan, Kabupaten Lebong"
    )
    with bureau.app.unit_of_work(bureau.actor("coordinator")) as work:
        kept = clerical.correct_case(
            work, case.id, case.version, {"event_region": "17.07.03"}, None, "Salah pilih."
        )
        assert [one.field for one in kept] == ["event_region"]
    assert built(bureau, "formulir_laporan")["event"]["place"].endswith(
        ", Kecamatan Lebong Tengah, Kabupaten Lebong"
    )
    assert bureau.sound() == ()
