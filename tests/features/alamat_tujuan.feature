# language: id
Fitur: Alamat instansi tujuan
  Agar surat sampai, kantor mencatat alamat instansi yang ditujunya, dari tanggal sampai tanggal.
  Instansi mana yang berwenang tetap dari data aturan; surat memakai alamat yang berlaku pada tanggalnya.

  Latar Belakang:
    Diketahui konsep penerusan kepada instansi di Seluma menunggu

  Skenario: Surat memakai alamat yang dicatat
    Ketika kepala sekretariat mencatat alamat tujuan itu "Jalan Merdeka 1" di "Tais" mulai "2024-09-19"
    Maka tindakan itu diterima
    Dan surat itu menyebut "Jalan Merdeka 1" di "Tais"
    Dan jejak audit utuh

  Skenario: Alamat yang belum berlaku tidak dipakai
    Ketika kepala sekretariat mencatat alamat tujuan itu "Jalan Merdeka 1" di "Tais" mulai "2025-01-01"
    Maka tindakan itu diterima
    Dan surat itu tidak menyebut alamat dan ditutup "Jakarta"

  Skenario: Koordinator tidak mengatur alamat
    Ketika koordinator mencatat alamat tujuan itu "Jalan Merdeka 1" di "Tais" mulai "2024-09-19"
    Maka tindakan itu ditolak dengan penjelasan "administrator, ketua, atau kepala sekretariat"
