# language: id
Fitur: Tidak hadir pada klarifikasi
  Agar berita acara tidak mengatakan seseorang diundang lalu tidak datang, padahal undangannya tidak pernah sampai.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T10:00:00"

  Skenario: Undangan disampaikan sebelum sesi
    Diketahui undangan terlapor disampaikan sebelum waktu sesi
    Ketika ketidakhadirannya dicatat
    Maka tindakan itu diterima
    Dan berita acara ketidakhadiran menyebut penyampaian "dikirim"
    Dan jabatan terlapor tidak disebut sebagai pekerjaan
    Dan tidak ada penyimpangan

  Garis-Besar Skenario: Undangan tidak tercatat disampaikan sebelum sesi
    Diketahui undangan terlapor <keadaan>
    Ketika ketidakhadirannya dicatat
    Maka tindakan itu ditolak dengan penjelasan "Minta sekretariat mencatat penyampaiannya"
    Dan penjelasannya menyebut "Perbawaslu 8/2020"

    Contoh:
      | keadaan                             |
      | masih konsep                        |
      | disampaikan sesudah waktu sesi      |

  Skenario: Diberi tahu dengan cara lain
    Diketahui undangan terlapor masih konsep
    Ketika ketidakhadirannya dicatat karena "Diberi tahu lisan oleh Staf Contoh pada 19 September."
    Maka tindakan itu diterima
    Dan berita acara ketidakhadiran menyebut pemberitahuan "Diberi tahu lisan oleh Staf Contoh pada 19 September."
    Dan berita acara ketidakhadiran tidak menyebut penyampaian
    Dan penyimpangan itu tercatat
    Dan jejak audit utuh

  Skenario: Alasan yang tidak mengatakan apa pun
    Diketahui undangan terlapor masih konsep
    Ketika ketidakhadirannya dicatat karena "-"
    Maka tindakan itu ditolak dengan penjelasan "Tulis alasannya dengan lengkap"

  Skenario: Menurut edisi yang mengatur penyampaiannya tidak ada jalan lain
    Diketahui perkara Pemilu 2024 yang diregistrasi
    Dan undangan terlapor masih konsep
    Ketika ketidakhadirannya dicatat karena "Diberi tahu lisan oleh Staf Contoh pada 19 September."
    Maka tindakan itu ditolak dengan penjelasan "batalkan jadwalnya lalu undang lagi"
    Dan penjelasannya menyebut "Perbawaslu 7/2022 Pasal 29 ayat (2)"
