"""What a hand or a tool may type that nobody meant: Hypothesis strategies for one field each."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

MARK = "zqx"
"""Begins every attribute and word that a page must never take as its own."""

TEMPLATE, ANSWER = "zqx{{7*191}}zqx", "zqx1337zqx"
HEADER = "X-Zqx"
NASTY = (
    "<script>zqx()</script>",
    "<b id=zqx1>tebal</b>",
    '"><img src=x id=zqx2 onerror=zqx()>',
    "' id=zqx3 autofocus onfocus=zqx() x='",
    "</textarea><b id=zqx4>",
    "</title></script><b id=zqx5>",
    "javascript:zqx()",
    TEMPLATE,
    "zqx{%for x in (1,)%}{{x}}{%endfor%}zqx",
    "%(zqx)s %s %d {0} {zqx}",
    "' OR '1'='1' --",
    "'; DROP TABLE cases; --",
    "1) UNION SELECT sealed FROM identities --",
    f"a\r\n{HEADER}: 1\r\n\r\nb",
    "a\x00b",
    "\u202esdrawkcab\u202c",
    "\ufeff\u200b\u2066a\u2069",
    "\ud7ff\ue000\U0010ffff",
    "e\u0301" * 200,
    "👩‍👩‍👧‍👦" * 50,
    "مرحبا بالعالم",
    "../../../../etc/passwd",
    "file:///etc/passwd",
    "=HYPERLINK(1)",
    "A" * 300,
    "Z" * 70_000,
    "-1",
    "0",
    "9" * 400,
    "1e309",
    "NaN",
    "2024-02-30",
    "0000-00-00",
    "9999-12-31",
    "2024-09-19T25:61",
    "10000-01-01T00:00",
    "2024-09-19T10:00+07:00",
    "١٢٣",
    "",
    " ",
)


def long_text() -> st.SearchStrategy[str]:
    """About a megabyte: rare, because it costs more than a hundred others."""
    return st.just("M" * 1_000_000)


def values(options: tuple[str, ...], *, megabyte: bool) -> st.SearchStrategy[str]:
    """A value for one field: nasty, random Unicode, or one of the choices it offers."""
    kinds: list[st.SearchStrategy[str]] = [
        st.sampled_from(NASTY),
        st.text(max_size=80),
        st.text(alphabet=st.characters(codec="utf-8"), max_size=20).map(lambda text: text + "<zqx"),
    ]
    if options:
        kinds.append(st.sampled_from(options))
    if megabyte:
        kinds.append(long_text())
    return st.one_of(kinds)


@dataclass(frozen=True)
class Field:
    """One control of a form: its name, kind, what it holds, and what it offers."""

    name: str
    kind: str
    value: str = ""
    options: tuple[str, ...] = field(default=())


def spoils(
    fields: tuple[Field, ...], *, megabyte: bool = False
) -> st.SearchStrategy[dict[str, list[str]]]:
    """What to type into one to three controls of a form; the token stays always.

    A control gets one hostile value, several, or is left out altogether.
    """
    typed = [one for one in fields if one.kind not in ("file", "csrf_token")]
    if not typed:
        return st.just({})

    def spoil(one: Field) -> st.SearchStrategy[tuple[str, list[str]]]:
        bad = values(one.options, megabyte=megabyte and not one.options)
        several = st.lists(bad, min_size=0, max_size=3)
        one_or_more = st.one_of(bad.map(lambda text: [text]), several)
        return one_or_more.map(lambda texts: (one.name, texts))

    chosen = st.lists(
        st.sampled_from(typed), min_size=1, max_size=3, unique_by=lambda one: one.name
    )
    return chosen.flatmap(lambda some: st.tuples(*map(spoil, some))).map(dict)


def sensible(fields: tuple[Field, ...]) -> dict[str, list[str]]:
    """What a page would send as it is, with a word where nothing stands yet."""
    return {one.name: [one.value or "Isi"] for one in fields if one.kind != "file"}
