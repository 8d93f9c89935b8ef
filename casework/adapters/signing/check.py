"""Reads the electronic signatures in a PDF and says whether each still holds.

It says nothing about whether a certificate is to be trusted: that is for the reader's list of
authorities. It says whether the bytes are those that were signed, by the key of that certificate.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

# What a parser meets in a file that was tampered with; none of it is a signature that holds.
_UNREADABLE = (
    PdfReadError, ValueError, KeyError, IndexError, TypeError, AttributeError, zlib.error,
    RecursionError, OverflowError,
)  # fmt: skip
_ENOUGH = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)


@dataclass(frozen=True)
class Seen:
    """One signature: whose certificate, whether it holds, whether it covers the whole file."""

    signer: str
    holds: bool
    whole: bool


def examine(pdf: bytes) -> tuple[Seen, ...]:
    """Every signature in the order it was put; none when the file holds none or is no PDF."""
    try:
        return tuple(_look(one) for one in PdfFileReader(BytesIO(pdf)).embedded_signatures)
    except _UNREADABLE:
        return ()


def _look(one: EmbeddedPdfSignature) -> Seen:
    info, certificate = one.signer_info, one.signer_cert
    coverage = SignatureCoverageLevel.UNCLEAR
    try:
        coverage = one.evaluate_signature_coverage()
        intact, valid = validate_sig_integrity(info, certificate, "data", one.compute_digest())
    except (SignatureValidationError, *_UNREADABLE):
        intact = valid = False
    holds = bool(intact and valid and coverage in _ENOUGH)
    return Seen(
        str(certificate.subject.native.get("common_name", "")),
        holds,
        coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )
