"""Many letters leave one after the other; the page that waits for their papers shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.web.steps import act, to_clarification
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]
PATH = "/perkara/1/surat/penyampaian"
WAITS = 'data-progress="/perkara/1/dokumen/keadaan"'


@pytest.fixture
def issued(app: App, as_role: AsRole) -> Visitor:
    """The secretariat, two invitations numbered and not drawn yet."""
    to_clarification(app, as_role)
    typed = {"pihak": ["1", "2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}
    act(as_role("case_officer"), "/perkara/1/klarifikasi/undang", dict(typed))
    drain(app)
    act(as_role("chair"), "/perkara/1/surat/terbitkan")
    return as_role("secretariat")


def test_the_page_waits_for_the_papers_by_itself(app: App, issued: Visitor) -> None:
    page = issued.get(PATH)
    assert WAITS in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text
    assert "Tidak ada surat terbit" not in words(page)
    drain(app)
    ready = issued.get(PATH)
    assert WAITS not in ready.text
    assert "dokumen" in issued.fields(ready)


def test_one_letter_leads_to_the_next_sent_the_same_way(app: App, issued: Visitor) -> None:
    drain(app)
    typed = {"saluran": "pos", "alasan_belum_ttd": "Di atas kertas", "dikirim": "2024-09-19T09:00"}
    page = issued.get(PATH)
    first = issued.fields(page)["dokumen"]
    done = issued.submit(PATH, dict(typed), page=page)
    assert done.status_code == 303
    following = issued.get(done.headers["Location"])
    assert "1 surat lagi menunggu" in words(following)
    fields = issued.fields(following)
    assert (fields["dokumen"] != first, fields["saluran"]) == (True, "pos")
    # Both have left now; that their receipt is not proven yet keeps nobody here.
    last = issued.submit(PATH, dict(typed), page=following)
    assert last.headers["Location"].endswith("/perkara/1")


def test_a_letter_that_has_left_is_never_the_one_recorded_by_default(
    app: App, issued: Visitor
) -> None:
    drain(app)
    page = issued.get(PATH)
    first = issued.fields(page)["dokumen"]
    sent = {"saluran": "pos", "alasan_belum_ttd": "Di atas kertas", "dikirim": "2024-09-19T09:00"}
    issued.submit(PATH, dict(sent), page=page)
    # Opened anew from the case, not by the way that leads from letter to letter.
    anew = issued.get(PATH)
    assert issued.fields(anew)["dokumen"] != first
    assert "dikirim Kamis, 19 Sep 2024, 09.00 WIB" in words(anew)
    # Its receipt is recorded beside how and when it left.
    assert f"{PATH}?surat={first}" in issued.get("/perkara/1/berkas/dokumen").text
    receipt = issued.fields(issued.get(f"{PATH}?surat={first}"))
    assert (receipt["dokumen"], receipt["saluran"]) == (first, "pos")
    assert receipt["dikirim"] == "2024-09-19T09:00"
