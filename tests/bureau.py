"""An office at work, for tests: officers by role, one case at hand, a clock that is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypedDict, TypeVar, cast

from sqlalchemy import select

from casework.bootstrap import App
from casework.engine import matrix
from casework.engine.matrix import Element
from casework.models import (
    Case,
    ClarificationSession,
    Deadline,
    Document,
    Event,
    Meeting,
    Office,
    Party,
)
from casework.models.gakkumdu import Institution
from casework.services.acts import acts
from casework.services.acts.any_stage import issuing
from casework.services.acts.clarification import sessions
from casework.services.acts.recommendation import crime_file, dispatches, referral
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.recommendation.dispatches import Sending
from casework.services.acts.registration import (
    completion,
    kajian_awal,
)
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.review import acknowledgement, discussions, pleno, review
from casework.services.acts.review.discussions import Attendant, Told
from casework.services.acts.review.pleno import Decision, Pleno, Seat
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases import facts
from casework.services.cases.discussions import HELD
from casework.services.cases.minutes import Minutes
from casework.services.cases.record import audit_check
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.documents import papers
from casework.services.people import officers, training
from casework.services.upkeep import effects
from casework.simulation.scene import BlankRenderer, Mailbox, Message
from casework.simulation.steps.letters import IN_INK
from tests import stages
from tests.conftest import SettableClock
from tests.desk import REPORT, TELLING

ORALLY = "Diberi tahu lisan oleh penangan lewat telepon sehari sebelumnya."
"""How a person knew of a session whose invitation did not leave."""

Given = ParamSpec("Given")
Result = TypeVar("Result")
Act = Callable[Concatenate[Work, int, int, Given], Result]
Kind = TypeVar("Kind", bound=Callable[..., Any])
WIB = "+07:00"
ARTICLE = "hukum-lain"


class Sworn(TypedDict, total=False):
    """Who took an oath, and as what."""

    sworn_by: str
    sworn_as: str


SWORN: Sworn = {"sworn_by": "Ustaz Contoh", "sworn_as": "Rohaniwan"}
"""Who took an oath, for minutes in which one was sworn."""


def kept(act: Kind) -> Kind:
    """Let an act that another test of this process did from the same state be put in place."""

    @wraps(act)
    def done(bureau: Bureau, *args: Any, **kwargs: Any) -> Any:
        def do() -> tuple[Any, int, tuple[Message, ...]]:
            before = len(bureau.mailbox.messages)
            result = act(bureau, *args, **kwargs)
            sent = tuple(bureau.mailbox.messages[before:])
            del bureau.mailbox.messages[before:]
            return result, bureau.case_id, sent

        told = f"{type(bureau).__name__}.{act.__name__} {bureau.code} {bureau.case_id}"
        left = stages.library().after(bureau.app, (told, args, kwargs), do)
        result, bureau.case_id, messages = left
        bureau.mailbox.messages.extend(messages)
        return result

    return cast(Kind, done)


class Bureau:
    """The province's office with its training staff; papers are blank, mail goes into a box."""

    def __init__(self, app: App, clock: SettableClock, code: str = "07.00") -> None:
        self.mailbox = Mailbox()
        self.app = replace(app, renderer=BlankRenderer(), mailer=self.mailbox)
        self.clock = clock
        self.code = code
        self.case_id = 0
        self._furnish()

    @kept
    def _furnish(self) -> None:
        with self.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
            training.seed(work)

    def at(self, moment: str) -> None:
        """Set the clock: a day alone is nine in the morning, no offset is WIB."""
        text = moment if "T" in moment else f"{moment}T09:00:00"
        self.clock.set(text if len(text) > 19 and text[-6] in "+-" else f"{text}{WIB}")

    def later(self, **step: float) -> None:
        """Move the clock on."""
        self.clock.shift(timedelta(**step))

    def actor(self, role: str) -> Actor:
        """The first officer with the role."""
        with self.app.reading(Actor.system(NO_OFFICE)) as work:
            office = work.session.scalars(select(Office).where(Office.code == self.code)).one()
            on = work.now.astimezone().date()
            held = officers.holders(work.session, office.id, (role,), on)
            return officers.actor(work.session, held[0], office, on)

    @kept
    def act(
        self, role: str, service: Act[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """One act on the case at hand as it stands, then everything that follows from it."""
        result = self.attempt(role, service, *args, **kwargs)
        self.settle()
        return result

    def attempt(
        self, role: str, service: Act[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """The act alone."""
        with self.app.unit_of_work(self.actor(role)) as work:
            return service(work, self.case_id, self.case(work).version, *args, **kwargs)

    def settle(self) -> None:
        """Do what is due."""
        effects.drain(self.app)

    def read(self, look: Callable[[Work], Result], role: str = "coordinator") -> Result:
        """Look at something."""
        with self.app.reading(self.actor(role)) as work:
            return look(work)

    def case(self, work: Work) -> Case:
        """The case at hand."""
        return work.session.get_one(Case, self.case_id)

    @property
    def stage(self) -> str:
        """Stage of the case at hand."""
        return self.read(lambda work: self.case(work).stage)

    def limit(self, rule: str) -> Deadline:
        """The newest limit of a rule."""
        return self.read(
            lambda work: (
                work.session.scalars(
                    select(Deadline)
                    .where(Deadline.case_id == self.case_id, Deadline.rule == rule)
                    .order_by(Deadline.id.desc())
                ).first()
                or Deadline(rule=rule, state="tidak ada", due="")
            )
        )

    def events(self, action: str) -> list[Event]:
        """The recorded acts of one kind."""
        return self.read(
            lambda work: list(work.session.scalars(select(Event).where(Event.action == action)))
        )

    def documents(self, kind: str) -> list[Document]:
        """The papers of a kind of the case at hand."""
        return self.read(
            lambda work: [one for one in papers.of_case(work, self.case(work)) if one.kind == kind]
        )

    def parties(self, *roles: str) -> list[Party]:
        """The people of the case in these roles (respondents when none is named)."""
        wanted = roles or ("respondent", "matter")
        return self.read(
            lambda work: list(
                work.session.scalars(
                    select(Party)
                    .where(Party.case_id == self.case_id, Party.role.in_(wanted))
                    .order_by(Party.id)
                )
            )
        )

    def sound(self) -> tuple[str, ...]:
        """What the audit finds wrong; nothing when all is well."""
        with self.app.reading(Actor.system(NO_OFFICE)) as work:
            return audit_check.verify(work, self.app.anchors.read()).faults

    # The acts of an ordinary case, in their order.

    @kept
    def receive(self, key: str = "laporan-1", **changes: Any) -> int:
        """A report at the desk; it becomes the case at hand."""
        with self.app.unit_of_work(self.actor("intake_officer")) as work:
            case = acts.open_case(work, "terima_laporan", replace(REPORT, key=key, **changes))
        self.case_id = case.id
        self.settle()
        return case.id

    @kept
    def find(self, at: datetime, key: str = "temuan-1", **changes: Any) -> int:
        """A finding of the supervisors, found at a moment; it becomes the case at hand."""
        return self._begin("case_officer", "catat_temuan", key, at, changes)

    @kept
    def inform(self, key: str = "informasi-1", **changes: Any) -> int:
        """Early information whose tracing begins now; it becomes the case at hand."""
        more = {"respondents": (), **changes}
        return self._begin("intake_officer", "catat_informasi_awal", key, self.app.now(), more)

    def _begin(
        self,
        role: str,
        act: str,
        key: str,
        at: datetime,
        changes: Mapping[str, Any],
    ) -> int:
        with self.app.unit_of_work(self.actor(role)) as work:
            case = acts.open_case(work, act, replace(TELLING, key=key, at=at, **changes))
        self.case_id = case.id
        self.settle()
        return case.id

    @kept
    def assess(self, unmet: Mapping[str, str] | None = None) -> None:
        """Every requirement judged; those named are not met."""
        lacks = unmet or {}
        wanted = self.read(
            lambda work: tuple(work.law.edition(self.case(work).edition).requirements)
        )
        self.act(
            "case_officer",
            kajian_awal.assess,
            {
                name: Verdict(name not in lacks, lacks.get(name, "Diperiksa pada berkas."))
                for name in wanted
            },
        )

    def issue(self, *kinds: str) -> list[Document]:
        """The chair gives numbers to all waiting letters (of these kinds)."""
        ids = self.read(lambda work: [
            one.id for one in papers.of_case(work, self.case(work))
            if one.state in ("planned", "draft") and (not kinds or one.kind in kinds)
        ])  # fmt: skip
        return self.act("chair", issuing.issue, ids)

    def dispatch(self, received: datetime | None = None) -> None:
        """The secretariat sends every issued letter."""
        ids = self.read(lambda work: [
            one.id for one in papers.of_case(work, self.case(work))
            if one.state == "issued" and one.kind in work.law.outgoing
        ])  # fmt: skip
        for document in ids:
            sending = Sending("langsung", self.app.now(), received, unsigned_reason=IN_INK)
            self.act("secretariat", dispatches.record, document, sending)

    @kept
    def ask_to_complete(self) -> None:
        """Up to the letter in the reporter's hands, received now."""
        self.assess({"dua_alat_bukti": "Baru satu alat bukti."})
        self.act("case_officer", kajian_awal.ask_to_complete)
        self.issue()
        self.dispatch(self.app.now())

    @kept
    def complete(self) -> None:
        """The reporter brings what was missing, now."""
        self.act(
            "intake_officer", completion.receive, self.app.now(), "Alat bukti kedua diserahkan."
        )

    def meeting(self, absent: int = 0, reason: str = "") -> Pleno:
        """A pleno held now; the last `absent` members are away."""
        members = self.read(
            lambda work: officers.holders(
                work.session, work.actor.office_id, ("commissioner", "chair"), date(2024, 9, 1)
            )
        )
        seats = tuple(
            Seat(one.id, one.name, here := index < len(members) - absent, "setuju" if here else "")
            for index, one in enumerate(members)
        )
        return Pleno(self.app.now(), seats, reason)

    def acknowledge(self) -> None:
        """Every member who was there acknowledges the plenos of today."""
        member = self.actor("commissioner")
        seats = self.read(
            lambda work: [
                (one.id, seat["officer_id"])
                for one in work.session.scalars(select(Meeting))
                for seat in one.attendance
                if seat["name"] in acknowledgement.missing(one)
            ]
        )
        for meeting, officer in seats:
            with self.app.unit_of_work(replace(member, officer_id=officer)) as work:
                acknowledgement.acknowledge(work, self.case_id, meeting)
        self.settle()

    @kept
    def register(self) -> None:
        """A complete report registered."""
        if self.stage == "kajian_awal":
            self.assess()
        self.act("case_officer", kajian_awal.propose_registration)
        self.act("commissioner", pleno.register, self.meeting())

    @kept
    def invite(self) -> None:
        """Everybody invited for the next hour, letters sent."""
        ids = [one.id for one in self.parties("reporter", "respondent", "witness")]
        at = self.app.now() + timedelta(hours=1)
        self.act("case_officer", sessions.invite, ids, at, "Kantor")
        self.issue()
        self.dispatch()

    @kept
    def hear(self) -> None:
        """Everybody who was invited is heard."""
        self.later(hours=1)
        waiting = self.read(
            lambda work: list(
                work.session.scalars(
                    select(ClarificationSession.id).where(
                        ClarificationSession.case_id == self.case_id,
                        ClarificationSession.state == "invited",
                    )
                )
            )
        )
        for session in waiting:
            minutes = Minutes(
                self.app.now(), (("Apa yang terjadi?", "Saya hadir."),), "islam", **SWORN
            )
            with self.app.unit_of_work(self.actor("case_officer")) as work:
                sessions.record(work, session, self.case(work).version, minutes)
            self.settle()

    @kept
    def review(self, violation_class: str = "hukum_lainnya", article: str = ARTICLE) -> None:
        """Clarification closed, the kajian written and brought to the pleno."""
        self.act("case_officer", sessions.close)
        rows = self.elements(article, violation_class)
        proposals = {
            one.id: [Proposal(violation_class, article, rows, "Terbukti.")]
            for one in self.parties()
        }
        kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals)
        self.act("case_officer", review.save, kajian)
        self.act("coordinator", review.submit)

    def discussion(self, at: datetime | None = None, **changes: Any) -> Told:
        """A discussion held now, or at a time, in which all three institutions agree to go on."""
        told = Told(
            at or self.app.now(),
            "Sentra Gakkumdu",
            {one: (Attendant(f"Petugas {one}", "Anggota Gakkumdu"),) for one in Institution},
            {one: f"Menurut {one} unsur pasal terpenuhi." for one in Institution},
            "dilanjutkan",
            "Ketiga unsur sependapat.",
        )
        return replace(told, **changes)

    def discuss(self) -> None:
        """The discussions of the Sentra Gakkumdu that are not recorded yet."""
        known = self.read(lambda work: facts.times(work, self.case(work)))
        for number, record in ((1, discussions.first), (2, discussions.second)):
            if HELD[number] not in known:
                self.act("coordinator", record, self.discussion())

    def elements(self, article: str, violation_class: str = "hukum_lainnya") -> tuple[Element, ...]:
        """The matrix of an article gone through: all proven, none where nothing was violated."""
        edition = self.read(lambda work: work.law.edition(self.case(work).edition))
        known = edition.articles[article].elements if article in edition.articles else ()
        if violation_class == "bukan_pelanggaran":
            return tuple(Element(text, (), matrix.Verdict.NOT_PROVEN) for text in known)
        return tuple(Element.supported(text, ["B-1"]) for text in known)

    @kept
    def decide(self, violation_class: str = "hukum_lainnya", article: str = ARTICLE) -> None:
        """The pleno decides the same about every respondent; a crime was discussed before."""
        if violation_class == "pidana":
            self.discuss()
        decisions = {
            one.id: [Decision(violation_class, article, "Alasan.")] for one in self.parties()
        }
        self.act("chair", pleno.decide, self.meeting(), decisions)

    def file(self) -> None:
        """Of a crime the file for the police is settled; what is not there has a reason."""
        if not self.read(lambda work: facts.facts_of(work, self.case(work))["ada_pidana"]):
            return
        items = self.read(lambda work: tuple(work.law.edition(self.case(work).edition).file_items))
        missing = {one: Filled(reason="Diserahkan langsung oleh penyidik.") for one in items}
        self.act("case_officer", crime_file.settle, missing)

    def draft(self) -> None:
        """Letters drafted; of a crime the file is settled first."""
        self.file()
        self.act("case_officer", referral.draft)

    @kept
    def forward(self) -> None:
        """Letters drafted, issued, sent; the case goes to follow-up."""
        self.draft()
        self.issue()
        self.dispatch()
        self.act("secretariat", referral.forward)
