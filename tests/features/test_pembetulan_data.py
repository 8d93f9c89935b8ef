"""pembetulan_data.feature"""

from __future__ import annotations

import json
from datetime import datetime

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Correction, Dispatch, Notice
from casework.services.acts.corrections import clerical, clerical_dispatch, clerical_letters
from casework.services.acts.corrections.clerical import ACTION
from casework.services.core.work import Work
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("pembetulan_data.feature")
FIELDS = {"judul": "title", "tempat": "event_place"}


@when(
    parsers.re(
        r"(?P<role>penangan|koordinator|auditor) membetulkan (?P<field>judul|tempat) menjadi "
        r'"(?P<value>[^"]*)" karena "(?P<why>[^"]*)"'
    )
)
def corrected(
    kantor: Bureau, upaya: Attempt, role: str, field: str, value: str, why: str
) -> None:  # fmt: skip
    name = FIELDS[field]
    upaya.notes["lama"] = kantor.read(lambda work: getattr(kantor.case(work), name))

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            case = kantor.case(work)
            clerical.correct_case(work, case.id, case.version, {name: value}, None, why)

    upaya.make(act)


@when(
    parsers.re(
        r'sekretariat membetulkan waktu terima surat itu menjadi "(?P<at>[^"]+)" '
        r'karena "(?P<why>[^"]*)"'
    )
)
def received_later(kantor: Bureau, upaya: Attempt, at: str, why: str) -> None:
    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor("secretariat")) as work:
            case = kantor.case(work)
            row = work.session.scalars(select(Dispatch)).one()
            clerical_dispatch.correct_dispatch(
                work, case.id, case.version, row.id, row.sent_at,
                datetime.fromisoformat(f"{at}+07:00"), why,
            )  # fmt: skip

    upaya.make(act)


@when(
    parsers.re(
        r"(?P<role>penangan|koordinator) membetulkan telepon pelapor menjadi "
        r'"(?P<value>[^"]*)" karena "(?P<why>[^"]*)"'
    )
)
def person(kantor: Bureau, upaya: Attempt, role: str, value: str, why: str) -> None:
    (party,) = kantor.parties("reporter")

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            case = kantor.case(work)
            clerical.correct_person(
                work, case.id, case.version, party.id, {"phone": value}, why
            )  # fmt: skip

    upaya.make(act)


@then(parsers.parse('judul perkara adalah "{title}"'))
def title_is(kantor: Bureau, title: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).title) == title


@then("nilai lama tersimpan tersegel dan tidak ada dalam jejak")
def old_value(kantor: Bureau, upaya: Attempt) -> None:
    old = str(upaya.notes["lama"])

    def opened(work: Work) -> list[str]:
        rows = work.session.scalars(select(Correction)).all()
        assert all(old.encode() not in row.before for row in rows)
        return [json.loads(work.vault.open(r.before, f"correction:{r.handle}")) for r in rows]

    assert kantor.read(opened) == [old]
    (event,) = kantor.events(ACTION)
    assert old not in json.dumps(event.detail, ensure_ascii=False)


@then("ada surat yang ditandai mengutip nilai lama")
def marked(kantor: Bureau) -> None:
    assert kantor.read(lambda work: clerical_letters.stale(work, kantor.case(work)))


@then("petugas diberi tahu bahwa surat mengutip nilai lama")
def told(kantor: Bureau) -> None:
    bodies = kantor.read(lambda work: work.session.scalars(select(Notice.body)).all())
    assert any("mengutip nilai lama" in text for text in bodies)


@then(parsers.parse('batas "{rule}" mulai pada "{at}"'))
def starts(kantor: Bureau, rule: str, at: str) -> None:
    assert kantor.limit(rule).started_at == f"{at}+07:00"


@then(parsers.parse("pembetulan identitas itu {result}"))
def identity_result(kantor: Bureau, upaya: Attempt, result: str) -> None:
    story = result.removeprefix("ditolak: ")
    if story == result:
        assert upaya.refusal is None, upaya.refusal
        assert kantor.sound() == ()
    else:
        assert story in str(upaya.refusal)
        assert kantor.events(ACTION) == []
