"""The papers of the played real cases: what they say, and whom they never name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casework.bootstrap import App
from casework.commands.simulate import scratch
from casework.document_data import to_plain
from casework.models import Case, Document, Identity, Outcome, Party
from casework.services.cases.record import identity
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import data as paper_data
from casework.simulation.play import play
from casework.simulation.reading import load
from tests.documents.notes import notes
from tests.unit.papers.samples import KEPT, words_of

SCENARIOS = Path(__file__).parents[2] / "scenarios"
# Papers that stay inside or go to others: the reporter and the witnesses never stand in them.
NAMELESS = (
    "kajian_awal",
    "kajian",
    "berita_acara_pleno",
    "penerusan_hukum_lainnya",
    "penerusan_administrasi",
    "penerusan_pidana",
    "penerusan_kode_etik",
    "berita_acara_gakkumdu_1",
    "berita_acara_gakkumdu_2",
    "daftar_terlapor",
    "pelimpahan",
    "pengambilalihan",
    "laporan_akhir",
    "pemberitahuan_status_terlapor",
    "kutipan_kajian",
)

HANDLING = (
    "Peraturan Badan Pengawas Pemilihan Umum Nomor 8 Tahun 2020 tentang Penanganan Pelanggaran "
    "Pemilihan Gubernur dan Wakil Gubernur, Bupati dan Wakil Bupati, serta Wali Kota dan Wakil "
    "Wali Kota"
)

Built = list[tuple[str, str, dict[str, Any]]]


def played(folder: Path, name: str) -> tuple[App, Built]:
    app = scratch(folder)
    timeline = play(app, load(SCENARIOS / name, app.law), draws=False)
    assert [one for _, one in timeline.broken] == []
    with app.reading(Actor.system(NO_OFFICE)) as work:
        rows = work.session.execute(
            select(Document, Case).join(Case, Case.id == Document.case_id).order_by(Document.id)
        )
        built = [
            (document.kind, case.receipt_number, to_plain(paper_data.build(work, document)))
            for document, case in rows
        ]
    return app, built


@pytest.fixture(scope="module")
def bengkulu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, Built]]:
    app, built = played(tmp_path_factory.mktemp("bengkulu"), "bengkulu-2024-09-19.yaml")
    yield app, built
    app.close()


@pytest.fixture(scope="module")
def lebong(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, Built]]:
    app, built = played(tmp_path_factory.mktemp("lebong"), "lebong-2024-10-04.yaml")
    yield app, built
    app.close()


@pytest.fixture(scope="module")
def tps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[App, Built]]:
    app, built = played(tmp_path_factory.mktemp("tps"), "tps-2024-12-03.yaml")
    yield app, built
    app.close()


def of(built: Built, kind: str, number: str = "") -> list[dict[str, Any]]:
    return [data for one, case, data in built if one == kind and number in case]


def protected(app: App) -> list[identity.Person]:
    with app.reading(Actor.system(NO_OFFICE)) as work:
        parties = work.session.scalars(
            select(Party).join(Identity, Identity.id == Party.identity_id)
        )
        return [identity.unseal(work, party) for party in parties]


def test_the_kinds_of_papers_that_come_out_of_the_case(bengkulu: tuple[App, Built]) -> None:
    kinds = {kind for kind, _, _ in bengkulu[1]}
    assert kinds >= {
        "formulir_laporan",
        "tanda_bukti",
        "kajian_awal",
        "pemberitahuan_kelengkapan",
        "undangan_klarifikasi",
        "keterangan_sumpah",
        "berita_acara_klarifikasi",
        "kajian",
        "penerusan_hukum_lainnya",
        "pemberitahuan_status",
    }


@pytest.mark.parametrize("case", ["bengkulu", "lebong", "tps"])
def test_no_note_of_ours_is_among_what_a_paper_prints(
    case: str, request: pytest.FixtureRequest
) -> None:
    """Read from the values alone; `make test-documents` reads the drawn papers too."""
    for kind, _, data in request.getfixturevalue(case)[1]:
        shown = "\n".join(_texts({**data, "verification": None, "dated": ""}))
        assert list(notes(shown, kind)) == [], kind


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        # The form puts the noun of an act in the place of its id.
        if key not in (*KEPT, "act"):
            yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, key)


@pytest.mark.parametrize("case", ["bengkulu", "lebong", "tps"])
def test_reporter_and_witnesses_stand_only_where_they_must(
    case: str, request: pytest.FixtureRequest
) -> None:
    app, built = request.getfixturevalue(case)
    people = protected(app)
    assert people
    for kind, _, data in built:
        text = json.dumps(data, ensure_ascii=False)
        named = {person.name for person in people if person.name in text}
        if kind in NAMELESS:
            assert named == set(), kind
            assert not any(person.phone and person.phone in text for person in people)
        if kind in ("undangan_klarifikasi", "berita_acara_klarifikasi", "keterangan_sumpah"):
            whom = data["recipient"] if kind.startswith("undangan") else data["person"]
            assert named <= {whom["name"]}
        if kind == "tanda_bukti" or kind.startswith("pemberitahuan"):
            assert len(named) == 1
        numbers = [person.identity_number for person in people if person.identity_number]
        assert not any(number in text for number in numbers)


def test_the_letter_to_complete_says_what_is_missing_and_for_how_long(
    bengkulu: tuple[App, Built],
) -> None:
    letter = of(bengkulu[1], "pemberitahuan_kelengkapan", "06/LP")[0]
    assert letter["block"]["nomor"] == "194/PP.00.01/K/09/2024"
    assert letter["block"]["tanggal"] == "21 September 2024"
    assert letter["report_number"] == "06/LP/PG/Prov/07.00/IX/2024"
    assert letter["submitted"].startswith("Kamis, 19 September 2024 pukul ")
    assert letter["period"] == "paling lama 2 (dua) hari kalender sejak surat ini Saudara terima"
    assert letter["missing"]
    assert all(item["reason"] for item in letter["missing"])
    assert "tidak diketahui" not in json.dumps(letter["missing"])
    assert letter["legal"] == [f"{HANDLING} (selanjutnya disebut Peraturan Bawaslu)"]
    cited = [item["citation"] for item in letter["missing"] if item["citation"]]
    assert cited == ["Pasal 9 ayat (4) huruf b Peraturan Bawaslu"]


def test_the_initial_review_tells_the_limit_and_not_how_it_was_counted(
    bengkulu: tuple[App, Built],
) -> None:
    limit = of(bengkulu[1], "kajian_awal", "06/LP")[0]["limit"]
    assert limit["due"] == "Sabtu, 21 September 2024 pukul 24.00 WIB"
    assert limit.keys() == {"title", "due", "basis"}


def test_the_matter_goes_to_two_directorates_the_governor_and_the_regents(
    bengkulu: tuple[App, Built],
) -> None:
    letters = of(bengkulu[1], "penerusan_hukum_lainnya", "07/LP")
    names = [letter["recipient"]["name"] for letter in letters]
    assert sum("Kementerian Dalam Negeri" in name for name in names) == 2
    assert "Gubernur Bengkulu" in names
    assert sum(name.startswith("Bupati") for name in names) == 5
    assert all(letter["signatory"]["position"] == "Ketua" for letter in letters)
    assert not any(letter["signatory"]["nip"] for letter in letters)


def test_a_report_that_is_not_registered_is_told_why_item_by_item(
    bengkulu: tuple[App, Built],
) -> None:
    notice = of(bengkulu[1], "pemberitahuan_status", "08/LP")[0]
    assert notice["status"] == "TIDAK DIREGISTRASI"
    assert notice["reasons"]
    assert notice["case_number"] == ""


def test_minutes_open_with_the_day_in_words(bengkulu: tuple[App, Built]) -> None:
    minutes = of(bengkulu[1], "berita_acara_klarifikasi")[0]
    assert "September tahun dua ribu dua puluh empat pukul" in minutes["opened"]
    assert minutes["answers"]


def test_thirty_one_of_thirty_eight_go_to_the_personnel_agency(lebong: tuple[App, Built]) -> None:
    letters = of(lebong[1], "penerusan_hukum_lainnya")
    to_bkn = [one for one in letters if "Kepegawaian Negara" in one["recipient"]["name"]]
    assert [len(one["respondents"]) for one in to_bkn] == [31]
    amended = "sebagaimana telah diubah dengan Peraturan Badan Pengawas Pemilihan Umum Nomor 9"
    assert amended in " ".join(to_bkn[0]["legal"])
    notice = of(lebong[1], "pemberitahuan_status")[0]
    assert len(notice["outcomes"]) == 38
    assert notice["block"]["lampiran"] == "1 (satu) berkas"


def test_a_law_that_is_named_once_keeps_its_number(bengkulu: tuple[App, Built]) -> None:
    letter = of(bengkulu[1], "undangan_klarifikasi")[0]
    assert letter["legal"] == [HANDLING]
    to_regent = of(bengkulu[1], "penerusan_hukum_lainnya")[-1]
    articles = {one["article"] for one in to_regent["respondents"]}
    named = any("disebut Undang-Undang Desa" in one for one in to_regent["legal"])
    assert all(one.endswith("Undang-Undang Desa") for one in articles) is named


def test_what_is_proposed_for_many_alike_stands_once(lebong: tuple[App, Built]) -> None:
    findings = of(lebong[1], "kajian")[0]["findings"]
    assert len(findings) < 10
    assert sum(1 + len(one.get("others", ())) for one in findings) == 38


def test_what_was_built_can_be_drawn(lebong: tuple[App, Built]) -> None:
    app, built = lebong
    data = of(built, "penerusan_administrasi")[0]
    text = words_of(
        app.renderer.render("penerusan_administrasi", "pemilihan-2024", data, draft=False)
    )
    assert "KABUPATEN LEBONG" in text
    assert "rekomendasi atas pelanggaran administrasi Pemilihan" in text


def test_where_one_has_several_articles_every_outcome_names_its_own(tps: tuple[App, Built]) -> None:
    (notice,) = of(tps[1], "pemberitahuan_status")
    assert [(row["respondent"], row["article"]) for row in notice["outcomes"]] == [
        ("Respati Karangan", "Pasal 178C ayat (3) Undang-Undang Pemilihan"),
        ("Respati Karangan", "Pasal 136 Undang-Undang Pemilihan"),
        ("Kusuma Contohna", "Pasal 178B Undang-Undang Pemilihan"),
    ]
    (line,) = notice["provisions"]
    assert line.startswith("Pasal 136, Pasal 178B, dan Pasal 178C ayat (3) Undang-Undang")
    (letter,) = of(tps[1], "penerusan_pidana")
    assert [one["label"] for one in letter["respondents"]] == [
        "Respati Karangan",
        "Kusuma Contohna",
    ]


def test_a_letter_about_a_crime_names_what_forbids_with_what_threatens(
    tps: tuple[App, Built],
) -> None:
    """Not committed: the officers of the case decided otherwise."""
    with tps[0].reading(Actor.system(NO_OFFICE)) as work, work.session.no_autoflush:
        one = work.session.scalars(select(Outcome).where(Outcome.violation_class == "pidana"))
        for outcome in one.all():
            outcome.article = "uu-69-huruf-c"
        letter = work.session.scalars(
            select(Document).where(Document.kind == "penerusan_pidana")
        ).one()
        data = to_plain(paper_data.build(work, letter))
        work.session.expire_all()
    assert {person["article"] for person in data["respondents"]} == {
        "Pasal 69 huruf c juncto Pasal 187 ayat (2) Undang-Undang Pemilihan"
    }
