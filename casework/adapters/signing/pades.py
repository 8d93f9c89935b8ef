"""Signing with a certificate that lies on this machine, in a child process with limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from casework.adapters.signing.child import DONE, read_parts, write_parts
from casework.errors import BadInput, SigningFailed
from casework.ports import Secret, SignedPdf, SignOrder

SECONDS = 60


class PadesSigner:
    """PKCS#12 files in a folder: `officers/LOGIN.p12`, or `offices/CODE.p12` for a whole office.

    `tsa` is the address of a time-stamping service (RFC 3161), "" for none.
    """

    needs_subscriber = False

    def __init__(self, folder: Path, *, tsa: str = "") -> None:
        self._folder = folder
        self._tsa = tsa

    def ready(self, login: str, office: str) -> bool:
        """Whether there is a file for the officer, or for the office."""
        return self._certificate(login, office) is not None

    def sign(self, pdf: bytes, order: SignOrder, passphrase: Secret) -> SignedPdf:
        """Sign in a child of its own; its end takes the key and the passphrase with it."""
        certificate = self._certificate(order.login, order.office)
        if certificate is None:
            raise BadInput.one(
                "sertifikat",
                "Belum ada sertifikat untuk Anda di server. Minta administrator memasangnya "
                "(panduan operasi, bagian Tanda tangan).",
            )
        told = json.dumps(
            {
                "certificate": str(certificate),
                "tsa": self._tsa,
                "name": order.name,
                "lines": order.lines,
                "reason": order.reason,
                "place": order.place,
                "at": order.at.isoformat(),
                "ordinal": order.ordinal,
            }
        ).encode()
        question = BytesIO()
        write_parts(question, told, passphrase.reveal().encode(), pdf)
        return _answer(_run(question.getvalue()))

    def _certificate(self, login: str, office: str) -> Path | None:
        for kind, name in (("officers", login), ("offices", office)):
            # A login is text from our own table, but it names a file: only plain names do.
            file = self._folder / kind / f"{name}.p12"
            if name == Path(name).name and file.is_file():
                return file.resolve()
        return None


def _run(question: bytes) -> bytes:
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "casework.adapters.signing.child"],
            input=question,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=SECONDS,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        # Not chained: the fault carries what was sent to the child.
        raise SigningFailed(
            f"Penandatanganan tidak selesai dalam {SECONDS} detik. Dokumen belum ditandatangani; "
            "coba lagi."
        ) from None
    return ended.stdout


def _answer(said: bytes) -> SignedPdf:
    try:
        told, status, content = read_parts(BytesIO(said))
    except EOFError:
        raise SigningFailed(
            "Proses penanda tangan berhenti mendadak. Dokumen belum ditandatangani; coba lagi."
        ) from None
    values = json.loads(told)
    if status == DONE:
        return SignedPdf(content, values["signer"], values["certificate"], values["timestamped"])
    if values["field"]:
        raise BadInput.one(values["field"], values["text"])
    raise SigningFailed(values["text"])


def _environment() -> dict[str, str]:
    """Only what Python and fontconfig need."""
    kept = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH")
    fonts = ("XDG_", "FONTCONFIG_")
    return {
        name: value for name, value in os.environ.items() if name in kept or name.startswith(fonts)
    }
