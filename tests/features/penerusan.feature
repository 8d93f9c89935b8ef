# language: id
Fitur: Putusan pleno dan penerusan
  Agar setiap terlapor mendapat putusannya sendiri dan sampai kepada instansi yang berwenang.

  Aturan: Pleno menetapkan hasil setiap terlapor dengan pasal yang dikenal

    Latar Belakang:
      Diketahui perkara dengan beberapa terlapor siap diputus

    Skenario: Seorang terlapor terlewat
      Ketika pleno memutus semua kecuali seorang
      Maka tindakan itu ditolak dengan penjelasan "setiap terlapor"
      Dan perkara berada pada tahap "pleno"

    Skenario: Pasal yang tidak ada dalam edisi
      Ketika pleno memutus dengan pasal "pasal-karangan"
      Maka tindakan itu ditolak dengan penjelasan "tidak ada dalam edisi"

  Aturan: Surat dikelompokkan menurut tujuan; setiap terlapor punya tujuan atau alasan

    Latar Belakang:
      Diketahui perkara dengan beberapa terlapor sudah diputus

    Skenario: Tujuan yang tidak diketahui perlu alasan
      Ketika penangan menyusun penerusan tanpa alasan
      Maka tindakan itu ditolak dengan penjelasan "tidak diketahui"

    Skenario: Kepala desa dari provinsi, ASN, dan ketua RT
      Ketika penangan menyusun penerusan dengan alasan untuk ketua RT
      Maka tindakan itu diterima
      Dan surat penerusan tertuju kepada
        | tujuan                                                                 | terlapor |
        | Kementerian Dalam Negeri, Direktorat Jenderal Bina Pemerintahan Desa   | 2        |
        | Kementerian Dalam Negeri, Direktorat Jenderal Otonomi Daerah | 2   |
        | Gubernur Bengkulu                                                      | 2        |
        | Bupati Seluma                                                          | 1        |
        | Bupati Kaur                                                            | 1        |
        | Badan Kepegawaian Negara                                               | 1        |
      Dan jejak audit utuh

    Skenario: Penerusan dicatat hanya sesudah semua surat terkirim
      Ketika penangan menyusun penerusan dengan alasan untuk ketua RT
      Dan sekretariat mencoba "teruskan"
      Maka tindakan itu ditolak dengan penjelasan "surat penerusan"
      Ketika semua surat diterbitkan dan dikirim
      Dan sekretariat mencoba "teruskan"
      Maka tindakan itu diterima
      Dan batas "penanganan" dalam keadaan "met"
      Dan perkara berada pada tahap "tindak_lanjut"

    Skenario: Perkara selesai sesudah pelapor diberi tahu dan setiap jawaban tercatat
      Ketika penangan menyusun penerusan dengan alasan untuk ketua RT
      Dan semua surat diterbitkan dan dikirim
      Dan sekretariat mencoba "teruskan"
      Dan koordinator mencoba "selesaikan"
      Maka tindakan itu ditolak dengan penjelasan "status"
      Ketika pelapor diberi tahu status laporannya
      Dan setiap instansi menjawab
      Dan koordinator mencoba "selesaikan"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "selesai"
