"""The life of a paper: planned, drafted by a flow, numbered and issued, dispatched with proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from casework.errors import ActRefused, BadInput, Lack, NotFound
from casework.models import Base, Case, Dispatch, Document, Evidence
from casework.models.base import table
from casework.services import (
    acts,
    completion,
    departure,
    followup_state,
    numbers,
    outbox,
    verify_code,
    ways,
)
from casework.services.acts import Step
from casework.services.paper_kinds import AT_THE_END, OPEN_PAPERS
from casework.services.paper_kinds import LETTERS as LETTERS
from casework.services.paper_kinds import flow_of as flow_of
from casework.services.work import Work
from casework.services.writing import write


def plan(
    work: Work,
    case: Case,
    kind: str,
    *,
    flow: str,
    about: str = "",
    context: Mapping[str, Any] | None = None,
    number: str = "",
) -> Document:
    """Ask for a paper: letters as drafts, all other papers as final ones.

    The row and its outbox row are written here; a flow draws the PDF afterwards.
    """
    form = work.law.edition(case.edition, case.revision).forms[kind]
    letter = kind in LETTERS
    document = Document(
        case_id=case.id,
        kind=kind,
        about=about,
        round=_next_round(work, case, kind, about),
        title=form.title,
        code=form.code,
        state="planned" if letter else "numbered",
        context=dict(context or {}),
        confidential=kind not in OPEN_PAPERS and not kind.startswith("penerusan_"),
        edition=case.edition,
        revision=case.revision,
        number=number,
        dated=None if letter else work.now,
        issued_by=None if letter else work.actor.officer_id,
        verify_code=verify_code.new(),
        created_at=work.now,
    )
    write(work, document)
    effect = "render_draft" if letter else "render_issued"
    _queue(work, case, document, effect, flow)
    return document


def issue(
    work: Work,
    case_id: int,
    version: int,
    document_ids: Sequence[int],
    between: numbers.Insertion | None = None,
) -> list[Document]:
    """Give each drafted letter its number and date; the chair's act (`terbitkan_surat`).

    `between` gives one letter a number between two others. The flow that follows draws the final
    PDF, once. Raises BadInput when a paper is no draft.
    """
    step = acts.begin(work, case_id, "terbitkan_surat", version)
    documents = [_of_case(work, step.case, key) for key in dict.fromkeys(document_ids)]
    if not documents:
        raise BadInput.one("dokumen", "Pilih paling sedikit satu surat untuk diterbitkan.")
    for document in documents:
        if document.state not in ("planned", "draft") or document.kind not in LETTERS:
            raise BadInput.one("dokumen", f"{document.title} sudah bernomor atau bukan surat.")
    if between and len(documents) > 1:
        raise BadInput.one("sisipan", "Nomor sisipan diberikan kepada satu surat saja.")
    _check_still_due(work, step, documents)
    taken = []
    for document in documents:
        number = numbers.take_letter(work, step.case, between)
        document.number, document.dated = number.text, work.now
        document.issued_by, document.state = work.actor.officer_id, "numbered"
        taken.append(number)
        queue_drawing(work, step.case, document)
    acts.finish(
        work,
        step,
        subject=",".join(f"documents:{d.id}" for d in documents)[:120],
        detail={"numbers": [number.text for number in taken]},
        touched=[*documents, *taken],
    )
    return documents


@dataclass(frozen=True)
class Sending:
    """How a letter left the office and, when known, when it arrived (proof of service)."""

    channel: str
    sent_at: datetime
    received_at: datetime | None = None
    receiver_note: str = ""
    proof_evidence_id: int | None = None


# Letters whose receipt starts a clock, by the fact that records the hour.
STARTERS = {
    "surat_kelengkapan_diterima": "pemberitahuan_kelengkapan",
    "rekomendasi_kpu_diterima": "penerusan_administrasi",
}
# Of these each letter has a limit of its own, for each has an addressee of its own.
OWN_LIMIT = frozenset({"penerusan_administrasi"})
CHANNELS = ("langsung", "pos", "surel", "kurir", "aplikasi")


def dispatch(
    work: Work, case_id: int, version: int, document_id: int, sending: Sending
) -> Dispatch:
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
    document = _of_case(work, step.case, document_id)
    _check_sending(work, document, sending)
    ways.check_addressee(work, step.case, document, sending.sent_at)
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
    document.state = "dispatched"
    followup_state.sent(work, document)
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
        met_at=followup_state.forwarded(work, step.case),
        fulfilled=followup_state.fulfilled(work, step.case, document),
        letter=document.id if document.kind in OWN_LIMIT else None,
        subject=f"documents:{document.id}",
        detail={"channel": sending.channel, "sent_at": sending.sent_at.isoformat()},
        touched=[document, row, *left],
    )
    completion.judge(work, step.case)
    return row


def void(work: Work, case: Case, document: Document, reason: str) -> list[Base]:
    """Take a letter that has not left out of use; gives the rows for the record of the act.

    Its number, if it has one, is explained and never used again. What was drawn stays readable.
    """
    document.state = "void"
    number = [numbers.void_letter(work, case, document, reason)] if document.number else []
    return [document, *number]


def queue_drawing(work: Work, case: Case, document: Document) -> None:
    """Ask for the final PDF of a numbered paper; asking twice is asking once."""
    _queue(work, case, document, "render_issued", flow_of(document.kind))


def drawing_key(case_id: int, document_id: int) -> str:
    """By what the drawing of a final PDF is known in the outbox."""
    return f"{case_id}:document-{document_id}:render_issued"


def of_case(work: Work, case: Case) -> list[Document]:
    """Every paper of a case in the order it was asked for."""
    return list(
        work.session.scalars(
            select(Document).where(Document.case_id == case.id).order_by(Document.id)
        )
    )


def _check_still_due(work: Work, step: Step, documents: Sequence[Document]) -> None:
    """No invitation or request leaves for a case that is over, for instance withdrawn."""
    stage = work.law.edition(step.case.edition, step.case.revision).stages[step.case.stage]
    stale = [one.title for one in documents if one.kind not in AT_THE_END]
    if stage.final and stale:
        cure = "Biarkan konsep itu; hanya pemberitahuan status yang masih dapat diterbitkan."
        raise ActRefused(
            step.act.title,
            tuple(
                Lack(f"{title} tidak diperlukan lagi: perkara {stage.title}",
                     stage.basis.citation, cure)
                for title in dict.fromkeys(stale)
            ),
        )  # fmt: skip


def _check_sending(work: Work, document: Document, sending: Sending) -> None:
    if document.state not in ("issued", "dispatched"):
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
    if sending.received_at is not None and sending.received_at < sending.sent_at:
        raise BadInput.one("diterima", "Waktu terima tidak boleh sebelum waktu kirim.")
    if document.dated is not None and sending.sent_at < document.dated.replace(
        second=0, microsecond=0
    ):
        raise BadInput.one("dikirim", "Waktu kirim tidak boleh sebelum surat diterbitkan.")


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


def _of_case(work: Work, case: Case, document_id: int) -> Document:
    # Locked and read anew: a flow may have drawn the paper a moment ago.
    document = work.session.scalar(
        select(Document)
        .where(Document.id == document_id, Document.case_id == case.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if document is None:
        raise NotFound("Dokumen itu tidak ada pada perkara ini.")
    return document


def _next_round(work: Work, case: Case, kind: str, about: str) -> int:
    last = work.connection.scalar(_LAST_ROUND, {"case": case.id, "kind": kind, "about": about})
    return (last or 0) + 1


_paper = table(Document).c
_LAST_ROUND = select(func.max(_paper.round)).where(
    _paper.case_id == bindparam("case"),
    _paper.kind == bindparam("kind"),
    _paper.about == bindparam("about"),
)


def _queue(work: Work, case: Case, document: Document, effect: str, flow: str) -> None:
    outbox.put(
        work,
        key=f"{case.id}:document-{document.id}:{effect}",
        kind=effect,
        flow=flow,
        case_id=case.id,
        payload={"document_id": document.id},
    )
