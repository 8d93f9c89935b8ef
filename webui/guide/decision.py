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
        ),
        ("pleno.decide", "pleno.acknowledge"),
        ("tindakan/putuskan_pleno",),
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
        ("tindakan/beritahukan_status",),
    ),
    Screen(
        "surat",
        _("Menerbitkan dan menyampaikan surat"),
        (
            _("Surat bernomor pada saat diterbitkan ketua; sesudah itu isinya tidak berubah."),
            _("Catat cara dan waktu penyampaian beserta bukti terima."),
        ),
        ("letters.issue", "letters.dispatch"),
        ("tindakan/terbitkan_surat", "tindakan/catat_penyampaian_surat"),
    ),
)
