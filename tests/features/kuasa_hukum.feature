# language: id
Fitur: Kuasa hukum, pembacaan kembali, dan penandatanganan berita acara
  Agar berita acara mengatakan apa yang sungguh terjadi pada klarifikasi, dan tidak lebih.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T10:00:00"
    Dan pelapor diundang dan hadir

  Skenario: Didampingi kuasa hukum yang disebut namanya
    Ketika berita acara dicatat dengan kuasa hukum "Kuasa Contoh, S.H." dan dibacakan kembali
    Maka tindakan itu diterima
    Dan berita acara menyebut "didampingi kuasa hukum, yaitu Kuasa Contoh, S.H."
    Dan berita acara "dibacakan kembali"
    Dan jejak perkara tidak memuat "Kuasa Contoh"
    Dan jejak audit utuh

  Skenario: Tanpa kuasa hukum dan tidak dibacakan kembali
    Ketika berita acara dicatat tanpa kuasa hukum dan tanpa dibacakan
    Maka berita acara menyebut "tanpa didampingi kuasa hukum"
    Dan berita acara "tidak dibacakan kembali"

  Skenario: Penolakan tanda tangan tanpa alasan ditolak menurut edisi perkara itu
    Ketika berita acara dicatat dengan penolakan tanda tangan tanpa alasan
    Maka tindakan itu ditolak dengan penjelasan "Perbawaslu 8/2020"
    Dan penolakan itu tidak menyebut "9/2024"
