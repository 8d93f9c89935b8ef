"""What kind of file a piece of evidence is, by its content; its name must say the same.

What can be run as a program is refused, and what nobody can recognise. A picture may be called by
the name of another kind of picture, as telephones do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from casework.errors import BadInput, wording

LONGEST: Final = 4096
"""So many of its first bytes tell what a file is."""

_PDF, _TEXT, _ZIP, _OLE = "application/pdf", "text/plain", "application/zip", "application/msword"
_BEGINNINGS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x00\x00\x01\xb3", "video/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"PK\x03\x04", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"{\\rtf", "application/rtf"),
)
_PROGRAMS: Final = (
    b"MZ", b"\x7fELF", b"#!/", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"L\x00\x00\x00\x01\x14\x02\x00",
)  # fmt: skip
_RUN_BY_NAME: Final = frozenset(
    (
        "exe", "com", "scr", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "msi", "msp",
        "dll", "jar", "apk", "lnk", "hta", "sh", "app", "deb", "rpm",
    )
)  # fmt: skip
_BRANDS: Final[Mapping[bytes, str]] = {
    b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic", b"avif": "image/avif",
    b"qt  ": "video/quicktime", b"M4A ": "audio/mp4", b"3gp4": "video/3gpp", b"3gp5": "video/3gpp",
}  # fmt: skip
_RIFF: Final[Mapping[bytes, str]] = {
    b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo",
}  # fmt: skip
_PICTURES: Final = (
    "jpg", "jpeg", "jpe", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif", "avif",
)  # fmt: skip
_RECORDINGS: Final = (
    "mp4", "m4v", "mov", "3gp", "3gpp", "webm", "mkv", "mpg", "mpeg", "avi", "mp3", "m4a", "aac",
    "ogg", "oga", "opus", "wav", "flac", "amr",
)  # fmt: skip
_ZIPPED: Final = ("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip")
# By the end of its name: what the content must be, as the beginnings of media types, and its name.
_NAMED: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "pdf": ((_PDF,), "PDF"),
    **dict.fromkeys(_PICTURES, (("image/",), "gambar")),
    **dict.fromkeys(_RECORDINGS, (("video/", "audio/"), "rekaman suara atau video")),
    **dict.fromkeys(_ZIPPED, ((_ZIP,), "dokumen atau ZIP")),
    **dict.fromkeys(("doc", "xls", "ppt", "msg"), ((_OLE,), "dokumen Office lama")),
    "rtf": (("application/rtf",), "RTF"),
    "txt": ((_TEXT,), "teks"),
}
TAKEN: Final = (
    "PDF, gambar (JPEG, PNG, HEIC, WEBP, TIFF), video dan suara (MP4, MOV, 3GP, MP3, M4A, OGG, "
    "AMR, WAV), dokumen Office, teks, atau ZIP"
)
"""What is taken, as an officer reads it."""


def media_type(head: bytes) -> str | None:
    """The media type that the first bytes tell; None where nobody knows them, or for a program.

    >>> media_type(b"%PDF-1.7"), media_type(b"MZ\\x90\\x00"), media_type(b"Dengan hormat")
    ('application/pdf', None, 'text/plain')
    """
    if head.startswith(_PROGRAMS):
        return None
    if b"%PDF-" in head[:1024]:
        return _PDF
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    return _TEXT if _is_text(head) else None


def check(name: str, head: bytes, field: str = "berkas") -> str:
    """The media type of a file by its first bytes. Raises BadInput naming the field.

    Refused are programs, content that nobody recognises, and a name that says another kind.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if head.startswith(_PROGRAMS) or ending in _RUN_BY_NAME:
        raise BadInput.one(
            field,
            wording(
                "Berkas itu sebuah program, bukan bukti, dan tidak disimpan. Bila "
                "isinya bukti, simpan dahulu sebagai salah satu dari: %(taken)s.",
                taken=TAKEN,
            ),
        )
    found = media_type(head)
    kinds, title = _NAMED.get(ending, ((), ""))
    if title and (found is None or not found.startswith(kinds)):
        raise BadInput.one(
            field,
            wording(
                "Isi berkas itu bukan %(title)s seperti kata namanya (.%(ending)s). "
                "Buka berkas aslinya, simpan ulang, lalu pilih kembali.",
                title=title,
                ending=ending,
            ),
        )
    if found is None:
        raise BadInput.one(
            field,
            wording(
                "Jenis berkas itu tidak dikenali dari isinya. Yang diterima: %(taken)s.",
                taken=TAKEN,
            ),
        )
    return found


def _is_text(head: bytes) -> bool:
    if not head or any(byte < 9 for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as fault:
        # The first bytes may end within a letter.
        return fault.start >= len(head) - 3
    return True
