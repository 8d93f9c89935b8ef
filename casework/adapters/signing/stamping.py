"""Signs a PDF with a certificate and puts a visible mark where the signatory's name stands.

Runs in the child process only. The signature is PAdES, added to the end of the file, so that
earlier signatures stay valid.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import jinja2
import pypdf
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509 import Certificate
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pypdf.errors import PyPdfError
from weasyprint import HTML

from casework.adapters.pdf.draw import SCHEME, ClosedFetcher
from casework.adapters.signing.check import examine
from casework.adapters.signing.refusal import Refused

WIDTH, HEIGHT = 190, 46
"""Size of the mark in points."""
_SMALL = 0.8
_MARGIN = 60
_PAGE = """<!doctype html><html lang="id"><title>Tanda tangan</title><style>
@page { size: 190pt 46pt; margin: 0 }
body { margin: 0; font: 7.4pt/1.25 "Liberation Sans"; color: #10233f }
div { box-sizing: border-box; width: 190pt; height: 46pt; padding: 4pt 6pt;
  border: .6pt solid #10233f; overflow: hidden }
p { margin: 0; overflow-wrap: anywhere } p:first-child { font-weight: bold }
</style><div>{% for line in lines %}<p>{{ line }}</p>{% endfor %}</div></html>"""


@dataclass(frozen=True)
class Place:
    """A page (from 0) and the box of the mark on it, in points from the lower left corner."""

    page: int
    box: tuple[int, int, int, int]


def draw(lines: Sequence[str]) -> bytes:
    """The mark as a page of its own, with its fonts embedded like those of the paper."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    html = environment.from_string(_PAGE).render(lines=list(lines))
    page = HTML(string=html, base_url=SCHEME, url_fetcher=ClosedFetcher({}))
    return cast("bytes", page.write_pdf(pdf_variant="pdf/a-2u"))


def place_mark(pdf: bytes, name: str, ordinal: int) -> Place:
    """The room above the signatory's printed name; without it a row at the foot of the last page.

    The name is looked for from the last page back, and on a page from below.
    """
    try:
        pages = pypdf.PdfReader(BytesIO(pdf)).pages
        for number in range(len(pages) - 1, -1, -1):
            found = _name_at(pages[number], name)
            if found:
                return Place(number, _beside(found) if found.in_a_row else _above(found))
        last = len(pages) - 1
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError):
        last = -1
    left = _MARGIN + (ordinal - 1) % 2 * (WIDTH + 20)
    low = 12 + (ordinal - 1) // 2 * (HEIGHT + 4)
    return Place(last, (left, low, left + WIDTH, low + HEIGHT))


@dataclass(frozen=True)
class _Found:
    """Where a name stands, on a page of which width, and whether more text follows it there."""

    x: float
    y: float
    width: float
    in_a_row: bool


def _above(found: _Found) -> tuple[int, int, int, int]:
    left = int(min(max(_MARGIN, found.x), found.width - _MARGIN - WIDTH))
    low = int(found.y) + 11
    return left, low, left + WIDTH, low + HEIGHT


def _beside(found: _Found) -> tuple[int, int, int, int]:
    """In a list of names the last column is where one signs."""
    wide, high = int(WIDTH * _SMALL), int(HEIGHT * _SMALL)
    left, low = int(found.width) - _MARGIN - 4 - wide, int(found.y) + 4 - high // 2
    return left, low, left + wide, low + high


def _name_at(page: pypdf.PageObject, name: str) -> _Found | None:
    """Where the name stands lowest on a page."""
    lines: dict[int, list[tuple[float, str]]] = {}

    def hear(text: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            lines.setdefault(round(y), []).append((x, text.strip()))

    page.extract_text(visitor_text=hear)
    wanted = _bare(name)
    height, width = float(page.mediabox.height), float(page.mediabox.width)
    for y in sorted(lines):
        if wanted and wanted in _bare("".join(text for _x, text in lines[y])):
            said, begin = "", 0.0
            for x, text in sorted(lines[y]):
                begin = begin if said else x
                said = said + _bare(text) if wanted.startswith(said + _bare(text)) else said
            # A list of signatories numbers its rows; two names side by side are no list.
            listed = any(x < begin and text.rstrip(".").isdigit() for x, text in lines[y])
            if 0 < y < height - HEIGHT - 20:
                return _Found(begin, float(y), width, in_a_row=listed)
    return None


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


TSA_SECONDS = 10


def sign(order: Mapping[str, Any], passphrase: bytes, pdf: bytes) -> tuple[dict[str, Any], bytes]:
    """Give who signed with which certificate, and the signed PDF. Raises Refused."""
    content = _file(order["certificate"])
    certificate = _open(content, passphrase, datetime.fromisoformat(order["at"]))
    signer = signers.SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=passphrase)
    stamper = HTTPTimeStamper(order["tsa"], timeout=TSA_SECONDS) if order["tsa"] else None
    place = place_mark(pdf, order["name"], order["ordinal"])
    with TemporaryDirectory() as folder:
        drawing = Path(folder) / "mark.pdf"
        drawing.write_bytes(draw(order["lines"]))
        style = StaticStampStyle(
            border_width=0,
            background=ImportedPdfPage(str(drawing)),  # type: ignore[no-untyped-call]  # untyped there
            background_layout=SimpleBoxLayoutRule(
                AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0)
            ),
        )
        out = BytesIO()
        try:
            writer = IncrementalPdfFileWriter(BytesIO(pdf))
            signers.PdfSigner(
                signers.PdfSignatureMetadata(
                    field_name=f"TandaTangan{order['ordinal']}",
                    subfilter=fields.SigSeedSubFilter.PADES,
                    reason=order["reason"],
                    location=order["place"],
                    md_algorithm="sha256",
                ),
                signer=signer,
                timestamper=stamper,
                stamp_style=style,
                new_field_spec=fields.SigFieldSpec(
                    f"TandaTangan{order['ordinal']}", on_page=place.page, box=place.box
                ),
            ).sign_pdf(writer, output=out)
        except TimestampRequestError as fault:
            raise Refused(
                "",
                "Server penanda waktu (TSA) tidak menjawab; dokumen belum ditandatangani. Coba "
                "lagi, atau minta administrator memeriksa CASEWORK_TSA_URL.",
            ) from fault
        except (PdfReadError, SigningError) as fault:
            raise Refused("", "Berkas PDF ini tidak dapat ditandatangani.") from fault
    seen = examine(out.getvalue())
    if not seen or not all(one.holds for one in seen):
        raise Refused("", "Tanda tangan yang dibuat tidak utuh. Dokumen belum ditandatangani.")
    told = {
        "signer": _name(certificate),
        "certificate": hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest(),
        "timestamped": stamper is not None,
    }
    return told, out.getvalue()


def _file(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as fault:
        raise Refused(
            "sertifikat",
            "Berkas sertifikat Anda tidak ada di server. Minta administrator memasangnya "
            "(panduan operasi, bagian Tanda tangan).",
        ) from fault


def _open(content: bytes, passphrase: bytes, at: datetime) -> Certificate:
    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(content, passphrase)
    except ValueError as fault:
        raise Refused(
            "frasa_sandi",
            "Frasa sandi tidak cocok dengan sertifikat. Dokumen belum ditandatangani; ketik ulang "
            "frasa sandi sertifikat Anda (bukan kata sandi masuk).",
        ) from fault
    if key is None or certificate is None:
        raise Refused("sertifikat", "Berkas sertifikat itu tidak memuat kunci penanda tangan.")
    moment = at.astimezone(UTC)
    if not certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc:
        raise Refused(
            "sertifikat",
            f"Sertifikat Anda berlaku {certificate.not_valid_before_utc:%d-%m-%Y} sampai "
            f"{certificate.not_valid_after_utc:%d-%m-%Y}. Perpanjang sertifikat itu dahulu.",
        )
    return certificate


def _name(certificate: Certificate) -> str:
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value)[:300] if found else certificate.subject.rfc4514_string()[:300]
