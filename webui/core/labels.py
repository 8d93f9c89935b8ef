"""Words for the codes of the domain, in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from flask import current_app
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from casework.engine.lifecycle import Act
from webui.core.access import act_pages
from webui.core.document_labels import BOOKS as BOOKS
from webui.core.document_labels import BUNDLES as BUNDLES
from webui.core.document_labels import NUMBERS as NUMBERS
from webui.core.document_labels import PAPER_FILTER as PAPER_FILTER
from webui.core.document_labels import PAPERS as PAPERS
from webui.core.document_labels import SERIES as SERIES
from webui.core.document_labels import SIGNING as SIGNING
from webui.core.event_labels import RECORDED
from webui.core.language import said, say

ROLES = {
    "intake_officer": _("petugas penerima laporan"),
    "case_officer": _("staf penanganan pelanggaran"),
    "coordinator": _("koordinator divisi"),
    "commissioner": _("anggota (komisioner)"),
    "chair": _("ketua"),
    "secretariat": _("sekretariat"),
    "head_of_secretariat": _("kepala sekretariat"),
    "legal_reviewer": _("penelaah hukum"),
    "supervisor": _("supervisor tingkat atas"),
    "auditor": _("auditor"),
    "administrator": _("administrator"),
    "sistem": _("sistem"),
}
NOTICE_CHANNELS = {
    "email": _("Surel"),
    "telegram": _("Telegram"),
    "whatsapp": _("WhatsApp"),
    "webhook": _("Webhook kantor"),
}
STAGES = {
    "penyampaian": _("Penyampaian laporan"),
    "kajian_awal": _("Kajian awal"),
    "perbaikan": _("Perbaikan laporan"),
    "pemeriksaan_kelengkapan": _("Pemeriksaan kelengkapan"),
    "pleno_registrasi": _("Pleno registrasi"),
    "klarifikasi": _("Klarifikasi"),
    "kajian": _("Kajian"),
    "pleno": _("Pleno"),
    "penerusan": _("Penerusan"),
    "tindak_lanjut": _("Tindak lanjut"),
    "selesai": _("Selesai"),
    "tidak_diregistrasi": _("Tidak diregistrasi"),
    "dicabut": _("Dicabut"),
    "penelusuran": _("Penelusuran"),
    "penetapan_temuan": _("Penetapan temuan"),
    "bukan_temuan": _("Bukan temuan"),
    "dihentikan": _("Dihentikan"),
    "digabung": _("Digabung"),
}
VIEWS = {
    "mendukung": _("mendukung"),
    "membantah": _("membantah"),
    "netral": _("netral"),
}
VERDICTS = {"terbukti": _("terbukti"), "tidak_terbukti": _("tidak terbukti")}
RESULTS = {
    **VERDICTS,
    "perlu_ditimbang": _("perlu ditimbang"),
}
UNPLACED = {
    "no_time": _("tidak ada jam kantor dalam jangka waktu ini"),
    "full": _("semua jam sudah terisi"),
    "nobody": _("tidak ada ruang atau petugas"),
}
INITIALS = {
    "waiting": _("menunggu paraf"),
    "initialled": _("diparaf"),
    "returned": _("dikembalikan"),
    "void": _("batal"),
}
EXCLUDED = {
    "respondent": _("bernama sama dengan terlapor"),
    "protected": _("bernama sama dengan seseorang yang dirahasiakan"),
    "hand": _("ditetapkan petugas"),
}
"""Why an officer is kept away from a case."""
CASE_PARTS = {
    "penanganan": _("Penanganan"),
    "pihak": _("Pihak"),
    "bukti": _("Bukti"),
    "tenggat": _("Batas waktu"),
    "dokumen": _("Dokumen"),
    "jejak": _("Jejak"),
    "akses": _("Akses"),
}
"""The parts of a case file beside its overview, in their order."""
CATEGORIES = {
    "asn": _("ASN"),
    "kepala_desa": _("Kepala desa"),
    "perangkat_desa": _("Perangkat desa"),
    "bpd": _("Anggota BPD"),
    "honorer": _("Pegawai non-ASN (honorer)"),
    "tni": _("TNI"),
    "polri": _("Polri"),
    "penyelenggara_kpu": _("Penyelenggara: anggota KPU"),
    "penyelenggara_bawaslu": _("Penyelenggara: anggota Bawaslu"),
    "ppk_pps_kpps": _("Penyelenggara: PPK/PPS/KPPS"),
    "panwascam_pkd_ptps": _("Penyelenggara: Panwascam/PKD/PTPS"),
    "calon": _("Calon atau pasangan calon"),
    "tim_kampanye": _("Tim kampanye"),
    "pejabat_negara": _("Pejabat negara atau daerah"),
    "masyarakat": _("Anggota masyarakat"),
    "rt_rw": _("Pengurus RT/RW"),
    "objek": _("Objek tanpa orang (mis. lokasi alat peraga)"),
    "tidak_diketahui": _("Belum diketahui"),
}
PLACE = _("Tempat kejadian")
KINDS = {"LP": _("Laporan"), "TM": _("Temuan"), "IA": _("Informasi awal")}
CLASSES = {
    "administrasi": _("Pelanggaran administrasi"),
    "kode_etik": _("Pelanggaran kode etik"),
    "pidana": _("Tindak pidana pemilihan"),
    "hukum_lainnya": _("Pelanggaran hukum lainnya"),
    "bukan_pelanggaran": _("Bukan pelanggaran"),
}
PARTIES = {
    "pelapor": _("Pelapor"),
    "reporter": _("Pelapor"),
    "terlapor": _("Terlapor"),
    "respondent": _("Terlapor"),
    "saksi": _("Saksi"),
    "witness": _("Saksi"),
    "ahli": _("Ahli"),
    "expert": _("Ahli"),
    "matter": _("Objek"),
}
LIMITS = {
    "open": _("berjalan"),
    "met": _("terpenuhi"),
    "late_met": _("terpenuhi terlambat"),
    "expired": _("lewat waktu"),
    "paused": _("dijeda"),
    "superseded": _("diganti"),
}
FOLLOW_UPS = {
    "planned": _("disiapkan"),
    "sent": _("dikirim"),
    "accepted": _("diterima tujuan"),
    "failed": _("gagal kirim"),
    "returned": _("dikembalikan"),
    "rerouted": _("dialihkan ke instansi lain"),
    "followed_up": _("ditindaklanjuti"),
    "not_followed": _("tidak ditindaklanjuti"),
    "unanswered": _("tidak dijawab"),
    "void": _("surat disusun ulang"),
}
SESSIONS = {
    "invited": _("diundang"),
    "held": _("hadir"),
    "absent": _("tidak hadir"),
    "cancelled": _("dibatalkan"),
}
UNITS = {"calendar_days": _("hari kalender"), "working_days": _("hari kerja"), "hours": _("jam")}
COUNT_PARTS = {
    "start": _("Awal hitungan"),
    "unit": _("Satuan hitungan"),
    "first_day": _("Hari pertama"),
    "within": _("Batas luar"),
}
"""The parts of a count that rest on an article of their own."""
MARKS = {
    "confirmed": _("terkonfirmasi"),
    "secondary": _("sekunder"),
    "unverified": _("belum terverifikasi"),
}
MARK_HELP = {
    "confirmed": _("Bunyi pasal sudah dibaca langsung."),
    "secondary": _("Dari cetak ulang, gabungan beberapa pasal, pejabat, atau media."),
    "unverified": _("Belum ada sumber; mintalah penelaah hukum memeriksanya."),
}
CHANNELS = {
    "langsung": _("diantar langsung"),
    "pos": _("pos tercatat"),
    "surel": _("surel"),
    "kurir": _("kurir"),
    "aplikasi": _("aplikasi instansi tujuan"),
}
OATHS = {
    "islam": _("Islam"),
    "kristen": _("Kristen"),
    "katolik": _("Katolik"),
    "hindu": _("Hindu"),
    "buddha": _("Buddha"),
    "konghucu": _("Konghucu"),
    "janji": _("Janji (tanpa sumpah)"),
}
LINKS = {
    "peristiwa_sama": _("Peristiwa yang sama"),
    "lapor_ulang": _("Laporan ulang"),
    "terkait": _("Berkaitan"),
}
POSITIONS = {"setuju": _("setuju"), "tidak_setuju": _("tidak setuju"), "abstain": _("abstain")}


def word(table: Mapping[str, LazyString], code: str, title: str = "") -> LazyString | str:
    """The word for ``code``; without one the law's own title, else the code as it is."""
    if code not in table:
        return title or code.replace("_", " ")
    return said(table)[code]


def act(code: str, label: str = "") -> str:
    """What a button calls an act: `label` as its edition says, else the first that has it."""
    known = _acts().get(code)
    return say(label or (known.label if known else code.replace("_", " ")))


def page(endpoint: str) -> str:
    """What a button calls the act that is done on a page."""
    return act(next(name for name, there in act_pages().items() if there == endpoint))


def event(code: str, act: Act | None = None) -> LazyString | str:
    """What is said of something recorded; `act` is the act of the law it was, where it was one."""
    if code in RECORDED:
        return said(RECORDED)[code]
    found = act or _acts().get(code)
    return say(found.done or found.label) if found else code.replace("_", " ")


def _acts() -> Mapping[str, Act]:
    found: Mapping[str, Act] = current_app.extensions["casework"].rulebook.latest.acts
    return found


def role(code: str) -> LazyString | str:
    """A role's name."""
    return word(ROLES, code)
