"""Guidance for papers, their books, signing and printing."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "dokumen",
        _("Buku nomor dan surat"),
        (
            _("Satu buku untuk semua nomor: yang dipakai, yang disisipkan, dan yang batal."),
            _("Nomor tidak pernah dipakai dua kali; nomor yang batal menjelaskan alasannya."),
            _("Buku dapat diunduh sebagai PDF atau XLSX."),
        ),
        ("registers.index", "registers.book", "registers.numbering"),
        start=True,
    ),
    Screen(
        "belum-dijawab",
        _("Penerusan yang belum dijawab"),
        (
            _("Setiap surat terkirim yang lembaganya belum menjawab, yang tertua dahulu."),
            _("Terlapor yang gagal terkirim tetap dihitung sampai dikirim ulang dan dijawab."),
        ),
        ("unanswered.show",),
    ),
    Screen(
        "laporan-pemilihan",
        _("Laporan satu pemilihan"),
        (
            _("Angka dihitung dari perkara yang tercatat sekarang, tanpa nama siapa pun."),
            _("Kertasnya bernomor dan ditandatangani di luar; setiap pengunduhan tercatat."),
        ),
        ("registers.election", "registers.election_file"),
    ),
    Screen(
        "lembar-dokumen",
        _("Satu dokumen"),
        (
            _(
                "Di sini terlihat keadaan surat: konsep, bernomor, terbit, ditandatangani, "
                "terkirim."
            ),
            _("Konsep dapat disunting pada bagian yang dibolehkan formulirnya."),
            _("Surat yang sudah terkirim tidak dapat dibatalkan."),
            _("Untuk surat ke luar sekretariat dapat menyiapkan lembar tanda terima."),
        ),
        (
            "documents.show",
            "documents.edit",
            "documents.void",
            "documents.discard",
            "documents.archive",
        ),
        ("tindakan/terbitkan_surat",),
    ),
    Screen(
        "tanda-tangan",
        _("Tanda tangan"),
        (
            _("Kata sandi sertifikat diketik setiap kali dan tidak disimpan."),
            _("Surat bertanda tangan basah dipindai lalu diunggah sebagai salinan yang sah."),
            _("Siapa pun dapat memeriksa surat dengan kode QR pada lembarnya."),
            _("Dokumen menunggu sampai ditandatangani atau diakhiri dengan alasan."),
        ),
        (
            "signing.queue",
            "signing.sign",
            "signing.scan",
            "signing.find_scan",
            "signing.take_back",
            "signing.end",
        ),
    ),
    Screen(
        "cetak",
        _("Mencetak banyak surat"),
        (
            _("Berkas gabungan disiapkan di belakang; Anda boleh meninggalkan halaman ini."),
            _("Pekerjaan dapat dihentikan dan dilanjutkan."),
        ),
        ("bundles.ask", "bundles.show"),
    ),
)
