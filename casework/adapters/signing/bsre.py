"""Signing by the state's service: the eSign client service of BSrE, second version of its API.

Written after the shape that integrations publish; it was never tried against the real service
(see docs/operations.md).
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

import httpx

from casework.errors import BadInput, SigningFailed
from casework.ports import Secret, SignedPdf, SignOrder

SIGN = "/api/v2/sign/pdf"
SECONDS = 60.0
WRONG_PASSPHRASE = 2031
_A4 = (595.0, 842.0)
_MARK = (190.0, 46.0)


class BsreSigner:
    """Hands a paper, the officer's NIK and passphrase to the service of the agency."""

    needs_subscriber = True

    def __init__(self, url: str, user: str, password: str) -> None:
        self._url = url.rstrip("/")
        self._auth = httpx.BasicAuth(user, password)

    def ready(self, login: str, office: str) -> bool:
        """Whoever has an account at the service; only the service knows."""
        del login, office
        return True

    def sign(self, pdf: bytes, order: SignOrder, passphrase: Secret) -> SignedPdf:
        """Send, and read back the signed paper. Nothing that was sent appears in a fault."""
        if not order.subscriber:
            raise BadInput.one("nik", "Isi NIK Anda seperti terdaftar di BSrE.")
        try:
            answer = httpx.post(
                f"{self._url}{SIGN}",
                json=_question(pdf, order, passphrase),
                auth=self._auth,
                timeout=SECONDS,
                follow_redirects=False,
            )
        except httpx.HTTPError:
            raise SigningFailed(
                "Layanan BSrE tidak dapat dihubungi. Dokumen belum ditandatangani; coba lagi nanti "
                "atau tanda tangani di atas kertas."
            ) from None
        if answer.status_code != httpx.codes.OK:
            raise _refusal(answer)
        return SignedPdf(_file(answer), f"{order.name} (BSrE)", "", timestamped=False)


def _question(pdf: bytes, order: SignOrder, passphrase: Secret) -> dict[str, Any]:
    left = _A4[0] - _MARK[0] - 62
    return {
        "nik": order.subscriber,
        "passphrase": passphrase.reveal(),
        "signatureProperties": [
            {
                "tampilan": "INVISIBLE" if order.ordinal > 1 else "VISIBLE",
                "page": 1,
                "originX": left,
                "originY": 12.0,
                "width": _MARK[0],
                "height": _MARK[1],
                "location": order.place,
                "reason": order.reason,
            }
        ],
        "file": [base64.b64encode(pdf).decode()],
    }


def _refusal(answer: httpx.Response) -> BadInput | SigningFailed:
    try:
        told = answer.json()
    except ValueError:
        told = {}
    code = told.get("status_code") if isinstance(told, dict) else None
    if code == WRONG_PASSPHRASE:
        return BadInput.one(
            "frasa_sandi",
            "BSrE menolak frasa sandi itu. Dokumen belum ditandatangani; ketik ulang.",
        )
    # What the service says may repeat what it was sent; only its code is passed on.
    said = code if isinstance(code, int) else answer.status_code
    return SigningFailed(
        f"Layanan BSrE menolak permintaan (kode {said}). Dokumen belum ditandatangani. Periksa NIK "
        "dan status sertifikat Anda di BSrE, atau hubungi administrator."
    )


def _file(answer: httpx.Response) -> bytes:
    try:
        content = base64.b64decode(answer.json()["file"][0], validate=True)
    except (ValueError, KeyError, IndexError, TypeError, binascii.Error):
        content = b""
    if not content.startswith(b"%PDF"):
        raise SigningFailed(
            "Jawaban layanan BSrE tidak memuat dokumen. Dokumen belum ditandatangani di sini."
        )
    return content
