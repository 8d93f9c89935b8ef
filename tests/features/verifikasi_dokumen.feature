# language: id
Fitur: Memeriksa keaslian dokumen
  Agar siapa pun dapat mengetahui apakah sebuah surat sungguh dari kantor ini,
  kode pada surat menunjukkan keadaannya tanpa menyebut orang.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan pelapor menerima surat kelengkapan pada "2024-09-20T10:00:00"

  Skenario: Surat terbit yang tanda tangannya belum tercatat, dan berkasnya yang asli
    Ketika seseorang memeriksa kode surat kelengkapan
    Maka keadaannya "recorded" dengan nomor dan kantornya
    Dan berkas terbitnya dikenali
    Dan tidak ada nama orang di dalamnya

  Skenario: Berkas yang diubah satu bita
    Ketika seseorang memeriksa kode surat kelengkapan
    Maka berkas yang diubah satu bita tidak dikenali

  Skenario: Pindaian bertanda tangan juga salinan yang sah
    Diketahui pindaian surat yang ditandatangani sudah disimpan
    Ketika seseorang memeriksa kode surat kelengkapan
    Maka pindaian itu dikenali sebagai salinan bertanda tangan
    Dan keadaannya "signed" dengan nomor dan kantornya
    Dan yang menandatangani disebut "Ketua"

  Skenario: Pindaian yang dicabut tidak lagi dikenali
    Diketahui pindaian surat yang ditandatangani sudah disimpan
    Dan pindaian itu dicabut karena "Pindaian surat lain."
    Ketika seseorang memeriksa kode surat kelengkapan
    Maka pindaian itu tidak dikenali

  Skenario: Konsep belum menjadi urusan siapa pun
    Diketahui sebuah konsep surat lain menunggu
    Ketika seseorang memeriksa kode konsep itu
    Maka kodenya tidak dikenal
