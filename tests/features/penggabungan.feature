# language: id
Fitur: Laporan yang digabung ke perkara lain
  Agar pelapor tahu ke mana laporannya, juga bila penanganannya berlanjut pada perkara lain.

  Skenario: Pelapor diberi tahu perkara tempat laporannya ditangani
    Diketahui dua laporan tentang peristiwa yang sama
    Ketika koordinator menggabungkan yang kedua ke yang pertama
    Dan sekretariat mencoba "beritahukan_status"
    Maka tindakan itu diterima
    Dan pemberitahuannya menyebut "DIGABUNG KE PERKARA LAIN"
    Dan pemberitahuannya menyebut nomor perkara yang pertama
    Ketika ketua menerbitkan pemberitahuan itu dan sekretariat mengirimnya
    Maka tindakan itu diterima
    Dan perkara berada pada tahap "digabung"
    Dan jejak audit utuh
