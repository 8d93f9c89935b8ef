"""benturan_kepentingan.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Absence, Deadline, Notice, Officer
from casework.services.acts.clarification import planning
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import further_parties, kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Seat
from casework.services.cases.record.identity import Person
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.people import exclusions, notices
from casework.services.upkeep import digest
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt
from tests.kept_away import actor, rows, sees
from webui.pleno import page

scenarios("benturan_kepentingan.feature")

LOGINS = {
    "penangan": "penangan.bengkulu",
    "penerima": "penerima.bengkulu",
    "koordinator": "koordinator.bengkulu",
    "ketua": "ketua.bengkulu",
    "anggota": "anggota.bengkulu",
    "sekretariat": "sekretariat.bengkulu",
    "kepala sekretariat": "kepala.bengkulu",
}


@given(parsers.parse('hari ini "{moment}"'))
def today(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)


@given(parsers.parse('diterima laporan dengan {role} bernama "{name}"'))
@when(parsers.parse('diterima laporan dengan {role} bernama "{name}"'))
def received(kantor: Bureau, role: str, name: str) -> None:
    person = Person(name=name, address="Jalan Uji 9")
    changes: dict[str, dict[str, Any]] = {
        "terlapor": {"respondents": (Respondent(name, "kepala_desa", region="seluma"),)},
        "pelapor": {"reporter": person},
        "saksi": {"witnesses": (person,)},
    }
    kantor.receive(**changes[role])


@when(parsers.parse('penerima mencatat {role} baru bernama "{name}"'))
def further(kantor: Bureau, role: str, name: str) -> None:
    with kantor.app.unit_of_work(actor(kantor, LOGINS["penerima"])) as work:
        case = kantor.case(work)
        if role == "terlapor":
            one = Respondent(name, "kepala_desa", region="seluma")
            further_parties.add_respondent(work, case.id, case.version, one, "Baru diketahui.")
        else:
            kind = {"saksi": "witness", "ahli": "expert"}[role]
            person = Person(name=name, address="Jalan Uji 9")
            further_parties.add_protected(
                work, case.id, case.version, kind, person, "Baru diketahui."
            )


@given(parsers.parse('diterima pengecualian {who} karena "{reason}"'))
@when(parsers.parse('diterima pengecualian {who} karena "{reason}"'))
def kept_away(kantor: Bureau, who: str, reason: str) -> None:
    key = actor(kantor, LOGINS[who]).officer_id or 0
    with kantor.app.unit_of_work(actor(kantor, LOGINS["ketua"])) as work:
        exclusions.keep_away_by_hand(work, kantor.case_id, key, reason)


@then(parsers.re(r"bagi (?P<who>[a-z ]+) perkara itu tidak ada"))
def hidden(kantor: Bureau, who: str) -> None:
    assert not sees(kantor, LOGINS[who])


@then(parsers.re(r"(?P<who>penangan|koordinator|sekretariat) melihat perkara itu"))
def seen(kantor: Bureau, who: str) -> None:
    assert sees(kantor, LOGINS[who])


@then("di jejak tercatat satu pengecualian oleh sistem tanpa nama")
def recorded(kantor: Bureau) -> None:
    (event,) = kantor.events(exclusions.SET)
    assert event.actor_id is None
    assert event.citation == exclusions.RULE
    assert set(event.detail) == {"exclusion", "digests"}


def messages(kantor: Bureau, who: str) -> list[str]:
    """What was written to an officer about the case, oldest first."""
    key = actor(kantor, LOGINS[who]).officer_id
    return kantor.read(
        lambda work: list(
            work.session.scalars(
                select(Notice.subject)
                .where(Notice.officer_id == key, Notice.case_id == kantor.case_id)
                .order_by(Notice.id)
            )
        )
    )


@when("batas kajian awal lewat", target_fixture="sebelumnya")
def over(kantor: Bureau) -> dict[str, int]:
    before = {who: len(messages(kantor, who)) for who in LOGINS}
    kantor.later(days=4)
    limit = kantor.limit("kajian_awal")
    expiry.expire(kantor.app, limit.id, kantor.read(lambda work: kantor.case(work).office_id))
    kantor.settle()
    assert kantor.read(lambda work: work.session.get_one(Deadline, limit.id).state) == "expired"
    return before


@then("penangan dan koordinator tidak menerima pesan baru tentang perkara itu")
def told_nothing(kantor: Bureau, sebelumnya: dict[str, int]) -> None:
    for who in ("penangan", "koordinator"):
        assert len(messages(kantor, who)) == sebelumnya[who], who


@then("kepala sekretariat menerima pesan tentang perkara itu")
def told(kantor: Bureau, sebelumnya: dict[str, int]) -> None:
    assert len(messages(kantor, "kepala sekretariat")) > sebelumnya["kepala sekretariat"]


@given("pesan tentang perkara itu menunggu dikirim kepada penangan")
def waiting(kantor: Bureau) -> None:
    kantor.mailbox.messages.clear()
    with kantor.app.unit_of_work(actor(kantor, LOGINS["ketua"])) as work:
        notices.tell(work, kantor.case(work), ("case_officer",), key="uji", subject="Uji",
                     body=f"Perkara {kantor.case(work).number}.")  # fmt: skip


@then("tidak ada surel tentang perkara itu kepada penangan")
def no_mail(kantor: Bureau) -> None:
    kantor.settle()
    address = f"{LOGINS['penangan']}@latihan.invalid"
    assert address not in {one.to for one in kantor.mailbox.messages}


@then("ringkasan hari berikutnya untuk penangan tidak menyebut perkara itu")
def no_digest(kantor: Bureau) -> None:
    kantor.later(days=1)
    number = kantor.read(lambda work: kantor.case(work).number)
    digest.plan(kantor.app)
    kantor.settle()

    def bodies(who: str) -> list[str]:
        key = actor(kantor, LOGINS[who]).officer_id
        return kantor.read(
            lambda work: list(
                work.session.scalars(
                    select(Notice.body).where(
                        Notice.officer_id == key, Notice.key.startswith("digest:")
                    )
                )
            )
        )

    assert any(number in text for text in bodies("koordinator"))
    assert not any(number in text for text in bodies("penangan"))


@given("sekretariat menjadi wakil penangan")
def stands_in(kantor: Bureau) -> None:
    away, deputy = (actor(kantor, LOGINS[who]) for who in ("penangan", "sekretariat"))
    on = kantor.app.today("Asia/Jakarta")
    with kantor.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.add(
            Absence(
                office_id=away.office_id, officer_id=away.officer_id,
                deputy_id=deputy.officer_id, starts=on, until=on + timedelta(days=5),
                recorded_at=kantor.app.now(),
            )
        )  # fmt: skip
    assert "case_officer" in actor(kantor, LOGINS["sekretariat"]).roles


@then("anggota tidak ditawarkan sebagai anggota pleno perkara itu")
def no_member(kantor: Bureau) -> None:
    offered = kantor.read(lambda work: page.members(work, kantor.case(work)))
    assert len(offered) == 4
    assert "Gita Permata" not in {one.name for one in offered}


@then("penangan tidak ditawarkan sebagai pemeriksa perkara itu")
def no_examiner(kantor: Bureau) -> None:
    key = actor(kantor, LOGINS["penangan"]).officer_id
    offered = kantor.read(lambda work: planning.defaults(work, kantor.case(work)).officers)
    assert key not in offered


@when("pleno yang dihadirinya mencatat registrasi")
def decided(kantor: Bureau, upaya: Attempt) -> None:
    handler = replace(actor(kantor, LOGINS["koordinator"]), roles=frozenset({"case_officer"}))
    wanted = kantor.read(
        lambda work: tuple(work.law.edition(kantor.case(work).edition).requirements)
    )
    for service, more in (
        (kajian_awal.assess, ({name: Verdict(True, "Diperiksa pada berkas.") for name in wanted},)),
        (kajian_awal.propose_registration, ()),
    ):
        with kantor.app.unit_of_work(handler) as work:
            service(work, kantor.case_id, kantor.case(work).version, *more)
    with kantor.app.reading(handler) as work:
        one = work.session.scalars(select(Officer).where(Officer.name == "Gita Permata")).one()
        seat = Seat(one.id, one.name, present=True, position="setuju")
    upaya.make(
        lambda: kantor.act("chair", pleno.register, replace(kantor.meeting(), seats=(seat,)))
    )


@then("halaman pengecualian menyebut bahwa tidak ada ketua")
def nobody_signs(kantor: Bureau) -> None:
    lacking = kantor.read(lambda work: exclusions.unfilled(work, kantor.case(work)))
    assert lacking == ("chair",)


@when(parsers.re(r'(?P<who>.+) mencabut pengecualian penangan dengan alasan "(?P<reason>.*)"'))
def lifted(kantor: Bureau, upaya: Attempt, who: str, reason: str) -> None:
    (row,) = rows(kantor)

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[who])) as work:
            exclusions.lift(work, kantor.case_id, row.id, reason)

    upaya.make(act)
