# language: id
Fitur: Penerimaan laporan
  Agar tidak ada laporan yang hilang dan setiap batas berawal dari tanggal yang benar,
  petugas penerima mencatat laporan apa adanya; yang terlambat ditandai, tidak ditolak.

  Aturan: Laporan yang dicatat mendapat nomor, edisi, dan batas kajian awal

    Skenario: Laporan pertama Bawaslu Provinsi Bengkulu
      Diketahui sekarang "2024-09-19T10:15:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-16"
      Maka tindakan itu diterima
      Dan nomor laporan "06/LP/PG/Prov/07.00/IX/2024"
      Dan perkara memakai edisi "pemilihan-2020"
      Dan batas "kajian_awal" jatuh pada "2024-09-21T23:59:59+07:00"

    Skenario: Sejak Perbawaslu 9/2024 berlaku, edisi berganti
      Diketahui sekarang "2024-09-30T10:00:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-29"
      Maka perkara memakai edisi "pemilihan-2024"

  Aturan: Tujuh hari dihitung sejak diketahui, bukan sejak kejadian

    Skenario: Hari ketujuh masih tepat waktu
      Diketahui sekarang "2024-09-23T23:59:59"
      Ketika petugas mencatat laporan yang diketahui "2024-09-16"
      Maka tindakan itu diterima
      Dan batas "penyampaian_laporan" dalam keadaan "met"

    Skenario: Laporan yang lewat tujuh hari tetap dicatat dan ditandai
      Diketahui sekarang "2024-09-24T00:00:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-16"
      Maka tindakan itu diterima
      Dan batas "penyampaian_laporan" dalam keadaan "late_met"
      Dan perkara berada pada tahap "kajian_awal"

  Aturan: Laporan di luar jam penerimaan diterima dan ditandai

    Skenario: Sesudah meja tutup
      Diketahui sekarang "2024-09-19T16:30:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-18"
      Maka tindakan itu diterima
      Dan penerimaannya ditandai di luar jam dengan penjelasan "08.00 sampai 16.00"

    Skenario: Hari Minggu
      Diketahui sekarang "2024-09-22T10:00:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-18"
      Maka tindakan itu diterima
      Dan penerimaannya ditandai di luar jam dengan penjelasan "Minggu"

    Skenario: Pada jam penerimaan tidak ada tanda
      Diketahui sekarang "2024-09-19T10:15:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-18"
      Maka penerimaannya tidak ditandai

  Aturan: Tanggal yang tidak mungkin ditolak, dan tidak ada yang setengah tersimpan

    Skenario: Diketahui sebelum terjadi
      Diketahui sekarang "2024-09-19T10:15:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-14"
      Maka tindakan itu ditolak dengan penjelasan "lebih awal daripada tanggal kejadian"
      Tetapi tidak ada perkara yang tercatat

    Skenario: Diketahui di masa depan
      Diketahui sekarang "2024-09-19T10:15:00"
      Ketika petugas mencatat laporan yang diketahui "2024-09-20"
      Maka tindakan itu ditolak dengan penjelasan "masa depan"
      Tetapi tidak ada perkara yang tercatat

  Aturan: Formulir yang sama dikirim dua kali adalah satu laporan

    Skenario: Tombol kirim ditekan dua kali
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika formulir yang sama dikirim sekali lagi
      Maka tindakan itu diterima
      Dan hanya ada 1 perkara

    Skenario: Formulir yang sama dengan isi lain
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika formulir yang sama dikirim dengan isi lain
      Maka tindakan itu ditolak dengan penjelasan "isi yang berbeda"
      Dan hanya ada 1 perkara
