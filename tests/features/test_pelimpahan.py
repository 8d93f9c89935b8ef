"""pelimpahan.feature"""

from __future__ import annotations

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.basis import Mark
from casework.errors import ActRefused, BadInput, CaseworkError, NotFound, NotPermitted
from casework.models import Case, Office, Transfer
from casework.services.cases import access
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.documents import report_register
from casework.services.documents.registers import Wanted
from casework.services.upkeep import effects
from tests.antarkantor import (
    assess,
    dispatch,
    office_id,
    opens,
    plain,
    receive,
    sees,
    send,
    take,
    told,
)
from tests.bureau import Bureau
from tests.features.conftest import Attempt, Between, everything_holds

scenarios("pelimpahan.feature")


@given(parsers.parse('laporan diterima di Bawaslu Provinsi pada "{moment}"'))
def received(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive()


@when(parsers.parse('Bawaslu Provinsi melimpahkan perkara itu ke kantor "{code}" pada "{moment}"'))
def sends(kantor: Bureau, code: str, moment: str) -> None:
    kantor.at(moment)
    send(kantor, code)


@when("surat pelimpahan bernomor, lalu perkara dihentikan")
def ended(kantor: Bureau) -> None:
    kantor.issue("pelimpahan")
    plain(kantor, "hentikan_penanganan", "penanganan_dihentikan", "Tidak cukup bukti.")


@when(parsers.parse('pengiriman surat pelimpahan itu baru dicatat pada "{moment}"'))
def sent_late(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.dispatch()


@when(parsers.parse('surat pelimpahan dikirim pada "{moment}"'))
def dispatched(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    dispatch(kantor)


@when(parsers.parse('kantor "{code}" menerima pelimpahan pada "{moment}" dengan bukti "{proof}"'))
def receives(kantor: Bureau, antara: Between, code: str, moment: str, proof: str) -> None:
    kantor.at(moment)
    receive(antara(code), proof)


@when(parsers.parse('perkara itu sudah diterima kantor "{code}" pada "{moment}"'))
def handed(kantor: Bureau, antara: Between, code: str, moment: str) -> None:
    kantor.at("2024-09-20T09:00:00")
    send(kantor, code)
    dispatch(kantor)
    kantor.at(moment)
    receive(antara(code))


@when(parsers.parse('batas waktu lewat pada "{moment}"'))
def passes(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    with kantor.app.reading(Actor.system(NO_OFFICE)) as work:
        over = expiry.overdue(work)
    assert over
    for deadline, office in over:
        expiry.expire(kantor.app, deadline, office)
    effects.drain(kantor.app)


@when(parsers.parse('kantor "{code}" mengembalikannya pada "{moment}" dengan alasan "{reason}"'))
def returns(kantor: Bureau, antara: Between, code: str, moment: str, reason: str) -> None:
    kantor.at(moment)
    plain(antara(code), "kembalikan_pelimpahan", "pelimpahan_dikembalikan", reason)


@when(parsers.parse('kantor "{code}" mengambil alih perkara itu pada "{moment}"'))
def takes(kantor: Bureau, antara: Between, code: str, moment: str) -> None:
    kantor.at(moment)
    take(antara(code), ("coordinator", "supervisor"))
    kantor.settle()


@when(parsers.parse('Bawaslu Provinsi mencoba melimpahkan perkara itu ke kantor "{code}"'))
def tries(kantor: Bureau, upaya: Attempt, code: str) -> None:
    upaya.make(lambda: send(kantor, code))


@then(parsers.parse('kantor "{code}" tidak mengetahui perkara itu'))
def unknown(antara: Between, code: str) -> None:
    office = antara(code)
    roles = ("coordinator", "chair", "case_officer") if code == "07.08" else ()
    assert not any(sees(office, role) for role in roles)


@then(parsers.parse('kantor "{code}" dapat membaca perkara itu'))
def known(antara: Between, code: str) -> None:
    assert all(sees(antara(code), role) for role in ("coordinator", "case_officer", "secretariat"))


@then(parsers.parse('perkara itu masih dipegang kantor "{code}"'))
@then(parsers.parse('perkara itu dipegang kantor "{code}"'))
def held(kantor: Bureau, code: str) -> None:
    found = kantor.read(lambda work: kantor.case(work))
    assert kantor.read(lambda work: kantor.case(work).office.code) == code
    line = "SELECT o.code FROM case_lines l JOIN offices o ON o.id = l.office_id"
    with kantor.app.database.engine.connect() as connection:
        assert connection.exec_driver_sql(line).scalars().all() == [code]
    assert found.owner_id is None


@then(parsers.parse('koordinator kantor "{code}" diberi tahu "{words}"'))
def hears(antara: Between, code: str, words: str) -> None:
    assert told(antara(code), words)


@then(parsers.parse('koordinator kantor "{code}" tidak diberi tahu "{words}"'))
def hears_nothing(antara: Between, code: str, words: str) -> None:
    assert told(antara(code), words) == []


@then("kantor lain tidak mengetahui perkara itu")
def nobody_else(kantor: Bureau) -> None:
    with kantor.app.reading(Actor.system(NO_OFFICE)) as work:
        others = work.session.scalars(
            select(Office).where(Office.code.not_in(("07.00", "07.08")))
        ).all()
    for office in others:
        actor = Actor(None, "Siapa pun", office.id, access.CONTENT_ROLES - {"sistem"})
        with kantor.app.reading(actor) as work:
            assert list(work.session.scalars(select(Case.id).where(access.legible(work)))) == []


@then(parsers.parse('batas "{rule}" tetap berakhir pada "{due}"'))
def stays(kantor: Bureau, rule: str, due: str) -> None:
    limit = kantor.limit(rule)
    assert (limit.due, limit.state) == (due, "open")


@then(parsers.parse('pertanyaan tentang batas itu ada pada kantor "{one}", bukan kantor "{other}"'))
def asked(antara: Between, one: str, other: str) -> None:
    assert antara(one).read(expiry.mine)[0]
    assert antara(other).read(expiry.mine) == ([], 0)


@then(parsers.parse('kantor "{code}" dapat menilai syarat laporan itu'))
def acts(antara: Between, code: str) -> None:
    assess(antara(code))
    assert antara(code).sound() == ()


@then(
    parsers.parse('kantor "{code}" ditolak menilai syarat laporan itu dengan penjelasan "{words}"')
)
def may_not(antara: Between, code: str, words: str) -> None:
    with pytest.raises(NotPermitted, match=words):
        assess(antara(code))


@then(parsers.parse('kantor "{code}" ditolak menerima pelimpahan itu sendiri'))
def not_oneself(antara: Between, code: str) -> None:
    with pytest.raises(NotPermitted, match="kantor yang dituju"):
        receive(antara(code))


@then(
    parsers.parse('Bawaslu Provinsi ditolak menghentikan perkara itu dengan penjelasan "{words}"')
)
def not_ended(kantor: Bureau, words: str) -> None:
    with pytest.raises(ActRefused, match=words):
        plain(kantor, "hentikan_penanganan", "penanganan_dihentikan", "Tidak cukup bukti.")


@then(parsers.parse('isian pelimpahan ditolak dengan "{words}"'))
def refused(upaya: Attempt, words: str) -> None:
    assert isinstance(upaya.refusal, BadInput)
    assert words in str(upaya.refusal)


@then(parsers.parse('pelimpahan itu tercatat dengan tanda "{mark}"'))
def marked(kantor: Bureau, mark: str) -> None:
    row = kantor.read(lambda work: work.session.scalars(select(Transfer)).one())
    assert Mark(row.mark).label == mark
    assert row.citation


@then("nomor perkara itu tidak berubah dan tidak ada nomor ganda")
def same_number(kantor: Bureau) -> None:
    assert kantor.read(lambda work: kantor.case(work).number) == "06/LP/PG/Prov/07.00/IX/2024"
    everything_holds(kantor)


@then(parsers.parse('register kantor "{code}" memuatnya sebagai "{note}"'))
def in_book(antara: Between, code: str, note: str) -> None:
    found = antara(code).read(lambda work: list(report_register.reports(work, Wanted(2024))))
    assert [(one.receipt_number, one.note) for one in found] == [
        ("06/LP/PG/Prov/07.00/IX/2024", note)
    ]


@then(parsers.parse('koordinator kantor "{code}" dapat membuka identitas pelapor'))
def may_open(antara: Between, code: str) -> None:
    assert opens(antara(code), "coordinator")


@then(parsers.parse('koordinator kantor "{code}" tidak dapat membuka identitas pelapor'))
def may_not_open(antara: Between, code: str) -> None:
    assert not opens(antara(code), "coordinator")
    assert not opens(antara(code), "chair")


@then("petugas penerima laporan itu masih dapat membukanya")
def taker_opens(kantor: Bureau) -> None:
    assert opens(kantor, "intake_officer")


@then(parsers.parse('surat "{kind}" disusun kantor "{code}" untuk kantor "{other}"'))
def letter(antara: Between, kind: str, code: str, other: str) -> None:
    [document] = antara(code).documents(kind)
    assert document.state == "draft"
    look = antara(code)
    assert document.context["office_id"] == look.read(lambda work: office_id(work, other))


@then(
    parsers.parse(
        'koordinator kantor "{code}" yang bukan supervisor ditolak mengambil alih perkara itu'
    )
)
def takes_not(antara: Between, code: str) -> None:
    with pytest.raises(CaseworkError) as refusal:
        take(antara(code), ("coordinator",))
    assert isinstance(refusal.value, NotPermitted | NotFound)
