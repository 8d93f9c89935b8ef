"""Every act that cannot be done now says why, under which article, and what cures it until when."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

from casework.bootstrap import App
from casework.models import Case
from tests.web.steps import received
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


def test_every_blocked_act_of_every_stage_says_why(app: App, as_role: AsRole) -> None:
    received(as_role)
    edition = app.law.editions["pemilihan-2020"]
    acts = [act for act in edition.acts.values() if edition.start_stage.id not in act.from_stages]
    visitors = [as_role(role) for role in ("case_officer", "auditor")]
    for stage in edition.stages:
        if stage == edition.start_stage.id:
            continue
        with app.database.write() as session:
            session.get_one(Case, 1).stage = stage
        for visitor in visitors:
            page = html.fromstring(visitor.get("/perkara/1/berkas/tindakan").text)
            blocked = page.xpath("//main//li[details/summary[contains(., 'Mengapa belum bisa')]]")
            done = page.xpath("//section[contains(@class, 'actbar')]//a")
            assert len(blocked) + len(done) >= len(acts), (stage, len(blocked), len(done))
            for one in blocked:
                for lack in one.xpath("./details/ul/li"):
                    text = " ".join(lack.text_content().split())
                    assert "Jalan keluar:" in text, (stage, text)
                    assert "(" in text, (stage, text)


def test_a_lack_says_until_when_it_can_be_cured(as_role: AsRole) -> None:
    received(as_role)
    until = "Dapat dipenuhi sampai Sabtu, 21 September 2024, 24.00 WIB (sisa 2 hari 15 jam)"
    officer = as_role("case_officer")
    assert until in words(officer.get("/perkara/1/berkas/tindakan"))
    assert until in words(officer.get("/perkara/1/ajukan-registrasi"))
