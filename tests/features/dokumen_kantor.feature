# language: id
Fitur: Dokumen kecil yang dibuat kantor sendiri
  Agar ketidakhadiran, pencabutan, penyerahan, dan pengumuman tidak ditulis di luar sistem.

  @edisi:pemilihan-2020 @aturan:formulir/berita_acara_ketidakhadiran
  Skenario: Yang dipanggil tidak hadir
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-21T09:00:00"
    Ketika yang diundang tidak hadir dengan keterangan "Tidak datang sampai pukul 12.00."
    Maka berita acara ketidakhadiran menyebut undangan, penyampaian, dan keterangan itu
    Dan "berita_acara_ketidakhadiran" tersegel dan dapat dibuka oleh "penangan"
    Dan "berita_acara_ketidakhadiran" tidak dapat dibuka oleh "sekretariat"
    Dan jejak audit utuh

  @edisi:pemilihan-2020 @aturan:formulir/berita_acara_pencabutan
  Skenario: Pelapor mencabut laporannya
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika petugas penerima mencoba "cabut_laporan"
    Maka tindakan itu diterima
    Dan berita acara pencabutan menyebut pelapor, alasan, dan "Pasal 9 ayat (8)"
    Dan "berita_acara_pencabutan" tersegel dan dapat dibuka oleh "petugas penerima"
    Dan "berita_acara_pencabutan" tidak dapat dibuka oleh "penangan"

  @edisi:pemilihan-2020 @aturan:formulir/tanda_terima_kelengkapan
  Skenario: Pelapor menyerahkan kelengkapan
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan pelapor menerima surat kelengkapan pada "2024-09-21T10:00:00"
    Ketika pelapor menyerahkan "rekaman utuh" sebagai kelengkapan
    Maka tanda terima kelengkapan memuat "rekaman utuh"
    Dan jejak audit utuh

  @edisi:pemilihan-2020 @aturan:formulir/tanda_terima_surat
  Skenario: Lembar tanda terima untuk surat yang diantar
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-21T09:00:00"
    Ketika undangan disusun
    Dan sekretariat meminta tanda terima undangan pertama
    Maka tindakan itu ditolak dengan penjelasan "sudah terbit sebagai PDF akhir"
    Ketika ketua menerbitkan undangan
    Dan sekretariat meminta tanda terima undangan pertama
    Maka tindakan itu diterima
    Dan tanda terima surat memuat nomor dan tujuan undangan pertama
    Ketika sekretariat meminta tanda terima undangan pertama
    Maka hanya ada satu tanda terima surat
    Ketika penangan meminta tanda terima undangan pertama
    Maka tindakan itu ditolak dengan penjelasan "disiapkan oleh sekretariat"

  @edisi:pemilihan-2020 @aturan:formulir/pengumuman_status @aturan:tindakan/umumkan_status
  Skenario: Status diumumkan tanpa nama
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika petugas penerima mencoba "cabut_laporan"
    Dan sekretariat mencoba "umumkan_status"
    Maka tindakan itu diterima
    Dan pengumuman menyebut "DICABUT OLEH PELAPOR"
    Dan pengumuman tidak menyebut pelapor, terlapor, dan judul perkara
    Dan jejak audit utuh
