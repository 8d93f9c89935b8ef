"""Which paper a scan is of: by the code typed, or by the code its own text carries."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from sqlalchemy import select

from casework.errors import BadInput, NotFound
from casework.models import Document
from casework.services.cases import access
from casework.services.letters import verify_code
from casework.services.printing import signing, verification
from casework.services.unit.work import Work

_PRINTED = re.compile(r"(?:/verifikasi/|Kode verifikasi:\s*)([A-Za-z0-9_-]{8,40})")
MOST_PAGES = 40
_NONE = (
    "Dokumen dengan kode itu tidak ditemukan pada kantor ini. Periksa kodenya, atau buka "
    "dokumennya lewat perkara dan unggah pindaian di sana."
)


def find(work: Work, typed: str, content: bytes) -> int:
    """The paper of the actor's office that a scan is of.

    Raises BadInput when no code was typed and none can be read, or it is of no paper here.
    """
    codes = [verification.code_in(typed)] if typed.strip() else printed_codes(content)
    if not any(codes):
        raise BadInput.one(
            "kode",
            "Kode verifikasi tidak terbaca dari pindaian itu. Ketik kodenya, atau pindai kode QR "
            "dengan pembaca kode ke kolom ini.",
        )
    for code in filter(None, codes):
        row = work.session.scalar(
            select(Document).where(Document.verify_code.in_(verify_code.spellings(code)))
        )
        if row is not None:
            try:
                access.changeable(work, row.case_id)
            except NotFound:
                continue
            return row.id
    raise BadInput.one("kode", _NONE)


def printed_codes(content: bytes) -> list[str]:
    """The verification codes that stand as text in a PDF; none for a picture."""
    try:
        pages = PdfReader(BytesIO(content)).pages[:MOST_PAGES]
        texts = [page.extract_text() for page in pages]
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError):
        return []
    return list(dict.fromkeys(code for text in texts for code in _PRINTED.findall(text)))


def expected(work: Work, document_id: int, media_type: str) -> bool:
    """Whether a scan of this kind may be kept for a paper now; gives whether it must be sealed.

    Raises NotFound or BadInput, before anything is stored.
    """
    row = work.session.get(Document, document_id)
    if row is None:
        raise NotFound("Dokumen itu tidak ada.")
    access.readable(work, row.case_id)
    signing.check_scan(work, row, media_type)
    return row.confidential
