"""Comments on a case: for colleagues, and no part of the record."""

from __future__ import annotations

from lxml import html
from sqlalchemy import func, select

from casework.bootstrap import App
from casework.models import Comment, CommentMention, Event, Notice, Officer
from tests import standing_rows
from tests.staff import NAMES
from tests.web.steps import AsRole, act, received
from tests.web.visitor import Visitor, errors, words

PAGE = "/perkara/1/berkas/komentar"
SAID = "Mohon video bukti B-1 dilihat sebelum menilai syarat."


def key_of(app: App, login: str) -> int:
    with app.database.read() as session:
        return session.scalars(select(Officer.id).where(Officer.login == login)).one()


def test_who_is_mentioned_is_told_and_the_record_knows_nothing(app: App, as_role: AsRole) -> None:
    received(as_role)
    before = standing_rows.state(app)
    chain = events(app)
    coordinator = key_of(app, "coordinator")
    act(as_role("case_officer"), PAGE, {"komentar": SAID, "sebut": [str(coordinator)]})
    assert SAID in words(as_role("coordinator").get(PAGE))
    page = html.fromstring(as_role("case_officer").get("/perkara/1").text)
    (shown,) = page.xpath(f"//main//*[text()[contains(., '{SAID}')]]")
    assert shown.xpath("ancestor::section[contains(@class, 'no-print')]")
    assert f"Disebut: {NAMES['coordinator']}" in words(as_role("chair").get(PAGE))
    with app.database.read() as session:
        (notice,) = session.scalars(select(Notice).where(Notice.key.contains("comment-")))
        assert notice.officer_id == coordinator
        assert "Anda disebut dalam komentar" in notice.subject
        assert SAID not in notice.body
    assert "Anda disebut dalam komentar" in words(as_role("coordinator").get("/pemberitahuan"))
    # No sealed row and no event: nothing that anybody relies on changed.
    assert standing_rows.state(app)[0] == before[0]
    assert events(app) == chain
    assert SAID not in words(as_role("case_officer").get("/perkara/1/berkas/jejak"))
    assert SAID not in words(as_role("case_officer").get("/perkara/?cari=video"))


def events(app: App) -> int:
    with app.database.read() as session:
        return session.scalar(select(func.count()).select_from(Event)) or 0


def refused(app: App, visitor: Visitor, typed: dict[str, object]) -> dict[str, str]:
    page = visitor.submit(PAGE, typed)
    assert page.status_code == 422
    with app.database.read() as session:
        assert not session.scalars(select(Comment)).all()
        assert not session.scalars(select(CommentMention)).all()
    return errors(page)


def test_what_names_the_reporter_or_mentions_a_stranger_is_refused(
    app: App, as_role: AsRole
) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    assert "komentar" in refused(app, visitor, {"komentar": "Hubungi Budi Santoso hari ini."})
    assert "komentar" in refused(app, visitor, {"komentar": "   "})
    stranger = str(key_of(app, "coordinator-kepahiang"))
    assert "sebut" in refused(app, visitor, {"komentar": SAID, "sebut": [stranger]})


def test_a_comment_is_taken_back_by_its_author_alone(app: App, as_role: AsRole) -> None:
    received(as_role)
    author, other = as_role("case_officer"), as_role("coordinator")
    act(author, PAGE, {"komentar": SAID})
    taken = other.client.post(f"{PAGE}/1/tarik", data={"csrf_token": other.token()})
    assert taken.status_code == 403
    assert SAID in words(other.get(PAGE))
    author.client.post(f"{PAGE}/1/tarik", data={"csrf_token": author.token()})
    assert SAID not in words(other.get(PAGE))
    with app.database.read() as session:
        (row,) = session.scalars(select(Comment))
        assert row.text == ""
        assert row.removed_at is not None


def test_another_office_and_a_reader_write_none(app: App, as_role: AsRole) -> None:
    received(as_role)
    act(as_role("case_officer"), PAGE, {"komentar": SAID})
    assert as_role("case_officer-kepahiang").get(PAGE).status_code == 404
    auditor = as_role("auditor")
    assert SAID in words(auditor.get(PAGE))
    assert "Simpan komentar" not in words(auditor.get(PAGE))
    answer = auditor.client.post(PAGE, data={"csrf_token": auditor.token(), "komentar": "Baik."})
    assert answer.status_code == 403
