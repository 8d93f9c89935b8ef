"""Two web processes are one: the same session, the same counts of strangers."""

from __future__ import annotations

import re

import httpx
import pytest

from casework.services.people.training import PASSWORD
from tests.flows.growing import GrowingHouse

pytestmark = pytest.mark.prefect
A_MINUTE = 60


def test_two_web_processes_share_sessions_and_count_strangers_together(
    house: GrowingHouse,
) -> None:
    with house.pages() as (one, other), httpx.Client(timeout=30) as client:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(f"{one}/masuk").text)
        assert token
        typed = {"csrf_token": token[1], "login": "ketua.bengkulu", "password": PASSWORD}
        signed_in = client.post(f"{one}/masuk", data=typed)
        assert signed_in.status_code == httpx.codes.SEE_OTHER
        assert client.get(f"{other}/perkara/", follow_redirects=False).status_code == httpx.codes.OK

        path = "/verifikasi/TIDAKADA"
        # Half of them at each: neither alone would have counted enough.
        told = [client.get(f"{(one, other)[n % 2]}{path}").status_code for n in range(A_MINUTE + 2)]
        assert httpx.codes.TOO_MANY_REQUESTS not in told[:A_MINUTE]
        assert told[A_MINUTE:] == [httpx.codes.TOO_MANY_REQUESTS] * 2
