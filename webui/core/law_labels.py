"""Words for the parts of the law: kinds of entries, and what the catalogue says of them."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

KINDS = {
    "edisi": _("Edisi"),
    "batas": _("Batas waktu"),
    "pelapor": _("Siapa yang boleh melapor"),
    "syarat": _("Persyaratan laporan"),
    "tahap": _("Tahap"),
    "tindakan": _("Tindakan"),
    "golongan": _("Golongan pelanggaran"),
    "jenis": _("Jenis ketentuan"),
    "pasal": _("Pasal, unsur, dan sanksi"),
    "hasil": _("Hasil yang mungkin"),
    "tujuan": _("Tujuan penerusan"),
    "formulir": _("Surat dan formulir"),
    "berkas": _("Isi berkas pidana"),
    "nomor": _("Penomoran"),
    "surat": _("Nomor surat keluar"),
    "ketentuan": _("Ketentuan lain"),
    "hitungan": _("Cara menghitung"),
    "fakta": _("Fakta yang ditanyakan"),
}
REGIMES = {
    "pemilihan": _("Pemilihan (gubernur, bupati, wali kota)"),
    "pemilu": _("Pemilu"),
    "pemilihan-tsm": _("Pemilihan, pelanggaran administrasi TSM"),
}
REVISION_ACTS = {
    "aturan_disahkan": _("Disahkan"),
    "aturan_dibetulkan": _("Dibetulkan"),
    "aturan_dicatat": _("Diberi catatan"),
}
STATES = {"added": _("baru"), "changed": _("berubah"), "removed": _("dihapus")}
LINES = {
    "Akibat": _("Akibat"),
    "Alasan": _("Alasan"),
    "Akibat bila lewat": _("Akibat bila lewat"),
    "Alasan tertulis": _("Alasan tertulis"),
    "Batas waktu": _("Batas waktu"),
    "Berakhir": _("Berakhir"),
    "Berlaku": _("Berlaku"),
    "Berlaku untuk perbuatan": _("Berlaku untuk perbuatan"),
    "Catatan": _("Catatan"),
    "Contoh": _("Contoh"),
    "Dari tingkat": _("Dari tingkat"),
    "Ditandatangani oleh": _("Ditandatangani oleh"),
    "Ditentukan oleh": _("Ditentukan oleh"),
    "Tidak dapat dilengkapi": _("Tidak dapat dilengkapi"),
    "Formulir": _("Formulir"),
    "Golongan": _("Golongan"),
    "Jalan sidang": _("Jalan sidang"),
    "Dipisah menjadi": _("Dipisah menjadi"),
    "Hari pertama": _("Hari pertama"),
    "Hasil": _("Hasil"),
    "Isi": _("Isi"),
    "Jeda": _("Jeda"),
    "Jenis": _("Jenis"),
    "Jenis ketentuan": _("Jenis ketentuan"),
    "Judul": _("Judul"),
    "Kelompok": _("Kelompok"),
    "Kepada": _("Kepada"),
    "Kode": _("Kode"),
    "Lama": _("Lama"),
    "Lebar nomor urut": _("Lebar nomor urut"),
    "Letak": _("Letak"),
    "Membuka batas": _("Membuka batas"),
    "Memenuhi batas": _("Memenuhi batas"),
    "Tidak menunggu lagi": _("Tidak menunggu lagi"),
    "Yang terjadi sebelum": _("Yang terjadi sebelum"),
    "Mencatat waktu": _("Mencatat waktu"),
    "Menerima perkara": _("Menerima perkara"),
    "Menuju tahap": _("Menuju tahap"),
    "Merupakan pelanggaran": _("Merupakan pelanggaran"),
    "Pilihan kantor": _("Pilihan kantor"),
    "Tidak dapat diputus": _("Tidak dapat diputus"),
    "Mulai": _("Mulai"),
    "Mungkin": _("Mungkin"),
    "Oleh": _("Oleh"),
    "Pada tahap": _("Pada tahap"),
    "Pasal": _("Pasal"),
    "Pemilihan": _("Pemilihan"),
    "Penerimaan": _("Penerimaan"),
    "Pengingat": _("Pengingat"),
    "Penjelasan": _("Penjelasan"),
    "Peraturan": _("Peraturan"),
    "Perbuatan": _("Perbuatan"),
    "Perpanjangan": _("Perpanjangan"),
    "Pola umum": _("Pola umum"),
    "Registrasi": _("Registrasi"),
    "Rezim": _("Rezim"),
    "Sanksi": _("Sanksi"),
    "Satuan": _("Satuan"),
    "Sifat": _("Sifat"),
    "Dipenuhi oleh": _("Dipenuhi oleh"),
    "Subjek": _("Subjek"),
    "Surat dan formulir": _("Surat dan formulir"),
    "Isi berkas pidana": _("Isi berkas pidana"),
    "Syarat": _("Syarat"),
    "Tanpa batas waktu": _("Tanpa batas waktu"),
    "Tahapan": _("Tahapan"),
    "Terlapor": _("Terlapor"),
    "Tidak boleh melewati": _("Tidak boleh melewati"),
    "Tingkat": _("Tingkat"),
    "Unsur": _("Unsur"),
    "Yang harus dilakukan": _("Yang harus dilakukan"),
    # Keys of entries that the catalogue does not tell in words.
    "kind": _("Jenis"),
    "missing": _("Yang kurang"),
    "closed": _("Tidak dapat diputus"),
    "choice": _("Nama pilihan kantor"),
    "choice_title": _("Pilihan kantor"),
    "warning": _("Peringatan"),
    "cure": _("Cara memenuhinya"),
    "undo": _("Cara mengakhirinya"),
    "within": _("Hanya selama batas"),
    "after": _("Sesudah batas"),
    "regime": _("Rezim"),
    "revision": _("Revisi berkas"),
    "amends": _("Mengubah edisi"),
    "no_cases": _("Tidak menerima perkara"),
}


def line(label: str) -> LazyString | str:
    """The label of a statement about an entry; a label without translation stays as it is."""
    of = "Dasar "
    if label.startswith(of):
        return _("Dasar: %(part)s", part=line(label.removeprefix(of).capitalize()))
    word, between, number = label.rpartition(" ")
    if number.isdigit():
        return f"{LINES.get(word, word)}{between}{number}"
    return LINES.get(label, label)


KEYS = {
    "title": _("Judul"),
    "citation": _("Pasal"),
    "quote": _("Bunyi pasal yang dikutip"),
    "verification": _("Tanda"),
    "source": _("Sumber"),
    "note": _("Catatan"),
    "known": _("Diketahui"),
    "length": _("Lama"),
    "unit": _("Satuan"),
    "starts_on": _("Mulai pada fakta"),
    "first_day": _("Hari pertama"),
    "ends": _("Berakhir"),
    "closes_at": _("Jam tutup kantor"),
    "direction": _("Arah hitungan"),
    "within": _("Tidak boleh melewati"),
    "on_expiry": _("Akibat bila lewat"),
    "reminders": _("Tangga pengingat"),
    "examples": _("Contoh yang dihitung ulang"),
    "extension": _("Perpanjangan"),
    "total": _("Lama seluruhnya"),
    "act": _("Tindakan atau perbuatan"),
    "reason": _("Alasan"),
    "start_basis": _("Dasar awal hitungan"),
    "unit_basis": _("Dasar satuan"),
    "first_day_basis": _("Dasar hari pertama"),
    "on_expiry_basis": _("Dasar akibat"),
    "from_basis": _("Dasar awal berlaku"),
    "until_basis": _("Dasar akhir berlaku"),
    "in_force": _("Masa berlaku"),
    "from": _("Dari"),
    "until": _("Sampai sebelum"),
    "to": _("Menuju tahap"),
    "roles": _("Peran"),
    "needs": _("Syarat tindakan"),
    "opens": _("Membuka batas"),
    "meets": _("Memenuhi batas"),
    "documents": _("Surat dan formulir"),
    "drops": _("Batas yang tidak ditunggu lagi"),
    "records": _("Mencatat waktu"),
    "reasoned": _("Alasan tertulis wajib"),
    "limits": _("Batas waktu tahap"),
    "unlimited": _("Alasan tanpa batas waktu"),
    "final": _("Tahap akhir"),
    "start": _("Tahap awal"),
    "class": _("Golongan"),
    "article": _("Pasal"),
    "subject": _("Subjek"),
    "elements": _("Unsur"),
    "penalty": _("Sanksi"),
    "penalties": _("Sanksi menurut tanggal perbuatan"),
    "penalty_known": _("Sanksi diketahui"),
    "categories": _("Kategori terlapor"),
    "levels": _("Tingkat"),
    "destinations": _("Lembaga tujuan"),
    "form": _("Formulir"),
    "code": _("Kode formulir"),
    "signatories": _("Penanda tangan"),
    "group": _("Kelompok"),
    "help": _("Penjelasan"),
    "binding": _("Menentukan registrasi"),
    "text": _("Isi"),
    "width": _("Lebar nomor urut"),
    "pattern": _("Pola"),
    "receipt": _("Pola nomor penerimaan"),
    "registration": _("Pola nomor registrasi"),
    "violation": _("Merupakan pelanggaran"),
    "kind": _("Jenis"),
    "missing": _("Yang kurang"),
    "cure": _("Cara memenuhinya"),
    "undo": _("Cara mengakhirinya"),
    "after": _("Sesudah batas"),
    "notes": _("Catatan"),
    "no_cases": _("Tidak menerima perkara"),
    "instruments": _("Peraturan"),
    "incurable": _("Tidak dapat dilengkapi"),
    "decided_by": _("Diputus dengan"),
    "check": _("Cara memeriksa"),
    "rule": _("Batas waktu"),
}


CHANGES = {
    "berubah": _("berubah"),
    "baru": _("baru"),
    "dihapus": _("dihapus"),
    "tetap": _("tetap"),
}


def change(name: str) -> LazyString | str:
    """What happens to an article or an entry, in words."""
    return CHANGES.get(name, name)


def key(path: str) -> LazyString | str:
    """A key of an entry as written (``extension.total``) in words; an unknown one as it is."""
    words = [str(KEYS.get(part, part)) for part in path.split(".")]
    return ": ".join(words)
