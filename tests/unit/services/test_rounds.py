"""A sample of the rounds of identical submissions; all of them are in `make test-crash`."""

from __future__ import annotations

import pytest

from tests.bureau import Bureau
from tests.crash.rounds import rounds, submit_at_once

pytestmark = pytest.mark.postgres
ROUNDS, SENDERS = 5, 20


def test_twenty_who_send_one_form_at_once_get_one_report_and_one_number(bureau: Bureau) -> None:
    assert list(rounds(bureau.app, ROUNDS, SENDERS)) == []
    again = submit_at_once(bureau.app, "serentak-lagi", SENDERS)
    assert (len(again.receipts), again.faults) == (1, ())
    assert bureau.sound() == ()


def test_a_report_that_is_counted_twice_is_seen(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rounds would notice: here nobody recognizes a form that was sent before."""
    monkeypatch.setattr("casework.services.acts.acts._sent_before", lambda work, told, mark: None)
    assert submit_at_once(bureau.app, "serentak", 3).faults
