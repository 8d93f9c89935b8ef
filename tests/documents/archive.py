"""What ISO 19005-2 asks of bytes and objects, asked here because veraPDF cannot be had.

Clauses are those of PDF/A-2. Text, structure, language and claim are asked in `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

MOST_OBJECTS, LONGEST_NAME = 8_388_607, 127
_VERSIONS = tuple(f"%PDF-1.{minor}".encode() for minor in range(4, 8))
_FILTERS = frozenset({"/FlateDecode", "/DCTDecode"})
_KINDS = frozenset({"/Type0", "/CIDFontType0", "/CIDFontType2"})
# Keys that may not stand in a stream or a graphics state.
_STRANGE = {
    "6.1.7: a stream stands in another file": {"/F", "/FFilter", "/FDecodeParms"},
    "6.2.8: a picture has another in its place": {"/Alternates", "/OPI"},
    "6.2.9: a part is drawn from elsewhere": {"/Ref"},
}
_INK = frozenset({"/TR", "/TR2", "/HTP", "/HTO"})


def faults(pdf: bytes, opened: Any) -> Iterator[str]:
    """Everything that keeps the file from being PDF/A-2, as far as it is asked here."""
    yield from _file(pdf, opened)
    yield from _intent(opened)
    for one in opened.objects:
        if isinstance(one, pikepdf.Stream):
            yield from _stream(one)
        elif isinstance(one, pikepdf.Dictionary):
            yield from _dictionary(one)
    for number, page in enumerate(opened.pages, start=1):
        if "/StructParents" not in page.obj:
            yield f"6.7.3: page {number} stands outside the structure"


def _file(pdf: bytes, opened: Any) -> Iterator[str]:
    first, mark, *_rest = [*pdf[:64].split(b"\n"), b""]
    if first not in _VERSIONS:
        yield f"6.1.2: it begins with {first!r}"
    if mark[:1] != b"%" or len(mark) < 5 or min(mark[1:5]) < 128:
        yield "6.1.2: no four bytes above 127 after its header"
    if len(opened.trailer.get("/ID", [])) != 2:
        yield "6.1.3: no identifier of two parts"
    if len(opened.objects) > MOST_OBJECTS:
        yield "6.1.13: too many objects"


def _intent(opened: Any) -> Iterator[str]:
    intents = list(opened.Root.get("/OutputIntents", []))
    if [str(one.get("/S")) for one in intents] != ["/GTS_PDFA1"]:
        yield "6.2.3: no output intent of PDF/A, or several"
    elif int(intents[0].DestOutputProfile.get("/N", 0)) != 3:
        yield "6.2.3: its profile is not of three colours"


def _stream(one: Any) -> Iterator[str]:
    keys, used = set(one.keys()), one.get("/Filter", [])
    filters = {str(name) for name in (used if isinstance(used, pikepdf.Array) else [used])}
    if filters - _FILTERS:
        yield f"6.1.7: a stream is packed with {sorted(filters)}"
    for said, strange in _STRANGE.items():
        if keys & strange:
            yield said
    if str(one.get("/Interpolate", "")) == "True":
        yield "6.2.8: a picture is interpolated"
    if one.get("/Subtype") == "/PS":
        yield "6.2.9: a part is PostScript"


def _dictionary(one: Any) -> Iterator[str]:
    keys, kind = set(one.keys()), str(one.get("/Subtype", ""))
    if any(len(key.encode()) > LONGEST_NAME for key in keys):
        yield "6.1.13: a name is too long"
    if one.get("/Type") == "/ExtGState" and keys & _INK:
        yield "6.2.10: a graphics state changes how ink is laid on"
    if one.get("/Type") != "/Font":
        return
    if kind not in _KINDS:
        yield f"6.2.11: a font of the kind {kind}"
    if kind == "/Type0" and "/ToUnicode" not in keys:
        yield "6.2.11.7: a font does not say which letters it draws"
    if kind == "/CIDFontType2" and "/CIDToGIDMap" not in keys:
        yield "6.2.11.3: a font does not say which glyphs it holds"
