# language: id
Fitur: Tujuan surat menurut tanggal pengiriman
  Agar setiap surat sampai kepada instansi yang berwenang pada hari surat itu dikirim,
  tujuan diperiksa kembali saat pengiriman dicatat dan surat yang keliru disusun ulang.

  Aturan: Surat untuk instansi yang tidak lagi berwenang tidak dapat dicatat terkirim

    Latar Belakang:
      Diketahui surat tentang seorang ASN sudah terbit pada "2024-08-23T10:00:00" dengan nomor

    Skenario: Dikirim sehari sebelum kewenangan berpindah
      Ketika sekretariat mengirim surat penerusan pada "2024-08-23T15:00:00"
      Maka tindakan itu diterima
      Dan surat penerusan yang berlaku tertuju kepada "Komisi Aparatur Sipil Negara"

    Skenario: Dikirim pada hari kewenangan berpindah
      Ketika sekretariat mengirim surat penerusan pada "2024-08-24T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "Badan Kepegawaian Negara"
      Dan tindakan itu ditolak dengan penjelasan "Susun ulang surat penerusan"
      Dan penolakan itu menyebut pasal
      Dan batas "penanganan" dalam keadaan "expired"

    @edisi:pemilihan-2020 @aturan:tindakan/susun_ulang_penerusan
    Skenario: Disusun ulang, nomor lama dijelaskan dan tidak dipakai lagi
      Ketika sekretariat mengirim surat penerusan pada "2024-08-24T09:00:00"
      Dan penangan menyusun ulang surat karena "Kewenangan beralih dari KASN kepada BKN."
      Maka tindakan itu diterima
      Dan surat penerusan yang berlaku tertuju kepada "Badan Kepegawaian Negara"
      Dan surat lama batal dan nomornya dijelaskan dengan "Kewenangan beralih dari KASN kepada BKN."
      Ketika semua surat diterbitkan
      Dan sekretariat mengirim surat penerusan pada "2024-08-24T11:00:00"
      Maka tindakan itu diterima
      Dan tidak ada nomor surat yang dipakai dua kali
      Dan jejak audit utuh

    Skenario: Menyusun ulang perlu alasan
      Diketahui sekarang "2024-08-24T10:00:00"
      Ketika penangan menyusun ulang surat karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan belum diisi"

    Skenario: Tujuan yang masih tepat tidak disusun ulang
      Ketika penangan menyusun ulang surat karena "Ingin surat baru."
      Maka tindakan itu ditolak dengan penjelasan "masih sama"

    Skenario: Surat yang terkirim pada waktunya tidak disusun ulang
      Ketika sekretariat mengirim surat penerusan pada "2024-08-23T15:00:00"
      Dan waktu menunjukkan "2024-08-26T09:00:00"
      Dan penangan menyusun ulang surat karena "Kewenangan beralih."
      Maka tindakan itu ditolak dengan penjelasan "masih sama"
      Dan surat penerusan yang berlaku tertuju kepada "Komisi Aparatur Sipil Negara"

  Aturan: Surat penerusan bernomor yang keliru isinya dibatalkan dan disusun lagi ke tujuan yang sama

    Latar Belakang:
      Diketahui surat tentang seorang ASN sudah terbit pada "2024-09-27T10:00:00" dengan nomor

    Skenario: Nomor lama dijelaskan, penggantinya diterbitkan dan dikirim
      Ketika ketua membatalkan surat penerusan itu karena "Lampiran tertukar."
      Maka tindakan itu diterima
      Dan surat lama batal dan nomornya dijelaskan dengan "Lampiran tertukar."
      Ketika semua surat diterbitkan
      Dan sekretariat mengirim surat penerusan pada "2024-09-27T11:00:00"
      Maka tindakan itu diterima
      Dan surat penerusan yang berlaku tertuju kepada "Badan Kepegawaian Negara"
      Dan tidak ada nomor surat yang dipakai dua kali
      Dan setiap terlapor diteruskan tepat satu kali
      Dan jejak audit utuh

    Skenario: Surat yang sudah terkirim tidak dibatalkan
      Ketika sekretariat mengirim surat penerusan pada "2024-09-27T11:00:00"
      Dan ketua membatalkan surat penerusan itu karena "Lampiran tertukar."
      Maka tindakan itu ditolak dengan penjelasan "belum disampaikan"

  Aturan: Surat yang tujuannya sudah beralih tidak dibatalkan begitu saja

    Skenario: Pembatalan menunjuk cara menyusun ulang
      Diketahui surat tentang seorang ASN sudah terbit pada "2024-08-23T10:00:00" dengan nomor
      Dan sekarang "2024-08-24T09:00:00"
      Ketika ketua membatalkan surat penerusan itu karena "Lampiran tertukar."
      Maka tindakan itu ditolak dengan penjelasan "Susun ulang surat penerusan"

  Aturan: Kategori atau wilayah terlapor dapat dibetulkan dengan alasan

    Latar Belakang:
      Diketahui surat tentang seorang ASN sudah terbit pada "2024-09-27T10:00:00" dengan nomor

    @edisi:pemilihan-2020 @aturan:tindakan/koreksi_terlapor
    Skenario: Ternyata kepala desa, bukan ASN
      Ketika koordinator membetulkan terlapor menjadi "kepala_desa" di "kaur" karena "Salah pilih kategori."
      Maka tindakan itu diterima
      Dan surat penerusan yang berlaku tertuju kepada "Bupati Kaur"
      Dan tidak ada surat yang berlaku kepada "Badan Kepegawaian Negara"
      Dan jejak menyimpan kategori lama "asn"
      Dan jejak audit utuh

    Skenario: Surat kepada instansi yang keliru sudah terkirim
      Ketika sekretariat mengirim surat penerusan pada "2024-09-27T11:00:00"
      Dan koordinator membetulkan terlapor menjadi "kepala_desa" di "kaur" karena "Salah pilih kategori."
      Maka tindakan itu diterima
      Dan surat yang sudah terkirim tetap berlaku di samping surat baru

    Skenario: Tujuan menjadi tidak diketahui
      Ketika koordinator membetulkan terlapor menjadi "rt_rw" di "kaur" karena "Ia ketua RT."
      Maka tindakan itu ditolak dengan penjelasan "tidak diketahui"
      Dan kategori terlapor tetap "asn"

    Skenario: Tidak ada lagi yang diteruskan, maka penanganan selesai
      Ketika koordinator membetulkan terlapor menjadi "rt_rw" di "kaur" karena "Ia ketua RT." tanpa tujuan karena "Tidak ada instansi."
      Maka tindakan itu diterima
      Dan batas "penanganan" dalam keadaan "met"

    Skenario: Tujuan yang baru diketahui kemudian mendapat suratnya
      Ketika koordinator membetulkan terlapor menjadi "rt_rw" di "kaur" karena "Ia ketua RT." tanpa tujuan karena "Tidak ada instansi."
      Dan koordinator membetulkan terlapor menjadi "asn" di "kaur" karena "Ternyata ASN."
      Maka tindakan itu diterima
      Dan surat penerusan yang berlaku tertuju kepada "Badan Kepegawaian Negara"
      Dan setiap terlapor diteruskan tepat satu kali

    Skenario: Pembetulan tanpa alasan
      Ketika koordinator membetulkan terlapor menjadi "kepala_desa" di "kaur" karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan pembetulan belum diisi"

    Skenario: Tidak ada yang berubah
      Ketika koordinator membetulkan terlapor menjadi "asn" di "kaur" karena "Periksa ulang."
      Maka tindakan itu ditolak dengan penjelasan "tidak ada yang berubah"

    Skenario: Petugas lain tidak berwenang
      Ketika penangan membetulkan terlapor menjadi "kepala_desa" di "kaur" karena "Salah pilih."
      Maka tindakan itu ditolak dengan penjelasan "koordinator"
