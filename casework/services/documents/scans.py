"""Which paper a scan is of: by the code typed, or by the code its own text carries."""

from __future__ import annotations

import re

from sqlalchemy import select

from casework.errors import BadInput, NotFound
from casework.models import Document
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.documents import papers, scan_kind, signing, verification

_PRINTED = re.compile(r"(?:/verifikasi/|Kode verifikasi:\s*)([A-Za-z0-9_-]{8,40})")
_NONE = (
    "Dokumen dengan kode itu tidak ditemukan pada kantor ini. Periksa kodenya, atau buka "
    "dokumennya lewat perkara dan unggah pindaian di sana."
)


def find(work: Work, typed: str, text: str) -> int:
    """The paper of the actor's office that a scan is of; `text` is what can be read in it.

    Raises BadInput when no code was typed and none can be read, or it is of no paper here.
    """
    codes = [verification.code_in(typed)] if typed.strip() else printed_codes(text)
    if not any(codes):
        raise BadInput.one(
            "kode",
            "Kode verifikasi tidak terbaca dari pindaian itu. Ketik kodenya, atau pindai kode QR "
            "dengan pembaca kode ke kolom ini.",
        )
    for code in filter(None, codes):
        row = work.session.scalar(
            select(Document).where(Document.verify_code.in_(papers.spellings(code)))
        )
        if row is not None:
            try:
                access.changeable(work, row.case_id)
            except NotFound:
                continue
            return row.id
    raise BadInput.one("kode", _NONE)


def printed_codes(text: str) -> list[str]:
    """The verification codes that stand in a text, each once."""
    return list(dict.fromkeys(_PRINTED.findall(text)))


def expected(work: Work, document_id: int, media_type: str, head: bytes) -> bool:
    """Whether a scan of this kind may be kept for a paper now; gives whether it must be sealed.

    `head` are its first bytes. Raises NotFound or BadInput, before anything is stored.
    """
    row = access.told(work, work.session.get(Document, document_id))
    if row is None:
        raise NotFound("Dokumen itu tidak ada.")
    access.readable(work, row.case_id)
    signing.check_scan(work, row, media_type)
    if not scan_kind.fits(media_type, head):
        raise BadInput.one(
            "berkas",
            "Isi berkas itu bukan seperti kata namanya. Simpan ulang pindaiannya sebagai PDF, "
            "JPEG, PNG, atau TIFF, lalu unggah kembali.",
        )
    return row.confidential
