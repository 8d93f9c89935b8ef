"""Guidance for what follows a forwarding, and for corrections."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "tindak-lanjut",
        _("Tindak lanjut"),
        (
            _("Papan ini mencatat jawaban tiap tujuan untuk tiap terlapor."),
            _("Unggah balasannya; tanggal jawaban boleh lebih awal daripada hari mencatat."),
            _("Satu orang gagal atau dikembalikan: catat untuk dia saja, dan perkara menunggunya."),
            _("Sesudah dikirim lagi catat “dikirim”; ditangani instansi lain, “dialihkan”."),
        ),
        ("referral.board",),
        ("tindakan/catat_tindak_lanjut", "batas/tindak_lanjut_kpu"),
    ),
    Screen(
        "selesai",
        _("Menghentikan dan menyelesaikan"),
        (
            _("Menghentikan perkara memerlukan alasan; pelapor tetap diberi tahu."),
            _("Perkara yang selesai dapat dibuka kembali."),
        ),
        ("referral.stop", "referral.finish"),
        ("tindakan/hentikan", "tindakan/selesaikan", "tindakan/buka_kembali"),
    ),
    Screen(
        "koreksi",
        _("Koreksi"),
        (
            _("Tanggal yang dibetulkan menghitung ulang setiap batas yang bergantung padanya."),
            _("Nilai lama tetap terbaca dalam jejak perkara."),
        ),
        ("links.correct", "links.respondent"),
        ("tindakan/koreksi_fakta", "tindakan/koreksi_terlapor"),
    ),
)
