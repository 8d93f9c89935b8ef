# language: id
Fitur: Tangga pengingat kantor
  Agar pengingat cocok dengan cara kerja kantor tanpa seorang pun terlewat sebelum batasnya,
  administrator menetapkan tangga pengingat kantornya; tangga dari data aturan tetap terbaca di sampingnya.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"

  Skenario: Batas yang berjalan mengikuti tangga baru
    Ketika administrator menetapkan pengingat kajian awal 30 jam sebelum batas untuk koordinator
    Maka tindakan itu diterima
    Dan pengingat kajian awal menunggu 30 jam sebelum batas
    Dan jejak audit utuh

  Skenario: Anak tangga yang sudah dikirim tidak diulang
    Diketahui sekarang "2024-09-21T12:00:00"
    Ketika administrator menetapkan pengingat kajian awal 30 jam sebelum batas untuk koordinator
    Maka tindakan itu diterima
    Dan tidak ada pengingat kajian awal yang menunggu

  Skenario: Anak tangga terakhir sebelum batas tidak dapat dihapus
    Ketika administrator hanya menyisakan pengingat kajian awal 1 jam sesudah batas
    Maka tindakan itu ditolak dengan penjelasan "sebelum batas"

  Skenario: Koordinator tidak mengatur tangga
    Ketika koordinator menetapkan pengingat kajian awal 30 jam sebelum batas untuk koordinator
    Maka tindakan itu ditolak dengan penjelasan "administrator"
