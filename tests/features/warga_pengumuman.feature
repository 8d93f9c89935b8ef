# language: id
Fitur: Pengumuman status untuk umum
  Agar siapa pun dapat mengikuti nasib laporan tanpa mengetahui orangnya, yang terbaca hanya
  pengumuman yang diterbitkan kantor, dengan nomor, hari, dan hasilnya.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"

  Skenario: Perkara yang belum diumumkan tidak terbaca umum
    Ketika laporan itu dicabut pelapornya
    Maka umum tidak membaca pengumuman apa pun

  Skenario: Yang diumumkan kantor terbaca dengan nomor dan hasilnya, tanpa nama
    Ketika laporan itu dicabut pelapornya
    Dan sekretariat mengumumkan statusnya
    Maka umum membaca satu pengumuman "DICABUT OLEH PELAPOR" dengan nomor laporan itu
    Dan pengumuman itu tidak menyebut nama siapa pun
    Dan pengumuman itu ditemukan dengan nomornya, dan tidak dengan nomor lain

  Skenario: Pengumuman yang batal tidak hilang
    Ketika laporan itu dicabut pelapornya
    Dan sekretariat mengumumkan statusnya
    Dan pengumuman itu dinyatakan batal
    Maka umum membaca pengumuman itu sebagai batal
