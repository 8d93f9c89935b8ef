"""A letter on its way: how it left, when it arrived, and what its receipt begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from casework.errors import BadInput, NotFound, wording
from casework.models import Case, Dispatch, Document, Evidence
from casework.models.document import FINAL, DispatchChannel, DocumentState
from casework.services.acts import acts, departure
from casework.services.acts.recommendation import followup
from casework.services.acts.registration import completion
from casework.services.acts.registry import act
from casework.services.cases.record import remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers, signing
from casework.services.law import destinations


@dataclass(frozen=True)
class Sending:
    """How a letter left the office and, when known, when it arrived (proof of service).

    `unsigned_reason` is needed of a letter whose signature is not on record when it leaves.
    """

    channel: str
    sent_at: datetime
    received_at: datetime | None = None
    receiver_note: str = ""
    proof_evidence_id: int | None = None
    unsigned_reason: str = ""


# Letters whose receipt starts a clock, by the fact that records the hour.
STARTERS = {
    "surat_kelengkapan_diterima": "pemberitahuan_kelengkapan",
    "rekomendasi_kpu_diterima": "penerusan_administrasi",
}
# Of these each letter has a limit of its own, for each has an addressee of its own.
OWN_LIMIT = frozenset({"penerusan_administrasi"})
CHANNELS = tuple(DispatchChannel)


@act("catat_penyampaian_surat")
def record(work: Work, case_id: int, version: int, document_id: int, sending: Sending) -> Dispatch:
    """Record that a letter was sent and received (`catat_penyampaian_surat`).

    The hour the reporter received a letter to complete starts the completion limit. Raises
    BadInput when the letter is not issued or the times cannot be.
    """
    found = work.session.get(Document, document_id)
    given = {
        fact: found is not None
        and found.kind == kind
        and sending.received_at is not None
        and not _received_before(work, found)
        for fact, kind in STARTERS.items()
    }
    step = acts.begin(work, case_id, "catat_penyampaian_surat", version, given=given)
    given["surat_kelengkapan_diterima"] &= completion.awaited(work, step.case)
    document = papers.locked(work, step.case, document_id)
    _check_sending(work, document, sending)
    unsigned = _unsigned(work, step.case, document, sending)
    destinations.check_addressee(work, step.case, document, sending.sent_at)
    row = Dispatch(
        document_id=document.id,
        channel=sending.channel,
        sent_at=sending.sent_at,
        received_at=sending.received_at,
        receiver_note=sending.receiver_note.strip()[:500],
        proof_evidence_id=sending.proof_evidence_id,
        recorded_by=work.actor.officer_id,
    )
    work.session.add(row)
    document.state = DocumentState.DISPATCHED
    followup.sent(work, document)
    edition = work.law.edition(step.case.edition, step.case.revision)
    left = departure.by_letter(work, step.case, edition, document, sending.sent_at)
    times = {
        name: sending.received_at for name, yes in given.items() if yes and sending.received_at
    }
    acts.finish(
        work,
        step,
        at=times,
        given=given,
        met_at=followup.forwarded(work, step.case),
        fulfilled=followup.fulfilled(work, step.case, document),
        letter=document.id if document.kind in OWN_LIMIT else None,
        subject=f"documents:{document.id}",
        detail={"channel": sending.channel, "sent_at": sending.sent_at.isoformat()}
        | ({"unsigned": True, "reason": unsigned} if unsigned else {}),
        touched=[document, row, *left],
    )
    completion.judge(work, step.case)
    return row


def record_each(
    work: Work, case_id: int, version: int, sendings: Mapping[int, Sending]
) -> list[Dispatch]:
    """Record several letters, by key of the document; each is an act of its own, all or none.

    Raises what `record` does; a refusal names the letter it is about where there are several.
    """
    if not sendings:
        raise BadInput.one("dokumen", "Pilih paling sedikit satu surat yang disampaikan.")
    rows = []
    for document_id, sending in sendings.items():
        try:
            rows.append(record(work, case_id, version, document_id, sending))
        except BadInput as refusal:
            letter = work.session.get(Document, document_id)
            if letter is None or len(sendings) == 1:
                raise
            raise BadInput(
                *(replace(one, text=f"{letter.number}: {one.text}") for one in refusal.problems)
            ) from refusal
        version = work.session.get_one(Case, case_id).version
    return rows


def _check_sending(work: Work, document: Document, sending: Sending) -> None:
    if document.kind not in work.law.outgoing:
        raise BadInput.one(
            "dokumen",
            wording(
                "%(document)s tidak dikirim ke luar kantor, jadi tidak menunggu "
                "penyampaian. Pilih surat yang akan disampaikan.",
                document=document.title,
            ),
        )
    if document.state not in FINAL:
        raise BadInput.one(
            "dokumen",
            "Surat belum terbit sebagai PDF akhir. Terbitkan dahulu dan tunggu sampai selesai "
            "disiapkan.",
        )
    if sending.proof_evidence_id is not None:
        proof = work.session.get(Evidence, sending.proof_evidence_id)
        if proof is None or proof.case_id != document.case_id:
            raise NotFound("Berkas bukti terima itu tidak ada pada perkara ini; unggah kembali.")
    if sending.channel not in CHANNELS:
        raise BadInput.one("saluran", "Pilih cara penyampaian yang tersedia.")
    if sending.sent_at > work.now or (sending.received_at or work.now) > work.now:
        raise BadInput.one("waktu", "Waktu kirim dan waktu terima tidak boleh di masa depan.")
    if sending.received_at is not None and _received_before(work, document):
        raise BadInput.one(
            "diterima",
            wording(
                "Penerimaan belum dicatat: penerimaan %(number)s sudah tercatat, dan jam terima "
                "yang pertama menentukan batas waktu. Bila jam itu keliru, betulkan jamnya pada "
                "bagian Dokumen perkara ini dengan alasannya. Bila surat hanya dikirim lagi, "
                "kosongkan jam terima.",
                number=document.number or document.title,
            ),
        )
    if sending.received_at is not None and sending.received_at < sending.sent_at:
        raise BadInput.one("diterima", "Waktu terima tidak boleh sebelum waktu kirim.")
    if document.dated is not None and sending.sent_at < document.dated.replace(
        second=0, microsecond=0
    ):
        raise BadInput.one("dikirim", "Waktu kirim tidak boleh sebelum surat diterbitkan.")


def _unsigned(work: Work, case: Case, document: Document, sending: Sending) -> str:
    """Why a letter leaves without a signature on record, as the record will say; else nothing.

    Only asked when it leaves for the first time. Raises BadInput where no reason is given.
    """
    if document.state != DocumentState.ISSUED or signing.of_document(work, document.id):
        return ""
    check = TextChecker()
    reason = check.text(
        "alasan_belum_ttd", "Alasan belum bertanda tangan", sending.unsigned_reason, limit=500
    )
    remark.unnamed(work, case, check, "alasan_belum_ttd", reason)
    if not reason:
        basis = papers.form_of(work, document).basis.citation
        check.refuse(
            "alasan_belum_ttd",
            f"Penyampaian belum dicatat: tanda tangan pada {document.title} {document.number} "
            f"belum tercatat ({basis}). Minta pejabatnya menandatangani atau simpan pindaiannya "
            "dahulu. Bila surat sudah ditandatangani di atas kertas atau harus berangkat sekarang, "
            "tulis alasannya.",
        )
    check.done()
    return reason


def _received_before(work: Work, document: Document) -> bool:
    """A clock starts at the first receipt; a wrong hour is corrected, not recorded twice."""
    return (
        work.session.scalar(
            select(Dispatch.id).where(
                Dispatch.document_id == document.id, Dispatch.received_at.is_not(None)
            )
        )
        is not None
    )
