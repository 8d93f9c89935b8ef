"""A stranger who lets an account rest does not keep its officer out of the own browser."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.models import Officer
from casework.services.people import officers
from tests.staff import PASSWORD
from tests.web.visitor import Visitor
from webui.core import known_device

LOGIN = "case_officer"
IN, OUT = 303, 422


def tries(visitor: Visitor, *passwords: str) -> list[int]:
    return [visitor.sign_in(LOGIN, one).status_code for one in passwords]


def left(visitor: Visitor) -> Visitor:
    """The same browser, signed out."""
    visitor.client.post("/keluar", data={"csrf_token": visitor.token()})
    return visitor


def wrong(count: int) -> list[str]:
    return ["salah sekali"] * count


def test_the_own_browser_opens_while_the_account_rests_for_strangers(flask: Flask) -> None:
    mine, stranger, elsewhere = Visitor(flask), Visitor(flask), Visitor(flask)
    assert tries(mine, PASSWORD) == [IN]
    left(mine)
    assert tries(stranger, *wrong(officers.MOST_FAILURES)) == [OUT] * 5
    assert tries(mine, PASSWORD) == [IN]
    # It ended nobody's rest: a browser that never saw the officer is kept out, right password too.
    assert tries(stranger, PASSWORD) == [OUT]
    assert tries(elsewhere, PASSWORD) == [OUT]


def test_a_known_browser_has_no_more_tries_than_anybody(flask: Flask) -> None:
    mine, stranger = Visitor(flask), Visitor(flask)
    assert tries(mine, PASSWORD) == [IN]
    left(mine)
    # Its own few, one of which was the sign-in's; then the account's few; then nothing.
    assert tries(mine, *wrong(2 * officers.MOST_FAILURES)) == [OUT] * 10
    assert tries(mine, PASSWORD) == [OUT]
    assert tries(stranger, PASSWORD) == [OUT]


def test_wrong_passwords_of_a_known_browser_let_nobody_rest(flask: Flask) -> None:
    mine, elsewhere = Visitor(flask), Visitor(flask)
    assert tries(mine, PASSWORD) == [IN]
    left(mine)
    assert tries(mine, *wrong(officers.MOST_FAILURES - 1)) == [OUT] * 4
    assert tries(elsewhere, PASSWORD) == [IN]


def test_it_is_void_with_the_next_password_and_for_another_officer(flask: Flask, app: App) -> None:
    mine, stranger = Visitor(flask), Visitor(flask)
    assert tries(mine, PASSWORD) == [IN]
    left(mine)
    assert tries(stranger, *wrong(officers.MOST_FAILURES)) == [OUT] * 5
    with app.database.write() as session:
        fresh = officers.hash_password("kata sandi yang baru")
        session.execute(update(Officer).where(Officer.login == LOGIN).values(password_hash=fresh))
    assert tries(mine, "kata sandi yang baru") == [OUT]


def test_the_cookie_names_nobody_and_belongs_to_the_door(flask: Flask, app: App) -> None:
    mine = Visitor(flask)
    answer = mine.sign_in(LOGIN)
    (sent,) = [one for one in answer.headers.getlist("Set-Cookie") if "perangkat=" in one]
    assert "HttpOnly" in sent
    assert "SameSite=Lax" in sent
    assert f"Path={known_device.PATH}" in sent
    with app.database.read() as session:
        officer = session.scalars(select(Officer).where(Officer.login == LOGIN)).one()
    assert LOGIN not in sent
    assert officer.name not in sent


def test_a_cookie_that_was_made_up_is_worth_nothing(flask: Flask) -> None:
    stranger = Visitor(flask)
    stranger.client.set_cookie("perangkat", "abc." + "0" * 32, path="/masuk")
    assert tries(stranger, *wrong(officers.MOST_FAILURES)) == [OUT] * 5
    assert tries(stranger, PASSWORD) == [OUT]
