"""tindak_lanjut.feature"""

from __future__ import annotations

from pytest_bdd import scenarios, then
from sqlalchemy import select

from casework.models import Evidence, ReferralItem
from tests.bureau import Bureau

scenarios("tindak_lanjut.feature")


@then("surat jawaban tersimpan sebagai bukti pada tindak lanjutnya")
def kept(kantor: Bureau) -> None:
    items, proofs = kantor.read(
        lambda work: (
            list(work.session.scalars(select(ReferralItem))),
            list(work.session.scalars(select(Evidence).where(Evidence.note == "jawaban instansi"))),
        )
    )
    assert [one.id for one in proofs] == [one.reply_evidence_id for one in items]
