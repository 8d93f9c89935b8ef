"""tindak_lanjut.feature"""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Evidence, ReferralItem
from casework.services.acts.recommendation import dispatches, followup, referral
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.cases.evidence import Upload
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.features.conftest import Attempt, to_kpu

scenarios("tindak_lanjut.feature")


@given(parsers.parse('rekomendasi administrasi diterima KPU pada "{moment}"'))
def received(kantor: Bureau, moment: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.at((at - timedelta(days=4)).isoformat())
    kantor.receive()
    to_kpu(kantor)
    kantor.at((at - timedelta(hours=2)).isoformat())
    kantor.issue()
    kantor.at(moment)
    (letter,) = kantor.documents("penerusan_administrasi")
    sending = Sending("langsung", at - timedelta(hours=1), at, unsigned_reason=IN_INK)
    kantor.act("secretariat", dispatches.record, letter.id, sending)
    kantor.act("secretariat", referral.forward)


@when(parsers.re(r'jawaban KPU bertanggal "(?P<moment>[^"]+)" dicatat(?P<end>.*)'))
def answered(kantor: Bureau, upaya: Attempt, moment: str, end: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    items = kantor.read(lambda work: list(work.session.scalars(select(ReferralItem.id))))
    reply = None
    if end:
        file = kantor.app.store.put(BytesIO(b"Surat KPU"), sealed=False, limit=1000)
        reply = Upload(file, "jawaban.pdf", "Surat jawaban KPU")
    upaya.make(
        lambda: kantor.act(
            "secretariat", followup.record, items, "followed_up", "", answered_at=at, reply=reply
        )
    )


@then("surat jawaban tersimpan sebagai bukti pada tindak lanjutnya")
def kept(kantor: Bureau) -> None:
    items, proofs = kantor.read(
        lambda work: (
            list(work.session.scalars(select(ReferralItem))),
            list(work.session.scalars(select(Evidence).where(Evidence.note == "jawaban instansi"))),
        )
    )
    assert [one.id for one in proofs] == [one.reply_evidence_id for one in items]
