"""Signs a PDF with a certificate and puts a visible mark where the signatory's name stands.

Runs in the child process only. The signature is PAdES, added to the end of the file, so that
earlier signatures stay valid.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

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

from casework.adapters.signing import mark
from casework.adapters.signing.check import examine
from casework.adapters.signing.refusal import Refused

TSA_SECONDS = 10


def sign(order: Mapping[str, Any], passphrase: bytes, pdf: bytes) -> tuple[dict[str, Any], bytes]:
    """Give who signed with which certificate, and the signed PDF. Raises Refused."""
    content = _file(order["certificate"])
    certificate = _open(content, passphrase, datetime.fromisoformat(order["at"]))
    signer = signers.SimpleSigner.load_pkcs12_data(content, other_certs=[], passphrase=passphrase)
    stamper = HTTPTimeStamper(order["tsa"], timeout=TSA_SECONDS) if order["tsa"] else None
    place = mark.place(pdf, order["name"], order["ordinal"])
    with TemporaryDirectory() as folder:
        drawing = Path(folder) / "mark.pdf"
        drawing.write_bytes(mark.draw(order["lines"]))
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
