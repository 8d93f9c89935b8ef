"""Words for the codes of the domain, in the page's language."""

from __future__ import annotations

from collections.abc import Mapping

from flask import current_app
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from markupsafe import Markup

from casework.engine.act import Act
from casework.engine.basis import Mark
from casework.engine.categories import ViolationClass
from casework.engine.counting import Unit
from casework.engine.holiday import HolidayKind
from casework.engine.suggestion import Conclusion
from casework.models.case import CaseKind, LinkKind
from casework.models.deadline import DeadlineState
from casework.models.document import DispatchChannel
from casework.models.exclusion import Reason
from casework.models.gakkumdu import DiscussionResult, Institution
from casework.models.handling import SessionState
from casework.models.hearing import Agenda, HearingState
from casework.models.initial import InitialState
from casework.models.party import PartyRole
from casework.models.referral import ItemState
from casework.services.cases import picture
from casework.services.cases.listing import criteria
from casework.services.cases.unanswered import Wait
from webui.core.access import act_pages
from webui.core.document_labels import BOOKS as BOOKS
from webui.core.document_labels import BUNDLES as BUNDLES
from webui.core.document_labels import NUMBERS as NUMBERS
from webui.core.document_labels import PAPER_FILTER as PAPER_FILTER
from webui.core.document_labels import PAPERS as PAPERS
from webui.core.document_labels import SERIES as SERIES
from webui.core.document_labels import SIGNING as SIGNING
from webui.core.event_labels import RECORDED
from webui.core.language import here, said, say

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
    "gakkumdu_1": _("Gakkumdu pertama"),
    "klarifikasi": _("Klarifikasi"),
    "kajian": _("Kajian"),
    "gakkumdu_2": _("Gakkumdu kedua"),
    "pleno": _("Pleno"),
    "penetapan_majelis": _("Penetapan majelis"),
    "sidang": _("Sidang"),
    "musyawarah": _("Musyawarah"),
    "pembacaan_putusan": _("Pembacaan putusan"),
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
AGENDAS: Mapping[str, LazyString] = {
    Agenda.READING: _("Pembacaan laporan atau temuan"),
    Agenda.ANSWER: _("Jawaban terlapor"),
    Agenda.PROOF: _("Pembuktian"),
    Agenda.CONCLUSIONS: _("Kesimpulan para pihak"),
    Agenda.RULING: _("Pembacaan putusan"),
}
"""What a session of a hearing is for."""
HEARINGS: Mapping[str, LazyString] = {
    HearingState.FIXED: _("dijadwalkan"),
    HearingState.HELD: _("berlangsung"),
    HearingState.POSTPONED: _("ditunda"),
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
    "belum_dinilai": _("belum dinilai"),
}
UNPLACED = {
    "no_time": _("tidak ada jam kantor dalam jangka waktu ini"),
    "full": _("semua jam sudah terisi"),
    "nobody": _("tidak ada ruang atau petugas"),
}
INITIALS: Mapping[str, LazyString] = {
    InitialState.WAITING: _("menunggu paraf"),
    InitialState.INITIALLED: _("diparaf"),
    InitialState.RETURNED: _("dikembalikan"),
    InitialState.VOID: _("batal"),
}
EXCLUDED: Mapping[str, LazyString] = {
    Reason.RESPONDENT: _("bernama sama dengan terlapor"),
    "protected": _("bernama sama dengan seseorang yang dirahasiakan"),
    Reason.HAND: _("ditetapkan petugas"),
}
"""Why an officer is kept away from a case."""
CASE_PARTS = {
    "penanganan": _("Penanganan"),
    "pihak": _("Pihak"),
    "bukti": _("Bukti"),
    "tenggat": _("Batas waktu"),
    "dokumen": _("Dokumen"),
    "jejak": _("Jejak"),
    "komentar": _("Komentar"),
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
REPORTERS: Mapping[str, LazyString] = {
    "pemilih": _("warga yang punya hak pilih"),
    "pemantau": _("pemantau"),
    "peserta": _("peserta atau tim kampanye"),
}
"""Who reported, in few words."""
KINDS: Mapping[str, LazyString] = {
    CaseKind.REPORT: _("Laporan"),
    CaseKind.FINDING: _("Temuan"),
    CaseKind.INFORMATION: _("Informasi awal"),
}
CLASSES: Mapping[str, LazyString] = {
    ViolationClass.ADMINISTRATIVE: _("Pelanggaran administrasi"),
    ViolationClass.ETHICS: _("Pelanggaran kode etik"),
    ViolationClass.CRIME: _("Tindak pidana pemilihan"),
    ViolationClass.OTHER_LAW: _("Pelanggaran hukum lainnya"),
    ViolationClass.NONE: _("Bukan pelanggaran"),
}
MOVES: Mapping[str, LazyString] = {
    picture.BEGUN: _("masuk"),
    picture.REGISTERED: _("diregistrasi"),
    picture.REFUSED: _("tidak diregistrasi"),
}
"""What the picture counts by day."""
LEFT: Mapping[str, LazyString] = {
    criteria.LATE: _("lewat batas"),
    criteria.TODAY: _("hari ini"),
    criteria.WEEK: _("dalam 7 hari"),
    criteria.LATER: _("kemudian"),
    criteria.NO_LIMIT: _("tanpa batas"),
}
"""How long is left of the nearest limit."""
PARTIES: Mapping[str, LazyString] = {
    "pelapor": _("Pelapor"),
    PartyRole.REPORTER: _("Pelapor"),
    "terlapor": _("Terlapor"),
    PartyRole.RESPONDENT: _("Terlapor"),
    "saksi": _("Saksi"),
    PartyRole.WITNESS: _("Saksi"),
    "ahli": _("Ahli"),
    PartyRole.EXPERT: _("Ahli"),
    PartyRole.MATTER: _("Objek"),
}
LIMITS: Mapping[str, LazyString] = {
    DeadlineState.OPEN: _("berjalan"),
    DeadlineState.MET: _("terpenuhi"),
    DeadlineState.LATE_MET: _("terpenuhi terlambat"),
    DeadlineState.EXPIRED: _("lewat waktu"),
    DeadlineState.PAUSED: _("dijeda"),
    DeadlineState.SUPERSEDED: _("diganti"),
}
FOLLOW_UPS: Mapping[str, LazyString] = {
    ItemState.PLANNED: _("disiapkan"),
    ItemState.SENT: _("dikirim"),
    ItemState.ACCEPTED: _("diterima tujuan"),
    ItemState.FAILED: _("gagal kirim"),
    ItemState.RETURNED: _("dikembalikan"),
    ItemState.REROUTED: _("dialihkan ke instansi lain"),
    ItemState.FOLLOWED_UP: _("ditindaklanjuti"),
    ItemState.NOT_FOLLOWED: _("tidak ditindaklanjuti"),
    ItemState.UNANSWERED: _("tidak dijawab"),
    ItemState.VOID: _("surat disusun ulang"),
}
ANSWER_WAITS: Mapping[str, LazyString] = {
    Wait.LATE: _("lewat batas hukum"),
    Wait.OVERDUE: _("lewat perkiraan kantor"),
    Wait.FAILED: _("ada yang gagal terkirim"),
    Wait.RUNNING: _("menunggu jawaban"),
}
SESSIONS: Mapping[str, LazyString] = {
    SessionState.INVITED: _("diundang"),
    SessionState.HELD: _("didengar"),
    SessionState.ABSENT: _("tidak hadir"),
    SessionState.CANCELLED: _("dibatalkan"),
}
TEMPLATES: Mapping[str, LazyString] = {
    "pertanyaan": _("pertanyaan klarifikasi"),
    "alasan": _("alasan tindakan"),
    "surat": _("bagian surat"),
}
UNITS: Mapping[str, LazyString] = {
    Unit.CALENDAR_DAYS: _("hari kalender"),
    Unit.WORKING_DAYS: _("hari kerja"),
    Unit.HOURS: _("jam"),
}
COUNT_PARTS = {
    "start": _("Awal hitungan"),
    "unit": _("Satuan hitungan"),
    "first_day": _("Hari pertama"),
    "within": _("Batas luar"),
    "edition": _("Masa berlaku edisi"),
    "ended_by": _("Yang mengakhiri batas"),
}
"""The parts of a count that rest on an article of their own."""
MARKS: Mapping[str, LazyString] = {
    Mark.CONFIRMED: _("terkonfirmasi"),
    Mark.SECONDARY: _("sekunder"),
    Mark.UNVERIFIED: _("belum terverifikasi"),
}
HOLIDAYS: Mapping[str, LazyString] = {
    HolidayKind.NATIONAL: _("libur nasional"),
    HolidayKind.JOINT_LEAVE: _("cuti bersama"),
    HolidayKind.POLLING: _("hari pemungutan suara"),
    HolidayKind.REVOTE: _("hari pemungutan suara ulang"),
    HolidayKind.CLOSURE: _("kantor tutup"),
}
"""Why a day is free."""
BETWEEN = {
    "kelengkapan_diterima": _("Kelengkapan diterima"),
    "diusulkan_tidak_registrasi": _("Diusulkan tidak diregistrasi"),
}
"""Moments a case records that are no facts of the law."""
CONCLUSIONS: Mapping[str, LazyString] = {
    Conclusion.MET: _("usulan: terpenuhi"),
    Conclusion.UNMET: _("usulan: tidak terpenuhi"),
    Conclusion.PERSON: _("harus dilihat orang"),
}
MARK_HELP: Mapping[str, LazyString] = {
    Mark.CONFIRMED: _("Bunyi pasal sudah dibaca langsung."),
    Mark.SECONDARY: _("Dari cetak ulang, gabungan beberapa pasal, pejabat, atau media."),
    Mark.UNVERIFIED: _("Belum ada sumber; mintalah penelaah hukum memeriksanya."),
}
CHANNELS: Mapping[str, LazyString] = {
    DispatchChannel.BY_HAND: _("diantar langsung"),
    DispatchChannel.POST: _("pos tercatat"),
    DispatchChannel.MAIL: _("surel"),
    DispatchChannel.COURIER: _("kurir"),
    DispatchChannel.APPLICATION: _("aplikasi instansi tujuan"),
}
OATHS = {
    "islam": _("Bersumpah menurut agama Islam"),
    "kristen": _("Bersumpah menurut agama Kristen"),
    "katolik": _("Bersumpah menurut agama Katolik"),
    "hindu": _("Bersumpah menurut agama Hindu"),
    "buddha": _("Bersumpah menurut agama Buddha"),
    "konghucu": _("Bersumpah menurut agama Khonghucu"),
    "janji": _("Berjanji, tanpa sumpah"),
    "refused": _("Diminta dan menolak"),
    "not_asked": _("Tidak diminta"),
}
LINKS: Mapping[str, LazyString] = {
    LinkKind.SAME_EVENT: _("Peristiwa yang sama"),
    LinkKind.FILED_AGAIN: _("Laporan ulang"),
    LinkKind.RELATED: _("Berkaitan"),
}
INSTITUTIONS: Mapping[str, LazyString] = {
    Institution.BAWASLU: _("Bawaslu"),
    Institution.POLICE: _("Kepolisian"),
    Institution.PROSECUTION: _("Kejaksaan"),
}
"""The institutions of a Sentra Gakkumdu."""
DISCUSSED: Mapping[str, LazyString] = {
    DiscussionResult.CONTINUED: _("dilanjutkan"),
    DiscussionResult.STOPPED: _("penanganan dihentikan"),
    DiscussionResult.DIVIDED: _("ketiga unsur tidak sepakat"),
}
"""What a discussion there came to."""
RULINGS = {
    "diregistrasi": _("Diregistrasi"),
    "tidak_diregistrasi": _("Tidak diregistrasi"),
    "temuan_ditetapkan": _("Ditetapkan sebagai temuan"),
    "bukan_temuan": _("Bukan temuan"),
    "diputuskan": _("Hasil untuk setiap terlapor"),
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


def law_title(title: str) -> str:
    """What a page calls a deadline or fact of the law; one about a letter names to whom it went."""
    whole = say(title)
    start, bracket, rest = title.rpartition(" (")
    return whole if whole != title or not bracket else f"{say(start)}{bracket}{rest}"


def law_text(text: str) -> str:
    """A text of the law data on a page: in its language, or marked as the Indonesian it is."""
    words = law_title(text)
    if words != text or not text or here() == "id":
        return words
    return Markup('<span lang="id">{}</span>').format(text)


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
