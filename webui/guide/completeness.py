"""Guidance from the report to its registration."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "syarat",
        _("Kajian awal"),
        (
            _("Nilai syarat satu per satu: terpenuhi, tidak, dan alasannya."),
            _(
                "Yang tidak terpenuhi dan dapat dilengkapi masuk ke surat kelengkapan dengan "
                "kata-kata Anda."
            ),
            _("Penilaian dapat disimpan dan dilanjutkan; batas kajian awal tetap berjalan."),
        ),
        ("checks.assess", "checks.compare"),
        ("batas/kajian_awal", "tindakan/nilai_syarat"),
    ),
    Screen(
        "kelengkapan",
        _("Melengkapi laporan"),
        (
            _(
                "Batas perbaikan dihitung sejak pelapor menerima surat: catat hari dan jam "
                "terimanya beserta buktinya."
            ),
            _("Kelengkapan yang datang dicatat per syarat; yang lewat waktu dinyatakan gugur."),
        ),
        ("checks.ask", "checks.complete", "checks.lapse"),
        ("batas/perbaikan", "tindakan/minta_kelengkapan", "tindakan/terima_kelengkapan"),
    ),
    Screen(
        "usul",
        _("Mengajukan ke pleno registrasi"),
        (
            _("Usul registrasi memerlukan semua syarat terpenuhi; usul menolak memerlukan alasan."),
            _("Sesudah diregistrasi, batas penanganan mulai berjalan."),
        ),
        ("checks.propose", "checks.propose_refusal"),
        ("tindakan/ajukan_registrasi", "tindakan/usul_tidak_registrasi", "batas/penanganan"),
    ),
    Screen(
        "registrasi",
        _("Pleno registrasi"),
        (
            _("Catat siapa yang hadir dan putusannya; nomor registrasi keluar saat disimpan."),
            _("Laporan yang tidak diregistrasi tetap diberitahukan kepada pelapor."),
        ),
        ("pleno.register", "pleno.refuse"),
        ("tindakan/registrasi", "tindakan/tolak_registrasi", "batas/penanganan"),
    ),
    Screen(
        "cabut",
        _("Pencabutan laporan"),
        (
            _("Sebelum registrasi laporan dapat dicabut dan menjadi informasi awal."),
            _("Sesudah registrasi pelapor tidak dapat mencabutnya."),
        ),
        ("links.withdraw",),
        ("tindakan/cabut_laporan",),
    ),
)
