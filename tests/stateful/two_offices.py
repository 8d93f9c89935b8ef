"""Two offices that hand one case to and fro in any order; a small model says what must happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from casework.errors import CaseworkError
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import examine
from tests.antarkantor import assess, dispatch, plain, receive, sees, send, take
from tests.bureau import Bureau

ABOVE, BELOW = "07.00", "07.08"
OFFICES = st.sampled_from((ABOVE, BELOW))
# What leads on is tried more often.
ACTS = ("send", "post", "post", "receive", "receive", "send_back", "take", "work")


class TwoOffices(RuleBasedStateMachine):
    """The model: who holds the case, whether it was asked over or has left, who gave it away."""

    make: ClassVar[Callable[[], Bureau]]
    done: ClassVar[Counter[str]]

    @initialize()
    def begin(self) -> None:
        """A report at the upper office."""
        above = type(self).make()
        above.receive()
        self.offices = {ABOVE: above}
        below = Bureau(above.app, above.clock, BELOW)
        below.app, below.mailbox, below.case_id = above.app, above.mailbox, above.case_id
        self.offices[BELOW] = below
        self.holder, self.asked, self.left = ABOVE, False, False
        self.gave: set[str] = set()
        self.due = above.limit("kajian_awal").due

    @rule(by=OFFICES, what=st.sampled_from(ACTS))
    def act(self, by: str, what: str) -> None:
        """Either office tries anything; one rule, so that every story holds all of it."""
        if what == "post":
            self.post()
        else:
            getattr(self, what)(by)

    def attempt(self, name: str, wanted: bool, act: Callable[[], object]) -> bool:
        """Try an act; it must succeed exactly when the model says so."""
        self.offices[ABOVE].clock.shift(timedelta(minutes=1))
        refusal: CaseworkError | None = None
        try:
            act()
        except CaseworkError as told:
            refusal = told
        assert (refusal is None) == wanted, (name, refusal)
        self.done[name if wanted else f"{name} refused"] += 1
        return wanted

    def other(self, code: str) -> str:
        """The office at the other end."""
        return BELOW if code == ABOVE else ABOVE

    def send(self, by: str) -> None:
        """Ask the case over to the other office."""
        wanted = self.holder == by and not self.left
        if self.attempt("send", wanted, lambda: send(self.offices[by], self.other(by))):
            self.asked = True

    def post(self) -> None:
        """Send the letter, where there is one to be sent."""
        if self.asked and not self.left:
            self.attempt("dispatch", True, lambda: dispatch(self.offices[self.holder]))
            self.left = True

    def receive(self, by: str) -> None:
        """Record the receipt."""
        wanted = self.left and self.holder != by
        if self.attempt("receive", wanted, lambda: receive(self.offices[by])):
            self._moved(by)

    def send_back(self, by: str) -> None:
        """Return it before it is received."""
        wanted = self.left and self.holder != by
        moment = "pelimpahan_dikembalikan"
        if self.attempt(
            "return",
            wanted,
            lambda: plain(self.offices[by], "kembalikan_pelimpahan", moment, "Salah alamat."),
        ):
            self.asked = self.left = False

    def take(self, by: str) -> None:
        """Take it without being asked; only downwards, and not what is on its way."""
        wanted = by == ABOVE and self.holder == BELOW and not self.left
        roles = ("coordinator", "supervisor")
        if self.attempt("take", wanted, lambda: take(self.offices[by], roles)):
            self.offices[by].settle()
            self._moved(by)

    def work(self, by: str) -> None:
        """Act on the case as its office."""
        self.attempt("work", self.holder == by, lambda: assess(self.offices[by]))

    @invariant()
    def those_read_it_who_may(self) -> None:
        """The holder, who gave it away, and whoever it is on its way to; nobody else."""
        if not hasattr(self, "holder"):
            return
        on_its_way = {self.other(self.holder)} if self.left else set()
        readers = {self.holder, *self.gave, *on_its_way}
        assert {code for code, one in self.offices.items() if sees(one)} == readers
        assert self.offices[ABOVE].limit("kajian_awal").due == self.due

    def teardown(self) -> None:
        """Every promise of the house holds, whatever the way."""
        if not hasattr(self, "holder"):
            return
        app = self.offices[ABOVE].app
        with app.reading(Actor.system(NO_OFFICE)) as work:
            found = list(examine(work, app.anchors.read()))
        assert {one.id: one.faults for one in found if not one.holds} == {}
        app.close()

    def _moved(self, to: str) -> None:
        self.gave.add(self.other(to))
        self.holder, self.asked, self.left = to, False, False
