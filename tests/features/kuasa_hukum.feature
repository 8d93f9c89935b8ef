# language: id
Fitur: Sumpah, kuasa hukum, pembacaan kembali, dan penandatanganan berita acara
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

  Skenario: Sumpah yang tidak dijawab tidak menjadi penolakan
    Ketika berita acara dicatat tanpa mengatakan apa pun tentang sumpah
    Maka tindakan itu ditolak dengan penjelasan "hanya memuat yang sungguh terjadi"

  Skenario: Sumpah diucapkan menurut agama
    Ketika berita acara dicatat dengan sumpah "katolik"
    Maka berita acara mengatakan tentang sumpah "telah mengucapkan sumpah menurut agama Katolik"
    Dan formulir sumpah memuat lafal "katolik"

  Skenario: Yang mengambil sumpah berdiri dalam berita acara
    Ketika berita acara dicatat dengan sumpah "islam" yang diambil "Ustaz Contoh, Rohaniwan"
    Maka berita acara mengatakan tentang sumpah "menurut agama Islam di hadapan Ustaz Contoh, Rohaniwan."
    Dan formulir sumpah ditandatangani "Ustaz Contoh" sebagai "Rohaniwan"
    Dan jejak perkara tidak memuat "Ustaz Contoh"

  Garis-Besar Skenario: Pengambil sumpah hanya ada bila sumpah diucapkan
    Ketika berita acara dicatat dengan sumpah "<sumpah>" yang diambil "<siapa>"
    Maka tindakan itu ditolak dengan penjelasan "<penjelasan>"

    Contoh:
      | sumpah    | siapa                   | penjelasan                         |
      | islam     |                         | siapa yang mengambil sumpah        |
      | janji     | Ketua Contoh            | siapa yang mengambil sumpah        |
      | refused   | Ustaz Contoh, Rohaniwan | tidak ada sumpah atau janji        |
      | not_asked | Ustaz Contoh, Rohaniwan | tidak ada sumpah atau janji        |

  Skenario: Sumpah ditolak
    Ketika berita acara dicatat dengan sumpah "refused"
    Maka berita acara mengatakan tentang sumpah "telah diminta untuk mengucapkan sumpah atau janji dan menyatakan tidak bersedia"
    Dan formulir sumpah memuat lafal "refused"

  Skenario: Sumpah tidak diminta
    Ketika berita acara dicatat dengan sumpah "not_asked"
    Maka berita acara mengatakan tentang sumpah "tidak diminta untuk mengucapkan sumpah atau janji"
    Dan tidak ada formulir sumpah

  Skenario: Berita acara lama yang diam tentang sumpah tidak dibaca sebagai penolakan
    Ketika berita acara dicatat dengan sumpah "islam"
    Tetapi baris tersimpannya dari versi lama, yang mengosongkan sumpah
    Maka berita acara mengatakan tentang sumpah "Tidak tercatat"

  Skenario: Kewarganegaraan dan identitas hanya bila ditanyakan
    Ketika berita acara dicatat dengan sumpah "islam"
    Maka berita acara tidak menyebut kewarganegaraan dan identitas
    Dan jejak audit utuh

  Skenario: Kewarganegaraan dan identitas yang ditanyakan
    Ketika berita acara dicatat dengan kewarganegaraan "Indonesia" dan identitas "KTP-el"
    Maka berita acara menyebut kewarganegaraan "Indonesia" dan "dicocokkan dengan KTP-el"

  Skenario: Semua pemeriksa menandatangani
    Ketika berita acara dicatat oleh dua pemeriksa
    Maka berita acara memuat kedua pemeriksa

  Skenario: Pemeriksa harus petugas kantor itu
    Ketika berita acara dicatat dengan pemeriksa yang tidak dikenal
    Maka tindakan itu ditolak dengan penjelasan "petugas kantor ini"

  Skenario: Penolakan tanda tangan tanpa alasan ditolak menurut edisi perkara itu
    Ketika berita acara dicatat dengan penolakan tanda tangan tanpa alasan
    Maka tindakan itu ditolak dengan penjelasan "Perbawaslu 8/2020"
    Dan penolakan itu tidak menyebut "9/2024"
