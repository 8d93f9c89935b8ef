# language: id
Fitur: Rencana klarifikasi
  Semua pihak didengar sebelum batas penanganan, pada jam kantor, dengan ruang dan petugas yang ada.

  Latar Belakang:
    Diketahui laporan dengan 34 terlapor diregistrasi pada "2024-10-11T09:00:00"

  Skenario: Urutan dan jangka waktu
    Ketika klarifikasi direncanakan dengan 6 ruang dan 6 petugas
    Maka pelapor didengar sebelum para terlapor
    Dan tidak ada sesi sebelum jarak undangan atau sesudah batas penanganan
    Dan tidak ada sesi pada hari Sabtu atau Minggu

  Skenario: Yang tidak muat disebut beserta jalan keluarnya
    Ketika klarifikasi direncanakan dengan 1 ruang dan 1 petugas
    Maka ada yang belum mendapat tempat karena "full"
    Dan jalan keluar "extend" disebut
    Dan jalan keluar "room_and_officer" disebut
    Dan jumlah yang mendapat dan belum mendapat tempat adalah 35

  Skenario: Rencana diterima
    Ketika klarifikasi direncanakan dengan 6 ruang dan 6 petugas
    Dan rencana itu diterima
    Maka setiap sesi mempunyai undangan sebagai konsep
    Dan rencana berikutnya tidak memuat yang sudah diundang

  Skenario: Panggilan kedua sesudah tidak hadir
    Ketika klarifikasi direncanakan dengan 6 ruang dan 6 petugas
    Dan rencana itu diterima
    Dan orang pertama dalam rencana tidak hadir
    Maka rencana berikutnya memuat orang itu dengan panggilan ke-2

  Skenario: Petugas yang sama pada jam yang sama ditolak
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan dua sesi pada jam yang sama diberi petugas yang sama
    Maka rencana ditolak dengan penjelasan "sudah dipakai sesi lain"

  Skenario: Sebelum jarak undangan kantor ditolak dengan jam paling awalnya
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan satu sesi dipindahkan ke "2024-10-11T09:01:00"
    Maka rencana ditolak dengan penjelasan "Jumat, 11 Oktober 2024 pukul 21.00 WIB"
    Dan rencana ditolak dengan penjelasan "kurangi jarak undangan"

  Skenario: Usul yang diterima beberapa menit kemudian tidak ditolak
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan sepuluh menit berlalu
    Dan rencana itu diterima
    Maka setiap sesi mempunyai undangan sebagai konsep

  Skenario: Berita acara sesi yang belum dimulai ditolak
    Ketika klarifikasi direncanakan dengan 6 ruang dan 6 petugas
    Dan rencana itu diterima
    Maka berita acara sesi pertama ditolak dengan "baru dimulai"

  Skenario: Sesudah batas penanganan ditolak
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan satu sesi dipindahkan ke "2024-10-15T09:00:00"
    Maka rencana ditolak dengan penjelasan "Sesudah batas penanganan"

  Skenario: Daring hanya dengan keadaan tertentu
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan satu sesi dijadikan daring tanpa keadaan tertentu
    Maka rencana ditolak dengan penjelasan "Pasal 26 ayat (2)"

  Skenario: Undang tanpa rencana tunduk pada jarak, jam kantor, dan batas yang sama
    Ketika seorang terlapor diundang tanpa rencana pada "2024-10-11T10:00:00"
    Maka tindakan itu ditolak dengan penjelasan "Terlalu dekat"
    Ketika seorang terlapor diundang tanpa rencana pada "2024-10-12T10:00:00"
    Maka tindakan itu ditolak dengan penjelasan "Di luar jam kantor"
    Ketika seorang terlapor diundang tanpa rencana pada "2024-10-14T11:30:00"
    Maka tindakan itu ditolak dengan penjelasan "Di luar jam kantor"
    Ketika seorang terlapor diundang tanpa rencana pada "2024-10-15T09:00:00" karena "Hanya bisa hari itu."
    Maka tindakan itu ditolak dengan penjelasan "Sesudah batas penanganan"
    Ketika seorang terlapor diundang tanpa rencana pada "2024-10-12T10:00:00" karena "Hanya bisa hari itu."
    Maka tindakan itu diterima
    Dan alasan "Hanya bisa hari itu." tercatat pada jejaknya

  Skenario: Rencana di luar jam kantor ditolak
    Ketika klarifikasi direncanakan dengan 2 ruang dan 2 petugas
    Dan satu sesi dipindahkan ke "2024-10-12T10:00:00"
    Maka rencana ditolak dengan penjelasan "Di luar jam kantor"
