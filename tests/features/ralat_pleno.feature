# language: id
Fitur: Ralat putusan pleno
  Agar putusan yang keliru dibetulkan oleh pleno sendiri, dengan berita acara, sebelum dan sesudah surat dikirim.

  Latar Belakang:
    Diketahui pleno memutus seorang ASN melanggar "hukum-lain"

  Skenario: Sebelum surat disusun
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan hasilnya sekarang "hukum_lainnya" menurut "netralitas-asn"
    Dan berita acara ralat menyebut "Peraturan perundang-undangan lain" semula, "SKB netralitas ASN 2022" seharusnya, dan sebabnya
    Dan berita acara ralat tidak menyebut surat yang ditarik
    Dan berita acara pleno semula masih menyebut "Peraturan perundang-undangan lain"
    Dan jejak audit utuh

  Skenario: Sesudah surat disusun dan belum dikirim
    Diketahui surat penerusannya sudah disusun
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan surat yang semula batal dan satu surat baru disusun

  Skenario: Sesudah surat dikirim
    Diketahui surat penerusannya sudah disusun
    Dan semua surat sudah dikirim
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan berita acara ralat menyebut surat itu ditarik
    Dan satu surat baru disusun dan jawaban atas surat semula tidak lagi ditunggu
    Dan jejak audit utuh

  Skenario: Sesudah perkara selesai
    Diketahui surat penerusannya sudah disusun
    Dan pelapor diberi tahu statusnya dan perkara selesai
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan perkara kembali ke tahap "penerusan"
    Dan berita acara ralat menyebut surat penerusan dan pemberitahuan status ditarik
    Dan satu surat baru disusun dan jawaban atas surat semula tidak lagi ditunggu
    Dan pemberitahuan status baru disusun dan menyebut surat yang digantikannya
    Dan pelapor belum diberi tahu sampai pemberitahuan baru itu dikirim
    Dan jejak audit utuh

  Skenario: Sesudah perkara dihentikan tanpa pelanggaran
    Diketahui pleno meralatnya menjadi "bukan_pelanggaran" menurut ""
    Dan pelapor diberi tahu statusnya dan perkara dihentikan
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan perkara kembali ke tahap "penerusan"
    Dan pemberitahuan status baru menyebut statusnya "DALAM PENANGANAN" selama suratnya belum disusun

  Skenario: Pidana yang baru ditemukan ralat membuka batas penerusan sejak pleno ralat
    Ketika pleno meralatnya menjadi "pidana" menurut "uu-187a-1"
    Maka tindakan itu ditolak dengan penjelasan "pembahasan kedua Sentra Gakkumdu belum dicatat"
    Ketika pleno meralatnya menjadi tindak pidana tanpa pembahasan, dengan alasannya
    Maka tindakan itu diterima
    Dan batas "penerusan_pidana" berakhir satu hari sesudah pleno ralat
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka batas "penerusan_pidana" sudah gugur

  Skenario: Putusan dari sebelum pasalnya dipisah per huruf disebut menurut pasalnya
    Diketahui putusan itu tersimpan menurut "uu-desa-29" dari sebelum pasal itu dipisah
    Maka berita acara pleno menyebut "UU 6/2014 Pasal 29 (huruf tidak dicatat)"
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "uu-desa-29" dengan alasan lain
    Maka tindakan itu ditolak dengan penjelasan "sudah dipisah per huruf. Pilih hurufnya dari daftar"
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "netralitas-asn"
    Maka tindakan itu diterima
    Dan berita acara ralat menyebut "UU 6/2014 Pasal 29 (huruf tidak dicatat)" semula, "SKB netralitas ASN 2022" seharusnya, dan sebabnya

  Skenario: Ralat yang tidak mungkin ditolak juga
    Ketika pleno meralatnya menjadi "kode_etik" menurut "uu-136"
    Maka tindakan itu ditolak dengan penjelasan "kode etik penyelenggara hanya mengikat penyelenggara"

  Skenario: Ralat tanpa perubahan atau tanpa sebab
    Ketika pleno meralatnya menjadi "hukum_lainnya" menurut "hukum-lain"
    Maka tindakan itu ditolak dengan penjelasan "Tidak ada hasil, pasal, atau alasan yang berbeda"
    Ketika pleno meralatnya tanpa menyebut sebab
    Maka tindakan itu ditolak dengan penjelasan "Pertimbangan"

  Skenario: Ralat tidak mendahului pleno yang diralat
    Ketika pleno ralat dicatat sehari sebelum pleno yang diralat
    Maka tindakan itu ditolak dengan penjelasan "tidak boleh sebelum pleno yang diralat"
