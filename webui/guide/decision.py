"""Guidance for the pleno and the letters of what it decides."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "pleno",
        _("Pleno"),
        (
            _("Catat kehadiran dan sikap tiap anggota, lalu putusan tiap terlapor dan pasal."),
            _("Putusan yang menyimpang dari kajian atau dari suara terbanyak memerlukan alasan."),
            _(
                "Anggota yang hadir mendapat pesan dan menyatakan mengetahui catatannya pada hari "
                "itu juga."
            ),
        ),
        ("pleno.decide", "pleno.acknowledge"),
        ("tindakan/putuskan_pleno",),
    ),
    Screen(
        "ralat",
        _("Ralat putusan pleno"),
        (
            _(
                "Putusan yang keliru dibetulkan pleno sendiri: hasil, pasal, atau alasan yang "
                "benar, dengan sebabnya."
            ),
            _(
                "Surat yang memuat putusan keliru dibatalkan, atau ditarik bila sudah dikirim; "
                "surat baru disusun, dan yang sudah diberi tahu diberi tahu lagi."
            ),
            _("Juga sesudah perkara selesai; perkara lalu kembali ke tahap Penerusan."),
        ),
        ("pleno.correct",),
        ("tindakan/ralat_pleno",),
    ),
    Screen(
        "sidang",
        _("Sidang pelanggaran administrasi"),
        (
            _(
                "Hanya bila kantor menyalakannya: acaranya dipinjam dari Pemilu dan belum "
                "dipastikan bagi Pemilihan."
            ),
            _("Urutannya: laporan dibacakan, jawaban, pembuktian, kesimpulan, lalu putusan."),
            _(
                "Putusan tertutup sampai dibacakan; waktu KPU berjalan sejak dibacakan (Pemilu) "
                "atau sejak KPU menerimanya (Pemilihan)."
            ),
        ),
        (
            "hearing.register",
            "hearing.appoint",
            "hearing.fix",
            "hearing.hold",
            "hearing.postpone",
            "hearing.close",
            "hearing.resolve",
            "hearing.read_out",
        ),
        (
            "tindakan/catat_sidang",
            "batas/putusan_administrasi",
            "batas/putusan_administratif",
            "batas/tindak_lanjut_kpu",
        ),
    ),
    Screen(
        "penerusan",
        _("Penerusan"),
        (
            _(
                "Surat dikelompokkan per tujuan; tujuan mengikuti golongan pelanggaran dan "
                "kategori terlapor."
            ),
            _("Lembaga tujuan diperiksa pada hari surat dikirim, karena lembaga dapat berganti."),
            _("Penerusan pidana memakai jam, bukan hari."),
        ),
        ("referral.draft", "referral.forward", "referral.redraft"),
        ("tindakan/susun_penerusan", "batas/penerusan_pidana", "tindakan/teruskan"),
    ),
    Screen(
        "status",
        _("Pemberitahuan status"),
        (_("Pelapor diberi tahu hasilnya, juga bila laporan tidak diregistrasi atau dihentikan."),),
        ("referral.notify", "referral.notify_respondents"),
        ("tindakan/beritahukan_status", "tindakan/umumkan_status"),
    ),
    Screen(
        "surat",
        _("Menerbitkan dan menyampaikan surat"),
        (
            _("Surat bernomor pada saat diterbitkan ketua; sesudah itu isinya tidak berubah."),
            _("Catat cara dan waktu penyampaian beserta bukti terima."),
        ),
        ("letters.issue", "letters.dispatch", "bulk.issue", "bulk.dispatch", "bulk.bind"),
        ("tindakan/terbitkan_surat", "tindakan/catat_penyampaian_surat"),
    ),
)
