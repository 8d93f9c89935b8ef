"""Between midnight and seven in the morning the day in Bengkulu is not that of UTC."""

from __future__ import annotations

import pytest
from lxml import html

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import AsRole
from tests.web.visitor import Visitor, report, words

DAY, EVE = "20 Sep", "19 Sep"


@pytest.fixture
def night(clock: SettableClock, as_role: AsRole) -> None:
    """A report that came in at half past midnight."""
    clock.set("2024-09-20T00:30:00+07:00")
    receive(as_role("intake_officer"))


def paper(visitor: Visitor) -> str:
    page = html.fromstring(visitor.get("/perkara/1/berkas/dokumen").text)
    return str(page.xpath("//a[contains(., 'Tanda Bukti')]/@href")[0])


def test_a_paper_bears_the_day_of_the_office(app: App, night: None, as_role: AsRole) -> None:
    drain(app)
    officer = as_role("coordinator")
    for address in ("/perkara/1", "/perkara/1/berkas/dokumen", paper(officer), "/dokumen"):
        shown = words(officer.get(address)).replace("September", "Sep")
        assert DAY in shown, address
        assert EVE not in shown, address


def test_a_new_year_begins_at_midnight_of_the_office(
    app: App, clock: SettableClock, as_role: AsRole
) -> None:
    clock.set("2025-01-01T00:30:00+07:00")
    typed = {"tanggal_kejadian": "2024-12-30", "tanggal_diketahui": "2024-12-31",
             "alasan_tahapan": "Untuk diuji."}  # fmt: skip
    receive(as_role("intake_officer"), report(**typed))
    drain(app)
    officer = as_role("coordinator")
    assert "2025" in html.fromstring(officer.get("/dokumen").text).xpath("//select/option/@value")
    assert "Tanda Bukti" in words(officer.get("/dokumen?tahun=2025"))
    assert "Tanda Bukti" not in html.fromstring(officer.get("/dokumen?tahun=2024").text).xpath(
        "string(//main//table)"
    )
