"""Guidance for one's own account and for this guidance."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "akun",
        _("Akun saya"),
        (
            _("Ganti kata sandi, atur faktor kedua, dan akhiri sesi di perangkat lain."),
            _("Simpan kode cadangan di tempat aman: satu kode hanya berlaku satu kali."),
        ),
        (
            "account.show",
            "account.factor",
            "account.renew_codes",
            "account.switch_off",
            "account.password",
            "account.codes",
            "account.list_sessions",
        ),
        start=True,
    ),
    Screen(
        "pemberitahuan",
        _("Pemberitahuan saya"),
        (
            _(
                "Pilih saluran pesan dan jam tenang. Pengingat batas menembus jam tenang bila "
                "perlu."
            ),
            _("Pesan memuat nomor perkara, tindakan, dan tanggal; tidak pernah nama orang."),
        ),
        ("preferences.notifications",),
        start=True,
    ),
    Screen(
        "panduan",
        _("Panduan"),
        (
            _("Panduan tiap peran dapat dicetak dari halaman ini."),
            _("Dalam mode latihan, tur mengantar Anda dari halaman ke halaman."),
        ),
        ("guide.index", "guide.role"),
    ),
)
