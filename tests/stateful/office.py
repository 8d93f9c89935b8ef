"""A random office: any officer tries any act at any time; the laws of the house must hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule
from sqlalchemy import select

from casework.models import Case, ClarificationSession, Deadline
from casework.models.deadline import DeadlineState
from casework.services.acts import acts
from casework.services.acts.clarification import sessions
from casework.services.acts.corrections import fact_correction
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import voiding
from casework.services.cases.record import disclosure
from casework.services.documents import papers
from tests.bureau import Bureau
from tests.features.acts import ACTS
from tests.stateful.following import CLOSED, EXPLAINED, ROLES, RUNNING, Following

CATEGORIES = ("asn", "kepala_desa", "rt_rw", "masyarakat", "tim_kampanye")
MORNINGS = ("2024-09-19T09:00:00", "2024-10-07T09:00:00")  # of two editions
# What must be running, or have run out, while a case waits in a stage.
SENT_BACK = "kembalikan_kajian_awal"
WAITING_FOR = {
    "kajian_awal": "kajian_awal",
    "klarifikasi": "penanganan",
    "kajian": "penanganan",
    "pleno": "penanganan",
}


class Office(Following):
    """One office and up to three cases; every refusal must explain itself, nothing may be lost."""

    make: Callable[[], Bureau]

    def __init__(self) -> None:
        super().__init__()
        self.office = type(self).make()
        self.cases = []
        self.states: dict[int, DeadlineState] = {}

    def teardown(self) -> None:
        """At the end the record agrees with everything that is kept."""
        faults = self.office.sound()
        self.office.app.close()
        assert not faults, "; ".join(faults)

    @initialize(known=st.integers(0, 9), crime=st.booleans(), morning=st.sampled_from(MORNINGS))
    def first(self, known: int, crime: bool, morning: str) -> None:
        """There is always one case."""
        self.office.at(morning)
        self._receive(known, crime, ("kepala_desa",))

    @precondition(lambda self: len(self.cases) < 3)
    @rule(
        known=st.integers(0, 9),
        crime=st.booleans(),
        people=st.lists(st.sampled_from(CATEGORIES), min_size=1, max_size=3),
    )
    def another(self, known: int, crime: bool, people: list[str]) -> None:
        """One more report, perhaps too late."""
        self._receive(known, crime, tuple(people))

    @rule(step=st.sampled_from((1, 5, 20, 26, 49)))
    def time_passes(self, step: int) -> None:
        """Hours go by and what is due happens."""
        self.office.later(hours=step)
        self.office.settle()

    @rule(
        which=st.integers(0, 2),
        act=st.sampled_from(sorted(ACTS)),
        role=st.sampled_from(ROLES),
        choice=st.integers(0, 999),
    )
    def anybody_tries_anything(self, which: int, act: str, role: str, choice: int) -> None:
        """Any role, any act; then somebody does what the page says would help."""
        self._try(which, act, role)
        self.follow(choice, role)

    @rule(which=st.integers(0, 2), choice=st.integers(0, 20))
    def the_right_officer_does_what_is_allowed(self, which: int, choice: int) -> None:
        """Somebody does something the page offers; so cases get far."""
        self._choose(which)
        open_acts = [
            answer.act
            for role in ("intake_officer", "case_officer", "coordinator", "chair", "secretariat")
            for answer in self.office.read(
                lambda work: acts.available(work, self.office.case(work)), role
            )
            if answer.allowed and answer.act.id in ACTS
        ]
        if open_acts:
            act = open_acts[choice % len(open_acts)]
            self._try(which, act.id, act.roles[0])
        self.follow(choice, "auditor")

    @rule(which=st.integers(0, 2), met=st.booleans())
    def requirements_are_judged(self, which: int, met: bool) -> None:
        """All at once, one of them perhaps not met."""
        self._choose(which)
        lacks = {} if met else {"bukti": "Tidak ada bukti."}
        self._attempt("nilai_syarat", lambda: self.office.assess(lacks))

    @rule(which=st.integers(0, 2))
    def letters_leave(self, which: int) -> None:
        """What is drafted is issued, sent and received."""
        self._choose(which)
        self._attempt("terbitkan_surat", self.office.issue)
        self._attempt(
            "catat_penyampaian_surat", lambda: self.office.dispatch(self.office.app.now())
        )

    @rule(which=st.integers(0, 2), choice=st.integers(0, 20))
    def a_numbered_letter_is_void(self, which: int, choice: int) -> None:
        """The chair finds a mistake before a letter leaves; whatever waited for it goes on."""
        self._choose(which)
        self._attempt("terbitkan_surat", self.office.issue)
        found = self.office.read(
            lambda work: [
                one.id
                for one in papers.of_case(work, self.office.case(work))
                if one.kind in work.law.letters and one.state in ("numbered", "issued")
            ]
        )
        if found:
            key = found[choice % len(found)]
            assert self._attempt("", lambda: self._void(key)), key
            self.followed["void"] += 1

    def _void(self, key: int) -> None:
        with self.office.app.unit_of_work(self.office.actor("chair")) as work:
            voiding.void(work, key, "Salah ketik.", self.office.case(work).version)
        self.office.settle()

    @rule(which=st.integers(0, 2))
    def appointments_are_called_off(self, which: int) -> None:
        """Everybody is invited, and then it was the wrong day."""
        self._choose(which)
        self._attempt("undang_klarifikasi", self.office.invite)
        query = select(ClarificationSession.id).where(
            ClarificationSession.case_id == self.office.case_id,
            ClarificationSession.state == "invited",
        )
        for key in self.office.read(lambda work: list(work.session.scalars(query))):
            self._attempt("", partial(self._call_off, key))

    def _call_off(self, key: int) -> None:
        with self.office.app.unit_of_work(self.office.actor("case_officer")) as work:
            sessions.call_off(work, key, self.office.case(work).version, "Salah hari.")
        self.office.settle()

    @rule(which=st.integers(0, 2))
    def drafts_are_thrown_away(self, which: int) -> None:
        """Whatever draft is not needed; the page tells which."""
        self._choose(which)
        found = self.office.read(
            lambda work: [
                one.id
                for one in papers.of_case(work, self.office.case(work))
                if voiding.discardable(work, self.office.case(work), one)
            ]
        )
        for key in found:
            assert self._attempt("", partial(self._discard, key)), key

    def _discard(self, key: int) -> None:
        with self.office.app.unit_of_work(self.office.actor("chair")) as work:
            voiding.discard(work, key, "Tidak perlu.", self.office.case(work).version)

    @rule(which=st.integers(0, 2))
    def people_are_heard(self, which: int) -> None:
        """Invited and heard."""
        self._choose(which)
        self._attempt("undang_klarifikasi", self.office.invite)
        self._attempt("catat_klarifikasi", self.office.hear)

    @rule(which=st.integers(0, 2), back=st.integers(1, 30))
    def a_date_is_corrected(self, which: int, back: int) -> None:
        """Registration was earlier than recorded."""
        self._choose(which)
        at = self.office.app.now() - timedelta(hours=back)
        self._attempt(
            "koreksi_fakta",
            lambda: self.office.act(
                "coordinator", fact_correction.correct, "diregistrasi", at, "Salah catat."
            ),
        )

    @rule(which=st.integers(0, 2), role=st.sampled_from(ROLES))
    def somebody_asks_who_reported(self, which: int, role: str) -> None:
        """Only those who may learn it, and it is written down."""
        self._choose(which)
        (reporter,) = self.office.parties("reporter")
        before = len(self.office.events("identitas_dibuka"))
        allowed = True
        try:
            with self.office.app.unit_of_work(self.office.actor(role)) as work:
                disclosure.read(work, reporter.id, "Perlu diketahui.")
        except EXPLAINED:
            allowed = False
        assert allowed == (role in {"coordinator", "chair", "intake_officer"})
        assert len(self.office.events("identitas_dibuka")) == before + allowed

    @invariant()
    def no_limit_is_lost(self) -> None:
        """A limit stays for ever; a closed one stays closed (a corrected fact may make it late);
        a waiting stage has its limit, which the pleno that sends a report back begins no more.
        """
        if not self.cases:
            return
        rows, cases = self.office.read(
            lambda work: (
                list(work.session.scalars(select(Deadline))),
                list(work.session.scalars(select(Case))),
            )
        )
        found = {row.id: row.state for row in rows}
        assert set(found.values()) <= CLOSED | RUNNING
        for key, state in self.states.items():
            assert key in found
            assert state not in CLOSED or found[key] in CLOSED
        self.states = found
        for case in cases:
            wanted = WAITING_FOR.get(case.stage)
            again = any(one.case_id == case.id for one in self.office.events(SENT_BACK))
            running = {
                row.rule for row in rows
                if row.case_id == case.id and (row.state in ("open", "expired") or again)
            }  # fmt: skip
            assert wanted is None or wanted in running, (case.stage, running)

    def _receive(self, known: int, crime: bool, people: tuple[str, ...]) -> None:
        today = self.office.app.today("Asia/Jakarta")
        respondents = tuple(
            Respondent(f"Terlapor {index}", category, region="seluma")
            for index, category in enumerate(people)
        )
        event = today - timedelta(days=known)
        key = self.office.receive(
            f"laporan-{len(self.cases)}", event_date=event, known_date=event,
            stage_reason="Untuk diuji.",
            suspects_crime=crime, respondents=respondents,
        )  # fmt: skip
        self.cases.append(key)

    def _try(self, which: int, act: str, role: str) -> None:
        """Do an act; what the page says beforehand must be what happens."""
        self._choose(which)
        answers = self.office.read(
            lambda work: acts.available(work, self.office.case(work)), role="coordinator"
        )
        (answer,) = [one for one in answers if one.act.id == act]
        blocked = [one for one in answer.missing if one.kind != "role"]
        done = self._attempt(act, lambda: ACTS[act](self.office, role))
        if blocked or role not in answer.act.roles:
            assert not done, f"{act} by {role} was done in spite of {blocked}"
