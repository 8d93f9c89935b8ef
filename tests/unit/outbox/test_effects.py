"""Effects: done once, put back when they fail, silent about the data of the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.errors import DeliveryFailed, RenderFailed
from casework.models import Case, Deadline, Delivery, Document, Event, Notice, Outbox
from casework.services.core import batches, outbox
from casework.services.core.outbox import Job
from casework.services.core.work import Actor
from casework.services.deadlines import deadlines
from casework.services.upkeep import effects, steps
from casework.services.upkeep.effects import EffectFailed, Outcome
from tests import desk
from tests.conftest import SettableClock

NOBODY = Actor.system(0)


@dataclass
class Pen:
    """A renderer that counts, and fails when told to."""

    drawn: list[str] = field(default_factory=list)
    broken: bool = False

    def render(
        self,
        form: str,
        edition: str,
        data: Mapping[str, object],
        *,
        draft: bool,
        emblem: bytes = b"",
    ) -> bytes:
        if self.broken:
            raise RenderFailed(f"rahasia {data}")
        self.drawn.append(form)
        return f"%PDF {form} {draft}".encode()

    def version(self, form: str, edition: str) -> str:
        return "0" * 64

    def close(self) -> None:
        """Nothing to end."""


@dataclass
class Post:
    """A mailer that keeps what it is given, and fails when told to."""

    sent: list[dict[str, str]] = field(default_factory=list)
    configured: bool = True
    broken: bool = False

    def send(self, *, to: str, subject: str, text: str, html: str, key: str) -> str:
        if self.broken:
            raise DeliveryFailed("tidak diterima")
        self.sent.append({"to": to, "subject": subject, "text": text, "html": html, "key": key})
        return f"<{key}@test>"


@pytest.fixture
def house(app: App) -> App:
    """The product with a pen and a post of the test."""
    desk.furnish(app)
    app.renderer.close()
    return replace(app, renderer=Pen(), mailer=Post())


def pen(house: App) -> Pen:
    assert isinstance(house.renderer, Pen)
    return house.renderer


def post(house: App) -> Post:
    assert isinstance(house.mailer, Post)
    return house.mailer


def rows(house: App, model: Any) -> list[Any]:
    with house.reading(NOBODY) as work:
        return list(work.session.scalars(select(model).order_by(model.id)))


def claimed(house: App, kind: str) -> Job:
    with house.unit_of_work(NOBODY) as work:
        return outbox.claim(work, "test", kinds=[kind])[0]


def free(house: App) -> None:
    """Let every pause and lease be over."""
    with house.unit_of_work(NOBODY) as work:
        work.session.execute(update(Outbox).values(lease_until=None))


def test_each_paper_is_drawn_once_and_recorded_in_the_chain(house: App) -> None:
    desk.receive(house)
    effects.drain(house)
    assert sorted(pen(house).drawn) == ["formulir_laporan", "tanda_bukti"]
    assert {row.state for row in rows(house, Document)} == {"issued"}
    assert [row.action for row in rows(house, Event)].count("surat_terbit") == 2
    assert effects.drain(house) == 0


def test_a_second_worker_with_an_old_lease_changes_nothing(house: App) -> None:
    desk.receive(house)
    old = claimed(house, "render_issued")
    free(house)
    effects.drain(house)
    before = len(rows(house, Event))
    effects.carry_out(house, old)
    assert len(rows(house, Event)) == before


def test_a_failure_waits_and_tells_nothing_about_the_case(house: App) -> None:
    desk.receive(house)
    pen(house).broken = True
    job = claimed(house, "render_issued")
    with pytest.raises(EffectFailed) as failure:
        effects.carry_out(house, job)
    assert "rahasia" not in str(failure.value)
    assert failure.value.__suppress_context__
    (row,) = [row for row in rows(house, Outbox) if row.id == job.id]
    assert (row.state, row.last_error, row.attempts) == ("waiting", "RenderFailed", 1)
    pen(house).broken = False
    free(house)
    effects.drain(house)
    assert {row.state for row in rows(house, Document)} == {"issued"}


def test_a_row_that_was_given_up_is_shown_to_the_people_in_charge(house: App) -> None:
    desk.receive(house)
    pen(house).broken = True
    for _ in range(outbox.MOST_ATTEMPTS):
        with pytest.raises(EffectFailed):
            effects.carry_out(house, claimed(house, "render_issued"))
        with house.unit_of_work(NOBODY) as work:
            work.session.execute(update(Outbox).where(Outbox.attempts > 0).values(lease_until=None))
    assert "dead" in {row.state for row in rows(house, Outbox)}
    told = [row for row in rows(house, Notice) if "gagal" in row.subject]
    assert len(told) == 2  # coordinator and head of the secretariat
    assert "Pelapor Uji" not in told[0].body


def test_the_next_officers_are_told_by_page_and_mail_without_names(house: App) -> None:
    case = desk.receive(house)
    effects.drain(house)
    (notice,) = rows(house, Notice)
    (mail,) = post(house).sent
    assert case.number in notice.subject
    assert mail["to"] == "penangan.bengkulu@latihan.invalid"
    text = notice.subject + notice.body + mail["text"] + mail["html"]
    assert "Pelapor Uji" not in text
    assert "Terlapor Uji" not in text
    assert f"/perkara/{case.id}" in mail["text"]
    (delivery,) = rows(house, Delivery)
    assert (delivery.state, delivery.channel) == ("sent", "email")


def test_every_try_of_a_mail_is_kept(house: App) -> None:
    desk.receive(house)
    post(house).broken = True
    with pytest.raises(EffectFailed):
        effects.drain(house)
    post(house).broken = False
    free(house)
    effects.drain(house)
    assert [row.state for row in rows(house, Delivery)] == ["failed", "sent"]


def test_a_mail_that_may_have_been_sent_before_is_marked(house: App) -> None:
    desk.receive(house)
    notice = claimed(house, "notice")
    effects.carry_out(house, notice)
    claimed(house, "mail")  # this worker dies with the mail in its hand
    free(house)
    effects.drain(house)
    assert [row.state for row in rows(house, Delivery)] == ["sent_again"]


def test_without_a_mail_server_the_notice_stays_and_the_record_says_so(house: App) -> None:
    post(house).configured = False
    desk.receive(house)
    effects.drain(house)
    assert [row.state for row in rows(house, Delivery)] == ["not_configured"]
    assert len(rows(house, Notice)) == 1


def test_a_played_case_sends_no_mail(house: App) -> None:
    desk.receive(house, played=True)
    effects.drain(house)
    assert post(house).sent == []
    assert [row.state for row in rows(house, Delivery)] == ["played"]


def test_a_rung_comes_in_time_and_once(house: App, clock: SettableClock) -> None:
    desk.receive(house)
    effects.drain(house)
    clock.set("2024-09-21T00:00:00+07:00")
    effects.drain(house)
    effects.drain(house)
    told = [row for row in rows(house, Notice) if "pengingat" in row.subject]
    assert len(told) == 1  # the farthest rung is for the case officer alone
    assert "Sabtu, 21 September 2024 pukul 24.00 WIB" in told[0].body


def test_late_rungs_are_folded_into_one_message(house: App, clock: SettableClock) -> None:
    desk.receive(house)
    effects.drain(house)
    clock.set("2024-09-21T23:00:00+07:00")
    effects.drain(house)
    told = [row for row in rows(house, Notice) if "pengingat" in row.subject]
    assert len({row.officer_id for row in told}) == len(told) == 2
    kinds = {row.state for row in rows(house, Outbox) if row.kind == "reminder"}
    assert kinds == {"done"}


def test_a_limit_that_was_met_reminds_nobody(house: App, clock: SettableClock) -> None:
    case = desk.receive(house)
    effects.drain(house)
    with house.unit_of_work(Actor.system(case.office_id)) as work:
        deadlines.meet(work, work.session.get_one(Case, case.id), "kajian_awal", work.now)
    clock.set("2024-09-23T00:00:00+07:00")
    effects.drain(house)
    assert {row.state for row in rows(house, Outbox) if row.kind == "reminder"} == {"cancelled"}
    assert not [row for row in rows(house, Notice) if "batas" in row.subject]


def test_an_expired_limit_is_an_event_of_the_system(house: App, clock: SettableClock) -> None:
    case = desk.receive(house)
    effects.drain(house)
    clock.set(datetime.fromisoformat("2024-09-21T23:59:59.9+07:00"))
    effects.drain(house)
    assert "tenggat_lewat" not in {row.action for row in rows(house, Event)}
    clock.shift(timedelta(milliseconds=100))
    effects.drain(house)
    effects.drain(house)
    (event,) = [row for row in rows(house, Event) if row.action == "tenggat_lewat"]
    assert (event.actor_id, event.role, event.detail["effect_known"]) == (None, "sistem", False)
    (limit,) = [row for row in rows(house, Deadline) if row.rule == "kajian_awal"]
    assert limit.state == "expired"
    told = [
        row for row in rows(house, Notice) if row.subject == f"{case.number}: batas waktu lewat"
    ]
    assert {"Mintalah petunjuk." in row.body for row in told} >= {True}


def test_cases_of_the_same_event_are_offered(house: App) -> None:
    from casework.models import SameEventHint

    one = desk.receive(house, "satu")
    two = desk.receive(house, "dua", event_place="Gedung Uji, Bengkuluu")
    effects.drain(house)
    assert {(row.case_id, row.other_id) for row in rows(house, SameEventHint)} <= {
        (one.id, two.id),
        (two.id, one.id),
    }
    assert rows(house, SameEventHint)


def test_a_step_says_how_it_came_out_and_a_channel_out_of_reach_is_no_fault(house: App) -> None:
    desk.receive(house)
    post(house).broken = True

    def waiting(kind: str) -> int:
        found = [row.id for row in rows(house, Outbox) if row.kind == kind]
        return int(found[0])

    assert effects.serve(house, "uji", waiting("render_issued")) is Outcome.DONE
    assert effects.serve(house, "uji", waiting("render_issued")) is Outcome.BEFORE
    assert effects.serve(house, "uji", waiting("notice")) is Outcome.DONE
    mail = waiting("mail")
    assert effects.serve(house, "uji", mail) is Outcome.UNREACHED
    assert [row.state for row in rows(house, Delivery)] == ["failed"]
    # Its pause is not over.
    assert effects.serve(house, "uji", mail) is Outcome.TAKEN
    free(house)
    post(house).broken = False
    assert effects.serve(house, "uji", mail) is Outcome.DONE


def test_the_steps_of_a_batch_are_told_in_order_and_in_words_of_the_law(house: App) -> None:
    case = desk.receive(house)
    with house.unit_of_work(NOBODY) as work:
        (batch,) = batches.gather(work)
    with house.reading(NOBODY) as work:
        order = ("same_event", "render_issued", "notice")
        planned = steps.plan(work, batch, order)
        armed = steps.armed(work, case.id)
    names = [step.name for step in planned]
    assert names == [
        "periksa peristiwa yang sama", "gambar A.1", "gambar A.3", "beri tahu petugas"
    ]  # fmt: skip
    assert not any(step.done for step in planned)
    assert armed == len([row for row in rows(house, Outbox) if row.kind == "reminder"])
