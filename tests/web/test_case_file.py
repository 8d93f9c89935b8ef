"""The case file: what an officer sees first."""

from __future__ import annotations

from lxml import html

from casework.bootstrap import App
from tests.web.steps import AsRole, to_clarification


def test_the_deadlines_are_a_picture_and_the_same_as_a_list(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    page = html.fromstring(as_role("case_officer").get("/perkara/1").text)
    pictures = page.xpath("//svg[@role='img']")
    assert len(pictures) == 3
    assert not page.xpath("//*[@style]")
    (said,) = {one.get("aria-label") for one in pictures}
    assert "1 berjalan, 1 kemungkinan" in said
    (told,) = page.xpath("//details[contains(@class, 'timeline-list')]")
    listed = " ".join(told.text_content().split())
    labels = page.xpath("//svg//text[starts-with(@class, 'label')]")
    titles = {one.text.removeprefix("✓ ") for one in labels}
    assert titles
    assert all(title.rstrip("…") in listed for title in titles)
    assert "bila diperpanjang" in listed
