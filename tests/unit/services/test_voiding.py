"""A case comes to its end although each of its letters was void once after it had its number."""

from __future__ import annotations

from collections import Counter

import pytest

from casework.bootstrap import App
from casework.models import Document
from casework.models.document import DocumentState
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup, referral, voiding
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import examine
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.stateful.cures import NEEDS


class Careless(Bureau):
    """An office that finds a mistake in every letter it has numbered."""

    def issue(self, *kinds: str) -> list[Document]:
        """Number the letters, declare each void, and number those drafted in their place."""
        for one in super().issue(*kinds):
            with self.app.unit_of_work(self.actor("chair")) as work:
                voiding.void(work, one.id, "Salah ketik.", self.case(work).version)
            self.settle()
        return super().issue(*kinds)


@pytest.fixture
def careless(app: App, clock: SettableClock) -> Careless:
    office = Careless(app, clock)
    office.at("2024-09-19")
    office.receive(respondents=(Respondent("Kepala Desa", "kepala_desa", region="seluma"),))
    return office


def to_the_decision(office: Careless, *found: str) -> None:
    """Completed, registered, heard and decided; the reporter is told."""
    office.ask_to_complete()
    office.complete()
    office.assess()
    office.register()
    office.invite()
    office.hear()
    office.review(*found)
    office.decide(*found)
    NEEDS["pemberitahuan_status_terkirim"](office)


def check(office: Careless, *kinds: str) -> None:
    """The case has ended; of each kind as many letters left as are void; all promises hold."""
    assert office.stage == "selesai"
    for kind in ("pemberitahuan_kelengkapan", "undangan_klarifikasi", *kinds):
        states = Counter(one.state for one in office.documents(kind))
        assert states[DocumentState.VOID] == states[DocumentState.DISPATCHED] > 0, (kind, states)
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        promises = list(examine(work, office.app.anchors.read()))
    assert {one.id: one.faults for one in promises if not one.holds} == {}


def test_a_forwarded_case_ends(careless: Careless) -> None:
    to_the_decision(careless)
    careless.forward()
    NEEDS["tindak_lanjut_tuntas"](careless)
    careless.act("coordinator", followup.finish)
    check(careless, "pemberitahuan_status", "penerusan_hukum_lainnya")


def test_a_case_that_goes_nowhere_ends(careless: Careless) -> None:
    to_the_decision(careless, "bukan_pelanggaran", "")
    careless.act("coordinator", referral.stop)
    check(careless, "pemberitahuan_status")
