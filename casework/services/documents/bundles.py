"""Many papers in one go: what a print file is made of, how far it is, stopping and going on.

The papers themselves are drawn by the effects they have anyway; a bundle waits for them. What was
numbered is drawn in the end: stopping only puts the drawing off until somebody goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.errors import BadInput, NotFound, NotPermitted, wording
from casework.models import Bundle, BundleItem, Case, Document, Outbox
from casework.models.bundle import BundleState
from casework.models.document import DocumentState
from casework.models.outbox import OutboxState
from casework.services.cases import access, known
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.work import Work
from casework.services.documents import files, papers

MAKERS = frozenset({"chair", "secretariat", "head_of_secretariat", "case_officer"})
MOST = 200
NUMBERED = ("numbered", "issued", "dispatched")


@dataclass(frozen=True)
class Standing:
    """How far a bundle is: papers drawn of all; `stuck` when something was given up."""

    bundle: Bundle
    documents: tuple[Document, ...]
    stuck: bool

    @property
    def drawn(self) -> int:
        """How many of its papers have their final file."""
        return sum(one.issued_blob_id is not None for one in self.documents)


def request(work: Work, case_id: int, document_ids: Sequence[int]) -> Bundle:
    """Ask for one print file of numbered papers of a case, in the order given.

    Raises NotFound, NotPermitted or BadInput.
    """
    case = access.changeable(work, case_id)
    _check_maker(work)
    wanted = list(dict.fromkeys(document_ids))
    if not wanted:
        raise BadInput.one("dokumen", "Pilih paling sedikit satu dokumen.")
    if len(wanted) > MOST:
        raise BadInput.one(
            "dokumen", wording("Paling banyak %(most)s dokumen sekali jalan.", most=MOST)
        )
    rows = {one.id: one for one in papers.of_case(work, case)}
    for key in wanted:
        if key not in rows or rows[key].state not in NUMBERED:
            raise BadInput.one("dokumen", "Yang dicetak bersama hanya dokumen yang bernomor.")
        if not files.may_open(work, case, rows[key]):
            raise NotPermitted(
                wording("%(title)s memuat identitas yang dirahasiakan.", title=rows[key].title)
            )
    bundle = Bundle(
        case_id=case.id,
        state=BundleState.GATHERING,
        turn=1,
        requested_by=work.actor.officer_id,
        requested_at=work.now,
    )
    work.session.add(bundle)
    work.session.flush()
    work.session.add_all(
        BundleItem(bundle_id=bundle.id, document_id=key, ordinal=index)
        for index, key in enumerate(wanted, start=1)
    )
    work.session.flush()
    _advance(work, bundle)
    return bundle


def drawn(work: Work, document: Document) -> None:
    """A paper has its final file: bundles that waited for it may be complete now."""
    waiting = work.session.scalars(
        select(Bundle)
        .join(BundleItem, BundleItem.bundle_id == Bundle.id)
        .where(BundleItem.document_id == document.id, Bundle.state == BundleState.GATHERING)
    )
    for bundle in waiting:
        _advance(work, bundle)


def cancel(work: Work, case_id: int, bundle_id: int) -> Bundle:
    """Stop: what is not drawn yet waits until somebody goes on. Raises BadInput when done."""
    bundle = _changeable(work, case_id, bundle_id)
    if bundle.state not in (BundleState.GATHERING, BundleState.JOINING):
        raise BadInput.one("", "Berkas cetak ini sudah selesai atau sudah dihentikan.")
    elsewhere = set(
        work.session.scalars(
            select(BundleItem.document_id)
            .join(Bundle, Bundle.id == BundleItem.bundle_id)
            .where(Bundle.state == BundleState.GATHERING, Bundle.id != bundle.id)
        )
    )
    stopped = [
        one.id
        for one in of_bundle(work, bundle)
        if one.issued_blob_id is None and one.id not in elsewhere
    ]
    for key in stopped:
        outbox.cancel(work, papers.drawing_key(case_id, key))
    outbox.cancel(work, _key(bundle))
    bundle.state = BundleState.CANCELLED
    _record(work, bundle, "berkas_cetak_dihentikan", {"waiting": len(stopped)})
    return bundle


def resume(work: Work, case_id: int, bundle_id: int) -> Bundle:
    """Go on where it was stopped: only what is not drawn yet is drawn."""
    bundle = _changeable(work, case_id, bundle_id)
    if bundle.state != BundleState.CANCELLED:
        raise BadInput.one("", "Berkas cetak ini tidak sedang dihentikan.")
    bundle.state, bundle.turn = BundleState.GATHERING, bundle.turn + 1
    case = work.session.get_one(Case, case_id)
    for one in of_bundle(work, bundle):
        if one.state == DocumentState.NUMBERED:
            papers.queue_drawing(work, case, one)
    _record(work, bundle, "berkas_cetak_dilanjutkan", {"turn": bundle.turn})
    _advance(work, bundle)
    return bundle


def standing(work: Work, case_id: int, bundle_id: int) -> Standing:
    """Read how far a bundle is; raises NotFound."""
    case = access.remembered(work, case_id)
    bundle = work.session.get(Bundle, bundle_id)
    if bundle is None or bundle.case_id != case_id:
        raise NotFound("Berkas cetak itu tidak ada pada perkara ini.")
    known.check(work, case, bundle, "Berkas cetak itu tidak ada pada perkara ini.")
    documents = of_bundle(work, bundle)
    keys = [_key(bundle), *(papers.drawing_key(case_id, one.id) for one in documents)]
    given_up = (
        select(Outbox.id).where(Outbox.key.in_(keys), Outbox.state == OutboxState.DEAD).limit(1)
    )
    return Standing(bundle, documents, work.session.scalar(given_up) is not None)


def of_bundle(work: Work, bundle: Bundle) -> tuple[Document, ...]:
    """The papers of a bundle in their order."""
    return tuple(
        work.session.scalars(
            select(Document)
            .join(BundleItem, BundleItem.document_id == Document.id)
            .where(BundleItem.bundle_id == bundle.id)
            .order_by(BundleItem.ordinal)
        )
    )


def of_case(work: Work, case: Case) -> list[Bundle]:
    """The bundles of a case, the newest first."""
    return list(
        work.session.scalars(
            select(Bundle).where(Bundle.case_id == case.id).order_by(Bundle.id.desc())
        )
    )


def _advance(work: Work, bundle: Bundle) -> None:
    documents = of_bundle(work, bundle)
    if any(one.issued_blob_id is None for one in documents):
        return
    bundle.state = BundleState.JOINING
    outbox.put(
        work,
        key=_key(bundle),
        kind="bundle",
        flow=papers.form_of(work, documents[0]).flow,
        case_id=bundle.case_id,
        payload={"bundle_id": bundle.id},
    )


def _key(bundle: Bundle) -> str:
    return f"{bundle.case_id}:bundle-{bundle.id}:join:{bundle.turn}"


def _changeable(work: Work, case_id: int, bundle_id: int) -> Bundle:
    access.changeable(work, case_id)
    _check_maker(work)
    bundle = work.session.get(Bundle, bundle_id, with_for_update=True, populate_existing=True)
    if bundle is None or bundle.case_id != case_id:
        raise NotFound("Berkas cetak itu tidak ada pada perkara ini.")
    return bundle


def _check_maker(work: Work) -> None:
    if not work.actor.roles & MAKERS:
        raise NotPermitted("Berkas cetak dibuat oleh ketua, sekretariat, atau penangan.")


def _record(work: Work, bundle: Bundle, action: str, detail: dict[str, int]) -> None:
    case = work.session.get_one(Case, bundle.case_id)
    audit.record(work, action, case=case, subject=f"bundles:{bundle.id}", detail=detail)
