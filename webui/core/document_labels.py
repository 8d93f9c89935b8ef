"""Words for documents: their states, the registers they are in, how they are signed."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from casework.models.bundle import BundleState
from casework.models.document import DocumentState
from casework.models.signature import Way

PAPERS: Mapping[str, LazyString] = {
    DocumentState.PLANNED: _("sedang disiapkan"),
    DocumentState.DRAFT: _("konsep"),
    DocumentState.NUMBERED: _("bernomor, PDF disiapkan"),
    DocumentState.ISSUED: _("terbit"),
    DocumentState.DISPATCHED: _("disampaikan"),
    DocumentState.VOID: _("batal"),
}
PAPER_FILTER: Mapping[str, LazyString] = {
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
SIGNING: Mapping[str, LazyString] = {
    Way.PADES: _("dengan sertifikat saya di server kantor"),
    Way.BSRE: _("lewat layanan BSrE"),
    Way.INK: _("di atas kertas (pindaian)"),
}
BUNDLES: Mapping[str, LazyString] = {
    BundleState.GATHERING: _("PDF sedang disiapkan"),
    BundleState.JOINING: _("sedang digabung"),
    BundleState.DONE: _("siap dicetak"),
    BundleState.CANCELLED: _("dihentikan"),
}
