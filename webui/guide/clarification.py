"""Guidance for clarification and the kajian."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "undang",
        _("Undangan klarifikasi"),
        (
            _("Pilih yang diundang, waktu, dan tempat; surat disusun dan menunggu ketua."),
            _("Waktu sidang harus jatuh dalam batas penanganan; halaman mengatakan bila tidak."),
        ),
        ("clarification.invite", "plan.propose"),
        ("batas/undangan_klarifikasi", "tindakan/undang_klarifikasi", "batas/penanganan"),
    ),
    Screen(
        "pihak_baru",
        _("Pihak yang baru diketahui"),
        (
            _("Catat saksi, ahli, atau terlapor yang baru tampak sesudah perkara dimulai."),
            _("Saksi dan ahli disamarkan; namanya hanya ada pada undangan dan berita acaranya."),
            _("Terlapor yang ditambahkan ikut dikaji dan diputuskan seperti yang lain."),
        ),
        ("parties.add",),
        ("tindakan/catat_pihak", "tindakan/undang_klarifikasi"),
    ),
    Screen(
        "klarifikasi",
        _("Jalannya klarifikasi"),
        (
            _("Tulis tanya jawab berurutan; pilih apa yang sungguh terjadi dengan sumpahnya."),
            _("Ketidakhadiran dicatat; perkara dapat diputus tanpa keterangan itu."),
            _("Penolakan menandatangani berita acara dicatat beserta alasannya."),
        ),
        (
            "clarification.sessions",
            "clarification.record",
            "clarification.absent",
            "clarification.call_off",
            "clarification.close",
        ),
        ("tindakan/catat_klarifikasi", "tindakan/catat_ketidakhadiran"),
    ),
    Screen(
        "perpanjang",
        _("Keterangan tambahan"),
        (
            _("Perpanjangan dihitung sebagai jumlah dari awal yang sama, bukan dari hari ini."),
            _("Alasannya tercatat dan tampil di samping batas."),
        ),
        ("review.extend",),
        ("batas/penanganan", "tindakan/perpanjang_penanganan"),
    ),
    Screen(
        "kajian",
        _("Kajian"),
        (
            _("Susun fakta, bukti, unsur pasal, analisis, kesimpulan, lalu usul per terlapor."),
            _("Beberapa pasal untuk seorang terlapor: tekan Tambah pasal."),
            _("Unsur tanpa bukti berarti tidak terbukti; tulis mengapa bila Anda menilai lain."),
            _("Kajian rahasia sampai pleno."),
        ),
        ("review.write", "review.submit", "matrix.edit", "versions.compare"),
        ("tindakan/simpan_kajian", "tindakan/ajukan_pleno", "batas/penanganan"),
    ),
    Screen(
        "paraf",
        _("Paraf"),
        (
            _("Paraf diberikan berurutan; isi yang berubah sesudahnya menggugurkan paraf."),
            _("Kembalikan dengan catatan bila ada yang harus dibetulkan."),
        ),
        ("paraf.show",),
    ),
    Screen(
        "gakkumdu",
        _("Pembahasan di Sentra Gakkumdu"),
        (
            _("Pembahasan pertama sesudah registrasi, yang kedua antara kajian dan pleno."),
            _("Tulis pendapat Bawaslu, Kepolisian, dan Kejaksaan masing-masing, apa adanya."),
            _(
                "Tanpa pembahasan kedua pleno tidak memutus tindak pidana, kecuali dengan alasan "
                "yang tercatat."
            ),
        ),
        ("gakkumdu.first", "gakkumdu.second"),
        ("tindakan/catat_gakkumdu_1", "tindakan/catat_gakkumdu_2", "batas/gakkumdu_1"),
    ),
    Screen(
        "tindakan-lain",
        _("Tindakan lain dalam perkara"),
        (
            _("Catat kapan tindakan itu sungguh terjadi, bukan kapan Anda mengetiknya."),
            _("Halaman menunjukkan lebih dahulu batas yang terbuka atau terpenuhi karenanya."),
        ),
        ("plain.act", "questions.answer"),
    ),
)
