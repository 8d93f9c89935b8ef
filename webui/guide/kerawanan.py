"""Guidance for the map of vulnerability and prevention."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "kerawanan",
        _("Peta kerawanan"),
        (
            _("Angka dihitung dari jawaban dan kejadian; klik wilayah untuk melihat hitungannya."),
            _("Wilayah yang belum lengkap dijawab digambar bergaris dan tidak diberi angka."),
            _("Angka antar-edisi tidak dibandingkan: cara menghitungnya lain."),
        ),
        (
            "kerawanan.index",
            "kerawanan.begin",
            "kerawanan.show",
            "kerawanan.sheet",
            "kerawanan.close",
            "kerawanan.after",
        ),
        start=True,
    ),
    Screen(
        "isi-putaran",
        _("Isi putaran"),
        (
            _("Empat butir satu halaman, disimpan tiap halaman; halaman terakhir mengirim."),
            _("Kejadian yang sudah tercatat jangan dihitung lagi; tulis hanya yang lain."),
            _("Kemungkinan 3 menjadi peringatan: pilih bentuk pencegahannya."),
        ),
        ("kerawanan.answer",),
    ),
    Screen(
        "kejadian-rawan",
        _("Kejadian"),
        (
            _("Sebut tempat dan sumbernya, tanpa nama orang."),
            _("Yang dihitung hanya yang ditetapkan petugas lain dari pencatatnya."),
        ),
        ("kerawanan.happened", "kerawanan.enter", "kerawanan.refuse"),
    ),
    Screen(
        "pencegahan",
        _("Peringatan dan tugas"),
        (
            _("Peringatan tanpa tugas berada paling atas; beri pemilik dan tanggal."),
            _("Tugas yang selesai menjadi satu baris Form Cegah."),
        ),
        ("kerawanan.prevention", "kerawanan.plan", "kerawanan.finish", "kerawanan.drop"),
    ),
)
