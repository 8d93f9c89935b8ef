"""Guidance for the administrator."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "pengaturan",
        _("Pengaturan"),
        (_("Administrator mengatur kantor dan petugas; isi perkara tidak tampil baginya."),),
        (
            "settings.index",
            "settings.agencies",
            "settings.numbers",
        ),
        start=True,
    ),
    Screen(
        "kantor",
        _("Kantor dan kepala surat"),
        (
            _("Kepala surat, lambang, zona waktu, dan kode wilayah dipakai pada setiap surat."),
            _("Kode wilayah latihan tidak dapat dipakai untuk nomor sungguhan."),
        ),
        ("offices.index", "offices.add", "offices.change", "offices.change_emblem"),
    ),
    Screen(
        "kalender",
        _("Kalender dan keputusan libur"),
        (
            _(
                "Tanggal merah yang baru menghitung ulang batas yang berjalan dan menyebut "
                "mana saja."
            ),
            _("Lihat akibatnya dahulu; yang keliru ditarik dengan alasan, tidak dihapus."),
        ),
        ("settings.calendars", "decrees.enter", "decrees.show", "decrees.withdraw"),
    ),
    Screen(
        "nomor-awal",
        _("Nomor awal"),
        (
            _("Nomor terakhir di luar sistem ini diisi sekali, sebelum nomor pertama seri itu."),
            _("Sesudahnya nomor hanya maju; yang dilewati tampil di register dengan alasannya."),
        ),
        ("number_openings.index", "number_openings.change"),
    ),
    Screen(
        "wilayah",
        _("Wilayah"),
        (
            _(
                "Provinsi sampai TPS menurut kode Kementerian Dalam Negeri; nomor surat memakai "
                "kode lain."
            ),
            _("Berkas diperiksa dahulu, lalu diambil seluruhnya atau tidak sama sekali."),
        ),
        ("regions.show",),
    ),
    Screen(
        "pengingat",
        _("Tangga pengingat"),
        (
            _("Setelan kantor, bukan hukum: siapa diingatkan tentang batas apa, dan kapan."),
            _("Paling sedikit satu anak tangga berdiri sebelum batas."),
        ),
        ("ladders.index", "ladders.show", "ladders.change"),
    ),
    Screen(
        "pilihan",
        _("Pilihan kantor"),
        (
            _("Yang ditolak karena hukumnya belum lengkap dapat ditempuh kantor dengan alasan."),
            _("Pilihan itu tampil pada perkara dan pleno, dan tercatat."),
        ),
        ("choices.index", "choices.change"),
    ),
    Screen(
        "templat",
        _("Templat kantor"),
        (
            _("Kebiasaan kantor, bukan hukum; petugas menyuntingnya sebelum dikirim."),
            _("Nama pelapor dan saksi tidak pernah diisikan ke dalamnya."),
        ),
        ("templates.index", "templates.change"),
    ),
    Screen(
        "alamat-tujuan",
        _("Alamat instansi tujuan"),
        (
            _("Instansi dan kewenangannya dari data aturan; alamatnya dicatat kantor."),
            _("Surat memakai alamat yang berlaku pada tanggalnya; yang lama tetap terbaca."),
        ),
        ("addresses.index", "addresses.show", "addresses.change"),
    ),
    Screen(
        "petugas",
        _("Petugas dan peran"),
        (
            _("Peran berlaku dari tanggal sampai tanggal, untuk satu kantor."),
            _("Petugas yang keluar: pekerjaannya ditemukan dan diserahkan dalam satu langkah."),
        ),
        (
            "staff.index",
            "staff.show",
            "staff.add",
            "staff.correct",
            "staff.give",
            "staff.take",
            "staff.leave",
        ),
    ),
    Screen(
        "tidak-masuk",
        _("Tidak masuk dan pengganti"),
        (
            _("Pengganti menerima pekerjaan dan pemberitahuan selama petugas tidak masuk."),
            _(
                "Petugas mencatat dirinya; koordinator dan kepala sekretariat petugas kantornya. "
                "Yang mencatat orang lain tidak menjadi wakilnya."
            ),
        ),
        ("absences.index", "absences.add"),
    ),
)
