"""Two windows with one unsent report: what becomes evidence keeps its file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Blob, Case, Evidence, Office, Officer
from casework.services.acts.registration import intake_drafts
from casework.services.core.work import Actor
from tests.web.reporting import fill
from tests.web.visitor import Visitor, upload, words
from webui.core import storing, transaction
from webui.intake import sending_views, steps_views

AsRole = Callable[[str], Visitor]


def kept(app: App) -> tuple[int, int, list[str]]:
    """Reports, files of evidence, and those of them that are lost."""
    with app.database.read() as session:
        reports = session.scalar(select(func.count()).select_from(Case)) or 0
        paths = list(session.scalars(select(Blob.path).join(Evidence, Evidence.blob_id == Blob.id)))
    lost = [path for path in paths if not (app.settings.var / "files" / path).is_file()]
    return reports, len(paths), lost


@pytest.fixture
def officer(as_role: AsRole) -> Visitor:
    return as_role("intake_officer")


@pytest.fixture
def base(officer: Visitor) -> str:
    """The address of a whole report with one confidential file."""
    base = fill(officer)
    file = {"berkas": upload(b"\xff\xd8 KTP-1771", "ktp.jpg"), "rahasia": "y", "unggah": "1"}
    officer.submit(f"{base}/bukti", file)
    return base


def test_what_is_thrown_away_while_it_is_sent_stays_evidence(
    app: App, officer: Visitor, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, ready = officer.get(f"{base}/buang"), officer.get(f"{base}/periksa")
    begin = transaction.acting

    def late() -> object:
        monkeypatch.undo()
        assert officer.submit(f"{base}/periksa", {"kirim": "1"}, page=ready).status_code == 303
        return begin()

    monkeypatch.setattr(steps_views, "acting", late)
    answer = officer.submit(f"{base}/buang", {}, page=ask)
    assert "/laporan/diterima/" in answer.headers["Location"]
    assert kept(app) == (1, 2, [])


@pytest.mark.parametrize("what", ["buang", "bukti/hapus"])
def test_what_lost_its_draft_or_a_file_meanwhile_is_not_recorded(
    app: App, officer: Visitor, base: str, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    ready, ask = officer.get(f"{base}/periksa"), officer.get(f"{base}/bukti")
    settle = storing.settled
    path = ask.text.partition('name="keluar" value="')[2].partition('"')[0]
    assert path

    def late(files: object) -> object:
        found = settle(files)  # type: ignore[arg-type]  # as it is called
        monkeypatch.undo()
        typed = {"keluar": path} if "/" in what else {}
        assert officer.submit(f"{base}/{what}", typed, page=ask).status_code == 303
        return found

    monkeypatch.setattr(sending_views, "settled", late)
    answer = officer.submit(f"{base}/periksa", {"kirim": "1"}, page=ready)
    assert answer.status_code == 409
    assert "di jendela lain" in words(answer)
    assert kept(app) == (0, 0, [])


def test_a_report_sent_twice_is_one(app: App, officer: Visitor, base: str) -> None:
    ready = officer.get(f"{base}/periksa")
    first = officer.submit(f"{base}/periksa", {"kirim": "1"}, page=ready)
    second = officer.submit(f"{base}/periksa", {"kirim": "1"}, page=ready)
    assert first.headers["Location"] == second.headers["Location"]
    assert kept(app) == (1, 2, [])


def test_whoever_waited_for_the_draft_gets_the_report_that_was_made_of_it(
    app: App, officer: Visitor, base: str
) -> None:
    token = base.rpartition("/")[2]
    with app.database.read() as session:
        me = session.scalars(select(Officer.id).where(Officer.login == "intake_officer")).one()
        office = session.scalars(select(Office.id).where(Office.code == "07.00")).one()
    actor = Actor(me, "", office, frozenset({"intake_officer"}))
    with app.reading(actor) as work:
        checked = intake_drafts.find(work, token)
    assert checked is not None
    ready = officer.get(f"{base}/periksa")
    assert officer.submit(f"{base}/periksa", {"kirim": "1"}, page=ready).status_code == 303
    with app.unit_of_work(actor) as work:
        case = intake_drafts.take(work, checked)
        assert case is not None
        assert case.submission_key == token
