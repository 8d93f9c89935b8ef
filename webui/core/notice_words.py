"""The subject of a message in the page's language; its text stays Indonesian, as it was sent."""

from __future__ import annotations

from typing import Final

from flask_babel import lazy_gettext as _

from webui.core.language import here, say

PHRASES: Final = (
    _("batas waktu lewat"),
    _("pengingat batas waktu"),
    _("batas waktu bergeser"),
    _("pelimpahan menunggu diterima"),
    _("pelimpahan diterima"),
    _("pelimpahan dikembalikan"),
    _("penanggung jawab keluar"),
    _("pekerjaan sistem gagal"),
    _("rapat pleno menunggu diketahui"),
    _("lambang kop surat tidak dapat dipakai"),
    _("Ketidakhadiran dan wakil"),
    _("Anda disebut dalam komentar"),
)
"""What messages are about beside the acts of the law, which have words of their own."""


def about(subject: str) -> tuple[str, str]:
    """The subject of a message as the page says it, and the language it is in."""
    number, colon, phrase = subject.rpartition(": ")
    words = say(phrase)
    return f"{number}{colon}{words}", here() if words != phrase else "id"
