"""Channels beside mail: a real receiver on this machine, and every way they can be wrong."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from sqlalchemy import select, update

from casework.adapters.channels import Messenger
from casework.bootstrap import App
from casework.errors import BadInput, DeliveryFailed, NotPermitted, SettingsError
from casework.models import Delivery, Event, Outbox, Preference
from casework.services.core import outbox
from casework.services.core.work import Actor
from casework.services.people import preferences
from casework.services.upkeep import effects
from casework.services.upkeep.effects import EffectFailed
from casework.settings import Settings
from tests import desk
from tests.conftest import SettableClock
from tests.unit.outbox.test_effects import NOBODY, Pen, Post, rows

# Apprise asks for a module that Python 3.13 no longer has.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
LOGIN = "penangan.bengkulu"


@dataclass
class Receiver:
    """A webhook of the office."""

    url: str = ""
    answer: int = 200
    got: list[tuple[dict[str, str], dict[str, str]]] = field(default_factory=list)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    kept = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            kept.got.append(({key: str(self.headers[key]) for key in self.headers}, body))
            self.send_response(kept.answer)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kept.url = f"http://127.0.0.1:{server.server_port}/kait"
    yield kept
    server.shutdown()
    server.server_close()


@pytest.fixture
def house(app: App, receiver: Receiver) -> App:
    desk.furnish(app)
    messenger = Messenger.from_settings(Settings(mode="test", webhook_url=receiver.url))
    return replace(app, renderer=Pen(), mailer=Post(), messenger=messenger)


def choose(house: App, *channels: str, **addresses: str) -> None:
    with house.unit_of_work(desk.officer(house, LOGIN)) as work:
        offered = {"email", "telegram", *house.messenger.channels}
        preferences.choose(work, channels, addresses, None, None, offered)


def test_a_chosen_channel_gets_the_message_and_the_try_is_kept(
    house: App, receiver: Receiver
) -> None:
    choose(house, "webhook")
    case = desk.receive(house)
    effects.drain(house)
    ((headers, body),) = receiver.got
    assert case.number in body["title"] + body["message"]
    assert "Uji" not in (body["title"] + body["message"]).replace("Gedung Uji", "")
    assert headers["X-Casework-Officer"] == str(desk.officer(house, LOGIN).officer_id)
    (kept,) = rows(house, Delivery)
    assert (kept.channel, kept.state, kept.message_id) == (
        "webhook", "sent", headers["X-Casework-Key"],
    )  # fmt: skip
    assert house.mailer.sent == []  # type: ignore[attr-defined]  # the Post of this test


def test_a_receiver_that_refuses_is_tried_again_and_both_tries_are_kept(
    house: App, receiver: Receiver
) -> None:
    choose(house, "webhook", "email")
    receiver.answer = 503
    desk.receive(house)
    with pytest.raises(EffectFailed):
        effects.drain(house)
    receiver.answer = 200
    with house.unit_of_work(NOBODY) as work:
        work.session.execute(update(Outbox).values(lease_until=None))
    effects.drain(house)
    tries = [(row.channel, row.state) for row in rows(house, Delivery)]
    assert sorted(tries) == [("email", "sent"), ("webhook", "failed"), ("webhook", "sent")]
    keys = {headers["X-Casework-Key"] for headers, _body in receiver.got}
    assert len(keys) == 1 < len(receiver.got)


def test_a_channel_that_was_taken_away_is_recorded_as_such(house: App) -> None:
    choose(house, "webhook")
    desk.receive(house)
    effects.drain(replace(house, messenger=Messenger()))
    assert [row.state for row in rows(house, Delivery)] == ["not_configured"]


def test_the_desk_is_told_even_without_any_channel(house: App, receiver: Receiver) -> None:
    choose(house)
    desk.receive(house)
    effects.drain(house)
    assert (rows(house, Delivery), receiver.got) == ([], [])
    with house.reading(NOBODY) as work:
        assert not work.session.scalars(select(Outbox).where(Outbox.kind == "mail")).all()


def test_addresses_are_sealed_and_the_record_names_channels_only(house: App) -> None:
    choose(house, "telegram", telegram="123456789")
    (row,) = rows_of_preferences(house)
    assert b"123456789" not in row.sealed
    with house.reading(NOBODY) as work:
        assert preferences.address(work, row.officer_id, "telegram") == "123456789"
    (event,) = [one for one in rows(house, Event) if one.action == "pemberitahuan_diatur"]
    assert event.detail == {"channels": ["telegram"], "quiet": False}


def rows_of_preferences(house: App) -> list[Preference]:
    with house.reading(NOBODY) as work:
        return list(work.session.scalars(select(Preference)))


@pytest.mark.parametrize(
    ("channels", "addresses", "hours", "field"),
    [
        (["whatsapp"], {"whatsapp": "+6281200000000"}, (None, None), "kanal"),
        (["merpati"], {}, (None, None), "kanal"),
        (["telegram"], {}, (None, None), "telegram"),
        (["telegram"], {"telegram": "abc"}, (None, None), "telegram"),
        ([], {"whatsapp": "0812"}, (None, None), "whatsapp"),
        ([], {}, (time(22), None), "tenang_sampai"),
        ([], {}, (None, time(6)), "tenang_dari"),
        ([], {}, (time(6), time(6)), "tenang_sampai"),
    ],
)
def test_a_choice_that_cannot_work_is_refused_with_its_field(
    house: App,
    channels: list[str],
    addresses: dict[str, str],
    hours: tuple[time | None, time | None],
    field: str,
) -> None:
    with pytest.raises(BadInput) as refused, house.unit_of_work(desk.officer(house, LOGIN)) as work:
        preferences.choose(work, channels, addresses, *hours, ["email", "telegram"])
    assert [one.field for one in refused.value.problems] == [field]
    assert rows_of_preferences(house) == []


def test_only_an_officer_chooses(house: App) -> None:
    with pytest.raises(NotPermitted), house.unit_of_work(Actor.system(0)) as work:
        preferences.choose(work, [], {}, None, None, [])


@pytest.mark.parametrize(
    "changes",
    [
        {"webhook_url": "http://contoh.invalid/kait"},
        {"webhook_url": "ftp://contoh.invalid"},
        {"webhook_url": "https://"},
        {"whatsapp_token": "abc"},
    ],
)
def test_a_setting_that_cannot_work_stops_the_start(changes: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="CASEWORK_"):
        Messenger.from_settings(Settings(mode="test", **changes))  # type: ignore[arg-type]  # fields by name


def test_a_missing_part_is_named_at_the_start_and_not_loaded_without_need() -> None:
    code = (
        "import sys; sys.modules['apprise'] = None\n"
        "import importlib.util as tool\n"
        "from casework.adapters import channels\n"
        "from casework.settings import Settings\n"
        "channels.Messenger.from_settings(Settings(mode='test'))\n"
        "del sys.modules['apprise']\n"
        "channels.find_spec = lambda name: None\n"
        "channels.Messenger.from_settings(Settings(mode='test', telegram_token='1:a'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "casework[channels]" in done.stderr.splitlines()[-1]


def test_a_refusal_tells_neither_token_nor_address() -> None:
    # Port 9 (discard) of this machine: nobody listens.
    messenger = Messenger.from_settings(
        Settings(mode="test", webhook_url="http://rahasia:sandi@127.0.0.1:9/kait")
    )
    with pytest.raises(DeliveryFailed) as refused:
        messenger.send("webhook", to="12", subject="s", text="t", key="k")
    assert "sandi" not in str(refused.value)


def test_quiet_hours_hold_a_retry_back_too(house: App, clock: SettableClock) -> None:
    with house.unit_of_work(desk.officer(house, LOGIN)) as work:
        preferences.choose(work, ["email"], {}, time(22), time(6), ["email"])
    clock.set("2024-09-19T21:59:00+07:00")
    desk.receive(house)
    house.mailer.broken = True  # type: ignore[attr-defined]  # the Post of this test
    with pytest.raises(EffectFailed):
        effects.drain(house)
    house.mailer.broken = False  # type: ignore[attr-defined]  # the Post of this test
    clock.set("2024-09-19T22:00:00+07:00")
    with house.unit_of_work(NOBODY) as work:
        work.session.execute(update(Outbox).values(lease_until=None))
    effects.drain(house)
    assert [row.state for row in rows(house, Delivery)] == ["failed"]
    clock.set("2024-09-20T06:00:00+07:00")
    effects.drain(house)
    assert [row.state for row in rows(house, Delivery)] == ["failed", "sent"]


def test_an_outage_of_a_server_is_waited_for_a_day_and_no_longer(
    house: App, clock: SettableClock
) -> None:
    desk.receive(house)
    house.mailer.broken = True  # type: ignore[attr-defined]  # the Post of this test

    def fails(times: int) -> set[str]:
        for _ in range(times):
            with house.unit_of_work(NOBODY) as work:
                work.session.execute(update(Outbox).values(lease_until=None))
            with pytest.raises(EffectFailed):
                effects.drain(house)
        return {row.state for row in rows(house, Outbox) if row.kind == "mail"}

    assert fails(outbox.MOST_ATTEMPTS + 3) == {"waiting"}
    clock.shift(timedelta(hours=23))
    assert fails(1) == {"waiting"}
    clock.shift(timedelta(hours=2))
    assert fails(1) == {"dead"}
    tries = [row.state for row in rows(house, Delivery)]
    assert tries == ["failed"] * (outbox.MOST_ATTEMPTS + 5)
