"""Steps that many features share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from pytest_bdd import given, parsers, then, when
from sqlalchemy import select

from casework.bootstrap import App
from casework.errors import CaseworkError
from casework.models import ReferralItem
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import dispatches, followup, referral
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.cases.evidence import Upload
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.upkeep.invariants.examine import examine
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.features.acts import ACTS

ROLES = {
    "petugas penerima": "intake_officer",
    "penangan": "case_officer",
    "koordinator": "coordinator",
    "anggota": "commissioner",
    "ketua": "chair",
    "sekretariat": "secretariat",
    "kepala sekretariat": "head_of_secretariat",
    "penelaah hukum": "legal_reviewer",
    "supervisor": "supervisor",
    "auditor": "auditor",
    "administrator": "administrator",
}


def pytest_bdd_apply_tag(tag: str) -> bool | None:
    """Tags that name a rule are read by the coverage of the rules; they are no pytest marks."""
    return True if tag.startswith(("edisi:", "aturan:")) else None


@dataclass
class Attempt:
    """The last refusal, if the act was refused."""

    refusal: CaseworkError | None = None
    notes: dict[str, object] = field(default_factory=dict)

    def make(self, act: Callable[[], object]) -> None:
        """Do an act and remember how it ended."""
        self.refusal = None
        try:
            act()
        except CaseworkError as refusal:
            self.refusal = refusal


@pytest.fixture
def kantor(app: App, clock: SettableClock) -> Bureau:
    """The province's office."""
    return Bureau(app, clock)


@pytest.fixture(autouse=True)
def every_scenario_has_an_office(kantor: Bureau) -> Bureau:
    """Steps ask for fixtures while they run; this tells beforehand that a database is needed."""
    return kantor


@pytest.fixture
def upaya() -> Attempt:
    """The act that is tried."""
    return Attempt()


def plainly(
    act: str, at: Mapping[str, datetime] | None = None
) -> Callable[[Work, int, int], object]:
    """An act without a page of its own, with a reason."""
    return lambda work, case, version: plain_acts.perform(
        work, case, act, version, at or {}, "Perlu."
    )


def to_kpu(kantor: Bureau) -> None:
    """From the report to the draft of what goes to KPU: an administrative violation."""
    kantor.register()
    kantor.invite()
    kantor.hear()
    edition = kantor.app.law.editions["pemilihan-2020"]
    article = next(
        key for key, one in edition.articles.items() if one.violation_class == "administrasi"
    )
    kantor.review("administrasi", article)
    kantor.decide("administrasi", article)
    kantor.act("case_officer", referral.draft)


Between = Callable[[str], Bureau]


@pytest.fixture
def antara(kantor: Bureau) -> Between:
    """Any office of the training set, looking at the case at hand."""

    def office(code: str) -> Bureau:
        other = Bureau(kantor.app, kantor.clock, code)
        other.app, other.mailbox, other.case_id = kantor.app, kantor.mailbox, kantor.case_id
        return other

    return office


@given(parsers.parse('laporan diterima pada "{moment}"'))
def received(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive()


@given("semua syarat terpenuhi")
def all_met(kantor: Bureau) -> None:
    kantor.assess()


@given(parsers.parse('pelapor menerima surat kelengkapan pada "{moment}"'))
def letter_received(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.ask_to_complete()


@given(parsers.parse('laporan diregistrasi pada "{moment}"'))
@when(parsers.parse('laporan diregistrasi pada "{moment}"'))
def registered(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.register()


@given("semua pihak sudah diklarifikasi")
def heard(kantor: Bureau) -> None:
    kantor.invite()
    kantor.hear()


@given("kajian sudah diajukan ke pleno")
def reviewed(kantor: Bureau) -> None:
    kantor.review()


@given(parsers.parse('sekarang "{moment}"'))
@when(parsers.parse('waktu menunjukkan "{moment}"'))
def now_is(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.settle()


@when(parsers.re(r'(?P<role>[a-z ]+) mencoba "(?P<act>\w+)"'))
def tries(kantor: Bureau, upaya: Attempt, role: str, act: str) -> None:
    upaya.make(lambda: ACTS[act](kantor, ROLES[role]))


@then("tindakan itu diterima")
def accepted(upaya: Attempt) -> None:
    assert upaya.refusal is None, upaya.refusal


@then(parsers.parse('tindakan itu ditolak dengan penjelasan "{part}"'))
def refused(upaya: Attempt, part: str) -> None:
    assert upaya.refusal is not None, "tidak ditolak"
    assert part.casefold() in str(upaya.refusal).casefold()


@then(parsers.parse('perkara berada pada tahap "{stage}"'))
def in_stage(kantor: Bureau, stage: str) -> None:
    assert kantor.stage == stage


@then(parsers.parse('batas "{rule}" jatuh pada "{due}"'))
def due_on(kantor: Bureau, rule: str, due: str) -> None:
    assert kantor.limit(rule).due == due


@then(parsers.parse('batas "{rule}" dalam keadaan "{state}"'))
def limit_is(kantor: Bureau, rule: str, state: str) -> None:
    assert kantor.limit(rule).state == state


@then("jejak audit utuh")
def sound(kantor: Bureau) -> None:
    assert kantor.sound() == ()


@then("jejak audit kedua kantor utuh")
def both_sound(kantor: Bureau) -> None:
    assert kantor.sound() == ()
    everything_holds(kantor)


@then("setiap batas sama dengan hitungan ulangnya")
def everything_holds(kantor: Bureau) -> None:
    with kantor.app.reading(Actor.system(NO_OFFICE)) as work:
        findings = list(examine(work, kantor.app.anchors.read()))
    assert {one.id: one.faults for one in findings if not one.holds} == {}


@given(parsers.parse('rekomendasi administrasi diterima KPU pada "{moment}"'))
def kpu_received(kantor: Bureau, moment: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.at((at - timedelta(days=4)).isoformat())
    kantor.receive(respondents=(Respondent("Terlapor Uji", "kepala_desa", region="lebong"),))
    to_kpu(kantor)
    kantor.at((at - timedelta(hours=2)).isoformat())
    kantor.issue()
    kantor.at(moment)
    (letter,) = kantor.documents("penerusan_administrasi")
    sending = Sending("langsung", at - timedelta(hours=1), at, unsigned_reason=IN_INK)
    kantor.act("secretariat", dispatches.record, letter.id, sending)
    kantor.act("secretariat", referral.forward)


@when(parsers.re(r'jawaban KPU bertanggal "(?P<moment>[^"]+)" dicatat(?P<end>.*)'))
def kpu_answered(kantor: Bureau, upaya: Attempt, moment: str, end: str) -> None:
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
