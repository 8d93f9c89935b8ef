"""The flow server has no roles: a page of another address gets nothing from it."""

from __future__ import annotations

import httpx
import pytest

from tests.flows.installation import House

pytestmark = pytest.mark.prefect


def test_a_page_of_somebody_else_gets_nothing_from_the_flow_server(house: House) -> None:
    for origin in ("https://jahat.example", "null", "http://127.0.0.1.jahat.example"):
        answer = httpx.get(f"{house.api}/health", headers={"Origin": origin})
        assert "access-control-allow-origin" not in answer.headers
        asked = httpx.options(
            f"{house.api}/deployments/",
            headers={"Origin": origin, "Access-Control-Request-Method": "POST"},
        )
        assert "access-control-allow-origin" not in asked.headers
