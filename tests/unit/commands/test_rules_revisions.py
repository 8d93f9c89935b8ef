"""Diff, confirm, unverified and replay, as typed on a command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import func, select

from casework import cli
from casework.adapters.rulebook import Rulebook
from casework.bootstrap import App
from casework.engine.law import Law
from casework.models import Event, RuleRevision
from casework.services.acts.amendments import revisions
from casework.services.acts.amendments.revisions import Ground
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.people import training
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.unit.simulation.test_reading import GOOD

NAME = "hitungan/first_day"


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    return Bureau(app, clock)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def confirm(bureau: Bureau, seen: str = "1") -> None:
    with bureau.app.unit_of_work(bureau.actor("legal_reviewer")) as work:
        ground = Ground("Naskah dibaca.", "JDIH")
        revisions.confirm(work, "pemilihan-2020", seen, NAME, "tidak dihitung", ground)


def test_diff_tells_old_and_new_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "diff", "pemilihan-2024", "pemilu-2022") == 0
    said = capsys.readouterr().out
    assert "Dari pemilihan-2024@1 ke pemilu-2022@1" in said
    assert "Lama: 7 hari kalender -> 7 hari kerja" in said
    assert "UU Pemilihan Pasal 134 ayat (4) [sumber sekunder]" in said


def test_diff_gives_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "diff", "pemilihan-2024", "pemilihan-2025", "--json", "--brief") == 0
    told = json.loads(capsys.readouterr().out)
    one = next(e for e in told["differences"] if e["rule"] == "batas/tindak_lanjut_kpu")
    assert one["state"] == "changed"
    assert "mk-104" not in one["new"]["citation"]
    assert "104" in one["new"]["citation"]
    assert all(entry["substance"] for entry in told["differences"])


def test_diff_of_what_is_not_there_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "diff", "pemilihan-2024", "pemilihan-1999") == 2
    assert "Yang ada" in capsys.readouterr().err


def test_diff_reads_revisions_from_the_database(
    bureau: Bureau, capsys: pytest.CaptureFixture[str]
) -> None:
    confirm(bureau)
    assert run("rules", "diff", "pemilihan-2020@1", "pemilihan-2020@1.1") == 0
    said = capsys.readouterr().out
    assert "[belum terverifikasi] ->" in said
    assert "1 entri berbeda" in said
    assert run("rules", "diff", "pemilihan-2020@1", "pemilihan-2020@1.2") == 2


def test_confirm_asks_who(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    paper = tmp_path / "salinan.pdf"
    paper.write_bytes(b"%PDF-1.7 salinan")
    said = ("--quote", "tidak dihitung", "--source", "JDIH", "--reason", "Naskah dibaca.")
    words = ("rules", "confirm", "pemilihan-2020", NAME, *said, "--document", str(paper))
    monkeypatch.setattr(sys, "stdin", io.StringIO("sandi-yang-keliru\n"))
    assert run(*words, "--officer", "penelaah.bengkulu") == 2
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{training.PASSWORD}\n"))
    assert run(*words, "--officer", "penangan.bengkulu") == 2
    assert "penelaah hukum" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{training.PASSWORD}\n"))
    assert run(*words, "--officer", "penelaah.bengkulu") == 0
    assert "pemilihan-2020@1.1" in capsys.readouterr().out
    row = bureau.read(
        lambda work: work.session.scalars(select(RuleRevision).order_by(RuleRevision.id)).first()
    )
    assert row is not None
    assert row.document_id is not None
    assert bureau.sound() == ()


def test_unverified_orders_by_use(bureau: Bureau, capsys: pytest.CaptureFixture[str]) -> None:
    bureau.receive()
    assert run("rules", "unverified", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["rule"] for one in told} >= {NAME, "formulir/tanda_bukti"}
    assert [one["cases"] for one in told] == sorted((o["cases"] for o in told), reverse=True)
    confirm(bureau)
    assert run("rules", "unverified", "--json") == 0
    left = json.loads(capsys.readouterr().out)
    assert NAME not in {one["rule"] for one in left}
    assert len(left) == len(told) - 1


def test_replay_reads_the_stored_cases(bureau: Bureau, capsys: pytest.CaptureFixture[str]) -> None:
    bureau.receive()
    before = bureau.read(lambda work: work.session.scalar(select(func.count(Event.id))))
    assert run("replay", "--edition", "pemilu-2022") == 0
    said = capsys.readouterr().out
    assert "Kajian awal: 2024-09-21T23:59:59+07:00 -> 2024-09-23T23:59:59+07:00" in said
    assert "1 dari 1 perkara berbeda; tidak ada yang diubah" in said
    assert run("replay", "--edition", "pemilihan-2020", "--json") == 0
    assert [one["differs"] for one in json.loads(capsys.readouterr().out)] == [False]
    assert run("replay", "--edition", "pemilihan-1999") == 2
    assert bureau.read(lambda work: work.session.scalar(select(func.count(Event.id)))) == before


def test_replay_plays_scenarios_under_another_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = Path(__file__).parents[3] / "rules" / "calendars" / "2024.yaml"
    file = tmp_path / "2024.yaml"
    day = rules.read_text("utf-8").split("days:\n", 1)
    extra = "  - {date: 2024-09-20, name: Libur uji, kind: nasional, decree: skb}\n"
    file.write_text(f"{day[0]}days:\n{extra}{day[1]}", "utf-8")
    scenario = tmp_path / "uji.yaml"
    scenario.write_text(GOOD, "utf-8")
    ends = []
    for extra_words in ((), ("--calendar", str(file))):
        assert run("replay", "--edition", "pemilu-2022", *extra_words, "--json", str(scenario)) == 0
        told = json.loads(capsys.readouterr().out)
        ends.append({one["what"]: one["new"][:10] for one in told[0]["dates"]})
    assert ends[0]["kajian_awal"] == "2024-09-23"
    assert ends[1]["kajian_awal"] == "2024-09-24"


def test_every_thread_sees_a_new_revision_at_its_next_transaction(bureau: Bureau, law: Law) -> None:
    app = bureau.app
    other = Rulebook(law)  # another process
    with app.database.read() as session:
        assert other.seen_by(session) is law
    confirm(bureau)
    found: list[Law] = []

    def look() -> None:
        with app.database.read() as session:
            found.append(other.seen_by(session))

    threads = [Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert {id(one) for one in found} == {id(found[0])}
    assert found[0].edition("pemilihan-2020").revision == "1.1"
    assert other.latest is found[0]


def test_a_transaction_sees_what_it_may(bureau: Bureau) -> None:
    confirm(bureau)
    with bureau.app.reading(Actor.system(NO_OFFICE)) as work:
        assert work.law.edition("pemilihan-2020").revision == "1.1"
        assert work.law.edition("pemilihan-2020", "1").revision == "1"
