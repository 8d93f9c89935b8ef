"""Every form a role can reach from its desk, found by following the links of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import html
from werkzeug.test import TestResponse

from tests.fuzz.hostile import Field
from tests.web.visitor import Visitor

MOST_PAGES = 160
MOST_ALIKE = 3
LEAVES = ("/keluar", "/static/", "/huruf/")
# Ten seconds of drawing each, without a link in it; tests/web/test_law.py asks for it.
DRAWN = "/katalog.pdf"


@dataclass(frozen=True)
class Form:
    """One form on one page, as a role sees it."""

    role: str
    page: str
    action: str
    place: int
    fields: tuple[Field, ...]

    def __str__(self) -> str:
        return f"{self.role}: {self.page} → {self.action}"


def walk(
    visitor: Visitor, role: str, files: set[str] | None = None
) -> tuple[list[Form], list[str]]:
    """The forms behind the links of the desk, and every page that was opened.

    Of pages that are alike but for what they name, a few stand for all. `files` are addresses that
    gave a file to another role: it is drawn for seconds and links to nothing, so once is enough.
    """
    waiting, seen, forms, pages = ["/"], set[str](), list[Form](), list[str]()
    alike: Counter[str] = Counter()
    files = set() if files is None else files
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path in seen or path in files or alike[_family(path)] >= MOST_ALIKE:
            continue
        seen.add(path)
        alike[_family(path)] += 1
        page = visitor.get(path)
        if not _is_page(page):
            if page.status_code == 200:
                files.add(path)
            continue
        pages.append(path)
        forms += [form for form in _forms(page, role, path) if not _leaves(form.action)]
        waiting += [link for link in _links(page, path) if link not in seen]
    return forms, pages


def _family(path: str) -> str:
    """An address without what it names: numbers, and the entries of the law."""
    parts = re.sub(r"[0-9]+", "#", path.partition("?")[0]).split("/")
    return "/".join(parts[:2] + parts[3:4]) if parts[1] == "aturan" else "/".join(parts)


def _is_page(page: TestResponse) -> bool:
    told = page.headers.get("Content-Disposition", "")
    return page.status_code == 200 and "html" in page.content_type and "attachment" not in told


def fields(page: TestResponse, place: int) -> tuple[Field, ...]:
    """The controls of the form at ``place`` on a page as it is now; none when it is gone."""
    found = _posting(page)
    if place >= len(found):
        return ()
    controls: dict[str, Field] = {}
    for one in found[place].xpath(".//input|.//select|.//textarea"):
        name, kind = one.get("name"), one.get("type", one.tag)
        if not name:
            continue
        options = tuple(str(value) for value in one.xpath(".//option/@value"))
        if kind in ("radio", "checkbox"):
            before = controls[name].options if name in controls else ()
            options = (*before, one.get("value", "on"))
        value = one.value if one.tag != "input" or kind not in ("radio", "checkbox") else options[0]
        kind = "csrf_token" if name == "csrf_token" else kind
        controls[name] = Field(name, kind, str(value or ""), options)
    return tuple(controls.values())


def _forms(page: TestResponse, role: str, path: str) -> Iterator[Form]:
    for place, one in enumerate(_posting(page)):
        action = urljoin(path, one.get("action") or path)
        yield Form(role, path, action, place, fields(page, place))


def _posting(page: TestResponse) -> list[html.HtmlElement]:
    if "html" not in page.content_type:
        return []
    return list(html.fromstring(page.text).xpath("//form[@method='post']"))


def _links(page: TestResponse, path: str) -> Iterator[str]:
    for link in html.fromstring(page.text).xpath("//a/@href"):
        target = urlsplit(urljoin(path, str(link)))
        if not target.netloc and target.path.startswith("/") and not _leaves(target.path):
            yield target.path + (f"?{target.query}" if target.query else "")


def _leaves(path: str) -> bool:
    return path.startswith(LEAVES) or path.endswith(DRAWN)
