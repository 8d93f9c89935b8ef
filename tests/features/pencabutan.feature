# language: id
Fitur: Pelapor yang mencabut laporannya diberi tahu statusnya
  Agar pencabutan juga berakhir dengan surat kepada pelapor.

  Skenario: Pemberitahuan sesudah laporan dicabut
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika petugas penerima mencoba "cabut_laporan"
    Dan sekretariat mencoba "beritahukan_status"
    Maka tindakan itu diterima
    Dan pemberitahuannya menyebut "DICABUT OLEH PELAPOR" pada hari "Kamis, 19 September 2024"
    Ketika ketua menerbitkan pemberitahuan itu dan sekretariat mengirimnya
    Maka tindakan itu diterima
    Dan perkara berada pada tahap "dicabut"
    Dan jejak audit utuh

  Skenario: Pemberitahuan penghentian menyebut alasannya
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika koordinator menghentikan perkara pada "2024-09-20T10:00:00"
    Dan sekretariat mencoba "beritahukan_status"
    Maka pemberitahuannya menyebut "DIHENTIKAN" pada hari "Jumat, 20 September 2024"
