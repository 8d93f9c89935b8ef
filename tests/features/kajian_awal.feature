# language: id
Fitur: Kajian awal
  Agar pelapor cepat mengetahui nasib laporannya, kajian awal selesai dalam dua hari kalender.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:15:00"

  Aturan: Dua hari, hari laporan tidak dihitung, Sabtu dihitung

    Skenario: Selesai pada detik terakhir hari Sabtu
      Diketahui semua syarat terpenuhi
      Dan sekarang "2024-09-21T23:59:59"
      Ketika penangan mencoba "ajukan_registrasi"
      Maka tindakan itu diterima
      Dan batas "kajian_awal" dalam keadaan "met"

    Skenario: Lewat tengah malam tetap boleh, tetapi ditandai terlambat
      Diketahui semua syarat terpenuhi
      Dan sekarang "2024-09-22T00:00:00"
      Ketika penangan mencoba "ajukan_registrasi"
      Maka tindakan itu diterima
      Dan batas "kajian_awal" dalam keadaan "late_met"
      Dan perkara berada pada tahap "pleno_registrasi"

    Skenario: Batas yang lewat tanpa tindakan dicatat dan diberitahukan
      Ketika waktu menunjukkan "2024-09-22T00:00:01"
      Maka batas "kajian_awal" dalam keadaan "expired"
      Dan penangan diberi tahu bahwa batas lewat
      Dan perkara berada pada tahap "kajian_awal"

    Skenario: Pengingat dikirim sebelum batas, masing-masing sekali
      Ketika waktu menunjukkan "2024-09-20T23:59:59"
      Maka ada 1 pengingat untuk batas itu
      Ketika waktu menunjukkan "2024-09-21T20:00:00"
      Maka ada 2 pengingat untuk batas itu
      Ketika waktu menunjukkan "2024-09-21T21:00:00"
      Maka ada 2 pengingat untuk batas itu

  Aturan: Setiap syarat dinilai sebelum kajian awal ditutup

    Skenario: Belum dinilai semua
      Ketika penangan mencoba "ajukan_registrasi"
      Maka tindakan itu ditolak dengan penjelasan "belum dinilai"
      Dan perkara berada pada tahap "kajian_awal"

    Skenario: Lengkap, jadi tidak ada yang diminta
      Diketahui semua syarat terpenuhi
      Ketika penangan mencoba "minta_kelengkapan"
      Maka tindakan itu ditolak dengan penjelasan "tidak ada yang perlu dilengkapi"

    Skenario: Syarat yang kurang perlu alasan
      Ketika penangan menilai "identitas_pelapor" tidak terpenuhi tanpa alasan
      Maka tindakan itu ditolak dengan penjelasan "Tulis mengapa"
