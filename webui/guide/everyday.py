"""Guidance for what every officer opens first."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from webui.guide.screen import Screen

SCREENS = (
    Screen(
        "meja",
        _("Meja kerja"),
        (
            _(
                "Di sini berdiri perkara yang menunggu Anda, yang paling sempit kelonggarannya "
                "di atas."
            ),
            _("Tombol di kanan membuka langsung tindakan berikutnya."),
            _("Perkara yang menunggu orang lain ada di bawah, beserta peran yang ditunggu."),
        ),
        ("desk.show", "desk.notices", "search.show"),
        start=True,
    ),
    Screen(
        "terima",
        _("Terima laporan"),
        (
            _(
                "Catat laporan apa adanya. Yang kurang dinilai kemudian pada kajian awal; jangan "
                "menolak di meja."
            ),
            _(
                "Tanggal diketahui bukan tanggal kejadian: batas penyampaian dihitung dari "
                "tanggal diketahui."
            ),
            _(
                "Identitas pelapor dan saksi disimpan tersegel; di halaman lain hanya tampil "
                "sebutan samaran."
            ),
            _("Setelah dikirim, nomor terima keluar dan tanda bukti disiapkan untuk dicetak."),
        ),
        (
            "intake_steps.start",
            "intake_steps.step",
            "intake_steps.drop",
            "intake_files.show",
            "intake_sending.check",
            "intake_sending.received",
        ),
        ("batas/penyampaian_laporan", "tindakan/terima_laporan", "batas/kajian_awal"),
        start=True,
    ),
    Screen(
        "temuan",
        _("Catat temuan"),
        (
            _("Temuan berangkat dari laporan hasil pengawasan, bukan dari pelapor."),
            _("Pleno menetapkannya sebagai temuan; batasnya dihitung sejak ditemukan."),
        ),
        ("doors.find", "doors.propose", "doors.fix", "doors.refuse"),
        ("batas/penetapan_temuan", "tindakan/tetapkan_temuan"),
        start=True,
    ),
    Screen(
        "informasi",
        _("Informasi awal"),
        (
            _("Informasi tanpa pelapor dicatat di sini, ditelusuri, lalu dapat menjadi temuan."),
            _("Informasi awal tidak memakai nomor perkara."),
        ),
        ("doors.inform",),
        ("batas/penelusuran", "tindakan/catat_informasi_awal"),
        start=True,
    ),
    Screen(
        "tenggat",
        _("Batas waktu"),
        (
            _(
                "Batas yang berakhir per hari, minggu, atau bulan; hari libur menyebut "
                "keputusannya."
            ),
            _(
                "Langganan kalender memuat nomor perkara dan batasnya saja, dan dapat dicabut "
                "kapan pun."
            ),
        ),
        ("agenda.show", "feeds.manage"),
        start=True,
    ),
    Screen(
        "gambaran",
        _("Gambaran"),
        (
            _("Setiap angka membuka perkara di belakangnya; hanya yang boleh Anda lihat dihitung."),
            _("Keadaan pada akhir hari yang lalu dihitung ulang dari catatan."),
        ),
        ("picture.show",),
        start=True,
    ),
    Screen(
        "statistik",
        _("Statistik"),
        (
            _(
                "Angka menurut tahap, kantor, petugas, hasil, dan ketepatan waktu, juga beban "
                "sendiri."
            ),
            _("Setiap angka membuka daftar yang memuat persis perkara sebanyak itu."),
        ),
        ("statistics.show",),
        start=True,
    ),
    Screen(
        "macet",
        _("Macet dan sunyi"),
        (
            _("Perkara yang terlalu lama tanpa tindakan, dengan tindakan yang membukanya."),
            _(
                "Ingatkan memberi pesan kepada yang dapat melakukannya dan tercatat; bila sesudah "
                "itu tetap diam, kantor di atasnya diberi tahu."
            ),
        ),
        ("stuck.show",),
    ),
    Screen(
        "kalkulator",
        _("Kalkulator batas"),
        (
            _("Menjawab: bila sesuatu diterima pada saat itu, batas apa yang mengikutinya."),
            _("Tidak mencatat apa pun; pakailah sebelum memberi janji."),
        ),
        ("forecast.show",),
        start=True,
    ),
    Screen(
        "perkara",
        _("Daftar perkara"),
        (
            _("Saring menurut tahap, golongan, wilayah, tanggal, atau kata dalam berkas."),
            _("Saringan tersimpan dalam alamat halaman, jadi dapat ditandai atau dikirim."),
        ),
        ("cases.index", "lists.exported", "owners.assign", "owners.assigned"),
        start=True,
    ),
    Screen(
        "berkas",
        _("Berkas perkara"),
        (
            _("Kepala berkas menunjukkan kedua nomor, tahap, dan batas terdekat dengan jamnya."),
            _(
                "Tindakan yang belum terbuka menjawab “mengapa belum bisa?”: apa yang kurang, "
                "pasalnya, jalan keluarnya."
            ),
            _("Setiap tanggal membuka cara menghitungnya, hari demi hari."),
            _(
                "Yang sudah tercatat tidak dihapus. Salah catat dibetulkan dengan koreksi yang "
                "ikut tercatat."
            ),
            _(
                "Bukti dan surat dibaca di halaman ini; setiap pembukaan bukti dan surat yang "
                "memuat identitas tercatat. Komentar hanya untuk rekan sekantor."
            ),
        ),
        (
            "cases.show",
            "cases.part",
            "comments.show",
            "viewer.proof",
            "viewer.document",
            "files.add_proof",
            "links.link",
            "identity.show",
            "corrections.correct",
            "clerical.case",
            "clerical.respondent",
            "clerical.person",
            "clerical.dispatch",
        ),
        ("tindakan/koreksi_fakta", "tindakan/tautkan"),
    ),
    Screen(
        "perkara-tanpa-wilayah",
        _("Perkara tanpa wilayah"),
        (
            _("Perkara lama hanya punya teks tempat kejadian; wilayahnya diusulkan dari teks itu."),
            _("Tidak satu pun ditetapkan tanpa petugas; yang keliru dibetulkan seperti data lain."),
        ),
        ("placing.show",),
    ),
    Screen(
        "pengecualian",
        _("Pengecualian petugas"),
        (
            _(
                "Petugas yang namanya tercatat dalam perkara tidak melihat perkara itu lagi; "
                "sistem melakukannya sendiri."
            ),
            _("Yang hanya senama dimasukkan kembali dengan mencabutnya, beserta alasannya."),
            _("Kerabat atau teman dekat para pihak dikecualikan di sini dengan alasan."),
            _("Tidak seorang pun mencabut pengecualian atas dirinya sendiri."),
        ),
        ("exclusions.show", "exclusions.lift"),
    ),
    Screen(
        "komponen",
        _("Komponen"),
        (_("Contoh setiap bagian halaman dan kapan dipakai; hanya ada dalam mode latihan."),),
        ("components.show",),
    ),
    Screen(
        "aturan",
        _("Aturan"),
        (
            _("Setiap edisi hukum dapat dibaca di sini: batas, syarat, pasal, tujuan, formulir."),
            _(
                "Lencana menunjukkan seberapa pasti suatu entri: naskahnya sudah dibaca, bersumber "
                "kedua, atau belum ada sumbernya."
            ),
            _(
                "Penelaah hukum dapat mengesahkan atau membetulkan entri; perkara lama tetap pada "
                "edisinya."
            ),
        ),
        ("law.index", "law.edition", "law.chapter", "law.entry", "law.differences"),
        start=True,
    ),
    Screen(
        "pemilihan",
        _("Pemilihan dan tahapannya"),
        (
            _("Tahapan beserta tanggal, dasar, dan tandanya; PSU adalah pemilihan sendiri."),
            _("Kalender baru diimpor dari berkas sebagai revisi; yang lama tetap terbaca."),
        ),
        ("elections.index", "elections.show", "elections.take"),
    ),
    Screen(
        "revisi",
        _("Mengesahkan dan membetulkan aturan"),
        (
            _(
                "Sahkan hanya bila bunyi pasalnya sendiri sudah dibaca; kutip kata yang menentukan "
                "dan lampirkan naskahnya."
            ),
            _("Lihat akibatnya dahulu: apa yang berubah, dan batas mana yang akan bergeser."),
            _("Revisi tidak menghapus yang lama dan tidak memindahkan perkara."),
        ),
        ("law_revisions.confirm", "law_revisions.correct", "law_revisions.annotate"),
    ),
    Screen(
        "baca-peraturan",
        _("Baca peraturan"),
        (
            _(
                "Unggah PDF resminya; setiap entri yang mengutipnya dibandingkan dengan bunyi "
                "pasalnya."
            ),
            _(
                "Halaman aslinya tampil di sebelah entri; sahkan hanya yang sudah Anda baca "
                "sendiri."
            ),
        ),
        (
            "regulations.index",
            "regulations.show",
            "regulations.match",
            "amendments.index",
            "amendments.change",
            "regulations.sample",
            "regulations.uncited",
        ),
    ),
    Screen(
        "belum-dikonfirmasi",
        _("Belum dikonfirmasi dan dipakai"),
        (_("Daftar kerja penelaah hukum: yang paling banyak dipakai dibaca paling dahulu."),),
        ("law_revisions.unverified",),
        start=True,
    ),
    Screen(
        "hukum-lain",
        _("Perkara di bawah hukum lain"),
        (
            _("Melihat tidak mengubah apa pun; perkara tetap memakai edisi dan revisinya."),
            _("Memindahkan perkara adalah tindakan koordinator dengan alasan, dan tercatat."),
        ),
        ("law_cases.replay", "law_cases.repin"),
    ),
)
