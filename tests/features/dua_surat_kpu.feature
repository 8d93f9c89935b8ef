# language: id
Fitur: Dua surat kepada KPU
  Agar setiap KPU dinilai menurut suratnya sendiri: satu surat, satu batas tujuh hari.

  Latar Belakang:
    Diketahui rekomendasi administrasi dikirim ke KPU Kepahiang dan KPU Lebong
    Dan surat ke "KPU Kabupaten Kepahiang" diterima pada "2024-09-25T10:00:00"
    Dan surat ke "KPU Kabupaten Lebong" diterima pada "2024-09-27T10:00:00"

  Skenario: Setiap surat punya batas sendiri
    Maka batas surat ke "KPU Kabupaten Kepahiang" jatuh pada "2024-10-02T23:59:59+07:00"
    Dan batas surat ke "KPU Kabupaten Lebong" jatuh pada "2024-10-04T23:59:59+07:00"
    Dan setiap batas sama dengan hitungan ulangnya

  Skenario: Yang menjawab tidak menunggu yang belum menjawab
    Diketahui sekarang "2024-10-07T09:00:00"
    Ketika "KPU Kabupaten Kepahiang" menindaklanjuti pada "2024-10-01T10:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" dalam keadaan "met"
    Dan batas surat ke "KPU Kabupaten Lebong" dalam keadaan "expired"
    Ketika "KPU Kabupaten Lebong" menindaklanjuti pada "2024-10-06T10:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" dalam keadaan "met"
    Dan batas surat ke "KPU Kabupaten Lebong" dalam keadaan "late_met"
    Dan jejak audit utuh

  Skenario: Surat yang dikembalikan satu KPU tidak menahan batas KPU yang lain
    Ketika "KPU Kabupaten Kepahiang" mengembalikan pada "2024-09-27T14:00:00"
    Dan "KPU Kabupaten Lebong" menindaklanjuti pada "2024-09-27T15:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" dalam keadaan "open"
    Dan batas surat ke "KPU Kabupaten Lebong" dalam keadaan "met"

  Skenario: Tindak lanjut yang keliru dicatat tidak mengakhiri batasnya
    Ketika "KPU Kabupaten Kepahiang" menindaklanjuti pada "2024-09-27T14:00:00"
    Dan "KPU Kabupaten Kepahiang" mengembalikan pada "2024-09-27T14:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" dalam keadaan "open"

  Skenario: Waktu terima surat pertama dibetulkan
    Ketika waktu terima surat ke "KPU Kabupaten Kepahiang" dibetulkan menjadi "2024-09-26T10:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" jatuh pada "2024-10-03T23:59:59+07:00"
    Dan batas surat ke "KPU Kabupaten Lebong" jatuh pada "2024-10-04T23:59:59+07:00"
    Dan setiap batas sama dengan hitungan ulangnya
    Dan jejak audit utuh

  Skenario: Waktu terima surat kedua dibetulkan
    Ketika waktu terima surat ke "KPU Kabupaten Lebong" dibetulkan menjadi "2024-09-26T09:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" jatuh pada "2024-10-02T23:59:59+07:00"
    Dan batas surat ke "KPU Kabupaten Lebong" jatuh pada "2024-10-03T23:59:59+07:00"

  Skenario: Waktu terima yang terakhir dibetulkan sebagai fakta
    Ketika koordinator membetulkan fakta waktu terima KPU menjadi "2024-09-26T09:00:00"
    Maka batas surat ke "KPU Kabupaten Kepahiang" jatuh pada "2024-10-02T23:59:59+07:00"
    Dan batas surat ke "KPU Kabupaten Lebong" jatuh pada "2024-10-03T23:59:59+07:00"
    Dan setiap batas sama dengan hitungan ulangnya
