"""What an officer does when the page says what is missing: each cure done by the services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from casework.engine.act import Act
from casework.engine.missing import Missing
from casework.models import Referral, ReferralItem
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.recommendation import followup
from tests.bureau import Bureau
from tests.features.acts import ACTS

Cure = Callable[[Bureau], object]


def perform(office: Bureau, act: Act, role: str) -> bool:
    """Do the act as plainly as it can be done; whether there is a way to do it in these tests."""
    if act.id in ACTS:
        ACTS[act.id](office, role)
        return True
    edition = office.read(lambda work: work.law.edition(office.case(work).edition))
    if not plain_acts.is_plain(edition, act):
        return False
    at = dict.fromkeys(act.records, office.app.now())
    office.act(
        role,
        lambda work, case, version: plain_acts.perform(work, case, act.id, version, at, "Perlu."),
    )
    return True


def letters(office: Bureau) -> None:
    """Everything drafted is issued, sent and received."""
    office.issue()
    office.dispatch(office.app.now())


def _heard(office: Bureau) -> None:
    office.invite()
    office.hear()


def _status(office: Bureau) -> None:
    ACTS["beritahukan_status"](office, "secretariat")
    letters(office)


def _forwarded(office: Bureau) -> None:
    ACTS["susun_penerusan"](office, "case_officer")
    letters(office)


def _answered(office: Bureau) -> None:
    items = office.read(
        lambda work: list(
            work.session.scalars(
                select(ReferralItem.id)
                .join(Referral)
                .where(Referral.case_id == office.case_id, ReferralItem.state != "void")
            )
        )
    )
    office.act("case_officer", followup.record, items, "unanswered")


# A need without an entry is decided by the case itself: no officer's act brings it about.
NEEDS: dict[str, Cure] = {
    "syarat_dinilai_semua": lambda office: office.assess(),
    "syarat_terpenuhi": lambda office: office.assess(),
    "syarat_ada_yang_kurang": lambda office: office.assess({"bukti": "Tidak ada bukti."}),
    "klarifikasi_tuntas": _heard,
    "kajian_lengkap": lambda office: ACTS["simpan_kajian"](office, "case_officer"),
    "surat_penerusan_terkirim": _forwarded,
    "pemberitahuan_status_terkirim": _status,
    "tindak_lanjut_tuntas": _answered,
}


def cure(office: Bureau, missing: Missing, acts: dict[str, Act]) -> bool:
    """Bring about the fact that is missing; whether an officer can."""
    wanted = missing.wanted
    if wanted is None or wanted.value is not True:
        return False
    if missing.since is not None:
        office.clock.set(max(office.app.now(), missing.since + timedelta(seconds=1)))
        office.settle()
        return True
    if wanted.fact in NEEDS:
        NEEDS[wanted.fact](office)
        return True
    recorders = [act for act in acts.values() if wanted.fact in act.records]
    return bool(recorders) and perform(office, recorders[0], recorders[0].roles[0])
