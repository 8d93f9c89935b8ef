# language: id
Fitur: Nomor awal kantor yang mulai di tengah tahun
  Agar tidak ada nomor yang dipakai dua kali dan tidak ada yang hilang tanpa penjelasan,
  kantor mencatat nomor terakhir yang sudah dipakai di luar sistem ini; sesudahnya nomor hanya maju.

  Skenario: Nomor pertama melanjutkan nomor terakhir
    Ketika ketua mencatat nomor terakhir "registrasi:LP" 12 karena "Buku kertas sampai hari ini."
    Maka tindakan itu diterima
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T09:00:00"
    Maka perkara bernomor registrasi "13/Reg/LP/PG/Prov/07.00/IX/2024"
    Dan nomor dan jejak audit utuh

  Skenario: Nomor tidak mundur
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika ketua mencatat nomor terakhir "penerimaan:LP" 3 karena "Salah hitung."
    Maka tindakan itu ditolak dengan penjelasan "hanya dapat maju"

  Skenario: Nomor yang dilewati dijelaskan di register
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Ketika ketua mencatat nomor terakhir "penerimaan:LP" 9 karena "Dipakai di buku kertas saat listrik padam."
    Maka tindakan itu diterima
    Dan register menyebut "7–9" dengan alasan "listrik padam"
    Dan nomor dan jejak audit utuh

  Skenario: Tanpa alasan ditolak
    Ketika ketua mencatat nomor terakhir "penerimaan:LP" 40 karena ""
    Maka tindakan itu ditolak dengan penjelasan "alasan"

  Skenario: Penangan tidak mengatur nomor
    Ketika penangan mencatat nomor terakhir "penerimaan:LP" 40 karena "Buku kertas."
    Maka tindakan itu ditolak dengan penjelasan "administrator, ketua, atau kepala sekretariat"
