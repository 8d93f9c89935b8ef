# language: id
Fitur: Paraf
  Kajian dan surat lewat tangan pemeriksa sebelum sampai ke pleno atau ketua. Urutannya kebiasaan
  kantor, bukan hukum; yang tercatat harus benar: siapa, kapan, dan atas isi yang mana.

  Latar Belakang:
    Diketahui kajian satu terlapor sudah disimpan

  Skenario: Berjalan menurut urutan
    Ketika staf penanganan mengajukan paraf kajian
    Maka giliran paraf ada pada koordinator
    Dan koordinator diberi tahu bahwa kajian menunggu paraf
    Ketika koordinator membubuhkan paraf
    Maka giliran paraf ada pada ketua
    Ketika ketua membubuhkan paraf
    Maka paraf kajian lengkap
    Dan jejak perkara memuat 1 kali "paraf_diajukan" dan 2 kali "paraf_dibubuhkan"

  Skenario: Bukan giliran peran itu
    Ketika staf penanganan mengajukan paraf kajian
    Maka ketua ditolak membubuhkan paraf karena giliran "koordinator divisi"

  Skenario: Dikembalikan dengan catatan
    Ketika staf penanganan mengajukan paraf kajian
    Dan koordinator mengembalikan kajian dengan catatan "Uraikan unsur kedua"
    Maka tidak ada giliran paraf
    Dan penulis diberi tahu bahwa kajian dikembalikan
    Ketika staf penanganan mengajukan paraf kajian
    Maka giliran paraf ada pada koordinator
    Dan paraf berada pada putaran 2

  Skenario: Isi berubah sesudah diparaf
    Ketika staf penanganan mengajukan paraf kajian
    Dan koordinator membubuhkan paraf
    Dan staf penanganan menyimpan versi kajian yang baru
    Maka paraf koordinator batal dengan alasan "diganti versi 2"
    Dan versi yang baru belum diajukan

  Skenario: Paraf atas isi yang tidak dilihat
    Ketika staf penanganan mengajukan paraf kajian
    Maka paraf koordinator atas isi yang lain ditolak

  Skenario: Paraf yang belum lengkap tidak menghalangi pleno
    Ketika koordinator mengajukan kajian ke pleno
    Maka perkara berada pada tahap pleno
