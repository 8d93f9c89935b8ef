# language: id
Fitur: Saksi, ahli, atau terlapor yang baru diketahui sesudah perkara dimulai
  Agar orang yang keterangannya diperlukan dapat didengar, dan terlapor yang baru tampak ikut diputuskan.

  Skenario: Ahli diundang dan didengar di bawah sumpah dengan formulirnya sendiri
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T10:00:00"
    Ketika penangan mencatat ahli "Budi Ahli" karena "Perlu pendapat ahli bahasa"
    Maka tindakan itu diterima
    Dan ahli itu disamarkan
    Ketika semua orang diundang dan didengar
    Maka keterangan ahli memakai formulir "keterangan_sumpah_ahli"
    Dan undangan ahli menyebut "Budi Ahli" sebagai "Ahli"
    Dan jejak audit utuh
    Dan setiap batas sama dengan hitungan ulangnya

  Skenario: Saksi yang disebut pelapor ketika melengkapi laporannya
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan pelapor menerima surat kelengkapan pada "2024-09-20T10:00:00"
    Ketika petugas penerima mencatat saksi "Sari Saksi" karena "Disebut pelapor waktu melengkapi"
    Maka tindakan itu diterima
    Dan pada perkara ada 1 saksi

  Skenario: Terlapor yang ditambahkan ikut dikaji dan diputuskan
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T10:00:00"
    Ketika penangan mencatat terlapor "Camat Uji" karena "Tampak pada keterangan saksi"
    Maka tindakan itu diterima
    Ketika semua orang diundang dan didengar
    Dan kajian diajukan ke pleno hanya tentang terlapor pertama
    Maka tindakan itu ditolak dengan penjelasan "terlapor yang belum disimpulkan"

  Skenario: Nama yang dirahasiakan tidak masuk ke jejak perkara
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika penangan mencatat saksi "Sari Saksi" karena "Sari Saksi melihat kejadiannya"
    Maka tindakan itu ditolak dengan penjelasan "sebutan samarannya"
    Ketika penangan mencatat terlapor "Terlapor Uji" karena "Disebut lagi"
    Maka tindakan itu ditolak dengan penjelasan "sudah tercatat"

  Skenario: Sesudah klarifikasi ditutup tidak ada yang ditambahkan lagi
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T10:00:00"
    Dan semua pihak sudah diklarifikasi
    Dan kajian sudah diajukan ke pleno
    Ketika penangan mencatat ahli "Budi Ahli" karena "Perlu pendapat ahli"
    Maka tindakan itu ditolak dengan penjelasan "hanya dapat dilakukan pada tahap"
