# language: id
Fitur: Pelanggaran administrasi sesudah Putusan MK 104
  Sejak 30 Juli 2025 Bawaslu memutus pelanggaran administrasi Pemilihan melalui persidangan. Acaranya belum dimuat, jadi
  golongan ini ditolak dengan alasan dan pasalnya, sampai kantor dengan sadar memilih jalan rekomendasi.

  Latar Belakang:
    Diketahui perkara tahun 2026 siap dikaji

  Skenario: Kajian yang mengusulkan pelanggaran administrasi ditolak
    Ketika kajian mengusulkan pelanggaran administrasi
    Maka ditolak dengan menyebut "melalui persidangan" dan "Putusan MK 104/PUU-XXIII/2025"
    Dan penolakan itu menyebut jalan keluarnya "Pengaturan, Pilihan kantor"
    Dan perkara memperingatkan "belum dapat diputus atau dikirim"

  Skenario: Golongan lain tetap dapat diputus
    Ketika kajian dan pleno menyatakan "hukum_lainnya"
    Maka perkara berada pada tahap penerusan

  Skenario: Pleno menolaknya juga bila kajian mengusulkan yang lain
    Diketahui kajian mengusulkan "hukum_lainnya" dan diajukan ke pleno
    Ketika pleno memutus pelanggaran administrasi
    Maka ditolak dengan menyebut "melalui persidangan" dan "Putusan MK 104/PUU-XXIII/2025"

  Skenario: Kantor memilih jalan rekomendasi dengan alasannya
    Diketahui administrator menyalakan jalan rekomendasi karena "Surat Bawaslu Bengkulu tentang masa peralihan"
    Ketika kajian dan pleno menyatakan "administrasi"
    Maka perkara berada pada tahap penerusan
    Dan perkara memperingatkan "memilih jalan rekomendasi"
    Dan peringatan itu menyebut alasan "Surat Bawaslu Bengkulu tentang masa peralihan"
    Dan pilihan kantor tercatat pada jejak dengan alasannya
    Dan jejak audit utuh

  Skenario: Surat pada jalan rekomendasi tidak menyebut dirinya putusan
    Diketahui administrator menyalakan jalan rekomendasi karena "Masa peralihan"
    Dan kajian dan pleno sudah menyatakan pelanggaran administrasi
    Ketika surat penerusan disusun
    Maka surat kepada KPU merekomendasikan, dan waktunya sejak rekomendasi diterima

  Skenario: Surat ditolak bila pilihan itu dimatikan lagi
    Diketahui administrator menyalakan jalan rekomendasi karena "Masa peralihan"
    Dan kajian dan pleno sudah menyatakan pelanggaran administrasi
    Ketika administrator mematikan jalan rekomendasi karena "Petunjuk Bawaslu diterima"
    Dan surat penerusan disusun
    Maka ditolak dengan menyebut "melalui persidangan" dan "Putusan MK 104/PUU-XXIII/2025"

  Skenario: Surat yang sudah terbit tidak dikirim sesudah pilihan itu dimatikan
    Diketahui administrator menyalakan jalan rekomendasi karena "Masa peralihan"
    Dan kajian dan pleno sudah menyatakan pelanggaran administrasi
    Dan surat penerusan sudah terbit
    Ketika administrator mematikan jalan rekomendasi karena "Petunjuk Bawaslu diterima"
    Dan surat penerusan dikirim
    Maka ditolak dengan menyebut "melalui persidangan" dan "Putusan MK 104/PUU-XXIII/2025"

  Skenario: Yang bukan pelanggaran administrasi tidak diperingatkan lagi
    Ketika kajian dan pleno menyatakan "hukum_lainnya"
    Maka perkara tidak memperingatkan "belum dapat diputus atau dikirim"

  Skenario: Tanpa alasan pilihan itu tidak menyala
    Ketika administrator menyalakan jalan rekomendasi tanpa alasan
    Maka ditolak karena alasannya belum ditulis

  Skenario: Hanya administrator yang memilih
    Ketika koordinator menyalakan jalan rekomendasi
    Maka ditolak karena bukan wewenangnya

  Skenario: Perkara edisi lama tidak tersentuh
    Diketahui perkara tahun 2024 siap dikaji
    Ketika kajian dan pleno menyatakan "administrasi"
    Maka perkara berada pada tahap penerusan
