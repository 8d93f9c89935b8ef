# language: id
Fitur: Perbaikan laporan
  Agar pelapor punya waktu yang pasti, perbaikan dihitung sejak surat diterimanya.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:15:00"
    Dan pelapor menerima surat kelengkapan pada "2024-09-21T13:15:00"

  Aturan: Dua hari sejak surat diterima, Minggu dihitung

    Skenario: Batas perbaikan jatuh pada hari Senin
      Maka batas "perbaikan" jatuh pada "2024-09-23T23:59:59+07:00"
      Dan batas "kajian_awal" dalam keadaan "met"
      Dan perkara berada pada tahap "perbaikan"

    Skenario: Surat itu bernomor 194 dan memakai pola kantor
      Maka surat kelengkapan bernomor "194/PP.00.01/K/09/2024"

    Skenario: Dilengkapi pada detik terakhir
      Diketahui sekarang "2024-09-23T23:59:59"
      Ketika petugas penerima mencoba "terima_kelengkapan"
      Maka tindakan itu diterima
      Dan batas "perbaikan" dalam keadaan "met"
      Dan kelengkapan itu tidak ditandai terlambat

    Skenario: Terlambat sedetik: dicatat dan ditandai, bukan ditolak
      Diketahui sekarang "2024-09-24T00:00:00"
      Ketika petugas penerima mencoba "terima_kelengkapan"
      Maka tindakan itu diterima
      Dan batas "perbaikan" dalam keadaan "late_met"
      Dan kelengkapan itu ditandai terlambat

    Skenario: Pernyataan gugur sebelum waktunya
      Diketahui sekarang "2024-09-23T12:00:00"
      Ketika penangan mencoba "nyatakan_gugur"
      Maka tindakan itu ditolak dengan penjelasan "perbaikan"
      Dan perkara berada pada tahap "perbaikan"

    Skenario: Tidak dilengkapi sampai lewat waktu
      Diketahui sekarang "2024-09-24T08:00:00"
      Ketika penangan mencoba "nyatakan_gugur"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "pleno_registrasi"
      Dan batas "perbaikan" dalam keadaan "expired"
      Ketika anggota mencoba "tolak_registrasi"
      Maka perkara berada pada tahap "tidak_diregistrasi"
      Dan batas "perbaikan" dalam keadaan "expired"
      Dan jejak audit utuh

    Skenario: Dinyatakan lewat menurut tanggal terima yang keliru
      Diketahui sekarang "2024-09-24T08:00:00"
      Ketika penangan mencoba "nyatakan_gugur"
      Dan penangan membatalkan pernyataan lewat waktu
      Maka tindakan itu ditolak dengan penjelasan "memang sudah berakhir"
      Ketika waktu terima surat kelengkapan dibetulkan menjadi "2024-09-22T09:00:00"
      Maka batas "perbaikan" jatuh pada "2024-09-24T23:59:59+07:00"
      Dan batas "perbaikan" dalam keadaan "open"
      Ketika petugas penerima mencoba "terima_kelengkapan"
      Maka tindakan itu ditolak dengan penjelasan "Batalkan pernyataan lewat waktu"
      Ketika waktu menunjukkan "2024-09-25T09:00:00"
      Dan penangan membatalkan pernyataan lewat waktu
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "perbaikan"
      Ketika kelengkapan yang diserahkan pada "2024-09-24T15:00:00" dicatat
      Maka tindakan itu diterima
      Dan batas "perbaikan" dalam keadaan "met"
      Dan kelengkapan itu tidak ditandai terlambat
      Dan jejak audit utuh

    Skenario: Laporan sudah ditolak ketika tanggal terima yang keliru dibetulkan
      Diketahui sekarang "2024-09-24T08:00:00"
      Ketika penangan mencoba "nyatakan_gugur"
      Dan anggota mencoba "tolak_registrasi"
      Dan ketua membuka kembali laporan itu
      Maka tindakan itu ditolak dengan penjelasan "memang sudah berakhir"
      Ketika pelapor diberi tahu bahwa laporannya ditolak
      Dan waktu terima surat kelengkapan dibetulkan menjadi "2024-09-22T09:00:00"
      Dan ketua membuka kembali laporan itu
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "perbaikan"
      Dan batas "perbaikan" dalam keadaan "open"
      Dan pelapor belum diberi tahu hasil yang baru
      Ketika petugas penerima mencoba "terima_kelengkapan"
      Maka tindakan itu diterima
      Dan batas "perbaikan" dalam keadaan "met"
      Dan jejak audit utuh
      Dan setiap batas sama dengan hitungan ulangnya

    Skenario: Fakta waktu terima dibetulkan, dan halaman suratnya ikut
      Ketika fakta waktu terima surat kelengkapan dibetulkan menjadi "2024-09-22T09:00:00"
      Maka tindakan itu diterima
      Dan batas "perbaikan" jatuh pada "2024-09-24T23:59:59+07:00"
      Dan halaman surat menunjukkan surat diterima "2024-09-22T09:00:00"
      Dan jejak audit utuh
      Ketika fakta waktu terima surat kelengkapan dibetulkan menjadi "2024-09-21T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "tercatat dikirim"

  Aturan: Syarat yang sudah terpenuhi tetap terpenuhi

    Skenario: Yang dinilai kembali hanya yang kurang
      Diketahui sekarang "2024-09-23T13:30:00"
      Ketika petugas penerima mencoba "terima_kelengkapan"
      Dan penangan mencoba "ajukan_registrasi"
      Maka tindakan itu ditolak dengan penjelasan "belum dinilai"
      Ketika penangan menilai "dua_alat_bukti" terpenuhi
      Dan penangan mencoba "ajukan_registrasi"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "pleno_registrasi"
      Dan jejak audit utuh
