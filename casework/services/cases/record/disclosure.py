"""Opens a protected identity for a page: with a reason, which stays in the record."""

from __future__ import annotations

from casework.errors import NotFound, NotPermitted
from casework.models import Party
from casework.services.cases import access, known
from casework.services.cases.record import audit, identity, remark
from casework.services.cases.record.identity import Person
from casework.services.core.text import TextChecker
from casework.services.core.work import Work


def read(work: Work, party_id: int, reason: str) -> Person:
    """Give a protected identity and leave an event that tells who read it and why.

    Raises NotPermitted, NotFound, or BadInput when the reason is missing or itself tells who it is.
    """
    party = access.told(work, work.session.get(Party, party_id))
    if party is None or party.identity_id is None:
        raise NotFound("Identitas itu tidak ada.")
    case = access.remembered(work, party.case_id)
    known.check(work, case, party, "Identitas itu tidak ada.")
    if not identity.may_read(work, case, party):
        raise NotPermitted(
            "Identitas pelapor dan saksi dirahasiakan. Yang boleh membukanya: koordinator divisi, "
            "ketua, dan petugas yang menerima laporan ini."
        )
    check = TextChecker()
    text = check.text("alasan", "Alasan membuka identitas", reason, limit=500)
    if len(text) < 5:
        check.refuse("alasan", "Tulis alasan membuka identitas (paling sedikit 5 huruf).")
    remark.unnamed(work, case, check, "alasan", text)
    check.done()
    audit.record(
        work,
        "identitas_dibuka",
        case=case,
        subject=f"parties:{party.id}",
        citation="Perbawaslu 1/2022 Pasal 18 ayat (2) (sekunder)",
        detail={"reason": text},
    )
    return identity.unseal(work, party)
