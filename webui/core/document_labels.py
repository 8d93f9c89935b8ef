"""Words for papers: their states, the books they stand in, how they are signed."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

PAPERS = {
    "planned": _("sedang disiapkan"),
    "draft": _("konsep"),
    "numbered": _("bernomor, PDF disiapkan"),
    "issued": _("terbit"),
    "dispatched": _("disampaikan"),
    "void": _("batal"),
}
PAPER_FILTER = {
    **PAPERS,
    "unsigned": _("belum ditandatangani"),
    "filed": _("diarsipkan"),
}
BOOKS = {
    "nomor": _("Register nomor"),
    "agenda": _("Agenda surat keluar"),
    "laporan": _("Register laporan dan temuan"),
}
SERIES = {
    "surat": _("surat keluar"),
    "penerimaan": _("penerimaan"),
    "registrasi": _("registrasi"),
}
NUMBERS = {
    "berlaku": _("berlaku"),
    "sisipan": _("sisipan"),
    "batal": _("batal"),
    "dilewati": _("tidak diberikan di sini"),
}
SIGNING = {
    "pades": _("dengan sertifikat saya di server kantor"),
    "bsre": _("lewat layanan BSrE"),
    "basah": _("di atas kertas (pindaian)"),
}
BUNDLES = {
    "gathering": _("PDF sedang disiapkan"),
    "joining": _("sedang digabung"),
    "done": _("siap dicetak"),
    "cancelled": _("dihentikan"),
}
